// SPDX-License-Identifier: Apache-2.0
#include "data/office/ground_shares.hpp"

#include "data/store/ground_store.hpp"
#include "gis/territory/holdings.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr std::chrono::days one_day{1};

}  // namespace

GroundShares::GroundShares(Connection& connection, Revision before, const DivisionFacts& facts, const ChangeEffect& effect,
                           std::span<const Transfer> drawn)
    : connection_{connection}, before_{before}, facts_{facts}, effect_{effect}, drawn_{drawn},
      ended_(effect.ended_memberships.begin(), effect.ended_memberships.end()) {
  if (effect_.shares.empty()) return;
  for (std::size_t i = 0; i < facts_.memberships.size(); ++i) memberships_[facts_.memberships[i].member].push_back(i);
  holders_ = read_ground_holders(connection_, Window{before_, effect_.day - one_day});
}

/// All superiors, legal and entrusted, nearest first.
std::vector<DivisionId> GroundShares::superiors(DivisionId division, bool after) const {
  std::vector<DivisionId> found{division};
  const auto add = [&](DivisionId superior) {
    if (std::find(found.begin(), found.end(), superior) == found.end()) found.push_back(superior);
  };
  for (std::size_t at = 0; at < found.size(); ++at) {
    const DivisionId step = found[at];
    if (const auto held = memberships_.find(step); held != memberships_.end()) {
      for (const std::size_t i : held->second) {
        const Period& valid = facts_.memberships[i].valid;
        const bool holds = after ? valid.contains(effect_.day) && !ended_.contains(i) : valid.contains(effect_.day - one_day);
        if (holds) add(facts_.memberships[i].superior);
      }
    }
    if (!after) continue;
    for (const Membership& m : effect_.added.memberships) {
      if (m.member == step) add(m.superior);
    }
  }
  return found;
}

bool GroundShares::below(DivisionId division, DivisionId superior, bool after) const {
  const auto chain = superiors(division, after);
  return std::find(chain.begin(), chain.end(), superior) != chain.end();
}

/// Which heir of `giver` has the ground of `leaf` after the change; no id when none has.
DivisionId GroundShares::heir_of_leaf(DivisionId leaf, DivisionId giver) const {
  DivisionId holder = leaf;
  for (const SuccessionShare& share : effect_.shares) {
    const Succession& s = effect_.added.successions[share.succession];
    if (!share.whole || s.from != leaf) continue;
    holder = s.to;
    break;  // the first heir has what is not drawn
  }
  return heir_above(holder, giver);
}

/// The heir of `giver` that `holder` is or belongs to after the change; no id when none.
DivisionId GroundShares::heir_above(DivisionId holder, DivisionId giver) const {
  const auto chain = superiors(holder, true);
  for (const DivisionId step : chain) {
    for (const Succession& s : effect_.added.successions) {
      if (s.from == giver && s.to == step) return step;
    }
  }
  return {};
}

bool GroundShares::ends(DivisionId division) const {
  return std::any_of(effect_.shares.begin(), effect_.shares.end(), [&](const SuccessionShare& share) {
    return share.whole && effect_.added.successions[share.succession].from == division;
  });
}

bool GroundShares::drawn_for(const Succession& succession) const {
  return std::any_of(drawn_.begin(), drawn_.end(), [&](const Transfer& t) {
    return below(t.from, succession.from, false) && heir_above(t.to, succession.from) == succession.to;
  });
}

std::vector<Transfer> GroundShares::not_given() const {
  std::vector<Transfer> found;
  for (const Transfer& t : drawn_) {
    const bool given = std::any_of(effect_.added.successions.begin(), effect_.added.successions.end(), [&](const Succession& s) {
      return below(t.from, s.from, false) && heir_above(t.to, s.from) == s.to;
    });
    if (!given) found.push_back(t);
  }
  return found;
}

std::vector<DivisionId> GroundShares::need_lines() const {
  std::vector<DivisionId> found;
  for (const SuccessionShare& share : effect_.shares) {
    const Succession& s = effect_.added.successions[share.succession];
    const auto heirs = std::count_if(effect_.added.successions.begin(), effect_.added.successions.end(),
                                     [&](const Succession& other) { return other.from == s.from; });
    bool needs = false;
    if (share.whole) {
      const auto first = std::find_if(effect_.added.successions.begin(), effect_.added.successions.end(),
                                      [&](const Succession& other) { return other.from == s.from; });
      const bool gets = drawn_for(s) || (first->to == s.to && !drawn_.empty());  // the rest is the first heir's
      needs = heirs > 1 && std::binary_search(holders_.begin(), holders_.end(), s.from) && !gets;
    } else {
      bool has_ground = false, goes = drawn_for(s);
      for (const DivisionId leaf : holders_) {
        if (!below(leaf, s.from, false)) continue;
        has_ground = true;
        goes = goes || (leaf != s.from && heir_of_leaf(leaf, s.from) == s.to && !below(leaf, s.from, true));
      }
      needs = has_ground && !goes;
    }
    if (needs && std::find(found.begin(), found.end(), s.from) == found.end()) found.push_back(s.from);
  }
  return found;
}

std::vector<GivenGround> GroundShares::given() const {
  std::vector<DivisionId> givers;
  for (const SuccessionShare& share : effect_.shares) {
    const DivisionId from = effect_.added.successions[share.succession].from;
    if (!share.whole || share.area_share != 1.0) givers.push_back(from);
  }
  std::vector<GivenGround> given;
  if (givers.empty() || holders_.empty()) return given;
  std::sort(givers.begin(), givers.end());
  givers.erase(std::unique(givers.begin(), givers.end()), givers.end());
  const auto ground = held_ground(read_ground(connection_, Window{before_, effect_.day - one_day}));
  for (const auto& [leaf, area_um2] : ground) {
    for (const DivisionId giver : givers) {
      if (!below(leaf, giver, false)) continue;
      Wide rest = area_um2;
      for (const Transfer& t : drawn_) {
        if (t.from != leaf) continue;
        rest -= t.area_um2;
        given.push_back({giver, below(t.to, giver, true) ? DivisionId{} : heir_above(t.to, giver), square_metres(t.area_um2)});
      }
      const bool stays = below(leaf, giver, true) && !ends(leaf);
      const DivisionId heir = stays ? DivisionId{} : heir_of_leaf(leaf, giver);
      given.push_back({giver, heir, square_metres(rest)});
    }
  }
  return given;
}

}  // namespace merestone
