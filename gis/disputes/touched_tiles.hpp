// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/position.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace merestone {

/// A tile of the web map grid (spherical Mercator, rows from the north).
struct GridTile {
  int zoom = 0;
  std::uint32_t x = 0, y = 0;
  friend auto operator<=>(const GridTile&, const GridTile&) = default;
};

/// Tiles in which lines show, sorted: those of the highest zoom up to 14 at which there are no more than `most`. What
/// shows in a tile shows in those above it and may show in those below.
std::vector<GridTile> touched_tiles(const std::vector<Polyline>& lines, std::size_t most = 400);

/// "14/8305/5636", separated by blanks.
std::string to_text(const std::vector<GridTile>& tiles);

}  // namespace merestone
