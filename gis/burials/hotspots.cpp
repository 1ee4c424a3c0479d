// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/hotspots.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/local_plane.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

constexpr double most_cells = 250'000;
constexpr double most_looks = 4e9;

int level_of(double z) {
  const double size = std::abs(z);
  const int level = size > 2.576 ? 3 : size > 1.960 ? 2 : size > 1.645 ? 1 : 0;
  return z < 0 ? -level : level;
}

struct Grid {
  LocalPlane plane{Position{}};
  double west = 0, south = 0, cell_m = 0;
  long columns = 0, rows = 0;
  std::vector<std::int64_t> counts{};
  std::vector<bool> studied{};

  std::size_t at(long column, long row) const { return static_cast<std::size_t>(row * columns + column); }
  Position corner(long column, long row) const {
    return plane.to_position({west + static_cast<double>(column) * cell_m, south + static_cast<double>(row) * cell_m});
  }
  Position centre(long column, long row) const {
    return plane.to_position({west + (static_cast<double>(column) + 0.5) * cell_m, south + (static_cast<double>(row) + 0.5) * cell_m});
  }
};

Grid grid_of(std::span<const Position> points, const HotSpotOptions& options, const std::function<bool(Position)>& inside) {
  const Box box = box_of(points);
  Grid grid;
  grid.plane = LocalPlane{{box.west + (box.east - box.west) / 2, box.south + (box.north - box.south) / 2}};
  grid.cell_m = options.cell_m;
  std::vector<PlanePoint> placed;
  placed.reserve(points.size());
  double east = -1e12, north = -1e12;
  grid.west = grid.south = 1e12;
  for (const Position point : points) {
    const PlanePoint p = placed.emplace_back(grid.plane.to_plane(point));
    grid.west = std::min(grid.west, p.x);
    east = std::max(east, p.x);
    grid.south = std::min(grid.south, p.y);
    north = std::max(north, p.y);
  }
  // Cells begin at whole multiples, so that a further point moves none of them.
  grid.west = std::floor(grid.west / options.cell_m) * options.cell_m;
  grid.south = std::floor(grid.south / options.cell_m) * options.cell_m;
  const double columns = std::floor((east - grid.west) / options.cell_m) + 1, rows = std::floor((north - grid.south) / options.cell_m) + 1;
  // Each cell looks at those of its band.
  const double reach = 2 * std::floor(options.band_m / options.cell_m) + 1;
  const double looks = columns * rows * std::min(columns, reach) * std::min(rows, reach);
  if (columns * rows <= most_cells && looks > most_looks) {
    throw Error{Fault::invalid, "too wide a band", {{.rule = "hotspots.band", .facts = {{"cell_m", shortest(options.cell_m)}, {"band_m", shortest(options.band_m)},
                                                   {"cells", fixed(columns * rows, 0)}}}}};
  }
  if (columns * rows > most_cells) {
    throw Error{Fault::invalid, "too many cells", {{.rule = "hotspots.grid", .facts = {{"cell_m", shortest(options.cell_m)}, {"band_m", shortest(options.band_m)},
                                                   {"cells", fixed(columns * rows, 0)}, {"most", fixed(most_cells, 0)}}}}};
  }
  grid.columns = static_cast<long>(columns);
  grid.rows = static_cast<long>(rows);
  grid.counts.assign(static_cast<std::size_t>(grid.columns * grid.rows), 0);
  grid.studied.assign(grid.counts.size(), true);
  if (inside) {
    for (long row = 0; row < grid.rows; ++row) {
      for (long column = 0; column < grid.columns; ++column) grid.studied[grid.at(column, row)] = inside(grid.centre(column, row));
    }
  }
  for (const PlanePoint p : placed) {
    const auto column = static_cast<long>((p.x - grid.west) / grid.cell_m), row = static_cast<long>((p.y - grid.south) / grid.cell_m);
    const std::size_t cell = grid.at(std::min(column, grid.columns - 1), std::min(row, grid.rows - 1));
    if (grid.studied[cell]) ++grid.counts[cell];
  }
  return grid;
}

