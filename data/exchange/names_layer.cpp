// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/names_layer.hpp"

namespace merestone {

ExportLayer names_layer(std::span<const PlaceRecord> places, std::optional<Date> on, const DivisionCodes& divisions) {
  using Type = ExportLayer::Column::Type;
  ExportLayer layer{.name = "names", .shape = ExportLayer::Shape::point, .columns = {}, .shapes = {}, .values = {}};
  for (const char* column : {"place", "id", "name", "use", "status", "language", "script", "specific", "generic", "spelling", "reading", "valid", "class",
                             "placecode", "location", "origin", "meaning", "source", "scheme", "division", "codes", "description", "secrecy"}) {
    layer.columns.push_back({column, Type::text});
  }
  for (const PlaceRecord& place : places) {
    const auto holds = [&](const Period& valid) { return !on || valid.contains(*on); };
    std::string code, codes, division;
    for (const PlaceCode& c : place.codes) {
      if (!holds(c.valid)) continue;
      if (c.system == "cn-place") code = c.code;
      else codes += (codes.empty() ? "" : "; ") + c.system + ":" + c.code;
    }
    for (const PlaceDivision& d : place.divisions) {
      const auto known = divisions.find(d.division.value);
      if (division.empty() && holds(d.valid) && known != divisions.end()) division = known->second;
    }
    for (const PlaceName& n : place.names) {
      if (on && !n.days().contains(*on)) continue;
      for (std::string value : {std::to_string(place.id.value), place.local_id, n.text, std::string{to_text(n.kind)}, std::string{to_text(n.status)}, n.language,
                                n.script, n.specific, n.generic, n.spellings.empty() ? std::string{} : n.spellings.front().text, n.reading, to_string(n.valid),
                                place.classes.empty() ? std::string{} : place.classes.front().code, code, place.head.location, n.origin, n.meaning, n.source,
                                place.classes.empty() ? std::string{} : place.classes.front().scheme, division, codes, place.head.description, place.head.secrecy}) {
        layer.values.push_back(std::move(value));
      }
      layer.shapes.push_back(place.position ? to_wkb(*place.position) : Bytes{});
    }
  }
  return layer;
}

std::size_t defuse_formulas(ExportLayer& layer) {
  std::size_t changed = 0;
  for (std::size_t i = 0; i < layer.values.size(); ++i) {
    std::string& value = layer.values[i];
    const bool text = layer.columns[i % layer.columns.size()].type == ExportLayer::Column::Type::text;
    if (!text || value.empty() || std::string_view{"=+-@\t\r\n"}.find(value.front()) == std::string_view::npos) continue;
    value.insert(0, 1, '\'');
    ++changed;
  }
  return changed;
}

}  // namespace merestone
