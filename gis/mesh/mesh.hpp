// SPDX-License-Identifier: Apache-2.0
/// The planar boundary mesh: arcs of border, each with the unit on its left and on its right.
/// Pure geometry: it knows units by index only, and nothing of dates, divisions, disputes or storage.
#pragma once

#include "gis/geometry/area.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// Index into the caller's own list of units.
using UnitIndex = std::uint32_t;
/// The ground that no unit holds: outside, lakes left out, gaps.
inline constexpr UnitIndex nobody = 0xFFFFFFFFU;

/// Border between two nodes, or a closed ring without nodes (first position repeated at the end).
/// Two arcs meet at end positions only.
struct Arc {
  std::uint32_t first = 0;  ///< index of its first position in `Mesh::positions`
  std::uint32_t count = 0;  ///< at least two
  UnitIndex left = nobody;
  UnitIndex right = nobody;
};

struct Mesh {
  std::vector<Position> positions;
  std::vector<Arc> arcs;

  std::span<const Position> path(const Arc& arc) const { return {positions.data() + arc.first, arc.count}; }
  std::span<const Position> path(std::size_t arc) const { return path(arcs[arc]); }
  /// Appends an arc along `path`.
  void add(std::span<const Position> path, UnitIndex left, UnitIndex right);
};

/// One side of an arc: its left when walked forward, else its right.
struct Side {
  std::uint32_t arc = 0;
  bool forward = true;
  friend constexpr bool operator==(Side, Side) = default;
};

/// A closed walk along arcs that keeps its ground on the left.
struct Cycle {
  std::vector<Side> sides;
  Wide twice_area = 0;  ///< square nanodegrees; > 0 around ground, < 0 around a hole
};

/// A piece of ground, as large as it can be without crossing an arc.
struct Face {
  UnitIndex unit = nobody;
  Cycle outer;
  std::vector<Cycle> holes;
};

/// Positions along a cycle, the first not repeated.
Ring positions_of(const Mesh& mesh, const Cycle& cycle);
Polygon polygon_of(const Mesh& mesh, const Face& face);

}  // namespace merestone
