// SPDX-License-Identifier: Apache-2.0
#include "gis/law/clock.hpp"

#include <algorithm>

namespace merestone {

bool WorkingCalendar::works(Date day) const {
  const auto holds = [&](const std::vector<Date>& days) { return std::find(days.begin(), days.end(), day) != days.end(); };
  if (holds(worked)) return true;
  if (holds(holidays)) return false;
  const int weekday = static_cast<int>(std::chrono::weekday{day}.iso_encoding());
  return std::find(rest_days.begin(), rest_days.end(), weekday) == rest_days.end();
}

Date due_on(const Span& span, Date start, const WorkingCalendar& calendar) {
  using namespace std::chrono;
  const year_month_day later = year_month_day{start} + months{span.months};
  const Date moved = later.ok() ? Date{later} : Date{later.year() / later.month() / last};
  if (span.count == DayCount::calendar) return moved + days{span.days};
  Date day = moved;
  for (int worked = 0; worked < span.days;) {
    day += days{1};
    worked += calendar.works(day) ? 1 : 0;
  }
  return day;
}

}  // namespace merestone
