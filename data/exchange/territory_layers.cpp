// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/export_layer.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/mesh/faces.hpp"

#include <map>

namespace merestone {
namespace {

using Type = ExportLayer::Column::Type;

/// "49007; 49008": one attribute of all divisions that hold a piece of ground.
template <class Pick>
std::string joined(const Holders& holders, const DivisionRegister& divisions, const Pick& pick) {
  std::string text;
  for (const DivisionId id : holders) {
    const DivisionState* state = divisions.find(id);
    if (state) text += (text.empty() ? "" : "; ") + pick(*state);
  }
  return text;
}

std::string codes(const Holders& holders, const DivisionRegister& divisions) {
  return joined(holders, divisions, [](const DivisionState& state) { return state.code; });
}
std::string names(const Holders& holders, const DivisionRegister& divisions) {
  return joined(holders, divisions, [](const DivisionState& state) { return state.name; });
}

}  // namespace

ExportLayer divisions_layer(const Territory& territory, const DivisionRegister& divisions, Level level) {
  ExportLayer layer{.name = "divisions_" + std::to_string(level),
                    .shape = ExportLayer::Shape::polygons,
                    .columns = {{"code", Type::text}, {"name", Type::text}, {"level", Type::integer},
                                {"kind", Type::text}, {"parent", Type::text}, {"area_km2", Type::real},
                                {"disputed", Type::integer}},
                    .shapes = {}, .values = {}};
  const LevelView view = at_level(territory, divisions, level);
  const Mesh upper = dissolve(territory.mesh, view.unit_of);
  std::vector<MultiPolygon> ground(view.units.size());
  for (const Face& face : trace_faces(upper)) {
    if (face.unit != nobody) ground[face.unit].push_back(polygon_of(upper, face));
  }
  std::map<std::string, UnitIndex> by_code;
  for (UnitIndex unit = 0; unit < view.units.size(); ++unit) {
    if (!ground[unit].empty()) by_code.emplace(codes(view.units[unit], divisions) + '\n' + std::to_string(unit), unit);
  }
  for (const auto& [order, unit] : by_code) {
    const Holders& holders = view.units[unit];
    const auto kind = joined(holders, divisions, [](const DivisionState& state) { return state.kind; });
    const auto parent = joined(holders, divisions, [&](const DivisionState& state) {
      const DivisionState* superior = divisions.find(state.superior);
      return superior ? superior->code : std::string{};
    });
    layer.shapes.push_back(to_wkb(ground[unit]));
    for (std::string value : {codes(holders, divisions), names(holders, divisions), std::to_string(level), kind, parent,
                              fixed(area_m2(ground[unit]) / 1e6, 6), std::string{holders.size() > 1 ? "1" : "0"}}) {
      layer.values.push_back(std::move(value));
    }
  }
  return layer;
}

ExportLayer lines_layer(const Territory& territory, const DivisionRegister& divisions, Level finest, const std::unordered_set<StretchId>& disputed) {
  ExportLayer layer{.name = "lines",
                    .shape = ExportLayer::Shape::line,
                    .columns = {{"level", Type::integer}, {"left_code", Type::text}, {"left_name", Type::text},
                                {"right_code", Type::text}, {"right_name", Type::text}, {"length_m", Type::real}, {"disputed", Type::integer}},
                    .shapes = {}, .values = {}};
  std::vector<LevelView> views;
  std::map<Level, std::size_t> view_of;
  for (const Level level : divisions.levels()) {
    if (level > finest) break;
    view_of[level] = views.size();
    views.push_back(at_level(territory, divisions, level));
  }
  for (std::size_t i = 0; i < territory.mesh.arcs.size(); ++i) {
    const Arc& arc = territory.mesh.arcs[i];
    const Level level = divided_level(views, arc);
    if (level == 0) continue;
    const LevelView& view = views[view_of[level]];
    const auto side = [&](UnitIndex unit) {
      const UnitIndex upper = unit == nobody ? nobody : view.unit_of[unit];
      return upper == nobody ? Holders{} : view.units[upper];
    };
    const Holders left = side(arc.left);
    const Holders right = side(arc.right);
    const auto path = territory.mesh.path(arc);
    layer.shapes.push_back(to_wkb(path));
    for (std::string value : {std::to_string(level), codes(left, divisions), names(left, divisions),
                              codes(right, divisions), names(right, divisions), fixed(length_m(path), 3),
                              std::string{!disputed.empty() && disputed.contains(territory.stretches[i]) ? "1" : "0"}}) {
      layer.values.push_back(std::move(value));
    }
  }
  return layer;
}

}  // namespace merestone
