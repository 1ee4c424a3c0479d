// SPDX-License-Identifier: Apache-2.0
#include "data/office/burial_ledger.hpp"

#include "data/db/refusal.hpp"
#include "data/office/burial_case_act.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {
namespace {

/// Where graves lie: their village by record, their township by the ground.
class Whereabouts {
 public:
  Whereabouts(const Project& project, const AsOf& as_of, Level level) : ground_{project, as_of}, level_{level} {
    for (const NamedPlace& place : project.places(as_of)) {
      if (!place.names.empty()) villages_.emplace(place.id, place.names.front().text);
    }
  }

  std::string village(PlaceId village) const {
    const auto found = villages_.find(village);
    return found == villages_.end() ? std::string{} : found->second;
  }
  const DivisionState* division(DivisionId finest, Level level) const {
    return finest.value == 0 ? nullptr : ground_.divisions().find(ground_.divisions().at_level(finest, level));
  }
  const DivisionState* section(DivisionId finest) const { return division(finest, level_); }
  bool within(DivisionId finest, const std::string& code) const {
    const auto codes = ground_.codes(finest);
    return code.empty() || std::find(codes.begin(), codes.end(), code) != codes.end();
  }
  std::vector<DivisionId> of(const std::vector<const Grave*>& graves) const {
    std::vector<Position> positions;
    for (const Grave* grave : graves) positions.push_back(grave->position);
    return ground_.at(positions);
  }

 private:
  GroundHolders ground_;
  Level level_;
  std::map<PlaceId, std::string> villages_;
};

void tell_case(LedgerRow& row, const BurialCase& one, const CountryPack& pack, Date day) {
  row.number = one.number;
  row.grave_class = one.grave_class;
  if (!one.land_class.empty()) row.land_class = one.land_class;
  std::vector<BurialAct> acts;
  std::copy_if(one.acts.begin(), one.acts.end(), std::back_inserter(acts), [&](const BurialAct& act) { return act.day <= day; });
  for (const BurialAct& act : acts) {
    row.state = act.state;
    if (act.state == "notice") {
      row.notified = act.day;
      row.due = act.due;
    }
    if (!act.outcome.empty()) row.outcome = act.outcome;
  }
  row.found = one.found();
  const auto clocks = case_clocks(rules_with(pack, one.rules), pack.calendar, acts, day);
  row.overdue = std::any_of(clocks.begin(), clocks.end(), [](const CaseClock& clock) { return clock.overdue && !clock.stopped; });
}

std::vector<BurialCase> known_cases(const Project& project, const AsOf& as_of) {
  std::vector<BurialCase> cases = burial_cases(project, as_of.revision);
  std::erase_if(cases, [&](const BurialCase& one) { return one.found() > as_of.day; });
  return cases;
}

}  // namespace

Ledger burial_ledger(const Project& project, const AsOf& as_of, Level level, const std::string& within) {
  const Revision known = project.known(as_of.revision);
  const CountryPack pack = enforcement_pack(project);
  const BurialDesk desk = burial_desk(project, as_of);
  const Whereabouts where{project, as_of, level};
  const GraveRecord record = grave_record(project.connection(), known);
  const std::vector<BurialCase> cases = known_cases(project, as_of);
  std::map<GraveId, std::vector<const BurialCase*>> cases_of;
  for (const BurialCase& one : cases) cases_of[one.grave].push_back(&one);
  std::set<GraveId> kept, is_protected;
  for (const KeptGrave& each : kept_graves(project, as_of.revision)) {
    if (each.day <= as_of.day) kept.insert(each.grave);
  }
  for (const GraveProtection& each : desk.protections) {
    if (each.valid.contains(as_of.day)) is_protected.insert(each.grave);
  }

  std::vector<const Grave*> graves;
  std::set<GraveId> listed;
  for (const Grave& grave : desk.graves) {
    if (desk.facility_of(grave) == nullptr && listed.insert(grave.id).second) graves.push_back(&grave);
  }
  for (const BurialCase& one : cases) {
    if (listed.insert(one.grave).second) graves.push_back(record.find(one.grave, one.found()));
  }
  const std::vector<DivisionId> holders = where.of(graves);

  Ledger ledger;
  if (const EnforcementRules* rules = rules_on(pack.enforcement, as_of.day)) ledger.least_public = rules->least_public;
  std::map<std::string, LedgerSection> sections;
  std::vector<BurialCase> counted;
  for (std::size_t i = 0; i < graves.size(); ++i) {
    if (!where.within(holders[i], within)) continue;
    const Grave& grave = *graves[i];
    const DivisionState* division = where.section(holders[i]);
    LedgerSection& section = sections[division ? division->code : ""];
    if (division) {
      section.code = division->code;
      section.name = division->name;
    }
    LedgerRow row;
    row.grave = grave.local_id;
    row.village = where.village(grave.village);
    row.land_class = grave.land_class;
    row.position = grave.position;
    row.area_m2 = grave.whole_area_m2();
    row.hardened = grave.hardened;
    row.built_from = grave.built_from;
    row.built_until = grave.built_until;
    row.is_protected = is_protected.contains(grave.id);
    row.kept = kept.contains(grave.id);
    for (const BurialCase* one : cases_of[grave.id]) {
      tell_case(row, *one, pack, as_of.day);
      section.tally += tally_of(*one, as_of.day);
      counted.push_back(*one);
    }
    section.rows.push_back(std::move(row));
  }
  for (auto& [code, section] : sections) {
    std::sort(section.rows.begin(), section.rows.end(), [](const LedgerRow& a, const LedgerRow& b) { return a.grave < b.grave; });
    ledger.total += section.tally;
    ledger.sections.push_back(std::move(section));
  }
  ledger.by_class = tally_by_class(counted, as_of.day);
  ledger.by_zone = tally_by_zone(counted, as_of.day);
  return ledger;
}

