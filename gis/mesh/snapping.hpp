// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/mesh/build.hpp"

#include <vector>

namespace merestone {

/// Rings whose borders are brought together, and what moved.
struct Snapped {
  RingSet rings;
  std::vector<Move> moves;
};

/// Brings positions nearer than `tolerance` nanodegrees (of longitude or latitude) together, then puts corners
/// into the edges of other rings that pass nearer than that.
/// 1. No position moves farther than `tolerance`; an edge bends at most that far.
/// 2. Positions of one ring are never brought together, so narrow parts stay (libgeos/geos#1476).
/// 3. The smallest position of a cluster stays where it is; the order of rings does not matter.
Snapped snap(const RingSet& rings, std::int64_t tolerance);

}  // namespace merestone
