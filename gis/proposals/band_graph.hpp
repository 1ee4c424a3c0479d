// SPDX-License-Identifier: Apache-2.0
/// The graph of terrain_lines.hpp over one section of a band. For this folder only.
#pragma once

#include "gis/proposals/band.hpp"
#include "gis/proposals/plane_path.hpp"
#include "gis/terrain/flow.hpp"

#include <functional>
#include <span>
#include <vector>

namespace merestone::proposals {

class BandGraph {
 public:
  /// `middle` is a line through the section from its first to its last position.
  BandGraph(const BandSection& section, std::span<const Position> middle, const LocalPlane& plane, double cell_m,
            double margin_m);

  PlaneRaster& raster() { return raster_; }
  const PlaneRaster& raster() const { return raster_; }
  const std::vector<std::uint8_t>& inside() const { return inside_; }
  /// 1 for cells beside A's claim, 2 beside B's, else 0: where water rises from.
  std::vector<std::uint8_t> beside_claims() const;

  /// The path of least cost from terminal to terminal, cost of a metre at cell i being `cost[i]`; simple.
  PlaneLine path(std::span<const float> cost) const;
  /// The cell that a point lies in.
  std::size_t cell_of(PlanePoint p) const;

 private:
  bool meets_claim(PlanePoint p, PlanePoint q) const;
  void fill(const PlaneLine& ring);
  void mark_border();

  NearestOnPath a_, b_;
  PlaneLine middle_;
  PlaneRaster raster_;
  std::vector<std::uint8_t> inside_;
  std::vector<std::uint8_t> near_claim_;  ///< an edge from here may meet a claim
};

}  // namespace merestone::proposals
