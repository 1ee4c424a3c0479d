// SPDX-License-Identifier: Apache-2.0
#include "data/office/membership_inheritance.hpp"

#include <algorithm>

namespace merestone {
namespace {

DivisionId common_superior(const Taking& taking, const Hierarchy& hierarchy) {
  const Date before = taking.life.from - std::chrono::days{1};
  if (const DivisionId own = hierarchy.superior(taking.namesake, before); own.value != 0) return own;
  std::vector<Rank> common;  // finest first
  for (const DivisionId giver : taking.givers) {
    std::vector<Rank> superiors = hierarchy.chain(giver, before);
    if (superiors.size() < 2) continue;  // of this one nothing is known
    superiors.erase(superiors.begin());
    if (common.empty()) {
      common = std::move(superiors);
      continue;
    }
    std::erase_if(common, [&](const Rank& one) {
      return std::none_of(superiors.begin(), superiors.end(), [&](const Rank& r) { return r.division == one.division; });
    });
    if (common.empty()) return {};
  }
  return common.empty() ? DivisionId{} : common.front().division;
}

}  // namespace

std::vector<Membership> handed_on(const Membership& membership, const Bequests& bequests) {
  std::vector<DivisionId> without_heir;  // a superior may end without heir: its members then have none
  std::vector<Membership> pieces;
  Date from = membership.valid.from;
  for (const Holding& holding : holdings(membership.superior, membership.valid, bequests, without_heir)) {
    if (holding.holder.value != 0 && holding.holder != membership.member) {
      pieces.push_back({membership.member, holding.holder, membership.kind, {from, holding.until}});
    }
    from = holding.until;
  }
  return pieces;
}

std::vector<Membership> inherit_memberships(std::vector<Taking> takings, const Bequests& bequests, Hierarchy& hierarchy) {
  std::stable_sort(takings.begin(), takings.end(),
                   [](const Taking& a, const Taking& b) { return a.life.from < b.life.from; });
  std::vector<Membership> found;
  for (const Taking& taking : takings) {
    if (hierarchy.superior(taking.heir, taking.life.from).value != 0) continue;
    const DivisionId superior = common_superior(taking, hierarchy);
    if (superior.value == 0) continue;
    for (const Membership& piece : handed_on({taking.heir, superior, MembershipKind::legal, taking.life}, bequests)) {
      hierarchy.add(piece);
      found.push_back(piece);
    }
  }
  return found;
}

}  // namespace merestone
