// SPDX-License-Identifier: Apache-2.0
#include "cli/service/answers.hpp"
#include "cli/service/answers_json.hpp"
#include "gis/base/error.hpp"
#include "gis/indicators/thematic.hpp"
#include "tiles/style/ramp.hpp"

#include <algorithm>
#include <set>

namespace merestone {
namespace {

/// From light to dark, so that more is darker in both looks of the page and for colour-blind readers.
constexpr const char* ramp = "YlGnBu";

Json words(const Wording& said) { return {{"en", said.en}, {"zh", said.zh}}; }

/// Levels at which divisions of the day exist, the finest first: figures of a year are carried over to them.
std::vector<Level> levels_of(const DivisionRegister& divisions) {
  std::set<Level, std::greater<>> levels;
  for (const auto& division : divisions.all()) levels.insert(division.level);
  return {levels.begin(), levels.end()};
}

Json classes_json(const ValueClasses& classes) {
  const auto colours = ramp_colours(ramp, classes.size());
  Json list = Json::array();
  for (std::size_t i = 0; i < classes.size(); ++i) {
    list.push_back({{"above", classes.lower(i)}, {"up_to", classes.uppers[i]}, {"count", classes.counts[i]}, {"colour", css(colours[i])}});
  }
  return list;
}

}  // namespace

std::string Answers::indicators() const {
  Json list = Json::array();
  for (const auto& rule : atlas_.indicators.rules) {
    const auto years = years_of(atlas_.indicators, rule.id);
    if (years.empty()) continue;
    list.push_back({{"indicator", rule.id}, {"words", words(rule.words)}, {"unit", words(rule.unit)}, {"years", years}});
  }
  return compact({{"indicators", list}, {"levels", levels_of(*today_)}});
}

std::string Answers::thematic(const std::string& indicator, std::optional<int> year, std::optional<Level> level, ClassMethod method,
                              std::size_t classes) const {
  const auto years = years_of(atlas_.indicators, indicator);
  ThematicQuestion question;
  question.figures = {.indicator = indicator, .year = year.value_or(years.empty() ? 0 : years.back()), .level = level.value_or(0)};
  // Shares lead forward only: figures of a time after the atlas's day are those of their own divisions.
  if (last_day_of_year(question.figures.year) <= atlas_.as_of.day) question.figures.onto = atlas_.as_of.day;
  question.method = method;
  question.classes = classes;
  const Thematic made = thematic_of(atlas_.indicators, question);
  Json json{{"indicator", indicator}, {"year", made.table.question.year}, {"level", made.table.question.level}, {"on", to_string(made.day)},
            {"words", words(made.table.rule.words)}, {"unit", words(made.table.rule.unit)}, {"method", word_of(method)},
            {"classes", made.classes ? classes_json(*made.classes) : Json::array()}, {"no_data", css(no_data_colour)},
            {"without", made.classes ? made.classes->without : made.rows.size()}};
  json["values"] = Json::object();
  for (const auto& row : made.rows) {
    const auto* division = today_->find(row.figure.division);
    if (division == nullptr || !row.figure.value) continue;
    Json value{{"value", *row.figure.value}, {"class", row.in_class.value_or(0) + 1}};
    if (row.figure.shared > 0) value["estimated"] = true;
    if (row.trend) value["trend"] = row.trend->per_year;
    json["values"][division->code] = std::move(value);
  }
  json["notes"] = Json::array();
  for (const auto& finding : made.table.findings) {
    if (std::find(json["notes"].begin(), json["notes"].end(), finding.rule) == json["notes"].end()) json["notes"].push_back(finding.rule);
  }
  return compact(json);
}

}  // namespace merestone
