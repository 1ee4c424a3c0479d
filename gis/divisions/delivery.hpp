// SPDX-License-Identifier: Apache-2.0
/// A delivery of divisions, as a file brings it and before the office has accepted it.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/divisions/division.hpp"

#include <string>
#include <vector>

namespace merestone {

/// One record of a delivery. Its index is the unit index of its rings where it has a shape.
struct DeliveredDivision {
  std::string file;
  std::size_t record = 0;   ///< counted from 1, as the officer counts
  std::string code;
  std::string name;
  std::string parent_code;  ///< empty: none
  Level level = 0;
  std::string kind;
  std::string language = "und";
  bool has_shape = false;
};

/// One dated state of a division from a register of its history.
struct DeliveredState {
  std::string file;
  std::size_t record = 0;
  std::string code;
  std::string name;
  std::string kind;
  Level level = 0;
  Period valid{};
  std::string end_reason;      ///< why it ended; empty while it lasts
  std::string successor_code;  ///< who took its ground; empty when none
};

/// Findings on codes and hierarchy of a delivery on top of what the project `known` already holds:
/// import.missing_code, import.missing_name, import.duplicate_code, import.unknown_parent, import.parent_cycle,
/// import.parent_level (a superior that is not of a higher level). Time O(n log n).
std::vector<Finding> check_delivery(const std::vector<DeliveredDivision>& delivery,
                                    const std::vector<std::pair<std::string, Level>>& known);

}  // namespace merestone
