// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"
#include "data/office/case_act.hpp"
#include "data/office/line_desk.hpp"
#include "data/packs/packs.hpp"
#include "data/store/ground_store.hpp"
#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace merestone {
namespace {

/// Two parties of which one lies in the other face no line.
void refuse_nested(const DivisionRegister& divisions, DivisionId one, DivisionId other) {
  const bool inside = divisions.lies_in(one, other);
  if (!inside && !divisions.lies_in(other, one)) return;
  const auto called = [&](DivisionId id) {
    const DivisionState* state = divisions.find(id);
    return state ? state->name + " (" + state->code + ")" : std::to_string(id.value);
  };
  refuse(Fault::invalid, "dispute.party_inside", "a party inside another", {{"name", called(inside ? one : other)}, {"superior", called(inside ? other : one)}});
}

void check_opening(const Project& project, Revision before, const CaseOpening& opening, Date today) {
  if (opening.parties.size() < 2) {
    refuse(Fault::invalid, "dispute.few_parties", "a dispute with fewer than two parties",
           {{"count", std::to_string(opening.parties.size())}});
  }
  const DivisionRegister divisions = project.divisions({opening.reported, before});
  std::set<DivisionId> seen;
  for (const DivisionId party : opening.parties) {
    if (seen.insert(party).second) continue;
    const DivisionState* state = divisions.find(party);
    refuse(Fault::invalid, "dispute.party_twice", "a party named twice",
           {{"name", state ? state->name : std::to_string(party.value)}, {"code", state ? state->code : ""}});
  }
  for (std::size_t i = 1; i < opening.parties.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) refuse_nested(divisions, opening.parties[i], opening.parties[k]);
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
  for (const auto& [field, text] : {std::pair{"number", opening.number}, {"title", opening.title}}) {
    if (!trimmed(text).empty()) continue;
    findings.push_back({.rule = "dispute.nameless", .subject = {{}, {}, field}, .facts = {{"field", field}}});
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

/// What the record says of the line between the parties: by whom it was approved, where all lines between them are settled.
void look_up_lines(const Project& project, const AsOf& then, const std::vector<DivisionId>& parties, TriageFacts& facts) {
  const LineDesk desk = line_desk(project, then);
  const auto is_party = [&](DivisionId id) { return std::ranges::find(parties, id) != parties.end(); };
  const LineRecord* settled = nullptr;
  for (const BoundaryLine& line : desk.lines) {
    if (!is_party(line.left) || !is_party(line.right)) continue;
    const LineRecord* record = desk.record(line.id);
    if (!record || !is_settled(record->status)) return;
    settled = record;
  }
  if (!settled) return;
  facts.approving_body = settled->approving_body;
  const Document* approval = desk.document(settled->approval);
  if (approval) facts.approval = approval->number.empty() ? approval->title : approval->number;
}

/// Whether each party touches another on the ground; also where the ground of one of them is not on record.
bool are_neighbours(const Project& project, const AsOf& then, const DivisionRegister& divisions, const std::vector<DivisionId>& parties) {
  std::vector<bool> has_ground(parties.size()), touches(parties.size());
  for (const Delimitation& said : project.snapshot(then).delimitations) {
    for (std::size_t i = 0; i < parties.size(); ++i) {
      const bool left = divisions.lies_in(said.left, parties[i]), right = divisions.lies_in(said.right, parties[i]);
      if (left || right) has_ground[i] = true;
      if (left == right) continue;
      const DivisionId beyond = left ? said.right : said.left;
      if (std::ranges::any_of(parties, [&](DivisionId other) { return other != parties[i] && divisions.lies_in(beyond, other); })) touches[i] = true;
    }
  }
  const auto all = [](const std::vector<bool>& of) { return std::ranges::all_of(of, [](bool one) { return one; }); };
  return !all(has_ground) || all(touches);
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

std::vector<Finding> check_procedure(const Project& project, const std::string& id) {
  const std::vector<CountryPack> packs = project.packs();
  const bool of_a_country = packs.front().id != "neutral";
  if (!of_a_country || std::ranges::any_of(packs, [&](const CountryPack& pack) { return pack.dispute(id) != nullptr; })) return {};
  std::vector<std::string> followed;
  for (const CountryPack& pack : packs) followed.push_back(pack.id);
  return {{.rule = "dispute.foreign_procedure", .severity = Severity::warning,
           .facts = {{"procedure", id}, {"of", pack_of(project, id).id}, {"packs", joined(followed, ", ")}}}};
}

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
    refuse_errors(check_answers(facts, act.procedure()), "no such question");
    const DivisionRegister divisions = project.divisions({day, act.before()});
    facts.party_levels.clear();
    for (const DivisionId party : act.the_case().parties) {
      const DivisionState* state = divisions.find(party);
      facts.party_levels.push_back(state ? state->level : 0);
    }
    const AsOf then{day, act.before()};
    const auto& parties = act.the_case().parties;
    const bool again = act.the_case().state() == case_state::reopened;  // its line may well be settled since
    if (facts.approving_body.empty() && facts.undelimited.empty() && !again) look_up_lines(project, then, parties, facts);
    facts.neighbours = facts.neighbours && are_neighbours(project, then, divisions, parties);
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
    if (!facts.undelimited.empty()) act.record().tell("undelimited", facts.undelimited);
    act.commit();
    return found;
  });
}

Revision add_party(Project& project, const ActInfo& info, const CaseKey& key, DivisionId party, Date joined) {
  return attempted(project, "disputes.party", info, [&] {
    CaseAct act{project, info, "disputes.party", key};
    const auto& parties = act.the_case().parties;
    if (std::find(parties.begin(), parties.end(), party) != parties.end()) {
      const DivisionRegister then = project.divisions({joined, act.before()});
      const DivisionState* state = then.find(party);
      refuse(Fault::conflict, "dispute.party_twice", "a party already",
             {{"name", state ? state->name : ""}, {"code", state ? state->code : ""}});
    }
    if (phase_of(act.the_case().state()) != CasePhase::open) {
      act.refuse_ended("the case is not open", "–");
    }
    const DivisionRegister divisions = project.divisions({joined, act.before()});
    for (const DivisionId other : parties) refuse_nested(divisions, party, other);
    const CaseStep joining{"party", joined, {}, {}};
    refuse_errors(check_days(act.procedure(), joining, std::span{act.the_case().steps}.first(1), act.today()), "the party cannot be added");
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
