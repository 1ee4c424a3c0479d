// SPDX-License-Identifier: Apache-2.0
/// A grid of heights as lines of sight see it. For this folder only.
#pragma once

#include "gis/terrain/viewshed.hpp"

#include <vector>

namespace merestone::view {

/// An observer or a target.
struct Spot {
  GridPlace place;
  double ground_m = 0;  ///< NaN outside the grid and over holes
};

/// Sides of a cell on the ground, for each row of a grid.
class CellSides {
 public:
  explicit CellSides(const Terrain& terrain);
  double east_m(double row) const { return side(east_, row); }
  double south_m(double row) const { return side(south_, row); }
  double distance_m(const GridPlace& a, const GridPlace& b) const;

 private:
  static double side(const std::vector<double>& sides, double row);
  std::vector<double> east_;
  std::vector<double> south_;
};

Spot spot_at(const Terrain& terrain, Position p);

/// Metres that the ground sinks below the eye's horizon for each square metre of distance.
inline double drop_per_m2(const ViewRules& rules) { return (1 - rules.refraction) / (2 * rules.earth_radius_m); }

/// One observer on a plane of rows: what the sweep needs to know.
struct SweepGrid {
  std::int32_t columns = 0;
  std::int32_t rows = 0;
  const float* heights = nullptr;    ///< holes are `no_ground`
  const float* holes = nullptr;      ///< 1 over a hole, else 0; null when there are none
  std::uint16_t* seen = nullptr;
  std::uint16_t* unknown = nullptr;  ///< null when there are no holes
};
inline constexpr float no_ground = -1e6F;

struct SweepEye {
  std::int32_t column = 0;
  std::int32_t row = 0;
  float height_m = 0;      ///< of the eye
  float target_m = 0;
  double column_m = 0;     ///< sides of a cell
  double row_m = 0;
  double radius_m = 0;
  double drop = 0;         ///< drop_per_m2
};

/// Adds 1 to `seen` for every cell seen between the diagonals through the eye that lie across its rows, to the north and
/// to the south of it; on the diagonals themselves only when `diagonals`, and never at the eye.
void sweep(const SweepGrid& grid, const SweepEye& eye, bool diagonals);

}  // namespace merestone::view
