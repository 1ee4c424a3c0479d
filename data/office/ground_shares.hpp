// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/db/connection.hpp"
#include "gis/base/as_of.hpp"
#include "gis/divisions/change_effect.hpp"
#include "gis/territory/redraw.hpp"

namespace merestone {

/// What a change means on the ground on record: who would have to be cut in two, and how much each giver gives.
/// `drawn` is what goes over along the lines and areas of the change.
class GroundShares {
 public:
  GroundShares(Connection& connection, Revision before, const DivisionFacts& facts, const ChangeEffect& effect,
               std::span<const Transfer> drawn = {});

  /// Givers that hold ground themselves and give it to several heirs, or a part of it, while no member of theirs goes
  /// there and nothing that is drawn goes there: a new line is needed.
  std::vector<DivisionId> need_lines() const;
  /// What goes over as drawn although no act gives it to that side.
  std::vector<Transfer> not_given() const;
  /// Ground that passes in the change, by giver and heir; empty where nothing has to be measured, since one heir takes all.
  std::vector<GivenGround> given() const;

 private:
  /// The members through which a giver holds ground, finest first, as they are the day before.
  DivisionId heir_of_leaf(DivisionId leaf, DivisionId giver) const;
  DivisionId heir_above(DivisionId holder, DivisionId giver) const;
  bool ends(DivisionId division) const;
  bool drawn_for(const Succession& succession) const;
  bool below(DivisionId division, DivisionId superior, bool after) const;
  std::vector<DivisionId> superiors(DivisionId division, bool after) const;

  Connection& connection_;
  Revision before_;
  const DivisionFacts& facts_;
  const ChangeEffect& effect_;
  std::span<const Transfer> drawn_;
  std::unordered_map<DivisionId, std::vector<std::size_t>> memberships_;
  std::unordered_set<std::size_t> ended_;
  std::vector<DivisionId> holders_;  ///< of ground the day before, sorted
};

}  // namespace merestone
