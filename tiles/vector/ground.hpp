// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tiles/vector/round.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// The ground of one tile in whole tile units: a planar graph of edges, each with who lies on its two sides,
/// closed by the outline of the tile and its buffer.
class TileGround {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  struct Edge {
    std::uint32_t from = 0, to = 0;  ///< nodes of the net
    UnitIndex left = nobody;         ///< of the way from `from` to `to` on the plane
    UnitIndex right = nobody;
    std::uint32_t arc = none;        ///< the arc that stands for it; none on the tile's outline
    std::uint32_t lines = 1;         ///< that lie on each other in it
    bool closed_water = false;       ///< ground of nobody was crushed between them
  };

  /// Where lines of one and the same ground lie on each other and no edge is left: a channel that has closed.
  struct Seam {
    std::uint32_t from = 0, to = 0;  ///< nodes of the net, the smaller first
    std::uint32_t lines = 0;
  };

  /// Lines that came to lie on each other become one edge between what lies outside them: ground that rounding has
  /// crushed is gone, and both its neighbours meet in the very same edge.
  /// @param units units from this number on are ground of nobody, each a hole of the coverage
  /// @param rank lower for arcs that matter more: they stand for the edges they share with others; may be empty
  /// @param middle who holds the tile when no line is left in it
  void build(const TileNet& net, std::span<const Arc> arcs, UnitIndex units, std::span<const std::uint8_t> rank,
             UnitIndex middle);
  /// Gives the ground of a side to a unit. An edge with the same unit on both sides divides nothing any more.
  void give(std::uint32_t side, UnitIndex unit);

  const TileNet& net() const { return *net_; }
  std::span<const Edge> edges() const { return edges_; }
  std::span<const Seam> seams() const { return seams_; }  ///< by their nodes
  /// The edge between walk[i] and walk[i + 1] of a chain; `none` where it was crushed.
  std::uint32_t edge_of_step(std::size_t i) const { return edge_of_step_[i]; }
  bool is_nobodys(UnitIndex unit) const { return unit >= units_; }
  bool has_lines() const { return has_lines_; }

  /// Sides of edges: 2 * edge runs as the edge does, 2 * edge + 1 back; the ground is left of it.
  std::uint32_t tail(std::uint32_t side) const { return side & 1U ? edges_[side / 2].to : edges_[side / 2].from; }
  std::uint32_t head(std::uint32_t side) const { return tail(side ^ 1U); }
  UnitIndex ground(std::uint32_t side) const { return side & 1U ? edges_[side / 2].right : edges_[side / 2].left; }
  /// The sides that leave a node, counter-clockwise on the plane.
  std::span<const std::uint32_t> leaving(std::uint32_t node) const {
    return {leaving_.data() + leaving_first_[node], leaving_first_[node + 1] - leaving_first_[node]};
  }
  std::uint32_t place_at_tail(std::uint32_t side) const { return place_[side]; }  ///< index into `leaving`
  /// Nothing but one line passes, straight: the node may be left out by all who meet there.
  bool straight(std::uint32_t node) const { return straight_[node] != 0; }

 private:
  struct Step {
    std::uint32_t to;
    std::uint32_t at;   ///< index into the walk
    std::uint32_t arc;
    bool forward;       ///< the arc runs from the smaller node to the larger
  };

  void gather(std::span<const Arc> arcs, std::span<const std::uint8_t> rank);
  void merge(std::uint32_t from, std::span<Step> steps, std::span<const Arc> arcs, std::span<const std::uint8_t> rank);
  void close(UnitIndex middle);
  UnitIndex outside_of_lines() const;
  void link();
  std::int64_t turn(std::uint32_t a, std::uint32_t b) const;
  bool before(std::uint32_t a, std::uint32_t b) const;

  const TileNet* net_ = nullptr;
  UnitIndex units_ = nobody;
  bool has_lines_ = false;
  std::vector<Edge> edges_;
  std::vector<Seam> seams_;
  std::vector<std::uint32_t> edge_of_step_;
  std::vector<std::uint32_t> first_;
  std::vector<Step> steps_;
  std::vector<UnitIndex> lefts_, rights_;
  std::vector<std::uint32_t> outline_;       ///< nodes around the tile
  std::vector<std::uint32_t> outline_place_;
  std::vector<std::uint32_t> first_inwards_; ///< side that leaves an outline node next to the outline, or none
  std::vector<UnitIndex> owner_;             ///< of the ground behind outline_[i] … outline_[i + 1]
  std::vector<char> owner_known_;
  std::vector<std::uint32_t> leaving_, leaving_first_, place_;
  std::vector<char> straight_;
};

}  // namespace merestone
