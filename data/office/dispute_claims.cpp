// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"
#include "data/office/case_act.hpp"
#include "data/office/dispute_ground.hpp"
#include "data/office/dispute_stay.hpp"
#include "data/office/ground_plan.hpp"
#include "data/store/ground_store.hpp"
#include "data/store/opinion_store.hpp"
#include "data/store/outcome_store.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>

namespace merestone {
namespace {

class ClaimsAct {
 public:
  ClaimsAct(Project& project, CaseAct& act, Date day)
      : project_{project}, act_{act}, day_{day}, opinions_{read_opinions(act.connection(), act.the_case().dispute, act.before())},
        claims_{read_claims_of(act.connection(), act.the_case().dispute, act.before())} {}

  RecordedClaims run(const std::vector<PartyClaim>& claims) {
    check(claims);
    stand_again();
    for (const PartyClaim& claim : claims) replace(claim);
    const GroundPlan plan = plan_ground(project_, request(), day_, act_.before(), made_);
    refuse_errors(plan.redraw.findings, "the claims cannot be drawn");
    record_ground(project_, act_.writer(), plan, act_.document());
    recorded_.contested = plan.redraw.contested;
    recorded_.findings = plan.redraw.findings;
    if (const Wide unclaimed = unclaimed_um2(recorded_.contested); unclaimed > 0) {
      recorded_.findings.push_back({.rule = "dispute.unclaimed_ground", .severity = Severity::warning, .facts = {{"km2", fixed(square_metres(unclaimed) / 1e6, 4)}}});
    }
    return std::move(recorded_);
  }

 private:
  void check(const std::vector<PartyClaim>& claims) const {
    if (phase_of(act_.the_case().state()) != CasePhase::open) {
      act_.refuse_ended("the case is not open", "reopened");
    }
    std::vector<Finding> findings;
    for (const PartyClaim& claim : claims) {
      for (const LineOpinion& opinion : claim.opinions) {
        for (Finding& found : check_opinion(opinion, act_.the_case().parties, act_.today())) findings.push_back(std::move(found));
      }
    }
    refuse_errors(findings, "the claims are refused");
  }

  /// Claims that rest since a settlement stand again from the day on.
  void stand_again() {
    for (const ClaimId awake : wake_claims(act_, day_)) {
      const auto at = std::find_if(claims_.begin(), claims_.end(), [&](const Claim& c) { return c.id == awake; });
      if (at != claims_.end()) made_.push_back(*at);
    }
  }

  /// The claim that the party has had, or a new one.
  Claim& claim_of(DivisionId party) {
    const auto at = std::find_if(claims_.begin(), claims_.end(), [&](const Claim& claim) { return claim.claimant == party; });
    if (at != claims_.end()) return *at;
    Claim made{{}, act_.the_case().dispute, party, act_.the_case().title};
    const auto parties = parties_of(project_, act_.the_case(), act_.before());
    for (const CaseParty& each : parties) {
      if (each.division == party) made.title = each.label + " " + each.name;
    }
    made.id = add_claim(act_.writer(), made, {day_, open_end});
    made_.push_back(made);
    claims_.push_back(made);
    return claims_.back();
  }

  void replace(const PartyClaim& claim) {
    claim_of(claim.party);
    std::vector<std::int64_t> replaced;
    LineOpinionId former;
    std::erase_if(opinions_, [&](const Kept<LineOpinion>& kept) {
      const bool his = kept.fact.kind == OpinionKind::claim && kept.fact.holder == claim.party;
      if (his) replaced.push_back(kept.number), former = kept.fact.id;
      return his;
    });
    act_.writer().supersede("line_opinion", std::move(replaced));
    for (LineOpinion opinion : claim.opinions) {
      opinion.kind = OpinionKind::claim;
      opinion.holder = claim.party;
      opinion.dispute = act_.the_case().dispute;
      opinion.document = act_.document();
      opinion.supersedes = former;
      opinion.id = add_opinion(act_.writer(), opinion);
      recorded_.opinions.push_back(opinion.id);
      opinions_.push_back({opinion.id.value, opinion});
    }
  }

