// SPDX-License-Identifier: Apache-2.0
/// Which step a case may take, by whom, and what must be on file then. Rules of one country are data; see
/// gis/law/enforcement_rules.hpp.
#pragma once

#include "gis/burials/case_clock.hpp"

namespace merestone {

/// States that may follow, in the order of the rules; the first step of the rules for a case without acts.
std::vector<std::string> next_states(const EnforcementRules& rules, BurialActs acts);
bool has_ended(const EnforcementRules& rules, const BurialCase& one);

/// Why `act` may not be the next step of the case, which holds what was found on site up to and with this act:
///   enforcement.unknown_step     the rules know no such step
///   enforcement.out_of_order     it does not follow; says which do
///   enforcement.not_competent    the body may not take it; says who may
///   enforcement.needs            something must be on file first: position, photo, class …
///   enforcement.dates            before the step before
///   enforcement.in_future        the day has not come yet
///   enforcement.due_too_short    a notice gives less time than its corrections take
///   enforcement.wait             a time has not run out; says which, and from which day on it may (scenario 23)
///   enforcement.not_begun        a wait that must be kept has not begun
///   enforcement.receiver         the body that a case is transferred to is not competent for the class of land
/// and as a warning
///   enforcement.others_land      another body is competent for the land in its own right
std::vector<Finding> check_act(const EnforcementRules& rules, const WorkingCalendar& calendar, const BurialCase& one, const BurialAct& act,
                               Date today);

}  // namespace merestone
