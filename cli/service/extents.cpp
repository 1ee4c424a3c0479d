// SPDX-License-Identifier: Apache-2.0
#include "cli/service/extents.hpp"

namespace merestone {

MeasuredGround::MeasuredGround(const Territory& of) : territory{of} {
  for (const auto& arc : of.mesh.arcs) {
    const auto path = of.mesh.path(arc);
    boxes.push_back(box_of(path));
    measures.push_back(measure(path));
  }
}

std::vector<Extent> extents_of(const MeasuredGround& ground, const LevelView& view, Neighbours& neighbours) {
  std::vector<Extent> extents(view.units.size());
  const auto unit_of = [&](UnitIndex holders) { return holders == nobody ? nobody : view.unit_of[holders]; };
  const auto add = [&](UnitIndex unit, const Box& box, const PathMeasure& walk) {
    if (unit == nobody) return;
    extents[unit].box.add(box);
    extents[unit].walks += walk;
  };
  for (std::size_t i = 0; i < ground.territory.mesh.arcs.size(); ++i) {
    const auto left = unit_of(ground.territory.mesh.arcs[i].left);
    const auto right = unit_of(ground.territory.mesh.arcs[i].right);
    if (left == right) continue;
    add(left, ground.boxes[i], ground.measures[i]);
    add(right, ground.boxes[i], ground.measures[i].reversed());
    if (left != nobody && right != nobody) neighbours.emplace_back(left, right);
  }
  return extents;
}

}  // namespace merestone
