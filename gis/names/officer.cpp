// SPDX-License-Identifier: Apache-2.0
#include "gis/names/officer.hpp"

#include <algorithm>
#include <set>

namespace merestone {
namespace {

constexpr std::string_view manager = "manager";

bool reaches(const OfficerRole& role, const OfficerAct& act) {
  const bool there = role.division.value == 0 || std::find(act.within.begin(), act.within.end(), role.division) != act.within.end();
  return there && (role.body_level == 0 || act.body_level == 0 || role.body_level == act.body_level);
}

bool is_known(std::string_view id) {
  const auto roles = office_roles();
  return std::any_of(roles.begin(), roles.end(), [&](const OfficeRole& role) { return role.id == id; });
}

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? "–" : text;
}

bool manages_all(const OfficerRole& role) { return role.role == manager && role.division.value == 0; }

}  // namespace

std::span<const OfficeRole> office_roles() {
  static const std::vector<OfficeRole> roles{
      {"clerk", {"names.apply", "names.applied", "names.accepted", "names.returned", "names.withdrawn"}},
      {"evaluator", {"names.evaluated", "names.submitted", "names.returned"}},
      {"approver", {"names.approved", "names.rejected"}},
      {"filer", {"names.filed", "names.filing_returned"}},
      {"announcer", {"names.announced", "names.in_force"}},
      {"registrar",
       {"names.record", "names.import", "names.undo", "names.rename", "names.abolish", "names.merge", "names.protect", "names.spell", "names.amend", "names.amend_undo"}},
      {"sign_keeper", {"names.sign*", "names.inspect_sign"}},
      {manager, {"names.*", "officers.*"}},
  };
  return roles;
}

bool may(std::string_view role, std::string_view act) {
  for (const OfficeRole& each : office_roles()) {
    if (each.id != role) continue;
    return std::any_of(each.acts.begin(), each.acts.end(), [&](std::string_view allowed) {
      return allowed.ends_with('*') ? act.starts_with(allowed.substr(0, allowed.size() - 1)) : act == allowed;
    });
  }
  return false;
}

std::vector<Finding> check_officer(std::span<const OfficerRole> roles, const OfficerAct& act, Date day) {
  if (roles.empty()) return {};
  std::set<std::string> others;
  for (const OfficerRole& role : roles) {
    if (!role.valid.contains(day) || !reaches(role, act) || !may(role.role, act.act)) continue;
    if (role.officer == act.officer) return {};
    others.insert(role.officer);
  }
  return {{.rule = "officer.not_entitled", .subject = {{}, act.officer, "role"},
           .facts = {{"officer", act.officer}, {"act", act.act}, {"division", act.code.empty() ? "–" : act.code}, {"who", joined(others)}}}};
}

std::vector<Finding> check_appointment(std::span<const OfficerRole> roles, const OfficerRole& wanted) {
  std::vector<Finding> findings;
  const auto report = [&](const char* rule, std::vector<std::pair<std::string, std::string>> facts) {
    findings.push_back({.rule = rule, .subject = {{}, wanted.officer, "role"}, .facts = std::move(facts)});
  };
  if (wanted.officer.empty()) report("officer.no_name", {});
  if (!is_known(wanted.role)) {
    std::set<std::string> known;
    for (const OfficeRole& role : office_roles()) known.emplace(role.id);
    report("officer.unknown_role", {{"role", wanted.role}, {"known", joined(known)}});
  }
  const bool held = std::any_of(roles.begin(), roles.end(), [&](const OfficerRole& r) {
    return r.officer == wanted.officer && r.role == wanted.role && r.division == wanted.division && r.body_level == wanted.body_level && r.valid.overlaps(wanted.valid);
  });
  if (held) report("officer.held", {{"officer", wanted.officer}, {"role", wanted.role}});
  if (roles.empty() && (!manages_all(wanted) || wanted.valid.until != open_end)) report("officer.first_manager", {{"officer", wanted.officer}, {"role", wanted.role}});
  return findings;
}

std::vector<Finding> check_dismissal(std::span<const OfficerRole> roles, const OfficerRole& leaving, Date day) {
  const bool other = std::any_of(roles.begin(), roles.end(), [&](const OfficerRole& r) { return manages_all(r) && r.fact != leaving.fact && r.valid.until == open_end; });
  const bool never_was = roles.size() == 1 && leaving.valid.from >= day;  // the only role ever, taken back before it began
  if (!manages_all(leaving) || other || never_was) return {};
  return {{.rule = "officer.last_manager", .subject = {{}, leaving.officer, "role"}, .facts = {{"officer", leaving.officer}}}};
}

}  // namespace merestone