  RedrawRequest request() const {
    RedrawRequest all;
    all.dispute = act_.the_case().dispute;
    for (const CaseParty& party : parties_of(project_, act_.the_case(), act_.before())) all.parties.push_back(party.division);
    for (const Claim& claim : claims_) {
      if (!claim.claimant) all.versions.insert(all.versions.begin(), Version{claim.id, {}, {}, {}});
    }
    for (const Claim& claim : claims_) {
      if (!claim.claimant) continue;
      Version version{claim.id, {}, {}, {}};
      for (const auto& [number, opinion] : opinions_) {
        if (opinion.kind != OpinionKind::claim || opinion.holder != *claim.claimant) continue;
        if (!opinion.path.empty()) version.lines.push_back({opinion.path, opinion.left, opinion.right});
        if (!opinion.area.empty()) version.areas.push_back({opinion.area, opinion.holder});
        all.accuracy_m = std::max(all.accuracy_m, opinion.accuracy_m);
      }
      all.versions.push_back(std::move(version));
    }
    return all;
  }

  Project& project_;
  CaseAct& act_;
  Date day_;
  std::vector<Kept<LineOpinion>> opinions_;
  std::vector<Claim> claims_;
  std::vector<Claim> made_;  ///< in this act, or standing again
  RecordedClaims recorded_;
};

/// What the parties claimed is claimed no longer.
void end_opinions(CaseAct& act) {
  std::vector<std::int64_t> ended;
  for (const auto& [number, opinion] : read_opinions(act.connection(), act.the_case().dispute, act.before())) {
    if (opinion.kind == OpinionKind::claim) ended.push_back(number);
  }
  act.writer().supersede("line_opinion", std::move(ended));
}

/// A step that is more than a day and a document.
std::vector<Finding> missing_act(const CaseStep& step, const DisputeTemplate& procedure, CaseHistory history, const std::string& triage,
                                 bool has_outcome) {
  const auto next = next_states(procedure, history);
  if (std::ranges::find(next, step.state) == next.end()) return {};  // told as out of order
  return check_bare_step(procedure, step, triage, has_outcome);
}

/// Takes the claims of a case off the map: from `day` on the ground is nobody's quarrel, and as it was.
void end_claims(Project& project, CaseAct& act, Date day) {
  if (read_dispute_box(act.connection(), act.the_case().dispute, Window{act.before(), day}).empty()) return;
  RedrawRequest request;
  request.dispute = act.the_case().dispute;
  request.parties = act.the_case().parties;
  request.versions = {Version{}};
  const GroundPlan plan = plan_ground(project, request, day, act.before());
  refuse_errors(plan.redraw.findings, "the claims cannot be taken off");
  record_ground(project, act.writer(), plan, act.document());
}

}  // namespace

RecordedClaims record_claims(Project& project, const ActInfo& info, const CaseKey& key,
                             const std::vector<PartyClaim>& claims, Date day, bool dry_run) {
  const auto run = [&] {
    CaseAct act{project, info, "disputes.claims", key};
    RecordedClaims recorded = ClaimsAct{project, act, day}.run(claims);
    if (!dry_run) act.commit();
    return recorded;
  };
  return dry_run ? run() : attempted(project, "disputes.claims", info, run);
}

CaseStepTaken take_step(Project& project, const ActInfo& info, const CaseKey& key, const CaseStep& step) {
  return attempted(project, "disputes.step", info, [&] {
    CaseAct act{project, info, "disputes.step", key};
    CaseStep taken = step;
    taken.document = act.document();
    const bool has_outcome = !read_outcomes(act.connection(), act.the_case().dispute, act.before()).empty();
    const auto missing = missing_act(taken, act.procedure(), act.the_case().steps, act.the_case().triage, has_outcome);
    refuse_errors(missing, "the step is an act of its own");
    act.step(taken);
    // A case that is opened anew begins with claims of its own.
    if (taken.state == case_state::withdrawn || taken.state == case_state::reopened) end_opinions(act);
    if (taken.state == case_state::withdrawn) end_claims(project, act, taken.day);
    CaseStepTaken done;
    if (taken.state == case_state::appealed) done.findings = stay_outcome(act, taken.day);
    done.revision = act.commit();
    return done;
  });
}

}  // namespace merestone
