// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/territory/territory.hpp"

#include <optional>
#include <unordered_set>
#include <vector>

namespace merestone {

/// One consistent answer to every dispute: the claims that are granted. Ground that nobody disputes is in every one.
class Picture {
 public:
  explicit Picture(std::unordered_set<ClaimId> granted, std::optional<ClaimId> turn = {}) : granted_{std::move(granted)}, turn_{turn} {}
  bool draws(const Delimitation& d) const { return !d.claim || granted_.contains(*d.claim); }
  /// The claim whose turn it is on a neutral map; none in the first picture and for other viewpoints.
  std::optional<ClaimId> turn() const { return turn_; }

 private:
  std::unordered_set<ClaimId> granted_;
  std::optional<ClaimId> turn_;
};

/// The pictures a viewpoint accepts, at least one. The situation on the ground is the claim without claimant;
/// `Neutral` takes each other claim in turn, the other disputes being left as they are on the ground.
std::vector<Picture> pictures(const Snapshot& snapshot, const Viewpoint& viewpoint);

}  // namespace merestone
