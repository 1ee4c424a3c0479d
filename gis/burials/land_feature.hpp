// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/id.hpp"
#include "gis/geometry/area.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace merestone {

using LandFeatureId = Id<struct LandFeatureTag>;

/// A feature of the land that rules of siting speak of: a reservoir, a stretch of road, a wood, a well. One of position,
/// path and area is there.
struct LandFeature {
  LandFeatureId id;
  std::string local_id;  ///< in its source; parts of one feature share it
  std::string kind;      ///< class of the pack's siting rules: "reservoir", "expressway"
  std::string name;
  std::optional<double> accuracy_m;  ///< of its outline, one standard deviation
  std::string source;
  std::optional<Position> position;
  Polyline path;
  MultiPolygon area;
  Period valid{};
  std::int64_t fact = 0;
  DocumentId document{};             ///< that says so; of a delivered one, none: the act's own
};

}  // namespace merestone
