// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/disputes/case_state.hpp"
#include "gis/base/as_of.hpp"
#include "gis/divisions/division.hpp"

namespace merestone {

/// A case as the office opened it, with what it went through.
struct DisputeCase {
  DisputeId dispute;
  std::string number;             ///< of the office
  std::string title;
  std::string procedure;          ///< id of the template, "cn-1989"
  Level level = 0;                ///< of the parties
  Date reported{};
  std::optional<Date> arose{};    ///< when the dispute did; evidence made later counts less
  std::string triage{};           ///< word of TriageResult; empty: not looked into yet
  std::string triage_reason{};    ///< rules that decided, "dispute.settled_line"
  std::vector<DivisionId> parties{};
  std::vector<CaseStep> steps{};
  Revision revision = 0;          ///< last act that wrote about the case; who edits says which he saw

  std::string state() const { return state_of(steps); }
  /// Since when the parties must leave things as they are: since it was set, or, where the procedure sets none and forbids
  /// changes all the same, since the report.
  std::optional<Date> status_quo(const DisputeTemplate& law) const {
    if (!law.step(case_state::status_quo_set) && !law.standstill.empty()) return reported;
    return day_of_state(steps, case_state::status_quo_set);
  }
};

}  // namespace merestone
