// SPDX-License-Identifier: Apache-2.0
#include "data/office/hierarchy.hpp"

#include <algorithm>

namespace merestone {

void Hierarchy::add(const DivisionVersion& version) {
  levels_[version.division].push_back({version.valid, version.level});
}

void Hierarchy::add(const Membership& membership) {
  if (membership.kind != MembershipKind::legal) return;
  superiors_[membership.member].push_back({membership.valid, membership.superior});
  with_members_.insert(membership.superior);
}

DivisionId Hierarchy::superior(DivisionId division, Date day) const {
  const auto found = superiors_.find(division);
  if (found == superiors_.end()) return {};
  for (const SuperiorFact& fact : found->second) {
    if (fact.valid.contains(day)) return fact.superior;
  }
  return {};
}

void Hierarchy::add_days(DivisionId division, const Period& period, std::set<Date>& days) const {
  add_days(division, period, days, 0);
}

void Hierarchy::add_days(DivisionId division, const Period& period, std::set<Date>& days, int depth) const {
  constexpr int deepest = 16;  // no country has so many levels: a cycle ends there
  const auto add = [&](const Period& valid) {
    for (const Date day : {valid.from, valid.until}) {
      if (period.from < day && day < period.until) days.insert(day);
    }
  };
  if (const auto levels = levels_.find(division); levels != levels_.end()) {
    for (const LevelFact& fact : levels->second) add(fact.valid);
  }
  const auto superiors = superiors_.find(division);
  if (superiors == superiors_.end() || depth == deepest) return;
  for (const SuperiorFact& fact : superiors->second) {
    if (!fact.valid.overlaps(period)) continue;
    add(fact.valid);
    add_days(fact.superior, {std::max(period.from, fact.valid.from), std::min(period.until, fact.valid.until)}, days, depth + 1);
  }
}

std::vector<Rank> Hierarchy::chain(DivisionId division, Date day) const {
  std::vector<Rank> chain;
  while (division.value != 0) {
    const auto levels = levels_.find(division);
    if (levels == levels_.end()) break;
    const auto level = std::find_if(levels->second.begin(), levels->second.end(),
                                    [&](const LevelFact& fact) { return fact.valid.contains(day); });
    if (level == levels->second.end()) break;
    const bool met = std::any_of(chain.begin(), chain.end(), [&](const Rank& r) { return r.division == division; });
    if (met) break;
    chain.push_back({division, level->level});
    division = superior(division, day);
  }
  return chain;
}

}  // namespace merestone
