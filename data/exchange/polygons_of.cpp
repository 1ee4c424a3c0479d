// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/polygons_of.hpp"

#include <algorithm>

namespace merestone::exchange {
namespace {

Ring ring_of(const std::vector<Position>& positions, std::size_t first, std::size_t last, bool hole) {
  Ring ring(positions.begin() + static_cast<std::ptrdiff_t>(first), positions.begin() + static_cast<std::ptrdiff_t>(last));
  if ((twice_area(ring) < 0) != hole) std::reverse(ring.begin() + 1, ring.end());
  return ring;
}

}  // namespace

MultiPolygon polygons_of(const Shape& shape, const std::vector<Position>& positions) {
  MultiPolygon polygons;
  for (std::size_t part = 0; part < shape.parts.size(); ++part) {
    const std::size_t first = shape.parts[part].first;
    const std::size_t last = part + 1 < shape.parts.size() ? shape.parts[part + 1].first : positions.size();
    Ring ring = ring_of(positions, first, last, shape.parts[part].hole);
    if (shape.parts[part].hole) {
      polygons.back().holes.push_back(std::move(ring));
    } else {
      polygons.push_back({std::move(ring), {}});
    }
  }
  return polygons;
}

}  // namespace merestone::exchange
