// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/inheritance.hpp"

#include <algorithm>

namespace merestone {

std::vector<Holding> holdings(DivisionId first, const Period& period, const Bequests& bequests,
                              std::vector<DivisionId>& without_heir) {
  std::vector<Holding> all;
  DivisionId side = first;
  Date from = period.from;
  for (std::size_t steps = 0; steps <= bequests.size(); ++steps) {
    const auto end = bequests.find(side);
    if (end == bequests.end() || end->second.day >= period.until) break;
    if (end->second.day > from) {
      all.push_back({side, end->second.day});
      from = end->second.day;
    }
    if (end->second.heir.value == 0 && !end->second.abroad) without_heir.push_back(side);
    side = end->second.heir;
  }
  all.push_back({side, period.until});
  return all;
}

std::vector<Delimitation> inherited(const Delimitation& said, const Bequests& bequests,
                                    std::vector<DivisionId>& without_heir) {
  const auto left = holdings(said.left, said.valid, bequests, without_heir);
  const auto right = holdings(said.right, said.valid, bequests, without_heir);
  std::vector<Delimitation> pieces;
  Date from = said.valid.from;
  for (std::size_t l = 0, r = 0; l < left.size() && r < right.size();) {
    const Date until = std::min(left[l].until, right[r].until);
    if (from < until && left[l].holder != right[r].holder) {
      Delimitation piece = said;
      piece.left = left[l].holder;
      piece.right = right[r].holder;
      piece.valid = {from, until};
      pieces.push_back(piece);
    }
    from = std::max(from, until);
    if (left[l].until == until) ++l;
    if (right[r].until <= until) ++r;
  }
  return pieces;
}

}  // namespace merestone
