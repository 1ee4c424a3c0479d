// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/territory/claimants.hpp"
#include "gis/territory/territory.hpp"

#include <functional>

namespace merestone {

enum class LocateStatus {
  inside,
  on_line,   ///< exactly on a boundary: `holders` are those of all sides
  disputed,  ///< the pictures differ
  outside,
};

struct LocateResult {
  LocateStatus status = LocateStatus::outside;
  Holders holders;
  /// From a neutral viewpoint, where the place is disputed: who holds it as each claimant of those disputes claims, and
  /// who does on the ground.
  std::vector<HeldAsClaimed> claims{};
  DivisionId on_the_ground{};
};

/// Stretches, and what is said of them, whose box meets a box. May return more than asked for.
using SnapshotInBox = std::function<Snapshot(const Box&)>;

/// Who holds `p` as seen from `viewpoint`, by casting a ray eastwards and asking for stretches along it in
/// growing boxes: reads only what lies near. Exact. @param whole the box of all stretches.
LocateResult locate(Position p, const Box& whole, const SnapshotInBox& near, const Viewpoint& viewpoint);

}  // namespace merestone
