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
  std::string file{};
  std::size_t record = 0;   ///< counted from 1, as the officer counts
  std::string code{};
  std::string name{};
  std::string parent_code{};///< empty: none
  Level level = 0;
  std::string kind{};
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

/// The superior of each record within the delivery, as an index; `no_superior` where it names none that is
/// delivered. A code may occur once per level (French regions and departments share numbers), so a superior is
/// the record with that code at the nearest higher level; only where there is none, one at another level.
inline constexpr std::size_t no_superior = static_cast<std::size_t>(-1);
std::vector<std::size_t> superiors_within(const std::vector<DeliveredDivision>& delivery);

/// Findings on codes and hierarchy of a delivery on top of what the project `known` already holds:
/// import.missing_code, import.missing_name, import.bad_level (below 1), import.duplicate_code (on one level),
/// import.unknown_parent, import.parent_cycle (each once), import.parent_level (a superior that is not of a
/// higher level). A superior is looked for in the delivery first. Time near-linear.
std::vector<Finding> check_delivery(const std::vector<DeliveredDivision>& delivery,
                                    const std::vector<std::pair<std::string, Level>>& known);

}  // namespace merestone
