// SPDX-License-Identifier: Apache-2.0
/// Pieces of a raster and their outlines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace merestone {

/// A cell, or the south-western corner of it; rows from south to north.
struct CellPlace {
  std::int32_t column = 0;
  std::int32_t row = 0;
  friend constexpr bool operator==(const CellPlace&, const CellPlace&) = default;
  friend constexpr auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

struct CellGrid {
  std::int32_t columns = 0;
  std::int32_t rows = 0;

  std::size_t size() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
  std::size_t cell(CellPlace p) const { return static_cast<std::size_t>(p.row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(p.column); }
  CellPlace place(std::size_t cell) const {
    const auto width = static_cast<std::size_t>(columns);
    return {static_cast<std::int32_t>(cell % width), static_cast<std::int32_t>(cell / width)};
  }
};

/// Pieces of marked cells that share a side, each in the order of its cells, by its first cell.
std::vector<std::vector<CellPlace>> patches_of(const CellGrid& grid, const std::vector<bool>& marked);
/// The same of cells with equal labels, side by side; cells of label 0 are in no piece.
std::vector<std::vector<CellPlace>> patches_of(const CellGrid& grid, const std::vector<std::uint32_t>& labels);

/// A piece cut into pieces of at most `most` cells, each of one piece itself and about as wide as long: halved across its longer
/// side, again and again. Every cell is in one of them. The same for the same piece.
std::vector<std::vector<CellPlace>> split_patch(std::vector<CellPlace> patch, std::size_t most);

/// A closed walk along corners of cells, only where it turns; the cells lie to its left.
struct CellRing {
  std::vector<CellPlace> corners;
  bool hole = false;
};
/// The outer ring of a piece, then its holes. Rings may touch at corners, never along a side.
std::vector<CellRing> outlines_of(const std::vector<CellPlace>& patch);

}  // namespace merestone
