// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/touched_tiles.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace merestone {
namespace {

struct GridPoint {
  double x = 0, y = 0;  ///< in tiles of the zoom
};

GridPoint on_grid(Position p, int zoom) {
  constexpr double steepest = 85.05112878;  // where the grid ends
  const double lat = std::clamp(degrees(p.lat), -steepest, steepest) * std::numbers::pi / 180;
  const double size = std::exp2(zoom);
  return {(degrees(p.lon) + 180) / 360 * size, (1 - std::asinh(std::tan(lat)) / std::numbers::pi) / 2 * size};
}

std::uint32_t cell(double at, int zoom) {
  return static_cast<std::uint32_t>(std::clamp(std::floor(at), 0.0, std::exp2(zoom) - 1));
}

/// Cells that the edge runs through, with a margin of a hundredth for lines drawn wide.
void add_edge(std::set<GridTile>& tiles, GridPoint a, GridPoint b, int zoom) {
  constexpr double margin = 0.01;
  const double length = std::hypot(b.x - a.x, b.y - a.y);
  const auto steps = static_cast<int>(std::min(1e6, std::ceil(length / 0.5))) + 1;
  for (int i = 0; i < steps; ++i) {
    const double from = static_cast<double>(i) / steps, to = static_cast<double>(i + 1) / steps;
    const GridPoint p{a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from};
    const GridPoint q{a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to};
    for (std::uint32_t x = cell(std::min(p.x, q.x) - margin, zoom); x <= cell(std::max(p.x, q.x) + margin, zoom); ++x) {
      for (std::uint32_t y = cell(std::min(p.y, q.y) - margin, zoom); y <= cell(std::max(p.y, q.y) + margin, zoom); ++y) {
        tiles.insert({zoom, x, y});
      }
    }
  }
}

}  // namespace

std::vector<GridTile> touched_tiles(const std::vector<Polyline>& lines, std::size_t most) {
  for (int zoom = 14; zoom >= 0; --zoom) {
    std::set<GridTile> tiles;
    for (const Polyline& line : lines) {
      for (std::size_t i = 1; i < line.size() && tiles.size() <= most; ++i) {
        add_edge(tiles, on_grid(line[i - 1], zoom), on_grid(line[i], zoom), zoom);
      }
    }
    if (tiles.size() <= most) return {tiles.begin(), tiles.end()};
  }
  return {};
}

std::string to_text(const std::vector<GridTile>& tiles) {
  std::string text;
  for (const GridTile& tile : tiles) {
    text += (text.empty() ? "" : " ") + std::to_string(tile.zoom) + "/" + std::to_string(tile.x) + "/" + std::to_string(tile.y);
  }
  return text;
}

}  // namespace merestone
