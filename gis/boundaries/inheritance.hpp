// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/boundaries/boundary.hpp"

#include <unordered_map>

namespace merestone {

/// The end of a division that held ground.
struct Bequest {
  Date day;         ///< its first day without the ground
  DivisionId heir;  ///< no id: nobody on record took it
};
using Bequests = std::unordered_map<DivisionId, Bequest>;

/// What is said of a stretch once the ends of its sides are known: consecutive pieces of `said`, each with the
/// divisions that held the ground in that time. A piece between parts of one heir is left out, so is what lies
/// between two sides that nobody took. A division that had ended before `said` began had its heir from the start.
/// Divisions that left their ground to nobody are added to `without_heir`. Ends also where bequests go in a circle.
std::vector<Delimitation> inherited(const Delimitation& said, const Bequests& bequests,
                                    std::vector<DivisionId>& without_heir);

}  // namespace merestone
