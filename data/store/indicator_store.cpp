// SPDX-License-Identifier: Apache-2.0
#include "data/store/indicator_store.hpp"

#include "data/store/optional_values.hpp"
#include "data/store/statement.hpp"

namespace merestone {
namespace {

SumRule sum_rule(std::string_view word) { return word == "rate" ? SumRule::rate : word == "none" ? SumRule::none : SumRule::sum; }

}  // namespace

std::string_view word_of(SumRule rule) { return rule == SumRule::rate ? "rate" : rule == SumRule::none ? "none" : "sum"; }

std::vector<Kept<IndicatorRule>> read_indicator_rules(Connection& connection, Revision revision) {
  std::vector<Kept<IndicatorRule>> all;
  const Value parameters[] = {revision};
  connection.query(statement("indicator_definition_list", connection.engine()), parameters, [&](const Row& row) {
    IndicatorRule rule;
    rule.id = text_at(row, 1);
    rule.words = {text_at(row, 2), text_at(row, 3)};
    rule.unit = {text_at(row, 4), text_at(row, 5)};
    rule.sum = sum_rule(row.text(6));
    rule.parent = text_at(row, 7);
    rule.numerator = text_at(row, 8), rule.denominator = text_at(row, 9);
    rule.scale = row.real(10);
    rule.over = {text_at(row, 11), text_at(row, 12)};
    rule.whole = row.integer(13) != 0;
    rule.source = text_at(row, 14);
    all.push_back({row.integer(0), std::move(rule)});
  });
  return all;
}

void add_indicator_rules(FactWriter& writer, std::span<const IndicatorRule> rules, DocumentId document) {
  auto rows = writer.rows("indicator_definition");
  for (const IndicatorRule& r : rules) {
    rows.add({writer.next("indicator_definition"), value_of(document), writer.revision(), r.id, r.words.en, r.words.zh, r.unit.en, r.unit.zh,
              word_of(r.sum), r.parent, r.numerator, r.denominator, r.scale, r.over.en, r.over.zh, std::int64_t{r.whole}, r.source});
  }
  rows.finish();
}

std::vector<Kept<IndicatorValue>> read_indicator_values(Connection& connection, Revision revision, std::string_view indicator) {
  std::vector<Kept<IndicatorValue>> all;
  const Value parameters[] = {revision, indicator};
  connection.query(statement("indicator_value_list", connection.engine()), parameters, [&](const Row& row) {
    const std::chrono::year_month_day first{parse_date(row.text(2))};
    all.push_back({row.integer(0), {DivisionId{row.integer(1)}, text_at(row, 3), static_cast<int>(first.year()), row.real(4), text_at(row, 5)}});
  });
  return all;
}

void add_indicator_values(FactWriter& writer, std::span<const IndicatorValue> values, DocumentId document) {
  auto rows = writer.rows("indicator_value");
  PeriodText valid;
  for (const IndicatorValue& v : values) {
    valid.set(period_of_year(v.year));
    rows.add({writer.next("indicator_value"), v.division.value, value_of(document), writer.revision(), valid.from, valid.until, v.indicator, v.value,
              v.source});
  }
  rows.finish();
}

}  // namespace merestone
