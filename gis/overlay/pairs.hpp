// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlay/coverage_index.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace merestone {

/// What a zone and a unit have in common. `unit` is `nobody` for what the zone has outside all units.
struct PairGround {
  std::size_t zone = 0;
  UnitIndex unit = nobody;
  Wide area_um2 = 0;  ///< on the ellipsoid
  friend bool operator==(const PairGround&, const PairGround&) = default;
};

/// Every zone with every unit that it shares ground with, each zone by itself: where zones lie over each other each has all
/// its own (covered_ground() counts once).
///
/// 1. Who lies on which side is decided by integers, also where a zone's edge is a border. No geometry is made: the parts'
///    areas are sums along their outlines, relative error below 1e-9, so the parts of a zone sum to it to 1e-9.
/// 2. Zones are valid shapes, ground on the left of every edge (geos_bridge's shape_fault(), twice_area()).
/// 3. What is below 1 mm² or 1e-12 of the zone is rounding and left out.
///
/// Sorted by zone, then unit, `nobody` last. Cost: the edges of zones, and of borders in their boxes. On all processors;
/// the result does not depend on their number.
std::vector<PairGround> zone_unit_ground(const CoverageIndex& index, std::span<const MultiPolygon* const> zones);

/// What a line has in a unit, `nobody` outside all.
struct LineInUnit {
  std::size_t line = 0;
  UnitIndex unit = nobody;
  std::int64_t length_um = 0;
  friend bool operator==(const LineInUnit&, const LineInUnit&) = default;
};

/// Length of every line in every unit; along a border as the position a hair to the east or north has it. Lengths of a line
/// sum to its whole to the last digit. Sorted by line, then unit. On all processors.
std::vector<LineInUnit> line_unit_lengths(const CoverageIndex& index, std::span<const Polyline> lines);

/// How many positions each unit holds; the last is how many lie outside all units.
std::vector<std::size_t> points_per_unit(const CoverageIndex& index, std::size_t units, std::span<const Position> positions);

}  // namespace merestone
