// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlay/coverage_index.hpp"

#include <span>
#include <vector>

namespace merestone {

/// A shape laid over a coverage. Where shapes lie over each other the highest rank counts, once.
struct Patch {
  const MultiPolygon* shape = nullptr;
  int rank = 0;
};

struct CoveredGround {
  UnitIndex unit = nobody;
  int rank = 0;
  Wide area_um2 = 0;  ///< of the unit under patches of this rank and none higher, on the ellipsoid
  friend bool operator==(const CoveredGround&, const CoveredGround&) = default;
};

/// Ground of every unit under patches, each position counted once at its highest rank (DR-03).
///
/// 1. No geometry is made and no shape is refused: areas are summed square by square, relative error below 1e-9.
/// 2. The result does not depend on the order of patches nor on the number of processors.
/// 3. Ground outside all units does not count.
///
/// Sorted by unit, then rank; without zeros. Time near-linear in edges and in the places where they cross.
std::vector<CoveredGround> covered_ground(const CoverageIndex& index, std::span<const Patch> patches);

}  // namespace merestone
