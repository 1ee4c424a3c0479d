// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/date.hpp"
#include "gis/law/wording.hpp"

#include <string>
#include <vector>

namespace merestone {

enum class DayCount { calendar, working };

/// "12 months", "15 days": a time that a law allows.
struct Span {
  int months = 0;
  int days = 0;
  DayCount count = DayCount::calendar;  ///< how days are counted; months are always calendar months
  bool empty() const noexcept { return months == 0 && days == 0; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// Which days are worked on. Days of the week as ISO 8601 numbers them: 1 Monday … 7 Sunday.
struct WorkingCalendar {
  std::vector<int> rest_days{6, 7};
  std::vector<Date> holidays{};  ///< not worked, whatever day of the week
  std::vector<Date> worked{};    ///< worked although a rest day (调休)
  bool works(Date day) const;
};

/// The last day in time: a span of 15 days that begins on 1 March ends on 16 March, one of 1 month on 1 April; where
/// the month has no such day, on its last one. Working days are counted from the day after `start`.
Date due_on(const Span& span, Date start, const WorkingCalendar& calendar);

/// Something that must happen within a time of something else.
struct Clock {
  std::string id;           ///< "completion"
  Wording words{};
  std::string of{};         ///< what it binds: "divisions", "names"
  std::string starts{};     ///< milestone that starts it: see milestones in change_rules.hpp
  std::string stops{};      ///< milestone that must be reached
  Span allowed{};
  Span extension{};         ///< what may be added with consent; empty: nothing
  std::vector<std::string> acts{};  ///< kinds of act that it binds; empty: all
  std::string source{};     ///< the article
};

}  // namespace merestone
