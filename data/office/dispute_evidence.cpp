// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"
#include "data/office/case_act.hpp"
#include "data/office/dispute_ground.hpp"
#include "data/store/ground_store.hpp"
#include "data/store/opinion_store.hpp"
#include "data/store/outcome_store.hpp"
#include "gis/base/text.hpp"
#include "gis/boundaries/terms.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// New evidence, opinions and sightings belong to a case that has not ended.
void require_open(const CaseAct& act) {
  if (phase_of(act.the_case().state()) != CasePhase::ended) return;
  act.refuse_ended("the case has ended", "reopened");
}

void require_party(const Project& project, const CaseAct& act, DivisionId party) {
  const auto& parties = act.the_case().parties;
  if (party.value == 0 || std::find(parties.begin(), parties.end(), party) != parties.end()) return;
  refuse(Fault::invalid, "dispute.not_a_party", "not a party of the case", {{"name", called(project, party, {act.today(), act.before()})}});
}

/// Evidence that lines rest on is that of the case.
void require_evidence(CaseAct& act, const std::vector<EvidenceId>& cited) {
  if (cited.empty()) return;
  const auto all = read_evidence(act.connection(), act.the_case().dispute, act.before());
  for (const EvidenceId id : cited) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const auto& kept) { return kept.fact.id == id; });
    if (!known) refuse(Fault::missing, "dispute.no_evidence", "no such evidence", {{"evidence", std::to_string(id.value)}});
  }
}

EvidenceSetting setting_of(Project& project, CaseAct& act, std::optional<Date> issued) {
  const auto contested = contested_ground(project, act.the_case(), {act.today(), act.before()});
  return {act.procedure(), issued, act.the_case().arose, mean_width_m(contested), act.today(), project.extent({act.today(), act.before()})};
}

}  // namespace

AddedEvidence add_evidence(Project& project, const ActInfo& info, const CaseKey& key, Evidence evidence,
                           const std::optional<Content>& file) {
  return attempted(project, "disputes.evidence", info, [&] {
    ActInfo told = info;
    if (file) {
      // The digest is known before anything is written; the content follows in the same transaction.
      told.document.sha256 = digest_of(*file);
    }
    CaseAct act{project, told, "disputes.evidence", key};
    require_open(act);
    require_party(project, act, evidence.party);
    if (act.document().value == 0) refuse(Fault::invalid, "evidence.no_document", "evidence without document");
    if (file) add_content(act.connection(), *file);
    evidence.id = {};
    evidence.dispute = act.the_case().dispute;
    evidence.document = act.document();
    evidence.confirmed.clear();
    const EvidenceCheck checked = check_evidence(evidence, setting_of(project, act, info.document.issued));
    refuse_errors(checked.findings, "the evidence is refused");
    AddedEvidence added{add_evidence(act.writer(), evidence), tier_with(act.procedure(), checked.best), checked.findings};
    act.record().tell("evidence", std::to_string(added.id.value));
    act.commit();
    return added;
  });
}

Revision confirm_evidence(Project& project, const ActInfo& info, const CaseKey& key, const EvidenceView& view) {
  return attempted(project, "disputes.confirm", info, [&] {
    CaseAct act{project, info, "disputes.confirm", key};
    require_open(act);
    const auto all = read_evidence(act.connection(), act.the_case().dispute, act.before());
    const auto at = std::find_if(all.begin(), all.end(), [&](const auto& kept) { return kept.fact.id == view.evidence; });
    if (at == all.end()) {
      refuse(Fault::missing, "dispute.no_evidence", "no such evidence", {{"evidence", std::to_string(view.evidence.value)}});
    }
    Evidence changed = at->fact;
    if (!view.tier.empty()) {
      std::optional<Date> issued;
      for (const Document& document : project.documents(act.before())) {
        if (document.id == changed.document) issued = document.issued;
      }
      refuse_errors(check_tier(changed, view.tier, setting_of(project, act, issued)), "the tier cannot be confirmed");
      changed.confirmed = view.tier;
    }
    if (!view.objection.empty()) changed.objection = view.objection;
    if (!view.finding.empty()) changed.finding = view.finding;
    act.writer().supersede("evidence", {at->number});
    add_evidence(act.writer(), changed);
    return act.commit();
  });
}

RecordedOpinions record_opinions(Project& project, const ActInfo& info, const CaseKey& key, std::vector<LineOpinion> opinions) {
  return attempted(project, "disputes.opinion", info, [&] {
    CaseAct act{project, info, "disputes.opinion", key};
    require_open(act);
    const auto all = read_opinions(act.connection(), act.the_case().dispute, act.before());
    const MultiPolygon ground = parties_ground(project, act.the_case(), {act.today(), act.before()});
    std::vector<Finding> findings;
    std::vector<std::int64_t> replaced;
    for (LineOpinion& opinion : opinions) {
      opinion.dispute = act.the_case().dispute;
      opinion.document = act.document();
      if (opinion.kind == OpinionKind::claim || opinion.kind == OpinionKind::final_line) {
        refuse(Fault::invalid, "opinion.other_act", "claims and final lines have acts of their own", {{"kind", std::string{word_of(opinion.kind)}}});
      }
      for (Finding& found : check_opinion(opinion, act.the_case().parties, act.today())) findings.push_back(std::move(found));
      for (Finding& found : check_reach(opinion, ground)) findings.push_back(std::move(found));
      require_evidence(act, opinion.evidence);
      if (opinion.supersedes.value == 0) continue;
      const auto at = std::find_if(all.begin(), all.end(), [&](const auto& kept) { return kept.fact.id == opinion.supersedes; });
      if (at == all.end()) {
        refuse(Fault::missing, "dispute.no_opinion", "no such opinion", {{"opinion", std::to_string(opinion.supersedes.value)}});
      }
      replaced.push_back(at->number);
    }
    refuse_errors(findings, "the lines are refused");
    act.writer().supersede("line_opinion", std::move(replaced));
    RecordedOpinions recorded{{}, std::move(findings)};
    std::string told;
    for (const LineOpinion& opinion : opinions) {
      recorded.ids.push_back(add_opinion(act.writer(), opinion));
      told += (told.empty() ? "" : " ") + std::to_string(recorded.ids.back().value);
    }
    act.record().tell("opinion", told);
    act.commit();
    return recorded;
  });
}

