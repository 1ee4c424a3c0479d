// SPDX-License-Identifier: Apache-2.0
/// How much ground each unit of a coverage has, and how long its borders are.
#pragma once

#include "gis/geodesy/measure.hpp"
#include "gis/mesh/mesh.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// Of every arc, walked forward. On all processors.
std::vector<PathMeasure> measure_arcs(const Mesh& mesh);

struct UnitGround {
  Wide area_um2 = 0;
  std::int64_t perimeter_um = 0;  ///< of its outline and its holes; borders inside it do not count

  double area_m2() const { return square_metres(area_um2); }
  double perimeter_m() const { return metres(perimeter_um); }
};

/// Ground by unit, or by upper unit: `upper[u]` is the one that holds unit `u`, `nobody` for none; empty when units
/// are asked for as they are. Areas of units sum to that of their upper unit to the last digit. `units` is how many
/// there are.
std::vector<UnitGround> ground_of_units(const Mesh& mesh, std::span<const PathMeasure> arcs, std::size_t units,
                                        std::span<const UnitIndex> upper = {});

/// Border that two units share; `b` may be `nobody`, for the outer border of `a`.
struct SharedBorder {
  UnitIndex a = nobody;
  UnitIndex b = nobody;
  std::int64_t length_um = 0;
  friend bool operator==(const SharedBorder&, const SharedBorder&) = default;
};
/// Each pair once with a < b, sorted.
std::vector<SharedBorder> shared_borders(const Mesh& mesh, std::span<const PathMeasure> arcs,
                                         std::span<const UnitIndex> upper = {});

}  // namespace merestone
