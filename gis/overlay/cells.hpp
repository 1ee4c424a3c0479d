// SPDX-License-Identifier: Apache-2.0
/// Squares of ground and the exact question on which side of an edge a position lies. For this folder only.
///
/// A position p stands for p + (ε, ε²): an ε to the east and a far smaller one to the north. So no position ever
/// lies on an edge, a walk along the axes never meets a corner, and every position lies in exactly one unit.
#pragma once

#include "gis/geometry/area.hpp"

#include <cstdint>
#include <cstdlib>

namespace merestone::overlay {

struct Edge {
  Position from;
  Position to;
};

/// Closed. Sizes are powers of two, so that quarters meet at positions.
struct Square {
  std::int64_t west = 0;
  std::int64_t south = 0;
  std::int64_t size = 0;

  std::int64_t east() const noexcept { return west + size; }
  std::int64_t north() const noexcept { return south + size; }
  Position corner() const noexcept { return {west, south}; }
  /// 0 south-west, 1 south-east, 2 north-west, 3 north-east.
  Square quarter(int i) const noexcept {
    return {west + (i & 1) * size / 2, south + (i >> 1) * size / 2, size / 2};
  }
  int quarter_of(Position p) const noexcept {
    return (p.lon >= west + size / 2 ? 1 : 0) + (p.lat >= south + size / 2 ? 2 : 0);
  }
};

/// Whether `p` lies to the left of the edge, drawn on without end.
inline bool left_of(const Edge& edge, Position p) noexcept {
  const std::int64_t dx = edge.to.lon - edge.from.lon;
  const std::int64_t dy = edge.to.lat - edge.from.lat;
  const std::int64_t px = p.lon - edge.from.lon;
  const std::int64_t py = p.lat - edge.from.lat;
  constexpr std::int64_t small = std::int64_t{1} << 31;
  if ((std::abs(dx) | std::abs(dy) | std::abs(px) | std::abs(py)) < small) {
    const std::int64_t turn = dx * py - dy * px;
    if (turn != 0) return turn > 0;
  } else {
    const Wide turn = Wide{dx} * py - Wide{dy} * px;
    if (turn != 0) return turn > 0;
  }
  return dy != 0 ? dy < 0 : dx > 0;
}

/// +1 when a walk from `a` to `b`, on one parallel or one meridian, passes the edge from its right to its left, −1
/// from its left to its right, 0 when it does not pass it.
inline int passed_on_parallel(const Edge& edge, Position a, Position b) noexcept {
  if ((edge.from.lat <= a.lat) == (edge.to.lat <= a.lat)) return 0;
  return int{left_of(edge, b)} - int{left_of(edge, a)};
}
inline int passed_on_meridian(const Edge& edge, Position a, Position b) noexcept {
  if ((edge.from.lon <= a.lon) == (edge.to.lon <= a.lon)) return 0;
  return int{left_of(edge, b)} - int{left_of(edge, a)};
}
/// The same for the walk from `a` along its parallel and then along the meridian of `b`.
inline int passed(const Edge& edge, Position a, Position b) noexcept {
  const Position bend{b.lon, a.lat};
  return passed_on_parallel(edge, a, bend) + passed_on_meridian(edge, bend, b);
}

/// False only when no walk inside the square can pass the edge. May be true for an edge that passes near by.
inline bool may_meet(const Edge& edge, const Square& square) noexcept {
  const auto [from, to] = edge;
  if ((from.lon < square.west && to.lon < square.west) || (from.lon > square.east() && to.lon > square.east()) ||
      (from.lat < square.south && to.lat < square.south) || (from.lat > square.north() && to.lat > square.north())) {
    return false;
  }
  const bool left = left_of(edge, square.corner());
  return left_of(edge, {square.east(), square.south}) != left || left_of(edge, {square.west, square.north()}) != left ||
         left_of(edge, {square.east(), square.north()}) != left;
}

}  // namespace merestone::overlay
