// SPDX-License-Identifier: Apache-2.0
#include "cli/report/line_map.hpp"

#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {
namespace {

constexpr int line_rank = 1, other_rank = 3, sight_rank = 4;

Box grown(const Box& box, std::int64_t by) { return {box.west - by, box.south - by, box.east + by, box.north + by}; }

}  // namespace

LineMaps::LineMaps(const Territory& territory, const DivisionRegister& divisions, std::vector<BoundaryLine> lines)
    : territory_{territory}, divisions_{divisions}, lines_{std::move(lines)} {}

std::vector<Polyline> LineMaps::pieces_of(const BoundaryLine& line) const {
  std::set<StretchId> wanted;
  for (const BoundaryLine::Part& part : line.parts) wanted.insert(part.stretch);
  std::vector<Polyline> pieces;
  for (std::size_t i = 0; i < territory_.stretches.size(); ++i) {
    if (wanted.count(territory_.stretches[i]) == 0) continue;
    const auto path = territory_.mesh.path(i);
    pieces.emplace_back(path.begin(), path.end());
  }
  return pieces;
}

void LineMaps::add_ground(Sheet& sheet, const Box& box, Level level) const {
  std::map<DivisionId, MultiPolygon> shapes;
  for (const Face& face : territory_.faces) {
    Polygon ground = polygon_of(territory_.mesh, face);
    if (!box.meets(box_of(ground.outer))) continue;
    shapes[divisions_.at_level(territory_.holders[face.unit].front(), level)].push_back(std::move(ground));
  }
  for (auto& [division, shape] : shapes) {
    const DivisionState* state = divisions_.find(division);
    sheet.grounds.push_back({SheetGround::Role::neighbour, state == nullptr ? "" : state->name, std::move(shape)});
  }
  for (std::size_t i = 0; i < territory_.mesh.arcs.size(); ++i) {
    const auto path = territory_.mesh.path(i);
    if (box.meets(box_of(path))) sheet.lines.push_back({Polyline(path.begin(), path.end()), other_rank, false, false, 0});
  }
}

Sheet LineMaps::of_line(const BoundaryLine& line, const std::vector<MonumentEntry>& monuments) const {
  Sheet sheet;
  sheet.height = 330;
  const std::vector<Polyline> pieces = pieces_of(line);
  Box box;
  for (const Polyline& piece : pieces) {
    box.add(box_of(piece));
    sheet.frame.insert(sheet.frame.end(), piece.begin(), piece.end());
  }
  for (const MonumentEntry& entry : monuments) {
    box.add(entry.monument.position);
    sheet.frame.push_back(entry.monument.position);
  }
  if (box.empty()) return sheet;
  add_ground(sheet, grown(box, std::max(box.east - box.west, box.north - box.south)), line.level);
  for (const Polyline& piece : pieces) sheet.lines.push_back({piece, line_rank, true, false, 0});
  for (const MonumentEntry& entry : monuments) {
    if (entry.monument.kind != MonumentKind::point) sheet.places.push_back({entry.monument.position, entry.monument.number});
  }
  return sheet;
}

Sheet LineMaps::of_monument(const Monument& monument) const {
  Sheet sheet;
  sheet.height = 260;
  sheet.frame = {monument.position};
  sheet.places = {{monument.position, monument.number}};
  for (const Witness& witness : monument.witnesses) {
    const Position at = destination(monument.position, witness.azimuth_deg, witness.distance_m);
    sheet.frame.push_back(at);
    sheet.places.push_back({at, witness.object});
  }
  Box box;
  for (const Position at : sheet.frame) box.add(at);
  Level level = 1;
  std::vector<Polyline> own;
  for (const BoundaryLine& line : lines_) {
    if (std::find(monument.lines.begin(), monument.lines.end(), line.id) == monument.lines.end()) continue;
    level = std::max(level, line.level);
    for (Polyline& piece : pieces_of(line)) own.push_back(std::move(piece));
  }
  add_ground(sheet, grown(box, std::max(box.east - box.west, box.north - box.south)), level);
  for (Polyline& piece : own) sheet.lines.push_back({std::move(piece), line_rank, true, false, 0});
  for (std::size_t i = 1; i < sheet.frame.size(); ++i) sheet.lines.push_back({{monument.position, sheet.frame[i]}, sight_rank, false, true, 0});
  return sheet;
}

}  // namespace merestone
