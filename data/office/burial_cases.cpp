// SPDX-License-Identifier: Apache-2.0
#include "data/office/burial_cases.hpp"

#include "data/db/refusal.hpp"
#include "data/office/burial_case_act.hpp"
#include "data/office/refuse_errors.hpp"

#include <algorithm>

namespace merestone {
namespace {

void check_free(Connection& connection, Revision before, const CountryPack& pack, const Lead& lead, GraveId grave) {
  for (const Kept<BurialCase>& each : read_burial_cases(connection, before)) {
    const BurialCase& other = each.fact;
    if (other.number == lead.number) refuse(Fault::conflict, "enforcement.number_held", "a number in use", {{"number", lead.number}});
    if (other.grave == grave && !has_ended(rules_with(pack, other.rules), other)) {
      refuse(Fault::conflict, "enforcement.grave_has_case", "a case is open against this grave",
             {{"grave", lead.grave}, {"number", other.number}, {"state", other.state()}});
    }
  }
}

BurialCase opened(const CountryPack& pack, const EnforcementRules& rules, const Lead& lead, const Grave& grave, std::vector<Finding>& findings) {
  BurialCase one;
  one.number = lead.number;
  one.grave = grave.id;
  one.source = lead.source;
  one.rules = rules.id;
  one.land_class = grave.land_class;
  const Date seen = grave.first_seen.value_or(lead.day);
  JudgedBy judged = judged_by(pack.enforcement, grave.built_from.value_or(grave.built_until.value_or(seen)), grave.built_until.value_or(seen));
  if (judged.rules != nullptr) one.judged_by = judged.rules->id;
  findings.insert(findings.end(), judged.findings.begin(), judged.findings.end());
  return one;
}

}  // namespace

CountryPack enforcement_pack(const Project& project) {
  for (CountryPack& pack : project.packs()) {
    if (!pack.enforcement.empty()) return std::move(pack);
  }
  refuse(Fault::missing, "enforcement.no_rules", "no rules of enforcement", {{"rules", "–"}, {"pack", "–"}});
}

LeadReceipt report_lead(Project& project, const ActInfo& info, const Lead& lead, Date today) {
  return attempted(project, "burials.lead", info, [&] {
    Connection& connection = project.connection();
    Transaction transaction{connection};
    ActRecord act{connection, "burials.lead", info.author, info.reason};
    const CountryPack pack = enforcement_pack(project);
    const EnforcementRules* rules = rules_on(pack.enforcement, lead.day);
    if (rules == nullptr) refuse(Fault::missing, "enforcement.no_rules", "no rules of that day", {{"rules", to_string(lead.day)}, {"pack", pack.id}});
    if (std::find(lead_sources.begin(), lead_sources.end(), lead.source) == lead_sources.end()) {
      refuse(Fault::invalid, "enforcement.source", "no source of leads", {{"source", lead.source}});
    }
    const GraveRecord graves = grave_record(connection, act.before());
    const Grave* grave = graves.find(lead.grave, lead.day);
    if (grave == nullptr) refuse(Fault::missing, "enforcement.unknown_grave", "no such grave", {{"grave", lead.grave}});
    const DocumentId document = act.add(info.document);
    LeadReceipt receipt;
    if (const GraveProtection* protection = protection_of(graves.protections, grave->id, lead.day)) {
      if (lead.day > today) refuse(Fault::invalid, "enforcement.in_future", "not yet", {{"state", "lead"}, {"day", to_string(lead.day)}, {"today", to_string(today)}});
      const std::string kind{to_text(protection->kind)};
      add_kept_grave(act.writer(), {grave->id, lead.day, kind + (protection->list.empty() ? "" : " " + protection->list), document});
      act.tell("kept", lead.grave);
      receipt.kept = true;
      receipt.findings.push_back({.rule = "enforcement.kept", .severity = Severity::note, .subject = {{}, lead.grave, {}},
                                  .facts = {{"grave", lead.grave}, {"protection", kind}, {"list", protection->list.empty() ? "–" : protection->list}}});
    } else {
      check_free(connection, act.before(), pack, lead, grave->id);
      BurialCase one = opened(pack, *rules, lead, *grave, receipt.findings);
      BurialAct first;
      first.state = rules->steps.front().step.id;
      first.day = lead.day;
      first.body = lead.body;
      first.document = document;
      first.note = lead.note;
      const auto found = check_act(*rules, pack.calendar, one, first, today);
      receipt.findings.insert(receipt.findings.end(), found.begin(), found.end());
      refuse_errors(receipt.findings, "the case cannot be opened");
      one.id = add_burial_case(act.writer(), one);
      add_burial_act(act.writer(), one.id, first);
      act.tell("case", lead.number);
    }
    receipt.revision = act.close();
    transaction.commit();
    return receipt;
  });
}

BurialReceipt verify_case(Project& project, const ActInfo& info, const BurialCaseKey& key, const SiteVisit& visit) {
  return attempted(project, "burials.verify", info, [&] {
    BurialCaseAct act{project, info, "burials.verify", key};
    BurialCase& one = act.the_case();
    one.grave_class = visit.grave_class;
    if (!visit.land_class.empty()) one.land_class = visit.land_class;
    one.owner_known = visit.owner_known;
    one.zones = visit.zones;
    act.rewrite();
    act.add(visit.photos);
    BurialAct seen;
    seen.state = "verified";
    seen.day = visit.day;
    seen.body = visit.body;
    seen.document = act.document();
    seen.note = visit.note;
    act.step(seen);
    return act.commit();
  });
}

BurialReceipt take_step(Project& project, const ActInfo& info, const BurialCaseKey& key, BurialAct step, const std::vector<CasePhoto>& photos) {
  return attempted(project, "burials.step", info, [&] {
    BurialCaseAct act{project, info, "burials.step", key};
    step.document = act.document();
    act.add(photos);
    act.step(step);
    return act.commit();
  });
}

BurialReceipt add_photos(Project& project, const ActInfo& info, const BurialCaseKey& key, const std::vector<CasePhoto>& photos) {
  return attempted(project, "burials.photo", info, [&] {
    BurialCaseAct act{project, info, "burials.photo", key};
    act.add(photos);
    return act.commit();
  });
}

std::vector<BurialCase> burial_cases(const Project& project, Revision revision) {
  const Revision known = project.known(revision);
  std::vector<BurialCase> cases;
  for (Kept<BurialCase>& kept : read_burial_cases(project.connection(), known)) cases.push_back(std::move(kept.fact));
  return cases;
}

BurialCase find_burial_case(const Project& project, const std::string& number, Revision revision) {
  return burial_case_with(project.connection(), number, project.known(revision)).fact;
}

std::map<BurialCaseId, std::vector<CasePhoto>> case_photos(const Project& project, Revision revision) {
  return read_case_photos(project.connection(), project.known(revision));
}

std::vector<KeptGrave> kept_graves(const Project& project, Revision revision) {
  return read_kept_graves(project.connection(), project.known(revision));
}

std::vector<BurialTask> burial_tasks(const Project& project, Date today) {
  std::vector<BurialTask> tasks;
  const std::vector<BurialCase> cases = burial_cases(project);
  if (cases.empty()) return tasks;
  const CountryPack pack = enforcement_pack(project);
  for (const BurialCase& one : cases) {
    const EnforcementRules& rules = rules_with(pack, one.rules);
    for (const CaseClock& clock : case_clocks(rules, pack.calendar, one.acts, today)) {
      if (clock.kind != EnforcementClock::Kind::deadline) continue;
      const auto law = std::find_if(rules.clocks.begin(), rules.clocks.end(), [&](const EnforcementClock& c) { return c.id == clock.clock; });
      tasks.push_back({one.number, one.state(), clock.clock, law->words, clock.due, clock.stopped, clock.overdue});
    }
  }
  for (const JointAction& action : joint_actions(project)) {
    tasks.push_back({action.title, action.carried_out ? "carried_out" : "planned", "joint_action", {}, action.day,
                     action.carried_out ? std::optional{action.day} : std::nullopt, !action.carried_out && action.day < today});
  }
  std::stable_sort(tasks.begin(), tasks.end(), [](const BurialTask& a, const BurialTask& b) { return a.due < b.due; });
  return tasks;
}

}  // namespace merestone