std::vector<NewGraves> new_graves(const Project& project, Date baseline, const AsOf& as_of, Level level) {
  if (as_of.day < baseline) refuse(Fault::invalid, "enforcement.baseline", "before the baseline", {{"baseline", to_string(baseline)}, {"day", to_string(as_of.day)}});
  const Revision known = project.known(as_of.revision);
  const BurialDesk desk = burial_desk(project, as_of);
  const Whereabouts where{project, as_of, level};
  const GraveRecord record = grave_record(project.connection(), known);
  std::vector<const Grave*> graves;  // of all days: some of the stock may be gone
  for (const Grave& grave : record.graves) {
    if (desk.facility_of(grave) == nullptr) graves.push_back(&grave);
  }
  const std::vector<DivisionId> holders = where.of(graves);
  struct Township {
    std::string name;
    std::vector<Grave> graves;
  };
  std::map<std::string, Township> townships;
  for (std::size_t i = 0; i < graves.size(); ++i) {
    const DivisionState* division = where.section(holders[i]);
    Township& township = townships[division ? division->code : ""];
    if (division) township.name = division->name;
    township.graves.push_back(*graves[i]);
  }
  std::vector<NewGraves> list;
  for (const auto& [code, township] : townships) {
    for (const GraveCount& count : count_graves(township.graves, baseline, as_of.day)) list.push_back({township.name, where.village(count.village), count});
  }
  return list;
}

const Document* BurialCaseFile::document(DocumentId id) const {
  const auto found = std::find_if(documents.begin(), documents.end(), [&](const Document& each) { return each.id == id; });
  return found == documents.end() ? nullptr : &*found;
}

const BurialAct* BurialCaseFile::last(std::string_view state) const {
  const auto found = std::find_if(one.acts.rbegin(), one.acts.rend(), [&](const BurialAct& act) { return act.state == state; });
  return found == one.acts.rend() ? nullptr : &*found;
}

std::vector<Finding> court_findings(const BurialCaseFile& file, Date day) {
  if (file.last("court_applied") != nullptr) return {};
  BurialAct applying;
  applying.state = "court_applied";
  applying.day = day;
  const EnforcementStep* step = file.rules.step(applying.state);
  if (step && !step->bodies.empty()) applying.body = step->bodies.front();
  std::vector<Finding> findings = check_act(file.rules, file.calendar, file.one, applying, day);
  // Its document is the pack itself.
  std::erase_if(findings, [](const Finding& f) { return f.rule == "enforcement.needs" && f.facts.front() == std::pair<std::string, std::string>{"need", "document"}; });
  return findings;
}

BurialCaseFile burial_case_file(const Project& project, const std::string& number, const AsOf& as_of) {
  const Revision known = project.known(as_of.revision);
  const CountryPack pack = enforcement_pack(project);
  BurialCaseFile file;
  file.one = find_burial_case(project, number, known);
  file.grave = *grave_record(project.connection(), known).find(file.one.grave, file.one.found());
  file.rules = rules_with(pack, file.one.rules);
  if (!file.one.judged_by.empty()) file.judged_by = rules_with(pack, file.one.judged_by).law;
  file.calendar = pack.calendar;
  file.photos = case_photos(project, known)[file.one.id];
  file.pairs = photo_pairs(file.photos);
  for (const Document& document : project.documents(known)) {
    const bool cited = std::any_of(file.one.acts.begin(), file.one.acts.end(), [&](const BurialAct& act) { return act.document == document.id; });
    if (cited) file.documents.push_back(document);
  }
  file.clocks = case_clocks(file.rules, file.calendar, file.one.acts, as_of.day);
  file.next = next_states(file.rules, file.one.acts);
  file.court = earliest_entry(file.rules, file.calendar, file.one.acts, "court_applied");
  file.parties = parties_of(project, file.one.id, known);
  const Whereabouts where{project, as_of, 4};
  const DivisionId holder = where.of({&file.grave}).front();
  file.village = where.village(file.grave.village);
  if (const DivisionState* township = where.division(holder, 4)) file.township = township->name;
  if (const DivisionState* county = where.division(holder, 3)) file.county = county->name;
  for (const GraveTypeRule& type : burial_desk(project, as_of).grave_types()) {
    if (type.id == file.one.grave_class) file.class_words = type.words;
  }
  return file;
}

}  // namespace merestone
