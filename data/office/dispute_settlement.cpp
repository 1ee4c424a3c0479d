// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"
#include "data/office/case_act.hpp"
#include "data/office/dispute_ground.hpp"
#include "data/office/dispute_stay.hpp"
#include "data/office/ground_plan.hpp"
#include "data/store/document_store.hpp"
#include "data/store/ground_store.hpp"
#include "data/store/layer_store.hpp"
#include "data/store/opinion_store.hpp"
#include "data/store/outcome_store.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// Everything that the redrawing changes, for the list of tiles.
std::vector<Polyline> changed_lines(const Snapshot& ground, const Redraw& plan) {
  std::vector<Polyline> lines;
  for (const RedrawnStretch& stretch : plan.stretches) lines.push_back(stretch.path);
  std::vector<StretchId> touched = plan.cut;
  for (const RestatedStretch& stretch : plan.restated) touched.push_back(stretch.stretch);
  std::sort(touched.begin(), touched.end());
  for (const Stretch& stretch : ground.stretches) {
    if (std::binary_search(touched.begin(), touched.end(), stretch.id)) lines.push_back(stretch.path);
  }
  return lines;
}

class SettlementAct {
 public:
  SettlementAct(Project& project, CaseAct& act, Settlement& settlement)
      : project_{project}, act_{act}, settlement_{settlement}, outcome_{settlement.outcome} {}

  Settled run() {
    outcome_.dispute = act_.the_case().dispute;
    outcome_.document = act_.document();
    if (settlement_.approval) outcome_.approval = act_.record().add(*settlement_.approval);
    refuse_second_outcome();
    const GroundPlan plan = plan_ground(project_, request(), outcome_.effective, act_.before());
    find_what_moves(plan.redraw);
    check(plan.redraw);
    steps();
    record_ground(project_, act_.writer(), plan, outcome_.document);
    end_claims();
    record_line();
    Settled settled{0, outcome_, plan.redraw.transfers, touched_tiles(changed_lines(plan.near, plan.redraw)), plan.redraw.findings};
    add_outcome(act_.writer(), {outcome_, to_text(settled.tiles)});
    act_.record().tell("mode", std::string{word_of(outcome_.mode)});
    act_.record().tell("effective", to_string(outcome_.effective));
    return settled;
  }

 private:
  /// Where the case was reopened or appealed the earlier outcome gives way to the new one.
  void refuse_second_outcome() {
    for (const auto& [number, recorded] : read_outcomes(act_.connection(), outcome_.dispute, act_.before())) {
      const auto again = day_taken_up_again(act_.the_case().steps);
      if (!again || *again < recorded.outcome.decided) {
        refuse(Fault::conflict, "dispute.settled_already", "the case has an outcome", {{"day", to_string(recorded.outcome.decided)}});
      }
      act_.writer().supersede("outcome", {number});
    }
  }

  RedrawRequest request() {
    RedrawRequest all;
    all.dispute = outcome_.dispute;
    for (const CaseParty& party : parties_of(project_, act_.the_case(), act_.before())) all.parties.push_back(party.division);
    Version version;
    const AgreedLine& line = settlement_.line;
    if (line.as_claimed_by.value != 0) version.based_on = claim_of(line.as_claimed_by);
    if (line.opinion.value != 0) line_ = opinion(line.opinion);
    if (line.line) line_ = *line.line;
    if (line.affirmed) line_ = affirmed_line();
    if (line_) {
      line_->kind = OpinionKind::final_line;
      refuse_errors(check_opinion(*line_, act_.the_case().parties, act_.today()), "the agreed line is refused");
      if (!line_->path.empty()) version.lines.push_back({line_->path, line_->left, line_->right});
      all.accuracy_m = line_->accuracy_m;
    }
    all.versions.push_back(std::move(version));
    return all;
  }

  /// The line of the outcome under appeal.
  LineOpinion affirmed_line() {
    const auto outcomes = read_outcomes(act_.connection(), outcome_.dispute, act_.before());
    if (outcomes.empty() || !stayed_since(act_.the_case().steps)) {
      act_.refuse_now("dispute.nothing_appealed", "no outcome is under appeal");
    }
    if (auto line = stayed_line(act_, outcomes.back().fact.outcome.document)) {
      settlement_.line.opinion = line->id;
      return *line;
    }
    refuse(Fault::missing, "dispute.no_line_to_affirm", "the outcome drew no line", {{"decided", to_string(outcomes.back().fact.outcome.decided)}});
  }

  ClaimId claim_of(DivisionId party) {
    for (const Claim& claim : read_claims_of(act_.connection(), outcome_.dispute, act_.before())) {
      if (claim.claimant == party) return claim.id;
    }
    refuse(Fault::missing, "dispute.no_claim", "no such claim", {{"name", called(project_, party, {outcome_.decided, act_.before()})}});
  }

  LineOpinion opinion(LineOpinionId id) {
    for (const auto& [number, found] : read_opinions(act_.connection(), outcome_.dispute, act_.before())) {
      if (found.id == id) return found;
    }
    refuse(Fault::missing, "dispute.no_opinion", "no such opinion", {{"opinion", std::to_string(id.value)}});
  }

  void find_what_moves(const Redraw& plan) {
    if (outcome_.moved.empty()) {
      outcome_.moved = moved_villages(project_.places({outcome_.effective, act_.before()}), plan.transfers);
    }
    if (outcome_.points.empty() && line_) outcome_.points = turning_points(line_->path, settlement_.annex);
  }

  void check(const Redraw& plan) {
    std::vector<Finding> findings = check_outcome(outcome_, act_.procedure(), act_.the_case().steps, act_.the_case().parties, act_.today());
    for (Finding& found : findings) {
      if (found.rule == "dispute.unsigned") name_party(found);
    }
    findings.insert(findings.end(), plan.findings.begin(), plan.findings.end());
    const bool ended = phase_of(act_.the_case().state()) == CasePhase::ended;
    refuse_errors(findings, "the settlement is refused", ended ? Fault::conflict : Fault::invalid);
  }

