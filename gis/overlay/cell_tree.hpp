// SPDX-License-Identifier: Apache-2.0
/// One index of all edges of a coverage: a grid of squares, those with many edges quartered again and again. Each
/// square knows the unit at its south-west corner, so a position is found by walking from there. For this folder
/// only.
#pragma once

#include "gis/mesh/mesh.hpp"
#include "gis/overlay/cells.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace merestone::overlay {

class CellTree {
 public:
  /// An edge in a square. `gain` is left unit minus right unit, modulo 2^32: units passed on a walk add up to the
  /// difference between its ends, in whatever order the edges are looked at.
  struct Entry {
    std::uint32_t position = 0;  ///< it runs from this position of the mesh to the next
    UnitIndex gain = 0;
  };
  struct Node {
    std::uint32_t first = 0;  ///< entry, or node of the first quarter
    std::uint32_t count = 0;  ///< of entries, or `quartered`
    UnitIndex unit = nobody;  ///< at the corner
    bool is_quartered() const noexcept { return count == quartered; }
  };
  static constexpr std::uint32_t quartered = 0xFFFFFFFFU;
  static constexpr std::int64_t smallest = 1024;  ///< nanodegrees; smaller squares are not quartered

  /// Keeps a reference to `mesh`. @throws Error{Fault::invalid} overlay.not_a_coverage when its arcs contradict
  /// each other about who holds the ground.
  explicit CellTree(const Mesh& mesh);

  /// One more than the highest unit of the mesh.
  std::size_t units() const noexcept { return units_; }

  /// Never a unit that the mesh does not have, even where its arcs cross.
  UnitIndex unit_at(Position p) const noexcept;
  /// For walks that count on from there: `nobody` a hair beyond the antimeridian, and whatever the mesh has where its arcs
  /// cross.
  UnitIndex unit_walked_to(Position p) const noexcept;
  /// Units of many positions, `units` as long as `positions`: looked up square by square, so that an index larger
  /// than the processor's cache is read in order.
  void units_at(std::span<const Position> positions, std::span<UnitIndex> units) const;

  const Box& box_of_arc(std::size_t arc) const noexcept { return arc_boxes_[arc]; }
  /// In the middle of the latitudes of a unit.
  std::int64_t middle_of(UnitIndex unit) const noexcept { return (unit_boxes_[unit].south + unit_boxes_[unit].north) / 2; }
  const Box& box_of_unit(UnitIndex unit) const noexcept { return unit_boxes_[unit]; }
  const Box& box() const noexcept { return box_; }

  std::int64_t columns() const noexcept { return columns_; }
  std::int64_t rows() const noexcept { return rows_; }
  Square square(std::int64_t column, std::int64_t row) const noexcept {
    return {west_ + column * size_, south_ + row * size_, size_};
  }
  const Node& node(std::int64_t column, std::int64_t row) const noexcept {
    return nodes_[static_cast<std::size_t>(row * columns_ + column)];
  }
  const Node& quarter(const Node& node, int i) const noexcept { return nodes_[node.first + static_cast<unsigned>(i)]; }
  std::span<const Entry> entries(const Node& node) const noexcept { return {entries_.data() + node.first, node.count}; }
  Edge edge(Entry entry) const noexcept { return {mesh_.positions[entry.position], mesh_.positions[entry.position + 1]}; }

  /// Calls `visit(column, row)` for every square of the grid that the edge may meet; also tells of those just
  /// beside it. Columns and rows outside the grid are left out.
  void each_square(const Edge& edge, const std::function<void(std::int64_t, std::int64_t)>& visit) const;

 private:
  void lay_grid(std::size_t edges);
  void fill();
  void name_corners();
  void quarter_crowded();
  void quarter(std::size_t node, const Square& square, std::vector<Node>& nodes, std::vector<Entry>& entries) const;
  UnitIndex unit_from(const Node& node, Position corner, Position p) const noexcept;

  const Mesh& mesh_;
  std::size_t units_ = 0;
  Box box_;
  std::vector<Box> arc_boxes_;
  std::vector<Box> unit_boxes_;
  std::int64_t west_ = 0, south_ = 0, columns_ = 0, rows_ = 0;
  int shift_ = 10;                         ///< of the size of a square of the grid
  std::int64_t size_ = std::int64_t{1} << shift_;
  std::vector<Node> nodes_;  ///< the grid row by row, then quarters in fours
  std::vector<Entry> entries_;
};

}  // namespace merestone::overlay
