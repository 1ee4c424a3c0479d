// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/faces.hpp"

#include <algorithm>
#include <numeric>

namespace merestone {
namespace {

UnitIndex unit_of(const Mesh& mesh, Side side) {
  return side.forward ? mesh.arcs[side.arc].left : mesh.arcs[side.arc].right;
}

}  // namespace

std::vector<Face> trace_faces(const Mesh& mesh) { return faces_of(mesh, arrange(mesh)); }

std::vector<Face> faces_of(const Mesh& mesh, Arrangement found) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t cycle = 0; cycle < found.cycles.size(); ++cycle) {
    if (found.cycles[cycle].twice_area > 0) order.push_back(cycle);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (found.smallest[a] != found.smallest[b]) return found.smallest[a] < found.smallest[b];
    return found.cycles[a].twice_area < found.cycles[b].twice_area;
  });
  std::vector<std::uint32_t> face_of(found.cycles.size(), outside_cycle);
  for (std::uint32_t i = 0; i < order.size(); ++i) face_of[order[i]] = i;

  std::vector<Face> faces(order.size());
  std::vector<std::uint32_t> holes;
  for (std::uint32_t cycle = 0; cycle < found.cycles.size(); ++cycle) {
    const std::uint32_t home = found.face_of_cycle[cycle];
    if (home != outside_cycle && home != cycle) holes.push_back(cycle);
  }
  std::sort(holes.begin(), holes.end(), [&](std::uint32_t a, std::uint32_t b) { return found.smallest[a] < found.smallest[b]; });
  for (const std::uint32_t hole : holes) faces[face_of[found.face_of_cycle[hole]]].holes.push_back(std::move(found.cycles[hole]));
  for (std::size_t i = 0; i < order.size(); ++i) {
    faces[i].outer = std::move(found.cycles[order[i]]);
    faces[i].unit = unit_of(mesh, faces[i].outer.sides.front());
  }
  return faces;
}

Mesh dissolve(const Mesh& mesh, std::span<const UnitIndex> upper) {
  const auto up = [&](UnitIndex unit) { return unit == nobody ? nobody : upper[unit]; };
  Mesh result;
  for (const Arc& arc : mesh.arcs) {
    if (up(arc.left) != up(arc.right)) result.add(mesh.path(arc), up(arc.left), up(arc.right));
  }
  return result;
}

}  // namespace merestone
