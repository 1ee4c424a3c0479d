// SPDX-License-Identifier: Apache-2.0
/// Rounding to tile units that keeps a coverage a coverage (snap rounding; Hobby 1999, Guibas & Marimont 1998).
#pragma once

#include "tiles/archive/address.hpp"
#include "tiles/vector/cut.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// The lines of a tile in whole tile units: nodes, and walks from node to node.
struct TileNet {
  /// Part of an arc inside the tile: walk[first … first + count), at least two nodes, no two in a row the same.
  struct Chain {
    std::uint32_t arc = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  std::vector<std::int32_t> x, y;  ///< of the nodes, from -buffer to extent + buffer
  std::vector<std::uint32_t> walk;
  std::vector<Chain> chains;       ///< in the order of the runs
  std::uint32_t corners[4] = {};   ///< of the tile with its buffer: north-west, north-east, south-east, south-west
};

/// Rounds the runs of one tile, clipped to the tile and its buffer.
///
/// The plane is divided into pixels, one around each point of the tile grid. A pixel is hot where a corner lies in
/// it or a line leaves the tile; every line is led through the middle of each hot pixel that it passes. So lines
/// that did not cross do not cross, lines that come to lie on each other share every node, and no line moves by
/// more than half a unit each way. Decisions are exact. The result depends on this tile's lines only.
class Rounder {
 public:
  Rounder(const Mesh& plane, const TileGrid& grid);

  void round(const ZoomCut& cut, std::span<const Run> runs, TileAddress tile, TileNet& net);

 private:
  /// A node of a walk before bending, and the edge, by its index in ZoomCut::kept, that leads to it.
  struct Stop {
    std::uint32_t pixel;
    std::uint32_t edge;
  };

  std::uint32_t pixel_at(std::int64_t column, std::int64_t row) const {
    return static_cast<std::uint32_t>(row + buffer_) << 16 | static_cast<std::uint32_t>(column + buffer_);
  }
  std::int32_t column_of(std::uint32_t pixel) const { return static_cast<std::int32_t>(pixel & 0xFFFFU) - buffer_; }
  std::int32_t row_of(std::uint32_t pixel) const { return static_cast<std::int32_t>(pixel >> 16) - buffer_; }
  bool inside(std::int64_t column, std::int64_t row) const {
    return column >= -buffer_ && row >= -buffer_ && column <= far_ && row <= far_;
  }
  std::uint32_t bin_of(std::uint32_t pixel) const {
    return ((pixel >> 16) >> bin_shift_) * bins_across_ + ((pixel & 0xFFFFU) >> bin_shift_);
  }
  std::int64_t column_crossing(Position a, Position b, std::int64_t row_limit, bool open) const;
  int border_pixels(Position a, Position b, std::uint32_t (&found)[4]) const;
  void follow(const ZoomCut& cut, const Run& run);
  void visit(std::uint32_t pixel, std::uint32_t edge, bool fresh);
  void number_nodes(TileNet& net);
  std::uint32_t node_at(std::uint32_t pixel) const;
  void bend(Position a, Position b, std::uint32_t from, std::uint32_t to, const TileNet& net);
  bool passes(Position a, Position b, std::int32_t column, std::int32_t row) const;

  const Mesh& plane_;
  int buffer_;
  std::int32_t far_;  ///< the last column and row: extent and buffer
  int shift_;
  int tile_shift_;
  std::int64_t unit_;
  std::int64_t low_, high_;  ///< limits of the pixels in the tile: low_ <= v < high_
  Position origin_;
  std::vector<Stop> stops_;
  std::vector<TileNet::Chain> chains_;  ///< over stops_
  int bin_shift_ = 0;
  std::uint32_t bins_across_ = 0;
  std::vector<std::uint32_t> bin_first_;
  std::vector<std::uint32_t> pixels_;  ///< of the nodes, bin by bin
  std::vector<std::pair<std::int32_t, std::uint32_t>> passed_;
};

}  // namespace merestone
