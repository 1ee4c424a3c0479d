// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/boundaries/boundary.hpp"

#include <unordered_map>

namespace merestone {

/// The end of a division that held ground.
struct Bequest {
  Date day;              ///< its first day without the ground
  DivisionId heir{};     ///< no id: nobody on record took it
  bool abroad = false;   ///< a heir is named, but lies outside the record: the ground leaves it with him
};
using Bequests = std::unordered_map<DivisionId, Bequest>;

/// One after the other in a time: who held something, up to when.
struct Holding {
  DivisionId holder;
  Date until;
};

/// Who holds during `period` what was `first`'s at its beginning: it, its heir, the heir's heir. No id from the day
/// on which it left the record; who left it to nobody, not even abroad, is added to `without_heir`.
std::vector<Holding> holdings(DivisionId first, const Period& period, const Bequests& bequests,
                              std::vector<DivisionId>& without_heir);

/// What is said of a stretch once the ends of its sides are known: consecutive pieces of `said`, each with the
/// divisions that held the ground in that time. A piece between parts of one heir is left out, so is what lies
/// between two sides that nobody took. A division that had ended before `said` began had its heir from the start.
/// Ends also where bequests go in a circle.
std::vector<Delimitation> inherited(const Delimitation& said, const Bequests& bequests,
                                    std::vector<DivisionId>& without_heir);

}  // namespace merestone
