// SPDX-License-Identifier: Apache-2.0
#include "cli/command/theme.hpp"

#include "cli/command/line_sheets.hpp"
#include "cli/report/thematic_map.hpp"
#include "data/office/project.hpp"
#include "gis/divisions/lookup.hpp"
#include "tiles/style/ramp.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

namespace merestone {
namespace {

bool chinese(const std::string& language) { return language.starts_with("zh"); }

int last_year(const IndicatorRecord& record, const std::string& indicator) {
  if (find_indicator(record.rules, indicator) == nullptr) {
    throw Error{Fault::missing, "no such indicator", {{.rule = "indicator.unknown", .facts = {{"indicator", indicator}, {"code", "–"}, {"year", "–"}}}}};
  }
  const auto years = years_of(record, indicator);
  if (!years.empty()) return years.back();
  throw Error{Fault::missing, "no figures", {{.rule = "indicator.no_values", .facts = {{"indicator", indicator}}}}};
}

}  // namespace

void add_figure_options(Command& command, ThemeOptions& options) {
  command.add_option("INDICATOR", options.indicator, "As `indicator list` names it: cremation_rate")->required();
  command.add_option("--year", options.year, "The last with values when not given");
  command.add_option("--level", options.level, "Of divisions: 3 for counties; the finest with values when not given");
  command.add_option("--divisions-of", options.divisions_of, "Carry figures over to the divisions of this day, YYYY-MM-DD");
  command.add_option("--division,--within", options.within, "Only members of the division with this code");
  command.add_option("--basis", options.basis, "Share by which figures are carried over")->one_of({"people", "area"})->shows_default();
  command.add_option("--trend", options.trend, "How a trend is found")->one_of({"theil-sen", "least-squares"})->shows_default();
}

void add_class_options(Command& command, ThemeOptions& options) {
  command.add_option("--method", options.method, "Of classes")->one_of({"natural-breaks", "quantile", "equal-interval", "given"})->shows_default();
  command.add_option("--classes", options.classes, "How many, 2 to 9")->shows_default();
  command.add_option("--limits", options.limits, "Upper limits of the classes, as in 40,60,80: for --method given")->delimiter(',');
  command.add_option("--ramp", options.ramp, "Colours")->one_of(ramp_names())->shows_default();
}

std::string level_words(const Project& project, Level level, const std::string& language) {
  const Phrases phrases{language};
  for (const CountryPack& pack : project.packs()) {
    for (const LevelName& name : pack.levels) {
      if (name.level == level) return phrases.text("theme-level-named", {{"level", chinese(language) ? name.words.zh : name.words.en}});
    }
  }
  return phrases.text("theme-level", {{"level", std::to_string(level)}});
}

Theme make_theme(const Project& project, const ThemeOptions& options, const std::string& language) {
  Theme theme{indicator_record(project), {}};
  ThematicQuestion question;
  question.figures.indicator = options.indicator;
  const int last = last_year(theme.record, options.indicator);
  question.figures.year = options.year != 0 ? options.year : last;
  question.figures.level = options.level;
  if (!options.divisions_of.empty()) question.figures.onto = parse_date(options.divisions_of);
  question.figures.basis = options.basis == "area" ? ShareBasis::area : ShareBasis::people;
  question.method = *class_method(options.limits.empty() ? std::string_view{options.method} : std::string_view{"given"});
  question.classes = options.classes;
  question.limits = options.limits;
  question.trend = options.trend == "least-squares" ? TrendMethod::least_squares : TrendMethod::theil_sen;
  const Date day = question.figures.onto.value_or(last_day_of_year(question.figures.year));
  const DivisionRegister divisions{theme.record.facts, day};
  IndicatorSheet& sheet = theme.sheet;
  sheet.place = project.summary().title;
  if (!options.within.empty()) {
    const DivisionState& within = division_with_code(divisions, theme.record.facts, options.within, day);
    question.within = within.id;
    sheet.place = within.name;
  }
  sheet.head = sheet_head(project, day);
  sheet.thematic = thematic_of(theme.record, question);
  sheet.ramp = options.ramp;
  sheet.level = level_words(project, sheet.thematic.table.question.level, language);
  for (const ThematicRow& row : sheet.thematic.rows) {
    const DivisionState* state = divisions.find(row.figure.division);
    sheet.names.push_back(state ? state->name : "–");
    sheet.codes.push_back(state ? state->code : "");
  }
  const IndicatorRule& rule = sheet.thematic.table.rule;
  if (const IndicatorRule* n = find_indicator(theme.record.rules, rule.numerator)) sheet.numerator = n->words;
  if (const IndicatorRule* d = find_indicator(theme.record.rules, rule.denominator)) sheet.denominator = d->words;
  std::set<std::string> sources;
  for (const IndicatorValue& v : theme.record.values) {
    const bool counts = v.indicator == rule.id || v.indicator == rule.numerator || v.indicator == rule.denominator;
    if (counts && v.year == question.figures.year && !v.source.empty()) sources.insert(v.source);
  }
  sheet.sources = {sources.begin(), sources.end()};
  return theme;
}

void add_theme_map(const Project& project, Theme& theme) {
  const AsOf as_of{theme.sheet.thematic.day};
  const Territory territory = derive(project.snapshot(as_of), StatusQuo{});
  theme.sheet.map = thematic_map(theme.sheet.thematic, territory, project.divisions(as_of), theme.sheet.ramp);
}

TileTheme tile_theme(const Theme& theme) {
  const Thematic& thematic = theme.sheet.thematic;
  TileTheme tiles{thematic.table.rule.id, thematic.table.question.level, {}};
  for (const ThematicRow& row : thematic.rows) {
    if (row.figure.value) tiles.values.push_back({row.figure.division, *row.figure.value, static_cast<int>(*row.in_class) + 1});
  }
  return tiles;
}

ThemeStyle theme_style(const Theme& theme, const std::string& language) {
  const Thematic& thematic = theme.sheet.thematic;
  const Phrases phrases{language};
  ThemeStyle style{thematic.table.rule.id, thematic.table.question.level, {}, css(no_data_colour), {}};
  const std::size_t classes = thematic.classes ? thematic.classes->size() : 0;
  if (classes > 0) {
    for (const RampColour& colour : ramp_colours(theme.sheet.ramp, classes)) style.colours.push_back(css(colour));
  }
  for (std::size_t i = 0; i < classes; ++i) style.labels.push_back(class_words(thematic, i, phrases));
  return style;
}

}  // namespace merestone