  /// The core knows parties by their ids, people by name.
  void name_party(Finding& unsigned_by) const {
    for (const CaseParty& party : parties_of(project_, act_.the_case(), act_.before())) {
      if (unsigned_by.facts.front().second == std::to_string(party.division.value)) unsigned_by.facts.front().second = party.label + " " + party.name;
    }
  }

  void steps() {
    const std::string reached = outcome_state(outcome_.mode, act_.procedure(), act_.the_case().steps);
    const std::string now = act_.the_case().state();
    if (now != reached && now != case_state::approval_awaited) act_.step({reached, outcome_.decided, outcome_.document, ""});
    const auto next = next_states(act_.procedure(), act_.the_case().steps);
    const bool waits = std::find(next.begin(), next.end(), case_state::approval_awaited) != next.end();
    if (outcome_.approved && waits) act_.step({std::string{case_state::approval_awaited}, *outcome_.approved, outcome_.approval, ""});
  }

  /// What was claimed until the outcome has effect is claimed no longer from then on.
  void end_claims() {
    const DisputeId dispute = outcome_.dispute;
    for (const auto& kept : read_opinions(act_.connection(), dispute, act_.before())) {
      if (kept.fact.kind == OpinionKind::claim) end_opinion(act_.writer(), kept, outcome_.effective);
    }
    const auto rests = read_claim_rests(act_.connection(), dispute, act_.before());
    for (const Claim& claim : read_claims_of(act_.connection(), dispute, act_.before())) {
      const bool resting = std::any_of(rests.begin(), rests.end(), [&](const Kept<ClaimRest>& kept) {
        return kept.fact.claim == claim.id && kept.fact.days.contains(outcome_.effective);
      });
      if (!resting) add_claim_rest(act_.writer(), {claim.id, {outcome_.effective, open_end}});
    }
  }

  void record_line() {
    if (!line_) return;
    LineOpinion final_line = *line_;
    final_line.supersedes = settlement_.line.opinion;
    final_line.id = {};
    final_line.dispute = outcome_.dispute;
    final_line.holder = {};
    final_line.document = outcome_.document;
    final_line.valid = {outcome_.effective, open_end};
    add_opinion(act_.writer(), final_line);
  }

  Project& project_;
  CaseAct& act_;
  Settlement& settlement_;
  Outcome& outcome_;
  std::optional<LineOpinion> line_;
};

/// Puts the line of a survey in the place of the agreed one.
void redraw_as_surveyed(Project& project, CaseAct& act, const Survey& survey) {
  RedrawRequest request;
  for (const CaseParty& party : parties_of(project, act.the_case(), act.before())) request.parties.push_back(party.division);
  request.accuracy_m = survey.line->accuracy_m;
  request.versions = {Version{{}, {}, {{survey.line->path, survey.line->left, survey.line->right}}, {}}};
  const GroundPlan plan = plan_ground(project, request, survey.day, act.before());
  std::vector<Finding> findings = plan.redraw.findings;
  Outcome moving;
  moving.moved = moved_villages(project.places({survey.day, act.before()}), plan.redraw.transfers);
  for (Finding& found : approval_findings(moving, act.procedure())) {
    found.rule = "dispute.survey_moves_village";
    findings.push_back(std::move(found));
  }
  refuse_errors(findings, "the surveyed line cannot be drawn");
  record_ground(project, act.writer(), plan, act.document());
  LineOpinion drawn = *survey.line;
  drawn.kind = OpinionKind::final_line;
  drawn.dispute = act.the_case().dispute;
  drawn.document = act.document();
  drawn.valid = {survey.day, open_end};
  add_opinion(act.writer(), drawn);
}

}  // namespace

Settled settle(Project& project, const ActInfo& info, const CaseKey& key, Settlement settlement, bool dry_run) {
  const auto run = [&] {
    CaseAct act{project, info, "disputes.settle", key};
    Settled settled = SettlementAct{project, act, settlement}.run();
    if (!dry_run) settled.revision = act.commit();
    return settled;
  };
  return dry_run ? run() : attempted(project, "disputes.settle", info, run);
}

Revision record_survey(Project& project, const ActInfo& info, const CaseKey& key, const Survey& survey) {
  return attempted(project, "disputes.survey", info, [&] {
    CaseAct act{project, info, "disputes.survey", key};
    const auto outcomes = read_outcomes(act.connection(), act.the_case().dispute, act.before());
    if (outcomes.empty()) refuse(Fault::missing, "dispute.no_outcome", "nothing to survey");
    if (act.document().value == 0) refuse(Fault::invalid, "dispute.no_document", "a survey without its map");
    RecordedOutcome changed = outcomes.back().fact;
    if (survey.day < changed.outcome.effective) {
      refuse(Fault::invalid, "dispute.dates", "a survey before the outcome has effect",
             {{"before", "effective"}, {"before_day", to_string(changed.outcome.effective)}, {"state", "surveyed"},
              {"day", to_string(survey.day)}});
    }
    act.step({"surveyed", survey.day, act.document(), survey.map_title});
    changed.outcome.survey = act.document();
    changed.outcome.map_title = survey.map_title;
    changed.outcome.map_scale = survey.map_scale;
    if (survey.line) {
      redraw_as_surveyed(project, act, survey);
      changed.outcome.points = turning_points(survey.line->path, survey.annex);
    }
    act.writer().supersede("outcome", {outcomes.back().number});
    add_outcome(act.writer(), changed);
    return act.commit();
  });
}

}  // namespace merestone
