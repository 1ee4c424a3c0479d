// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/shape.hpp"
#include "gis/geometry/area.hpp"

namespace merestone::exchange {

/// Areas as they are kept, the ground to the left of every edge. `positions` are those of `shape` on the ground.
MultiPolygon polygons_of(const Shape& shape, const std::vector<Position>& positions);

}  // namespace merestone::exchange
