// SPDX-License-Identifier: Apache-2.0
/// Times that run in a case (domain.md §5.5): the day to correct by, the sixty days and six months that the party has
/// before a court may be asked, the three months that the office has then. Which there are, the rules say.
#pragma once

#include "gis/burials/burial_case.hpp"

namespace merestone {

struct CaseClock {
  std::string clock;               ///< id of an EnforcementClock
  EnforcementClock::Kind kind{};
  Date since{};
  Date due{};                      ///< the last day: of a wait the party's, of a deadline that in time
  std::optional<Date> stopped{};   ///< by an act before or after it ran out
  bool overdue = false;            ///< a deadline that was missed, or is past with nothing done
  /// A wait that nothing has stopped and that runs on `day` still.
  bool holds_on(Date day) const { return kind == EnforcementClock::Kind::wait && !stopped && day <= due; }
};

/// The clocks that have begun, in the order of the rules. A clock that began several times has run from its last start.
std::vector<CaseClock> case_clocks(const EnforcementRules& rules, const WorkingCalendar& calendar, BurialActs acts, Date today);

/// When a state may be entered at the earliest: the day after the last wait that blocks it has run out. `waits` are those
/// that do. Nothing where a wait that the state requires has not begun: then `missing` is its clock.
struct Earliest {
  std::optional<Date> day{};
  std::vector<CaseClock> waits{};
  std::string missing{};
};
Earliest earliest_entry(const EnforcementRules& rules, const WorkingCalendar& calendar, BurialActs acts, std::string_view state);

}  // namespace merestone
