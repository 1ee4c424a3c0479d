// SPDX-License-Identifier: Apache-2.0
/// Heights of the ground on a regular grid, as delivered.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/geometry/position.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace merestone {

/// North-up, rows from north to south, cells as areas: heights are those of the middles of cells.
struct ElevationGrid {
  std::string name;            ///< of the file
  std::string sha256;          ///< of the file as delivered
  std::string day;             ///< of the data; empty when not known
  std::string crs;             ///< as Crs::parse() reads it
  std::string vertical_datum;  ///< "EGM96 height", "1985 National Height Datum": named, or the grid is refused
  double west = 0;             ///< outer edge of the first column, in units of `crs`
  double north = 0;
  double column_step = 0;      ///< > 0
  double row_step = 0;         ///< > 0, southwards
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  std::vector<float> heights_m;  ///< row by row; NaN where there is none
};

/// What is wrong with a grid as a source of heights, errors first:
/// terrain.bad_grid (sizes and steps that make no grid), terrain.no_vertical_datum, terrain.impossible_height (beyond
/// −500 to 9,000 m, with the place), terrain.empty; as warnings terrain.holes, with the share without height.
std::vector<Finding> elevation_findings(const ElevationGrid& grid);

/// On a grid, in cells.
struct GridPlace {
  double column = 0;
  double row = 0;
};

/// Heights at positions. One per thread.
class Terrain {
 public:
  /// @throws Error{Fault::invalid} with the errors of elevation_findings(), and what GroundTransform says of a datum
  /// whose way to WGS 84 is not known.
  explicit Terrain(ElevationGrid grid);
  Terrain(Terrain&&) noexcept;
  Terrain& operator=(Terrain&&) noexcept;
  ~Terrain();

  /// Metres above the vertical datum, bilinear between the four middles of cells around; NaN outside the grid and
  /// next to holes.
  double height_at(Position p) const;
  /// Column and row of the grid, with fractions: the middle of the first cell is 0, 0. Also beyond the grid.
  GridPlace place_of(Position p) const;
  Position position_of(GridPlace place) const;
  /// Side of a cell on the ground at `p`, about.
  double cell_m(Position p) const;
  const ElevationGrid& grid() const { return grid_; }

 private:
  struct Way;
  ElevationGrid grid_;
  std::unique_ptr<Way> way_;
};

}  // namespace merestone
