// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/pictures.hpp"

#include <map>

namespace merestone {
namespace {

using Choice = std::map<DisputeId, ClaimId>;

Choice on_the_ground(const Snapshot& snapshot) {
  Choice choice;
  for (const Claim& claim : snapshot.claims) {
    if (!claim.claimant) choice.emplace(claim.dispute, claim.id);
  }
  return choice;
}

Picture granting(const Choice& choice, std::optional<ClaimId> turn = {}) {
  std::unordered_set<ClaimId> granted;
  for (const auto& [dispute, claim] : choice) granted.insert(claim);
  return Picture{std::move(granted), turn};
}

}  // namespace

std::vector<Picture> pictures(const Snapshot& snapshot, const Viewpoint& viewpoint) {
  Choice choice = on_the_ground(snapshot);
  if (const auto* as = std::get_if<AsClaimedBy>(&viewpoint)) {
    for (const Claim& claim : snapshot.claims) {
      if (claim.claimant == as->party) choice[claim.dispute] = claim.id;
    }
  }
  if (const auto* seen = std::get_if<AsSeenBy>(&viewpoint)) {
    for (const Acceptance& acceptance : snapshot.acceptances) {
      if (acceptance.viewer == seen->viewer) choice[acceptance.dispute] = acceptance.claim;
    }
  }
  std::vector<Picture> all{granting(choice)};
  if (std::holds_alternative<Neutral>(viewpoint)) {
    for (const Claim& claim : snapshot.claims) {
      if (!claim.claimant) continue;
      Choice other = choice;
      other[claim.dispute] = claim.id;
      all.push_back(granting(other, claim.id));
    }
  }
  return all;
}

}  // namespace merestone
