// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/position.hpp"

#include <cstdlib>
#include <span>

namespace merestone {

/// Which sides of a stretch are ground of this plane. Along longitude ±180° only one is; the other stands for the
/// division across the seam.
enum class GroundSides { both, left_only, right_only };

inline GroundSides ground_sides(std::span<const Position> path) {
  if (path[0].lon != path[1].lon || std::abs(path[0].lon) != antimeridian) return GroundSides::both;
  const bool north = path[0].lat < path[1].lat;
  return north == (path[0].lon > 0) ? GroundSides::left_only : GroundSides::right_only;
}

}  // namespace merestone
