// SPDX-License-Identifier: Apache-2.0
/// A grid of heights as lines of sight see it. For this folder only.
#pragma once

#include "gis/terrain/viewshed.hpp"

#include <cstdint>
#include <span>
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

struct Run;

/// Adds 1 to `seen` for every cell that an eye sees between the diagonals through it that lie across its rows, to the
/// north and to the south of it; on the diagonals themselves only when `diagonals`, and never at the eye. Eyes are taken
/// together along each row, so that heights and counts are read once for all of them and stay in the processor's cache:
/// give eyes that are near each other. One per thread.
class Sweep {
 public:
  explicit Sweep(const SweepGrid& grid) : grid_{grid} {}
  void look_from(std::span<const SweepEye> eyes, bool diagonals);
  static constexpr std::size_t together = 16;  ///< eyes whose horizons the second cache holds

 private:
  /// Horizons of one ring of cells, by column: index `middle` is the eye's own. A horizon is the height above the eye, per
  /// ring, that hides what is lower: on one way from the eye that orders places as their angles do.
  struct Look {
    SweepEye eye;
    std::int32_t rings = 0;
    std::int32_t middle = 0;
    std::vector<float> before, now;
    std::vector<float> unknown_before, unknown_now;  ///< 1 where a hole lies between
  };

  void begin(const SweepEye& eye, int down, Look& look);
  void look_along(std::int32_t row, int down, std::span<Look> looks);
  void see_ring(std::int32_t row, std::int32_t ring, Look& look);

  SweepGrid grid_;
  bool diagonals_ = false;
  bool with_holes_ = false;
  void (*east_)(const Run&, std::int32_t, std::int32_t) = nullptr;
  void (*west_)(const Run&, std::int32_t, std::int32_t) = nullptr;
  std::vector<Look> looks_;
  std::int32_t first_ = 0, last_ = 0;         ///< columns that eyes see
  std::vector<std::int32_t> seen_, unknown_;  ///< of one row
  std::vector<std::int32_t> uncounted_;        ///< where a sweep writes counts that another one keeps
};

}  // namespace merestone::view
