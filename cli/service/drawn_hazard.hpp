// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/divisions/division.hpp"
#include "gis/geometry/position.hpp"

#include <optional>
#include <string>

namespace merestone {

/// A hazard that a reader of the map assumes: an area, or a track with how far it reaches.
struct DrawnHazard {
  Polyline corners{};       ///< of an area, or along a track
  bool is_track = false;
  std::string kind{};
  int severity = 0;         ///< 0: the worst of its scale
  double radius_m = 0;      ///< beyond what is drawn; a track needs one
  std::optional<Level> level{};
  std::string division{};   ///< code; empty: all
};

}  // namespace merestone
