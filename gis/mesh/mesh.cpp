// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/mesh.hpp"

namespace merestone {

void Mesh::add(std::span<const Position> path, UnitIndex left, UnitIndex right) {
  arcs.push_back({static_cast<std::uint32_t>(positions.size()), static_cast<std::uint32_t>(path.size()), left, right});
  positions.insert(positions.end(), path.begin(), path.end());
}

Ring positions_of(const Mesh& mesh, const Cycle& cycle) {
  Ring ring;
  for (const Side side : cycle.sides) {
    const auto path = mesh.path(side.arc);
    if (side.forward) {
      ring.insert(ring.end(), path.begin(), path.end() - 1);
    } else {
      ring.insert(ring.end(), path.rbegin(), path.rend() - 1);
    }
  }
  return ring;
}

Polygon polygon_of(const Mesh& mesh, const Face& face) {
  Polygon polygon{positions_of(mesh, face.outer), {}};
  for (const Cycle& hole : face.holes) polygon.holes.push_back(positions_of(mesh, hole));
  return polygon;
}

}  // namespace merestone
