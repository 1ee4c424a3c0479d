// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/claimants.hpp"

#include <algorithm>

namespace merestone {

std::vector<DivisionId> claimants_of(std::span<const DivisionId> holders, std::span<const std::optional<DivisionId>> pictures,
                                     std::span<const DivisionId> parties, const DivisionRegister& divisions) {
  std::vector<DivisionId> claimants;
  for (const DivisionId party : parties) {
    const bool own = std::find(pictures.begin(), pictures.end(), party) != pictures.end();
    for (std::size_t v = 0; v < holders.size(); ++v) {
      const bool speaks = own ? pictures[v] == party : !pictures[v];
      if (!speaks || (holders[v] != party && !divisions.lies_in(holders[v], party))) continue;
      claimants.push_back(party);
      break;
    }
  }
  return claimants;
}

}  // namespace merestone
