// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/divisions/register.hpp"

#include <vector>

namespace merestone {

/// Something that a division had on one day and has otherwise on another.
struct Altered {
  DivisionId division;
  std::string before;
  std::string after;
};

/// A division that belongs elsewhere. No id: to nobody.
struct Reassigned {
  DivisionId division;
  DivisionId before;
  DivisionId after;
  MembershipKind kind = MembershipKind::legal;
};

/// What differs between two days, division by division in the order of the registers. What happened and was undone in
/// between does not show.
struct Comparison {
  std::vector<DivisionId> began;
  std::vector<DivisionId> ended;
  std::vector<Altered> renamed;
  std::vector<Altered> renumbered;
  std::vector<Altered> other_kind;
  std::vector<Reassigned> moved;
};
Comparison compare(const DivisionRegister& before, const DivisionRegister& after);

}  // namespace merestone
