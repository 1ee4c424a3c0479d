// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/territory/territory.hpp"

#include <unordered_set>
#include <vector>

namespace merestone {

/// One consistent answer to every dispute: the claims that are granted. Ground that nobody disputes is in every one.
class Picture {
 public:
  explicit Picture(std::unordered_set<ClaimId> granted) : granted_{std::move(granted)} {}
  bool draws(const Delimitation& d) const { return !d.claim || granted_.contains(*d.claim); }

 private:
  std::unordered_set<ClaimId> granted_;
};

/// The pictures a viewpoint accepts, at least one. The situation on the ground is the claim without claimant;
/// `Neutral` takes each other claim in turn, the other disputes being left as they are on the ground.
std::vector<Picture> pictures(const Snapshot& snapshot, const Viewpoint& viewpoint);

}  // namespace merestone
