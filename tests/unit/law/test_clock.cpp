// SPDX-License-Identifier: Apache-2.0
#include "gis/law/clock.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {
std::string due(const Span& span, const char* start, const WorkingCalendar& calendar = {}) {
  return to_string(due_on(span, parse_date(start), calendar));
}
}  // namespace

TEST_CASE("a clock ends on the day that the law's own examples name") {
  CHECK(due({.days = 15}, "2024-03-10") == "2024-03-25");  // scenario 3
  CHECK(due({.days = 15}, "2024-03-01") == "2024-03-16");  // scenario 2
  CHECK(due({.months = 12}, "2011-07-14") == "2012-07-14");
  CHECK(due({.months = 1}, "2024-01-31") == "2024-02-29");
  CHECK(due({.months = 18}, "2023-08-31") == "2025-02-28");
}

TEST_CASE("working days leave out rest days and holidays, and count rest days that are worked") {
  const Span five{.days = 5, .count = DayCount::working};
  CHECK(due(five, "2024-03-01") == "2024-03-08");  // a Friday
  const WorkingCalendar calendar{.holidays = {parse_date("2024-03-04")}, .worked = {parse_date("2024-03-02")}};
  CHECK(due(five, "2024-03-01", calendar) == "2024-03-08");
  CHECK(due({.days = 1, .count = DayCount::working}, "2024-03-01", calendar) == "2024-03-02");
  CHECK(due(five, "2024-03-01", {.rest_days = {5}}) == "2024-03-06");
}
