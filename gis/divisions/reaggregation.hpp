// SPDX-License-Identifier: Apache-2.0
/// Figures counted on the divisions of one day, as they fall on those of a later day (domain.md §6, DR-03): along the
/// successions between the two, by the shares on record. What no share leads on is said, never spread.
#pragma once

#include "gis/divisions/change.hpp"

#include <span>
#include <vector>

namespace merestone {

/// Which share of a giver counts where both are on record; where only the other is, that one counts.
enum class ShareBasis { people, area };

/// Counted on a division as it was on `day`.
struct DivisionFigure {
  DivisionId division;
  Date day;
  double value = 0;
};

struct CarriedFigure {
  DivisionId division;
  double value = 0;
  double shared = 0;  ///< the part of `value` that came by a share below the whole: an estimate
};

/// One share that figures were divided by.
struct UsedShare {
  DivisionId from;
  DivisionId to;
  Date day;
  double share = 0;
  ShareBasis basis = ShareBasis::people;
  bool known = true;  ///< false: ground passed in part, and nobody recorded how much; nothing was carried over
};

struct Reaggregation {
  std::vector<CarriedFigure> figures;    ///< by division
  std::vector<DivisionFigure> unplaced;  ///< of a division that ended without heirs or with several without shares
  std::vector<UsedShare> shares;         ///< below the whole, in order of time
};

/// Carries every figure from its own day to `to`. The sum of what is carried and of what is not is the sum of what was
/// given. `shares` speak of positions in `facts.successions`.
/// @throws Error invalid division.reaggregation_backwards for a figure of a day after `to`.
Reaggregation reaggregate(std::span<const DivisionFigure> figures, const DivisionFacts& facts,
                          std::span<const SuccessionShare> shares, Date to, ShareBasis basis = ShareBasis::people);

}  // namespace merestone
