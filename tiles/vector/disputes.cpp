// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/disputes.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {

std::vector<TileClaim> tile_claims(const Snapshot& snapshot) {
  std::map<ClaimId, const Claim*> claim_of;
  std::map<DisputeId, std::set<DivisionId>> parties;
  for (const Claim& claim : snapshot.claims) {
    claim_of[claim.id] = &claim;
    if (claim.claimant) parties[claim.dispute].insert(*claim.claimant);
  }
  std::set<std::pair<StretchId, ClaimId>> drawn;
  for (const Delimitation& delimitation : snapshot.delimitations) {
    if (delimitation.claim && claim_of.contains(*delimitation.claim)) {
      drawn.insert({delimitation.stretch, *delimitation.claim});
    }
  }
  std::map<std::pair<StretchId, DisputeId>, std::size_t> drawn_by;
  std::map<DisputeId, std::size_t> versions;
  for (const Claim& claim : snapshot.claims) ++versions[claim.dispute];
  for (const auto& [stretch, id] : drawn) ++drawn_by[{stretch, claim_of.at(id)->dispute}];
  std::vector<TileClaim> found;
  for (const auto& [stretch, id] : drawn) {
    const Claim& claim = *claim_of.at(id);
    if (drawn_by.at({stretch, claim.dispute}) == versions.at(claim.dispute)) continue;
    TileClaim& one = found.emplace_back(TileClaim{.stretch = stretch, .dispute = claim.dispute, .claim = id,
                                                  .claimant = claim.claimant, .party = 0, .accepted_by = {}, .disputed_by = {}});
    if (claim.claimant) {
      const std::set<DivisionId>& all = parties.at(claim.dispute);
      one.party = 1 + static_cast<int>(std::distance(all.begin(), all.find(*claim.claimant)));
    }
    for (const Acceptance& acceptance : snapshot.acceptances) {
      if (acceptance.dispute != claim.dispute) continue;
      (acceptance.claim == id ? one.accepted_by : one.disputed_by).push_back(acceptance.viewer);
    }
    for (auto* viewers : {&one.accepted_by, &one.disputed_by}) {
      std::sort(viewers->begin(), viewers->end());
      viewers->erase(std::unique(viewers->begin(), viewers->end()), viewers->end());
    }
  }
  return found;
}

}  // namespace merestone
