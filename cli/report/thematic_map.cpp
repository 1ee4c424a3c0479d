// SPDX-License-Identifier: Apache-2.0
#include "cli/report/thematic_map.hpp"

#include "cli/report/map_plate.hpp"
#include "cli/report/report_ground.hpp"
#include "tiles/style/ramp.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace merestone {
namespace {

Colour colour_of(const RampColour& c) { return {c.red / 255.0, c.green / 255.0, c.blue / 255.0}; }

std::vector<RampColour> colours_of(const Thematic& thematic, const std::string& ramp) {
  return ramp_colours(ramp, thematic.classes ? thematic.classes->size() : 3);
}

/// Ranks of lines: 1 for the level right above that of the map, and so on upwards.
int rank_of(Level level, Level shown) { return level == shown ? 3 : level == shown - 1 ? 2 : 1; }

}  // namespace

Sheet thematic_map(const Thematic& thematic, const Territory& territory, const DivisionRegister& divisions, const std::string& ramp) {
  const Level level = thematic.table.question.level;
  const LevelView view = at_level(territory, divisions, level);
  const auto colours = colours_of(thematic, ramp);
  std::map<DivisionId, const ThematicRow*> rows;
  for (const ThematicRow& row : thematic.rows) rows.emplace(row.figure.division, &row);
  std::map<UnitIndex, MultiPolygon> shapes;
  for (const Face& face : territory.faces) {
    if (const UnitIndex unit = view.unit_of[face.unit]; unit != nobody) shapes[unit].push_back(polygon_of(territory.mesh, face));
  }
  Sheet sheet;
  for (auto& [unit, shape] : shapes) {
    const Holders& holders = view.units[unit];
    const auto row = rows.find(holders.front());
    SheetGround ground{SheetGround::Role::neighbour, {}, std::move(shape)};
    if (holders.size() > 1) {
      const bool ours = std::any_of(holders.begin(), holders.end(), [&](DivisionId id) { return rows.count(id) > 0; });
      if (ours) ground.role = SheetGround::Role::disputed;
    } else if (row != rows.end()) {
      ground.role = SheetGround::Role::subject;
      const auto& in_class = row->second->in_class;
      ground.tint = in_class ? colour_of(colours[*in_class]) : Colour{1, 1, 1};
      ground.without_data = !in_class;
      const DivisionState* state = divisions.find(holders.front());
      sheet.grounds.push_back({SheetGround::Role::member, state ? state->name : "", ground.shape});
    }
    sheet.grounds.push_back(std::move(ground));
  }
  const ArcLevels levels{territory, divisions};
  for (std::size_t i = 0; i < territory.mesh.arcs.size(); ++i) {
    const Level divided = levels.of(territory.mesh.arcs[i]);
    if (divided == 0 || divided > level) continue;
    const auto path = territory.mesh.path(i);
    sheet.lines.push_back({Polyline(path.begin(), path.end()), rank_of(divided, level)});
  }
  return sheet;
}

const std::string& words_in(const Wording& words, const Phrases& phrases) { return phrases.language().starts_with("zh") ? words.zh : words.en; }

std::string figure_words(const IndicatorRule& rule, double value, const Phrases& phrases) {
  const bool round = rule.whole && value == std::round(value);
  return phrases.number(value, round ? 0 : 1);
}

std::string class_words(const Thematic& thematic, std::size_t index, const Phrases& phrases) {
  const ValueClasses& classes = *thematic.classes;
  const IndicatorRule& rule = thematic.table.rule;
  const std::string low = figure_words(rule, classes.lower(index), phrases), high = figure_words(rule, classes.uppers[index], phrases);
  const std::string& unit = words_in(rule.unit, phrases);
  if (index == 0) return phrases.text("theme-lowest", {{"low", low}, {"high", high}, {"unit", unit}});
  return phrases.text("theme-class", {{"low", low}, {"high", high}, {"unit", unit}});
}

void add_legend(Sheet& map, const Thematic& thematic, const std::string& ramp, const Phrases& phrases) {
  using Symbol = LegendEntry::Symbol;
  const auto add = [&](Symbol symbol, const std::string& text, const Colour& tint, int rank = 0) {
    LegendEntry entry;
    entry.symbol = symbol;
    entry.text = text;
    entry.tint = tint;
    entry.rank = rank;
    map.legend.push_back(std::move(entry));
  };
  const auto counted = [&](const std::string& words, std::size_t count) {
    return phrases.text("theme-count", {{"class", words}, {"count", std::to_string(count)}});
  };
  if (thematic.classes) {
    const auto colours = colours_of(thematic, ramp);
    for (std::size_t i = 0; i < thematic.classes->size(); ++i) {
      add(Symbol::tint, counted(class_words(thematic, i, phrases), thematic.classes->counts[i]), colour_of(colours[i]));
    }
  }
  const std::size_t without = thematic.classes ? thematic.classes->without : thematic.rows.size();
  if (without > 0) add(Symbol::without_data, counted(phrases.text("theme-no-data"), without), {});
  const auto shown = [&](int rank) { return std::any_of(map.lines.begin(), map.lines.end(), [&](const SheetLine& l) { return l.rank == rank; }); };
  if (shown(2) || shown(1)) add(Symbol::line, phrases.text("theme-upper-line"), {}, 2);
  put_marks(map, phrases);
}

}  // namespace merestone
