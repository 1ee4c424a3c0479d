// SPDX-License-Identifier: Apache-2.0
/// A county of two towns, 11 and 12, and one of one, 21. 12 splits in 2020 into 13 (a quarter of its people) and 14.
#pragma once

#include "gis/indicators/figures.hpp"

namespace merestone::test {

struct Country {
  IndicatorRecord record;
  const Date begin = parse_date("2001-01-01"), split = parse_date("2020-07-01");

  Country() {
    add(1, 3, "1", 0, {begin, open_end});
    add(2, 3, "2", 0, {begin, open_end});
    add(11, 4, "11", 1, {begin, open_end});
    add(12, 4, "12", 1, {begin, split});
    add(13, 4, "13", 1, {split, open_end});
    add(14, 4, "14", 1, {split, open_end});
    add(21, 4, "21", 2, {begin, open_end});
    record.facts.successions = {{id(12), id(13), split, "split"}, {id(12), id(14), split, "split"}};
    record.shares = {{0, {}, true, 0.5, 0.25}, {1, {}, true, 0.5, 0.75}};
    record.rules = {{.id = "deaths", .words = {"deaths", "死亡"}, .unit = {"people", "人"}, .whole = true},
                    {.id = "cremated", .words = {"cremated", "火化"}, .unit = {"remains", "具"}, .parent = "", .whole = true},
                    {.id = "infants", .words = {"infants", "婴儿"}, .unit = {"people", "人"}, .parent = "deaths", .whole = true},
                    {.id = "rate", .words = {"rate", "率"}, .unit = {"%", "%"}, .sum = SumRule::rate, .numerator = "cremated", .denominator = "deaths",
                     .scale = 100, .over = {"compare the place of cremation", "请核对火化地"}},
                    {.id = "rain", .words = {"rain", "降水"}, .unit = {"mm", "毫米"}, .sum = SumRule::none}};
  }
  static DivisionId id(std::int64_t n) { return DivisionId{n}; }
  void add(std::int64_t n, Level level, const char* code, std::int64_t superior, Period valid) {
    record.facts.versions.push_back({id(n), level, "unit", valid});
    record.facts.codes.push_back({id(n), "test", code, valid});
    record.facts.names.push_back({id(n), std::string{"Unit "} + code, "en", "official", valid});
    if (superior != 0) record.facts.memberships.push_back({id(n), id(superior), MembershipKind::legal, valid});
  }
  void value(std::int64_t n, const char* indicator, int year, double value) { record.values.push_back({id(n), indicator, year, value, ""}); }
  FigureTable ask(const char* indicator, int year, Level level = 0, std::optional<Date> onto = {}) const {
    return figures_of(record, {indicator, year, level, onto});
  }
};

inline const Figure& of(const FigureTable& table, std::int64_t division) {
  for (const Figure& f : table.figures) {
    if (f.division == DivisionId{division}) return f;
  }
  throw std::logic_error{"no such figure"};
}

}  // namespace merestone::test
