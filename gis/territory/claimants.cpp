// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/claimants.hpp"

#include "gis/territory/granting.hpp"

#include <algorithm>

namespace merestone {

std::vector<DivisionId> claimants_of(std::span<const DivisionId> holders, std::span<const std::optional<DivisionId>> pictures,
                                     std::span<const DivisionId> parties, const DivisionRegister& divisions) {
  const Belonging belonging{divisions};
  std::vector<DivisionId> claimants;
  for (const DivisionId party : parties) {
    const bool own = std::find(pictures.begin(), pictures.end(), party) != pictures.end();
    for (std::size_t v = 0; v < holders.size(); ++v) {
      const bool speaks = own ? pictures[v] == party : !pictures[v];
      if (!speaks || !belonging.within(holders[v], party)) continue;
      claimants.push_back(party);
      break;
    }
  }
  return claimants;
}

std::vector<DivisionId> claimants_of(DivisionId on_the_ground, std::span<const HeldAsClaimed> claims, const DivisionRegister& divisions) {
  const Belonging belonging{divisions};
  std::vector<DivisionId> holders{on_the_ground};
  std::vector<std::optional<DivisionId>> pictures{std::nullopt};
  std::vector<DivisionId> parties;
  for (const auto& [claimant, holder] : claims) {
    holders.push_back(holder);
    pictures.emplace_back(claimant);
    parties.push_back(claimant);
  }
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  const bool of_a_claimant = std::any_of(parties.begin(), parties.end(), [&](DivisionId party) { return belonging.within(on_the_ground, party); });
  if (!of_a_claimant && on_the_ground.value != 0) parties.push_back(on_the_ground);
  return claimants_of(holders, pictures, parties, divisions);
}

}  // namespace merestone