LineOpinionId record_opinion(Project& project, const ActInfo& info, const CaseKey& key, LineOpinion opinion) {
  return record_opinions(project, info, key, {std::move(opinion)}).ids.front();
}

Revision add_sighting(Project& project, const ActInfo& info, const CaseKey& key, const Sighting& sighting) {
  return attempted(project, "disputes.sighting", info, [&] {
    CaseAct act{project, info, "disputes.sighting", key};
    require_open(act);
    require_party(project, act, sighting.by);
    std::vector<Finding> findings;
    const auto wrong = [&](const char* rule, const char* state, Date day, const char* before, Date before_day) {
      Finding found;
      found.rule = rule;
      found.facts = {{"state", state}, {"day", to_string(day)}, {"before", before}, {"before_day", to_string(before_day)},
                     {"today", to_string(act.today())}};
      findings.push_back(std::move(found));
    };
    if (trimmed(sighting.name).empty()) wrong("dispute.sighting_nameless", "seen", sighting.seen, "today", act.today());
    if (sighting.seen > act.today()) wrong("dispute.in_future", "seen", sighting.seen, "today", act.today());
    if (sighting.not_yet_there && *sighting.not_yet_there > sighting.seen) {
      wrong("dispute.dates", "seen", sighting.seen, "not_yet_there", *sighting.not_yet_there);
    }
    refuse_errors(findings, "the sighting is refused");
    Sighting seen = sighting;
    seen.document = act.document();
    add_sighting(act.writer(), act.the_case().dispute, seen);
    return act.commit();
  });
}

Revision set_perspective(Project& project, const ActInfo& info, const CaseKey& key, const PerspectiveEntry& entry) {
  return attempted(project, "disputes.perspective", info, [&] {
    CaseAct act{project, info, "disputes.perspective", key};
    if (!entry.drawn_as.empty() && !from_text<LineStatus>(entry.drawn_as)) {
      refuse(Fault::invalid, "dispute.no_line_status", "no such status", {{"status", entry.drawn_as}, {"known", std::string{words_of<LineStatus>()}}});
    }
    if (trimmed(entry.viewer).empty()) refuse(Fault::invalid, "dispute.no_viewer", "nobody looks");
    const auto claims = read_claims_of(act.connection(), act.the_case().dispute, act.before());
    const auto at = std::find_if(claims.begin(), claims.end(),
                                 [&](const Claim& claim) { return claim.claimant.value_or(DivisionId{}) == entry.party; });
    if (at == claims.end()) {
      refuse(Fault::missing, "dispute.no_claim", "no such claim", {{"name", called(project, entry.party, {act.today(), act.before()})}});
    }
    std::vector<std::int64_t> replaced;
    for (const auto& [number, said] : read_perspectives(act.connection(), Window{act.before()})) {
      if (said.claim == at->id && said.viewer == entry.viewer && said.valid.overlaps(entry.valid)) replaced.push_back(number);
    }
    act.writer().supersede("perspective", std::move(replaced));
    add_perspective(act.writer(), {at->id, entry.viewer, entry.stance, entry.drawn_as, entry.valid});
    std::vector<std::int64_t> pictures;
    for (const auto& [number, held] : read_acceptances(act.connection(), Window{act.before(), entry.valid})) {
      const bool replaces = entry.stance == Perspective::Stance::accepted ? held.dispute == at->dispute : held.claim == at->id;
      if (held.viewer == entry.viewer && replaces) pictures.push_back(number);
    }
    act.writer().supersede("acceptance", std::move(pictures));
    if (entry.stance == Perspective::Stance::accepted) {
      add_acceptance(act.writer(), {entry.viewer, at->dispute, at->id}, entry.valid);
    }
    return act.commit();
  });
}

Revision file_outcome(Project& project, const ActInfo& info, const CaseKey& key, const Filing& filing) {
  return attempted(project, "disputes.file", info, [&] {
    CaseAct act{project, info, "disputes.file", key};
    const auto outcomes = read_outcomes(act.connection(), act.the_case().dispute, act.before());
    if (outcomes.empty()) refuse(Fault::missing, "dispute.no_outcome", "nothing to file");
    Filing filed = filing;
    filed.document = act.document();
    if (act.the_case().state() != "filed") act.step({"filed", filing.filed, filed.document, filing.recipient});
    else refuse_errors(check_days(act.procedure(), {"filed", filing.filed, {}, {}}, act.the_case().steps, act.today()), "the filing cannot be recorded");
    add_filing(act.writer(), act.the_case().dispute, filed);
    return act.commit();
  });
}

}  // namespace merestone
