// SPDX-License-Identifier: Apache-2.0
#include "data/office/dispute_stay.hpp"

#include "data/office/ground_undo.hpp"
#include "data/store/opinion_store.hpp"
#include "data/store/outcome_store.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// What the parties claimed until the outcome had effect they claim again, and the line of the outcome is a proposal.
void wake_opinions(CaseAct& act, const Outcome& outcome, Date day) {
  for (const auto& kept : read_opinions(act.connection(), outcome.dispute, act.before())) {
    LineOpinion again = kept.fact;
    if (kept.fact.kind == OpinionKind::claim && kept.fact.valid.until == outcome.effective) {
      again.valid.until = open_end;
    } else if (kept.fact.kind == OpinionKind::final_line && kept.fact.document == outcome.document) {
      again.kind = OpinionKind::proposal;
      again.valid = {day, open_end};
    } else {
      continue;
    }
    renew_opinion(act.writer(), kept, again);
  }
}

}  // namespace

std::vector<ClaimId> wake_claims(CaseAct& act, Date day) {
  std::vector<ClaimId> awake;
  for (const auto& [number, rest] : read_claim_rests(act.connection(), act.the_case().dispute, act.before())) {
    if (rest.days.until <= day) continue;
    act.writer().supersede("claim_rest", {number});
    if (rest.days.from < day) add_claim_rest(act.writer(), {rest.claim, {rest.days.from, day}});
    awake.push_back(rest.claim);
  }
  return awake;
}

std::vector<Finding> stay_outcome(CaseAct& act, Date day) {
  const auto outcomes = read_outcomes(act.connection(), act.the_case().dispute, act.before());
  if (outcomes.empty()) return {};
  const Outcome& outcome = outcomes.back().fact.outcome;
  restore_ground(act.writer(), outcome_revision(act.connection(), outcome.dispute, outcome.document), day);
  wake_claims(act, day);
  wake_opinions(act, outcome, day);
  act.record().tell("stayed", to_string(outcome.decided));
  return {{.rule = "dispute.effect_stayed", .severity = Severity::note,
           .facts = {{"decided", to_string(outcome.decided)}, {"effective", to_string(outcome.effective)}, {"day", to_string(day)}}}};
}

std::optional<LineOpinion> stayed_line(CaseAct& act, DocumentId outcome) {
  for (const auto& [number, opinion] : read_opinions(act.connection(), act.the_case().dispute, act.before())) {
    if (opinion.kind == OpinionKind::proposal && opinion.document == outcome) return opinion;
  }
  return {};
}

}  // namespace merestone
