// SPDX-License-Identifier: Apache-2.0
/// One zoom of a plane mesh, dealt out to tiles: which stretch of which arc may show in which tile.
#pragma once

#include "tiles/vector/plane.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

struct CutOptions {
  TileGrid grid;
  float tolerance = 0;  ///< plane units; positions that are needed for less are left out
  /// Each unit is a shape of its own that may overlap others (hazard zones), not part of a coverage.
  bool apart = false;
  UnitIndex units = nobody;  ///< units from this number on are ground of nobody
};

/// Consecutive edges of an arc that come near a tile: kept[first … last].
struct Run {
  std::uint64_t tile = 0;  ///< number in PMTiles order
  std::uint32_t arc = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Who holds the middle of a tile.
struct Middle {
  std::uint64_t tile = 0;
  UnitIndex owner = nobody;
};

struct ZoomCut {
  std::vector<std::uint32_t> kept;  ///< positions of the plane that stay at this zoom, arc after arc
  std::vector<Run> runs;            ///< by tile, then along the arcs; may hold some that miss their tile by a hair
  std::vector<Middle> middles;      ///< by tile, then owner; none for nobody's ground
};

/// Arcs that shrink to one tile unit are left out. Time: linear in positions kept and tiles met.
ZoomCut cut_zoom(const Mesh& plane, std::span<const float> tolerances, const CutOptions& options);

}  // namespace merestone
