// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/disputes/evidence.hpp"
#include "gis/disputes/case_state.hpp"
#include "tests/support/findings.hpp"

namespace merestone::test {

/// The 1989 Regulations as far as the tests need them: no limits of time (BD-01), two lists of evidence. The template
/// of the pack is longer; that it says the same is a test of its own.
inline DisputeTemplate law_of_1989() {
  DisputeTemplate law;
  law.id = "cn-1989";
  law.from_level = 1;
  law.to_level = 4;
  law.village_needs_approval = true;
  law.triage = {{"ownership", {"Is it about ownership?", ""}, "not_our_procedure", {"land-rights procedure", ""}, ""},
                {"settled_line", {}, "approving_body", {}, ""},
                {"unclear_line", {}, "procedure", {}, ""}};
  const auto step = [&](const char* id, std::vector<std::string> next) {
    ProcedureStep made;
    made.id = id;
    if (made.id == "accepted") made.words.zh = "已受理";
    made.next = std::move(next);
    law.steps.push_back(std::move(made));
  };
  step("reported", {"accepted", "not_our_procedure"});
  step("accepted", {"status_quo_set", "suspended"});
  step("status_quo_set", {"negotiating", "suspended"});
  step("negotiating", {"agreed", "referred", "suspended"});
  step("referred", {"mediating", "suspended"});
  step("mediating", {"agreed", "decided", "suspended"});
  step("agreed", {"division_change_approval", "surveyed"});
  step("decided", {"division_change_approval", "surveyed"});
  step("division_change_approval", {"surveyed", "reopened"});
  step("surveyed", {"filed"});
  step("filed", {"published"});
  step("published", {"closed"});
  step("closed", {"reopened"});
  step("suspended", {"accepted", "status_quo_set", "negotiating", "referred", "mediating", "closed"});
  step("not_our_procedure", {});
  step("reopened", {"accepted"});
  EvidenceTier a, b, x;
  a.id = "A";
  a.weight = EvidenceWeight::decisive;
  a.items = {{"A3", {}, false, false, false}, {"A5", {}, true, true, true}};
  b.id = "B";
  b.weight = EvidenceWeight::reference;
  b.not_before = parse_date("1949-10-01");
  b.before_dispute = true;
  b.items = {{"B2", {}, false, false, false}};
  x.id = "X";
  law.tiers = {a, b, x};
  return law;
}

/// Steps on consecutive days from 2 March 2020.
inline std::vector<CaseStep> history(std::initializer_list<const char*> states) {
  std::vector<CaseStep> steps;
  Date day = parse_date("2020-03-01");
  for (const char* state : states) steps.push_back({state, day += std::chrono::days{1}, {}, {}});
  return steps;
}

}  // namespace merestone::test
