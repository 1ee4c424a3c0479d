// SPDX-License-Identifier: Apache-2.0
#include "data/office/burial_case_act.hpp"

#include "data/db/refusal.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/grave_store.hpp"

#include <algorithm>

namespace merestone {
namespace {

template <class Wanted>
const Grave* version_on(const std::vector<Grave>& graves, Date day, Wanted wanted) {
  const Grave* last = nullptr;
  for (const Grave& grave : graves) {
    if (!wanted(grave)) continue;
    if (grave.valid.contains(day)) return &grave;
    last = &grave;
  }
  return last;
}

}  // namespace

const Grave* GraveRecord::find(GraveId id, Date day) const {
  // The record comes by id.
  const Grave* last = nullptr;
  auto at = std::lower_bound(graves.begin(), graves.end(), id, [](const Grave& grave, GraveId wanted) { return grave.id < wanted; });
  for (; at != graves.end() && at->id == id; ++at) {
    if (at->valid.contains(day)) return &*at;
    last = &*at;
  }
  return last;
}
const Grave* GraveRecord::find(std::string_view local_id, Date day) const {
  return version_on(graves, day, [&](const Grave& grave) { return grave.local_id == local_id; });
}

GraveRecord grave_record(Connection& connection, Revision revision) {
  return {read_graves(connection, Window{revision}), read_grave_protections(connection, Window{revision})};
}

Kept<BurialCase> burial_case_with(Connection& connection, const std::string& number, Revision revision) {
  for (Kept<BurialCase>& one : read_burial_cases(connection, revision)) {
    if (one.fact.number == number) return std::move(one);
  }
  refuse(Fault::missing, "enforcement.not_found", "no such case", {{"number", number}});
}

const EnforcementRules& rules_with(const CountryPack& pack, const std::string& id) {
  const auto found = std::find_if(pack.enforcement.begin(), pack.enforcement.end(), [&](const EnforcementRules& set) { return set.id == id; });
  if (found == pack.enforcement.end()) refuse(Fault::missing, "enforcement.no_rules", "no such rules", {{"rules", id}, {"pack", pack.id}});
  return *found;
}

BurialCaseAct::BurialCaseAct(Project& project, const ActInfo& info, const char* name, const BurialCaseKey& key)
    : connection_{project.connection()},
      transaction_{connection_},
      record_{connection_, name, info.author, info.reason},
      case_{burial_case_with(connection_, key.number, record_.before())},
      pack_{enforcement_pack(project)},
      rules_{rules_with(pack_, case_.fact.rules)},
      graves_{grave_record(connection_, record_.before())},
      today_{key.today} {
  if (case_.fact.revision > key.seen) {
    refuse(Fault::conflict, "enforcement.stale", "somebody else wrote about the case meanwhile",
           {{"number", key.number}, {"revision", std::to_string(case_.fact.revision)}, {"seen", std::to_string(key.seen)}});
  }
  record_.tell("case", key.number);
  document_ = record_.add(info.document);
}

const Grave& BurialCaseAct::grave(Date day) const { return *graves_.find(case_.fact.grave, day); }

void BurialCaseAct::add(const std::vector<CasePhoto>& photos) {
  std::optional<Date> corrected;
  for (const BurialAct& act : case_.fact.acts) {
    if (act.state == "self_corrected" || act.state == "joint_enforcement") corrected = act.day;
  }
  for (const CasePhoto& photo : photos) {
    const std::vector<Finding> found = check_photo(photo, grave(today_), corrected, today_);
    findings_.insert(findings_.end(), found.begin(), found.end());
    add_case_photo(writer(), case_.fact.id, photo);
    case_.fact.photos.push_back(photo.phase);
  }
  refuse_errors(findings_, "a photo cannot be taken into the case");
}

void BurialCaseAct::rewrite() {
  writer().supersede("burial_case", {case_.number});
  add_burial_case(writer(), case_.fact);
}

void BurialCaseAct::step(const BurialAct& act) {
  const std::vector<Finding> found = check_act(rules_, pack_.calendar, case_.fact, act, today_);
  findings_.insert(findings_.end(), found.begin(), found.end());
  refuse_errors(findings_, "the case cannot take this step");
  add_burial_act(writer(), case_.fact.id, act);
  case_.fact.acts.push_back(act);
  record_.tell("state", act.state);
}

BurialReceipt BurialCaseAct::commit() {
  const Revision revision = record_.close();
  transaction_.commit();
  return {revision, std::move(findings_)};
}

}  // namespace merestone
