// SPDX-License-Identifier: Apache-2.0
/// Where graves gather more than chance would have it: the statistic Gi* of Getis and Ord (1992, 1995) on a grid.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/geometry/area.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace merestone {

struct HotSpotOptions {
  double cell_m = 1000;
  double band_m = 2000;  ///< cells whose centres are this near count as neighbours, with equal weight; itself too
};

struct HotSpotCell {
  Ring outline{};        ///< counter-clockwise
  std::int64_t count = 0;
  double z = 0;          ///< Gi*: standard deviations above the mean of all cells
  int level = 0;         ///< 0: not significant; 1, 2, 3: hot at 90, 95, 99 of 100 (z > 1.645, 1.960, 2.576); negative: cold
};

struct HotSpots {
  std::vector<HotSpotCell> cells{};  ///< with graves, or significant; from the north-west, row by row
  std::size_t grid_cells = 0;        ///< the n of the statistic: all cells of the study area
  double mean = 0;                   ///< graves per cell
  double deviation = 0;
  std::size_t graves = 0;            ///< that were given
  std::size_t outside = 0;           ///< of these, in no cell of the study area
};

/// Cells of a plane that is true in distance from the middle of the points (gis/geodesy/local_plane.hpp). The study area is
/// every cell of their box whose centre is `inside`; without it, all. Points outside it do not count.
/// @throws Error invalid hotspots.grid for a cell of no size, a band below it, or more than 250,000 cells.
HotSpots hot_spots(std::span<const Position> points, const HotSpotOptions& options = {},
                   const std::function<bool(Position)>& inside = {});

/// What to know before one believes them: notes hotspots.outside, and hotspots.few where Gi* is not near to normal.
std::vector<Finding> hot_spot_findings(const HotSpots& spots);

/// What may be shown to everybody.
struct PublicCells {
  std::int64_t least = 0;    ///< graves in a cell
  double least_cell_m = 500; ///< side of a cell: a smaller one would name the place
};
/// Only cells with that many graves, whose level is told and no figure. @throws Error invalid hotspots.public_cell for cells
/// smaller than those that may be shown.
HotSpots public_hot_spots(HotSpots spots, double cell_m, const PublicCells& rules);

}  // namespace merestone
