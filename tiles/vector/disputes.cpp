// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/disputes.hpp"

#include "gis/territory/pictures.hpp"
#include "gis/territory/viewpoints.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {

std::vector<TileClaim> tile_claims(const Snapshot& snapshot) {
  std::map<ClaimId, const Claim*> claim_of;
  for (const Claim& claim : snapshot.claims) claim_of[claim.id] = &claim;
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
                                                  .claimant = claim.claimant, .party = party_of(snapshot.claims, claim), .accepted_by = {}, .disputed_by = {}});
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

std::vector<TileClaim> tile_claims(const Snapshot& snapshot, const Viewpoint& viewpoint) {
  auto claims = tile_claims(snapshot);
  const auto shown = pictures(snapshot, viewpoint);
  std::erase_if(claims, [&](const TileClaim& claim) {
    const Delimitation said{.id = {}, .stretch = claim.stretch, .left = {}, .right = {}, .claim = claim.claim};
    return std::none_of(shown.begin(), shown.end(), [&](const Picture& picture) { return picture.draws(said); });
  });
  return claims;
}

}  // namespace merestone
