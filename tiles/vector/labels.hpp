// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tiles/vector/plane.hpp"

#include <span>
#include <vector>

namespace merestone {

/// Where the name of a unit goes: the pole of inaccessibility of its largest piece of ground, the same at every
/// zoom and in every tile.
struct LabelPoint {
  Position at;
  double reach = 0;  ///< plane units to the nearest border; 0: the unit has no ground
};

/// Of each unit, where `upper[u]` is the unit that the unit `u` of the plane belongs to. Found to a tenth of the
/// reach on a simplified outline; always inside the true one.
std::vector<LabelPoint> label_points(const Mesh& plane, std::span<const float> tolerances,
                                     std::span<const UnitIndex> upper, std::size_t units);

/// The point of the ground within `rings`, even-odd, that lies farthest from all of them.
LabelPoint pole_of_inaccessibility(std::span<const Ring> rings);

}  // namespace merestone
