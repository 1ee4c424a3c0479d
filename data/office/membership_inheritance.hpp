// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/hierarchy.hpp"
#include "gis/boundaries/inheritance.hpp"

namespace merestone {

/// A division that took the ground of others when it began.
struct Taking {
  DivisionId heir;
  Period life{};
  std::vector<DivisionId> givers;
  DivisionId namesake{};  ///< the giver that had its code before; no id when none had
};

/// Whom the heirs belong to. A register of history does not say, but its ground must lie somewhere: an heir without
/// superior gets that of its namesake, else the nearest one that all givers belonged to the day before. Superiors
/// that end hand on to their own heirs. What is found is added to `hierarchy`, so that heirs of heirs find it.
std::vector<Membership> inherit_memberships(std::vector<Taking> takings, const Bequests& bequests, Hierarchy& hierarchy);

/// `membership` through the ends of its superior: to the superior, then to its heir, and so on.
std::vector<Membership> handed_on(const Membership& membership, const Bequests& bequests);

}  // namespace merestone