/// Sum of the counts of a cell's neighbours, and how many there are.
std::pair<double, double> around(const Grid& grid, long column, long row, double reach) {
  double sum = 0, weights = 0;
  const auto far = static_cast<long>(reach);
  for (long y = std::max(0L, row - far); y <= std::min(grid.rows - 1, row + far); ++y) {
    for (long x = std::max(0L, column - far); x <= std::min(grid.columns - 1, column + far); ++x) {
      const auto dx = static_cast<double>(x - column), dy = static_cast<double>(y - row);
      if (dx * dx + dy * dy > reach * reach || !grid.studied[grid.at(x, y)]) continue;
      sum += static_cast<double>(grid.counts[grid.at(x, y)]);
      weights += 1;
    }
  }
  return {sum, weights};
}

}  // namespace

HotSpots hot_spots(std::span<const Position> points, const HotSpotOptions& options, const std::function<bool(Position)>& inside) {
  if (!(options.cell_m > 0) || !(options.band_m >= options.cell_m) || !std::isfinite(options.cell_m) || !std::isfinite(options.band_m)) {
    throw Error{Fault::invalid, "no grid", {{.rule = "hotspots.grid", .facts = {{"cell_m", shortest(options.cell_m)}, {"band_m", shortest(options.band_m)},
                                           {"cells", "0"}, {"most", fixed(most_cells, 0)}}}}};
  }
  HotSpots spots;
  spots.graves = points.size();
  if (points.empty()) return spots;
  const Grid grid = grid_of(points, options, inside);
  double sum = 0, squares = 0, n = 0;
  for (std::size_t i = 0; i < grid.counts.size(); ++i) {
    if (!grid.studied[i]) continue;
    const auto count = static_cast<double>(grid.counts[i]);
    sum += count;
    squares += count * count;
    n += 1;
  }
  spots.outside = points.size() - static_cast<std::size_t>(sum);
  if (n == 0) return spots;
  spots.grid_cells = static_cast<std::size_t>(n);
  spots.mean = sum / n;
  spots.deviation = std::sqrt(std::max(0.0, squares / n - spots.mean * spots.mean));
  const double reach = options.band_m / options.cell_m;
  for (long row = grid.rows - 1; row >= 0; --row) {
    for (long column = 0; column < grid.columns; ++column) {
      const std::size_t cell = grid.at(column, row);
      if (!grid.studied[cell]) continue;
      const auto [near, weights] = around(grid, column, row, reach);
      const double spread = n > 1 ? spots.deviation * std::sqrt((n * weights - weights * weights) / (n - 1)) : 0;
      HotSpotCell one;
      one.count = grid.counts[cell];
      one.z = spread > 0 ? (near - spots.mean * weights) / spread : 0;
      one.level = level_of(one.z);
      if (one.count == 0 && one.level == 0) continue;
      one.outline = {grid.corner(column, row), grid.corner(column + 1, row), grid.corner(column + 1, row + 1), grid.corner(column, row + 1)};
      spots.cells.push_back(std::move(one));
    }
  }
  return spots;
}

std::vector<Finding> hot_spot_findings(const HotSpots& spots) {
  constexpr std::size_t least = 30;  // as of means of samples of any kind
  std::vector<Finding> findings;
  const auto tell = [&](const char* rule, Severity severity, std::vector<std::pair<std::string, std::string>> facts) {
    facts.emplace_back("graves", std::to_string(spots.graves));
    findings.push_back({.rule = rule, .severity = severity, .facts = std::move(facts)});
  };
  if (spots.outside > 0) tell("hotspots.outside", Severity::note, {{"outside", std::to_string(spots.outside)}});
  if (spots.graves <= least || spots.grid_cells <= least) {
    tell("hotspots.few", Severity::note, {{"cells", std::to_string(spots.grid_cells)}, {"least", std::to_string(least)}});
  }
  return findings;
}

HotSpots public_hot_spots(HotSpots spots, double cell_m, const PublicCells& rules) {
  if (cell_m < rules.least_cell_m) {
    throw Error{Fault::invalid, "cells too small for everybody",
                {{.rule = "hotspots.public_cell", .facts = {{"cell_m", shortest(cell_m)}, {"least_m", shortest(rules.least_cell_m)}}}}};
  }
  std::erase_if(spots.cells, [&](const HotSpotCell& cell) { return cell.count < rules.least || cell.level < 1; });
  for (HotSpotCell& cell : spots.cells) {
    cell.count = 0;
    cell.z = 0;
  }
  spots.mean = spots.deviation = 0;
  return spots;
}

}  // namespace merestone
