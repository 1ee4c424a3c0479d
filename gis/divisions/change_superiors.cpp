// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/change_work.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// What is wrong with who administers is told apart from what is wrong with a superior.
const char* of_kind(MembershipKind kind, const char* superior, const char* keeper) {
  return kind == MembershipKind::legal ? superior : keeper;
}

}  // namespace

void ChangeWork::change_superiors() {
  for (std::size_t i = 0; i < plan_.acts.size(); ++i) {
    const ChangeAct& act = plan_.acts[i];
    if (act.kind != ChangeKind::establish && act.kind != ChangeKind::change_superior) continue;
    if (act.kind == ChangeKind::change_superior && !act.superior && !act.entrusted) report("division.same_superior", act.code, {});
    set_superior(act, ids_[i], MembershipKind::legal, act.superior);
    set_superior(act, ids_[i], MembershipKind::entrusted, act.entrusted);
  }
  if (!effect_.refused()) check_superiors();
}

void ChangeWork::set_superior(const ChangeAct& act, DivisionId member, MembershipKind kind,
                              const std::optional<std::string>& wanted) {
  if (!wanted) return;
  DivisionId superior;
  if (!wanted->empty()) {
    superior = after(*wanted, level(member));
    if (superior.value == 0) return report_unknown(*wanted);
    if (ended_.contains(superior)) return report(of_kind(kind, "division.superior_ends", "division.keeper_ends"), act.code, {{"superior", *wanted}});
  }
  if (superior == superior_after(member, kind)) {
    if (act.kind == ChangeKind::change_superior) report(of_kind(kind, "division.same_superior", "division.same_keeper"), act.code, {});
    return;
  }
  superiors_[member].of[static_cast<int>(kind)] = superior;
  if (!begins_here(member)) effect_.moved.insert(member);
}

DivisionId ChangeWork::superior_after(DivisionId division, MembershipKind kind) const {
  if (const auto changed = superiors_.find(division); changed != superiors_.end()) {
    if (const auto& superior = changed->second.of[static_cast<int>(kind)]) return *superior;
  }
  for (const std::size_t i : of(division).memberships) {
    const Membership& fact = ground_.facts.memberships[i];
    if (fact.kind == kind && fact.valid.contains(day_)) return fact.superior;
  }
  return {};
}

/// The division and its legal superiors; ends before it would repeat one.
std::vector<DivisionId> ChangeWork::chain_after(DivisionId division) const {
  std::vector<DivisionId> chain;
  while (division.value != 0 && std::find(chain.begin(), chain.end(), division) == chain.end()) {
    chain.push_back(division);
    division = superior_after(division, MembershipKind::legal);
  }
  return chain;
}

void ChangeWork::check_superiors() {
  for (std::size_t i = 0; i < plan_.acts.size(); ++i) {
    if (!superiors_.contains(ids_[i])) continue;
    const std::vector<DivisionId> chain = chain_after(ids_[i]);
    const DivisionId beyond = superior_after(chain.back(), MembershipKind::legal);
    if (beyond.value != 0) {
      report("division.superior_cycle", plan_.acts[i].code, {{"name", name(ids_[i])}, {"superior", name(beyond)}});
      continue;
    }
    for (const MembershipKind kind : {MembershipKind::legal, MembershipKind::entrusted}) {
      const DivisionId superior = superior_after(ids_[i], kind);
      if (superior.value == 0 || level(superior) < level(ids_[i])) continue;
      report(of_kind(kind, "division.superior_level", "division.keeper_level"), plan_.acts[i].code,
             {{"level", std::to_string(level(ids_[i]))}, {"superior", name(superior)}, {"superior_level", std::to_string(level(superior))}});
    }
  }
}

}  // namespace merestone
