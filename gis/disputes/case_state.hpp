// SPDX-License-Identifier: Apache-2.0
/// How far a dispute has come (domain.md §4.3, §4.4). The states and what may follow are those of the procedure's
/// template; what some of them mean to the line is the same in every country and stands here.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/base/id.hpp"
#include "gis/law/procedure.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// One thing that a case went through. Its state is that of the last.
struct CaseStep {
  std::string state;  ///< id of a step of the template: "negotiating"
  Date day{};
  DocumentId document{};
  std::string note{};
};
using CaseHistory = std::span<const CaseStep>;  ///< oldest first

/// States that mean something beyond their procedure.
namespace case_state {
/// Every procedure lets those who brought a case take it back.
inline constexpr std::string_view withdrawn = "withdrawn";
inline constexpr std::string_view suspended = "suspended";
inline constexpr std::string_view reopened = "reopened";
/// Art. 10 of 1989: nobody settles people, sets up organs or damages resources after this day.
inline constexpr std::string_view status_quo_set = "status_quo_set";
inline constexpr std::string_view not_our_procedure = "not_our_procedure";
/// A court has the decision before it: until it is final, the ground is administered as before the dispute.
inline constexpr std::string_view appealed = "appealed";
inline constexpr std::string_view approval_awaited = "division_change_approval";
}  // namespace case_state

enum class CasePhase {
  open,     ///< the line is in dispute
  outcome,  ///< agreed or decided, and on its way through approval, survey, filing and publication
  ended,    ///< closed, withdrawn, or not for this procedure
};
CasePhase phase_of(std::string_view state);
std::string state_of(CaseHistory history);  ///< empty before the first step
/// The last day on which the case came into `state` since it was opened anew.
std::optional<Date> day_of_state(CaseHistory history, std::string_view state);

/// The last day on which the case went back from an outcome, or from its end, to being open: reopened, or appealed.
std::optional<Date> day_taken_up_again(CaseHistory history);

/// Since when an appeal keeps the outcome from having effect; nothing where none does.
std::optional<Date> stayed_since(CaseHistory history);

/// States that may follow, in the order of the template. A suspended case goes on from where it was left, or ends.
std::vector<std::string> next_states(const DisputeTemplate& procedure, CaseHistory history);

/// Why `next` may not be the next step:
///   dispute.ended         the case has ended; reopen it first, where the procedure knows reopening
///   dispute.out_of_order  the state does not follow; says which do
///   dispute.dates         the day is before that of the step before
///   dispute.in_future     the day has not come yet
std::vector<Finding> check_step(const DisputeTemplate& procedure, CaseHistory history, const CaseStep& next, Date today);

/// What the procedure calls the states that findings name, beside their ids: {now_zh} of {now}, and so of state, before and
/// allowed. What it does not know keeps its id, for cli/words to name.
void name_states(std::span<Finding> findings, const DisputeTemplate& procedure);

/// Just the days of it: dispute.dates, dispute.in_future.
std::vector<Finding> check_days(const DisputeTemplate& procedure, const CaseStep& next, CaseHistory history, Date today);

/// Why a step may not be taken by day and document alone:
///   dispute.own_act      its act records more: triage, an outcome, a survey, a filing; says which
///   dispute.no_document  it was signed or issued, and awaits approval: by which paper?
///   dispute.no_outcome   it comes after an outcome, and none is on record
std::vector<Finding> check_bare_step(const DisputeTemplate& procedure, const CaseStep& step, std::string_view triage, bool has_outcome);

/// An office may set times where the law sets none (BD-01), or shorter ones.
struct OfficeClock {
  std::string procedure;
  std::string state;
  int days = 0;
};

/// A state that a clock runs for, and the last day in time to leave it.
struct DueStep {
  std::string state;
  Date since;
  Date due;
  bool by_office = false;    ///< the office set the time, not the law
  std::optional<Date> left;  ///< when the case went on; empty while it stands there
  bool overdue = false;      ///< left late, or still there after the day
};

/// Every state of the case that has a clock, oldest first. A clock stands still while the case is suspended.
std::vector<DueStep> due_steps(const DisputeTemplate& procedure, const WorkingCalendar& calendar,
                               std::span<const OfficeClock> office, CaseHistory history, Date today);

}  // namespace merestone
