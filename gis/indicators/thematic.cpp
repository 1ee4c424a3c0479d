// SPDX-License-Identifier: Apache-2.0
#include "gis/indicators/thematic.hpp"

#include <algorithm>

namespace merestone {
namespace {

void keep_within(FigureTable& table, const DivisionRegister& divisions, DivisionId superior) {
  if (superior == DivisionId{}) return;
  const auto below = [&](DivisionId division) { return division != superior && divisions.lies_in(division, superior); };
  std::erase_if(table.figures, [&](const Figure& f) { return !below(f.division); });
  std::erase_if(table.findings, [&](const Finding& f) {
    const DivisionState* state = f.subject.record.empty() ? nullptr : divisions.find_code(f.subject.record);
    return state != nullptr && !divisions.lies_in(state->id, superior);
  });
}

Figure whole_of(const FigureTable& table) {
  Figure whole;
  whole.parts = whole.missing = 0;
  double sum = 0;
  bool any = false;
  for (const Figure& f : table.figures) {
    whole.parts += f.parts, whole.missing += f.missing;
    whole.numerator += f.numerator, whole.denominator += f.denominator, whole.shared += f.shared;
    any = any || f.value.has_value();
    sum += f.value.value_or(0);
  }
  if (table.rule.sum == SumRule::sum && any) whole.value = sum;
  if (table.rule.sum == SumRule::rate && whole.denominator > 0) whole.value = table.rule.scale * whole.numerator / whole.denominator;
  return whole;
}

}  // namespace

Thematic thematic_of(const IndicatorRecord& record, const ThematicQuestion& question) {
  Thematic thematic;
  thematic.day = question.figures.onto.value_or(last_day_of_year(question.figures.year));
  thematic.trend = question.trend;
  const DivisionRegister divisions{record.facts, thematic.day};
  FigureQuestion figures = question.figures;
  figures.onto = thematic.day;
  thematic.table = figures_of(record, figures, &divisions);
  keep_within(thematic.table, divisions, question.within);
  figures.level = thematic.table.question.level;
  for (const Figure& f : thematic.table.figures) thematic.rows.push_back({f, {}, {}, {}});
  thematic.whole.figure = whole_of(thematic.table);

  for (const int year : years_of(record, figures.indicator)) {
    if (year > question.figures.year || last_day_of_year(year) > thematic.day) continue;
    figures.year = year;
    FigureTable then = figures_of(record, figures, &divisions);
    keep_within(then, divisions, question.within);
    for (std::size_t i = 0; i < then.figures.size(); ++i) {
      if (then.figures[i].value) thematic.rows[i].series.push_back({year, *then.figures[i].value});
    }
    // A whole that lacks parts in one year and not in another would show a trend of the reports.
    const Figure whole = whole_of(then);
    if (whole.value && whole.missing == 0) thematic.whole.series.push_back({year, *whole.value});
  }
  std::vector<double> values;
  for (ThematicRow& row : thematic.rows) {
    row.trend = trend_of(row.series, question.trend);
    if (row.figure.value) values.push_back(*row.figure.value);
  }
  thematic.whole.trend = trend_of(thematic.whole.series, question.trend);
  if (values.empty()) return thematic;
  thematic.classes = classify(values, question.method, question.classes, question.limits);
  thematic.classes->without = thematic.rows.size() - values.size();
  for (ThematicRow& row : thematic.rows) {
    if (row.figure.value) row.in_class = thematic.classes->class_of(*row.figure.value);
  }
  return thematic;
}

}  // namespace merestone
