// SPDX-License-Identifier: Apache-2.0
#include "cli/command/enforcement_map.hpp"

#include "gis/territory/territory.hpp"

#include <map>

namespace merestone {

Sheet map_of_graves(const Project& project, const AsOf& as_of, const std::vector<Position>& graves) {
  constexpr Level township = 4;
  constexpr std::int64_t around = nanodegrees_per_degree / 50;
  Sheet sheet;
  sheet.height = 330;
  Box box;
  for (const Position grave : graves) box.add(grave);
  if (box.empty()) return sheet;
  box = {box.west - around, box.south - around, box.east + around, box.north + around};
  const DivisionRegister divisions = project.divisions(as_of);
  const Territory territory = derive(project.snapshot_in(box, as_of), StatusQuo{});
  std::map<DivisionId, MultiPolygon> shapes;
  for (const Face& face : territory.faces) {
    Polygon ground = polygon_of(territory.mesh, face);
    if (box.meets(box_of(ground.outer))) shapes[divisions.at_level(territory.holders[face.unit].front(), township)].push_back(std::move(ground));
  }
  for (auto& [division, shape] : shapes) {
    const DivisionState* state = divisions.find(division);
    sheet.grounds.push_back({SheetGround::Role::neighbour, state == nullptr ? "" : state->name, std::move(shape)});
  }
  for (std::size_t i = 0; i < territory.mesh.arcs.size(); ++i) {
    const auto path = territory.mesh.path(i);
    if (box.meets(box_of(path))) sheet.lines.push_back({Polyline(path.begin(), path.end()), 3, false, false, 0});
  }
  for (const Position grave : graves) {
    sheet.places.push_back({grave, ""});
    sheet.frame.push_back(grave);
  }
  sheet.frame.push_back({box.west, box.south});
  sheet.frame.push_back({box.east, box.north});
  return sheet;
}

}  // namespace merestone
