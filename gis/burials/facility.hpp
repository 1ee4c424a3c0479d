// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/id.hpp"
#include "gis/geometry/position.hpp"

#include <cstdint>
#include <string>

namespace merestone {

/// A burial facility (domain.md §5.4): cemetery, columbarium, rural welfare plot.
struct Facility {
  FacilityId id;
  std::string local_id;
  std::string kind;           ///< "cemetery", "columbarium", "crematorium", "welfare_plot"
  std::string name;
  std::int64_t capacity = 0;  ///< plots and niches approved
  std::int64_t used = 0;
  Position position;
  std::string source;
  Period valid{};
};

}  // namespace merestone
