// SPDX-License-Identifier: Apache-2.0
/// Shapes made of positions. Edges are straight in longitude and latitude, as files mean them.
#pragma once

#include "gis/geometry/position.hpp"

#include <span>
#include <vector>

namespace merestone {

/// A closed ring; the first position is not repeated at the end. At least three positions.
using Ring = std::vector<Position>;

/// Outer ring counter-clockwise, holes clockwise: the ground lies to the left of every edge.
struct Polygon {
  Ring outer;
  std::vector<Ring> holes;
};

using MultiPolygon = std::vector<Polygon>;

/// A box in nanodegrees; both ends belong to it. A fresh box is empty.
struct Box {
  std::int64_t west = antimeridian + 1;
  std::int64_t south = antimeridian + 1;
  std::int64_t east = -antimeridian - 1;
  std::int64_t north = -antimeridian - 1;

  constexpr bool empty() const noexcept { return west > east; }
  constexpr bool contains(Position p) const noexcept {
    return west <= p.lon && p.lon <= east && south <= p.lat && p.lat <= north;
  }
  constexpr bool meets(const Box& other) const noexcept {
    return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
  }
  constexpr void add(Position p) noexcept {
    if (p.lon < west) west = p.lon;
    if (p.lon > east) east = p.lon;
    if (p.lat < south) south = p.lat;
    if (p.lat > north) north = p.lat;
  }
  constexpr void add(const Box& other) noexcept {
    if (other.empty()) return;
    add(Position{other.west, other.south});
    add(Position{other.east, other.north});
  }
  friend constexpr bool operator==(const Box&, const Box&) = default;
};

Box box_of(std::span<const Position> positions) noexcept;
Box box_of(const MultiPolygon& shape) noexcept;

/// Twice the signed area in square nanodegrees, positive counter-clockwise. Exact.
Wide twice_area(std::span<const Position> ring) noexcept;

enum class Containment { outside, on_edge, inside };

/// Where `p` lies with respect to a ring. Exact, either orientation.
Containment locate(std::span<const Position> ring, Position p) noexcept;

/// The same for a shape: on an edge of any ring, else inside exactly the ground it covers.
Containment locate(const MultiPolygon& shape, Position p) noexcept;

/// How two closed segments meet, exact.
enum class Meeting {
  apart,
  at_ends,    ///< they share an end position and nothing else
  touch,      ///< an end of one lies inside the other
  cross,      ///< they cross at one point inside both
  overlap,    ///< they share more than one point
};
Meeting meeting(Position a, Position b, Position c, Position d) noexcept;

}  // namespace merestone
