// SPDX-License-Identifier: Apache-2.0
/// Proposals that follow the ground: watershed, watercourse, least-cost path. All are shortest paths over one graph:
/// the cells of a square raster whose middles lie in contested ground, each joined to sixteen neighbours, and the
/// positions of the equidistant line, which lead through places narrower than a cell. No edge meets a claim, so the
/// lines do not leave the ground.
#pragma once

#include "gis/proposals/family.hpp"
#include "gis/terrain/elevation.hpp"

#include <span>
#include <vector>

namespace merestone {

struct RasterChoice {
  double cell_m = 0;                 ///< 0: as the heights, or what `most_cells` allows
  std::size_t most_cells = 250'000;  ///< of the box around contested ground
};

/// "ridge": the watershed between the claims. Water rises from both claims at once; where it meets is the divide
/// (gis/terrain/flow.hpp). `results`: share_on_ridge of the length, cell_m.
/// @throws Error{Fault::invalid} terrain.does_not_cover when more than a twentieth of the cells has no height,
/// proposal.closed_band for a band without terminals.
Proposal ridge_line(const LineFamily& family, const Terrain& terrain, const RasterChoice& raster = {});

/// "watercourse": along the cells that most ground drains through; heights around the band, as far as it is wide, are
/// taken with it. `results`: share_on_watercourse where at least `catchment_km2` drain through, cell_m.
Proposal watercourse_line(const LineFamily& family, const Terrain& terrain, double catchment_km2 = 1,
                          const RasterChoice& raster = {});

/// What makes a metre of line dear. Each weight is what the factor at 1 adds to the 1 that every metre costs.
struct CostModel {
  double slope = 0;       ///< factor: rise ÷ run, at most 1
  double people = 0;      ///< factor: people within `people_reach_m`, against the most anywhere in the ground
  double people_reach_m = 500;
  std::vector<PointWeight> places;
  double crossing = 0;    ///< factor 1 on cells that `crossed` lines (roads, canals) run through
  std::vector<Polyline> crossed;
  double away = 0;        ///< factor: distance from the nearest `followed` line (river, ridge, old line), up to
  double away_reach_m = 2000;  ///< this far: 1
  std::vector<Polyline> followed;
  double hazard = 0;      ///< factor 1 inside hazard zones
  std::vector<MultiPolygon> hazards;
};
/// "least_cost". `results`: cost, and how much of it each factor makes. `terrain` may be null when slope weighs 0.
/// @throws Error{Fault::invalid} proposal.bad_weight for negative weights.
Proposal least_cost_line(const LineFamily& family, const CostModel& model, const Terrain* terrain,
                         const RasterChoice& raster = {});

}  // namespace merestone
