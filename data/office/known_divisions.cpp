// SPDX-License-Identifier: Apache-2.0
#include "data/office/known_divisions.hpp"

#include <algorithm>

namespace merestone {

KnownDivisions::KnownDivisions(Connection& connection, Revision revision)
    : facts_{read_kept_facts(connection, Window{revision})}, successions_{read_successions(connection, revision)} {
  for (std::size_t i = 0; i < facts_.versions.size(); ++i) {
    positions_[facts_.versions[i].fact.division].versions.push_back(i);
    hierarchy_.add(facts_.versions[i].fact);
  }
  for (std::size_t i = 0; i < facts_.codes.size(); ++i) {
    positions_[facts_.codes[i].fact.division].codes.push_back(i);
    by_code_[facts_.codes[i].fact.code].push_back(i);
  }
  for (std::size_t i = 0; i < facts_.names.size(); ++i) positions_[facts_.names[i].fact.division].names.push_back(i);
  for (std::size_t i = 0; i < facts_.memberships.size(); ++i) {
    positions_[facts_.memberships[i].fact.member].memberships.push_back(i);
    positions_[facts_.memberships[i].fact.superior].superiorities.push_back(i);
    hierarchy_.add(facts_.memberships[i].fact);
  }
}

const KnownDivisions::Positions& KnownDivisions::of(DivisionId division) const {
  static const Positions nothing;
  const auto found = positions_.find(division);
  return found == positions_.end() ? nothing : found->second;
}

std::vector<std::size_t> KnownDivisions::holders(std::string_view system, std::string_view code, Level at,
                                                 const Period& overlapping) const {
  std::vector<std::size_t> found;
  const auto held = by_code_.find(std::string{code});
  if (held == by_code_.end()) return found;
  for (const std::size_t i : held->second) {
    const DivisionCode& fact = facts_.codes[i].fact;
    if (fact.system == system && fact.valid.overlaps(overlapping) && level(fact.division, fact.valid) == at) found.push_back(i);
  }
  return found;
}

DivisionId KnownDivisions::superior_with(std::string_view system, std::string_view code, Level below, Date day) const {
  DivisionId best;
  Level best_level = 0;
  const auto held = by_code_.find(std::string{code});
  if (held == by_code_.end()) return best;
  for (const std::size_t i : held->second) {
    const DivisionCode& fact = facts_.codes[i].fact;
    if (fact.system != system || !fact.valid.contains(day)) continue;
    const Level found = level(fact.division, {day, day + std::chrono::days{1}});
    if (found < below && found > best_level) {
      best = fact.division;
      best_level = found;
    }
  }
  return best;
}

Level KnownDivisions::level(DivisionId division, const Period& overlapping) const {
  for (const std::size_t i : of(division).versions) {
    if (facts_.versions[i].fact.valid.overlaps(overlapping)) return facts_.versions[i].fact.level;
  }
  return 0;
}

Period KnownDivisions::life(DivisionId division, Date day) const {
  std::vector<Period> periods;
  for (const std::size_t i : of(division).versions) periods.push_back(facts_.versions[i].fact.valid);
  std::sort(periods.begin(), periods.end(), [](const Period& a, const Period& b) { return a.from < b.from; });
  Period life{open_end, open_end};
  for (const Period& period : periods) {
    if (life.from != open_end && period.from == life.until) {
      life.until = period.until;
    } else if (life.from == open_end || life.until <= day) {
      life = period;
    }
  }
  return life;
}

std::string KnownDivisions::name(DivisionId division, Date day) const {
  std::string any;
  for (const std::size_t i : of(division).names) {
    const DivisionName& name = facts_.names[i].fact;
    if (name.status == "official" && name.valid.contains(day)) return name.text;
    if (any.empty()) any = name.text;
  }
  return any;
}

bool KnownDivisions::share_code(DivisionId one, DivisionId other) const {
  const auto& codes = of(one).codes;
  const auto& others = of(other).codes;
  return std::any_of(codes.begin(), codes.end(), [&](std::size_t a) {
    return std::any_of(others.begin(), others.end(), [&](std::size_t b) {
      return facts_.codes[a].fact.code == facts_.codes[b].fact.code && facts_.codes[a].fact.system == facts_.codes[b].fact.system;
    });
  });
}

Bequests KnownDivisions::bequests() const {
  Bequests bequests;
  for (const Succession& s : successions_) {
    const auto& versions = of(s.from).versions;
    const bool ended = std::any_of(versions.begin(), versions.end(),
                                   [&](std::size_t i) { return facts_.versions[i].fact.valid.until == s.day; });
    if (ended) bequests.try_emplace(s.from, Bequest{s.day, s.to, s.to.value == 0});
  }
  return bequests;
}

}  // namespace merestone
