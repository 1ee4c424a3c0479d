// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"
#include "data/office/case_act.hpp"
#include "data/packs/packs.hpp"
#include "data/store/ground_store.hpp"

#include <algorithm>
#include <set>

namespace merestone {
namespace {

void check_opening(const Project& project, Revision before, const CaseOpening& opening, Date today) {
  if (opening.parties.size() < 2) {
    refuse(Fault::invalid, "dispute.few_parties", "a dispute with fewer than two parties",
           {{"count", std::to_string(opening.parties.size())}});
  }
  if (std::set<DivisionId>(opening.parties.begin(), opening.parties.end()).size() != opening.parties.size()) {
    refuse(Fault::invalid, "dispute.party_twice", "a party named twice", {{"name", ""}, {"code", ""}});
  }
  for (const auto& [fact, other] : read_cases(project.connection(), before)) {
    if (other.number == opening.number) {
      refuse(Fault::conflict, "dispute.number_held", "a case number in use", {{"number", opening.number}, {"title", other.title}});
    }
  }
  std::vector<Finding> findings = check_step(find_procedure(project, opening.procedure), {},
                                             {"reported", opening.reported, {}, {}}, today);
  if (opening.arose && *opening.arose > opening.reported) {
    Finding found;
    found.rule = "dispute.dates";
    found.subject.field = "arose";
    found.facts = {{"state", "reported"}, {"day", to_string(opening.reported)}, {"before", "arose"}, {"before_day", to_string(*opening.arose)}};
    findings.push_back(std::move(found));
  }
  refuse_errors(findings, "the case cannot be opened");
}

/// The pack that has a procedure: of those of the project, else of those built in.
CountryPack pack_of(const Project& project, const std::string& id) {
  std::vector<CountryPack> packs = project.packs();
  for (const std::string& name : built_in_packs()) {
    if (std::ranges::find(packs, name, &CountryPack::id) == packs.end()) packs.push_back(load_pack(name));
  }
  std::string known;
  for (CountryPack& pack : packs) {
    if (pack.dispute(id)) return std::move(pack);
    for (const DisputeTemplate& other : pack.disputes) known += (known.empty() ? "" : ", ") + other.id;
  }
  refuse(Fault::missing, "dispute.no_procedure", "no such procedure", {{"procedure", id}, {"known", known}});
}

/// A further version of the case as `change` leaves it.
template <class Change>
void change_case(CaseAct& act, Change change) {
  DisputeCase changed = act.the_case();
  change(changed);
  act.writer().supersede("dispute_case", {act.case_fact()});
  add_case(act.writer(), changed);
}

}  // namespace

DisputeTemplate find_procedure(const Project& project, const std::string& id) { return *pack_of(project, id).dispute(id); }

WorkingCalendar calendar_of_procedure(const Project& project, const std::string& id) { return pack_of(project, id).calendar; }

DisputeId open_case(Project& project, const ActInfo& info, const CaseOpening& opening, Date today) {
  return attempted(project, "disputes.open", info, [&] {
    Connection& connection = project.connection();
    Transaction transaction{connection};
    ActRecord act{connection, "disputes.open", info.author, info.reason};
    check_opening(project, act.before(), opening, today);
    const DivisionRegister divisions = project.divisions({opening.reported, act.before()});
    DisputeCase opened;
    for (const DivisionId party : opening.parties) {
      const DivisionState* state = divisions.find(party);
      if (state && (opened.level == 0 || state->level < opened.level)) opened.level = state->level;
    }
    if (opened.level == 0) opened.level = 1;
    const DocumentId document = act.add(info.document);
    const Period valid{opening.arose.value_or(opening.reported), open_end};
    opened.dispute = add_dispute(act.writer(), opening.title, valid);
    add_claim(act.writer(), {{}, opened.dispute, {}, opening.title}, valid);  // the situation on the ground
    opened.number = opening.number;
    opened.title = opening.title;
    opened.procedure = opening.procedure;
    opened.reported = opening.reported;
    opened.arose = opening.arose;
    add_case(act.writer(), opened);
    add_parties(act.writer(), opened.dispute, opening.parties, opening.reported);
    add_step(act.writer(), opened.dispute, {"reported", opening.reported, document, opening.note});
    act.tell("case", opening.number);
    act.close();
    transaction.commit();
    return opened.dispute;
  });
}

Triage triage_case(Project& project, const ActInfo& info, const CaseKey& key, TriageFacts facts, Date day, const std::string& note) {
  return attempted(project, "disputes.triage", info, [&] {
    CaseAct act{project, info, "disputes.triage", key};
    const DivisionRegister divisions = project.divisions({day, act.before()});
    facts.party_levels.clear();
    for (const DivisionId party : act.the_case().parties) {
      const DivisionState* state = divisions.find(party);
      facts.party_levels.push_back(state ? state->level : 0);
    }
    Triage found = triage(facts, act.procedure());
    std::string reasons;
    for (const Finding& reason : found.reasons) reasons += (reasons.empty() ? "" : " ") + reason.rule;
    change_case(act, [&](DisputeCase& changed) {
      changed.triage = word_of(found.result);
      changed.triage_reason = reasons;
    });
    const bool ours = found.result == TriageResult::dispute;
    const auto next = next_states(act.procedure(), act.the_case().steps);
    const std::string ordinary = std::find(next.begin(), next.end(), "accepted") != next.end() ? "accepted" : "";
    if (!ours) act.step({std::string{case_state::not_our_procedure}, day, act.document(), note});
    else if (!ordinary.empty()) act.step({ordinary, day, act.document(), note});
    act.record().tell("triage", std::string{word_of(found.result)});
    act.commit();
    return found;
  });
}

Revision add_party(Project& project, const ActInfo& info, const CaseKey& key, DivisionId party, Date joined) {
  return attempted(project, "disputes.party", info, [&] {
    CaseAct act{project, info, "disputes.party", key};
    const auto& parties = act.the_case().parties;
    if (std::find(parties.begin(), parties.end(), party) != parties.end()) {
      const DivisionRegister divisions = project.divisions({joined, act.before()});
      const DivisionState* state = divisions.find(party);
      refuse(Fault::conflict, "dispute.party_twice", "a party already",
             {{"name", state ? state->name : ""}, {"code", state ? state->code : ""}});
    }
    if (phase_of(act.the_case().state()) != CasePhase::open) {
      refuse(Fault::conflict, "dispute.ended", "the case is not open", {{"now", act.the_case().state()}, {"allowed", "–"}});
    }
    const DivisionId added[] = {party};
    add_parties(act.writer(), act.the_case().dispute, added, joined);
    return act.commit();
  });
}

Revision set_clock(Project& project, const ActInfo& info, const OfficeClock& clock) {
  return attempted(project, "disputes.clock", info, [&] {
    const DisputeTemplate procedure = find_procedure(project, clock.procedure);
    if (!procedure.step(clock.state)) {
      std::string known;
      for (const ProcedureStep& step : procedure.steps) known += (known.empty() ? "" : ", ") + step.id;
      refuse(Fault::invalid, "dispute.no_state", "no such state", {{"state", clock.state}, {"known", known}});
    }
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "disputes.clock", info.author, info.reason};
    act.add(info.document);
    set_office_clock(act.writer(), act.before(), clock);
    const Revision revision = act.close();
    transaction.commit();
    return revision;
  });
}

}  // namespace merestone
