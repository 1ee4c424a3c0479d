// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/id.hpp"
#include "gis/geometry/area.hpp"

#include <optional>
#include <string>

namespace merestone {

/// A disaster-risk zone (domain.md §6). Severity is a risk class, 1 the lowest, never a warning level (DR-01).
struct HazardZone {
  HazardZoneId id;
  std::string local_id;
  std::string kind;      ///< "flood", "landslide", "wildfire", "earthquake"
  int severity = 1;
  std::string name;
  MultiPolygon shape;
  std::string source;    ///< who made it; "generated" data says so here
  Period valid{};
  std::optional<double> return_period_years{};  ///< 20 for a flood reached every twenty years on average
};

}  // namespace merestone
