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
/// 1. Who lies on which side is decided by integers, also where edges of shapes run along each other or along borders. No
///    geometry is made: areas are sums along outlines, relative error below 1e-9.
/// 2. The result does not depend on the order of patches nor on the number of processors.
/// 3. Ground outside all units does not count.
/// 4. Shapes may lie over each other in any way, also parts of one shape; each ring is simple (geos_bridge's shape_fault()),
///    with ground on the left of every edge. A ring that crosses itself is not refused: what it winds around the other way
///    is taken off.
/// 5. What is below 1 mm² or 1e-13 of the unit's box is rounding and left out.
///
/// Sorted by unit, then rank; without zeros. Time near-linear in edges and in the places where they cross.
std::vector<CoveredGround> covered_ground(const CoverageIndex& index, std::span<const Patch> patches);

/// Ground under shapes outside all units, in square micrometres, each position counted once; the rest as above.
Wide ground_beyond(const CoverageIndex& index, std::span<const MultiPolygon* const> shapes);

}  // namespace merestone
