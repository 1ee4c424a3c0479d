// SPDX-License-Identifier: Apache-2.0
/// The plane that tiles are cut from: Web Mercator in whole numbers, so that every decision on it is exact.
/// A `Position` on it has x in `lon`, eastwards, and y in `lat`, southwards as in tiles; the middle of the world is
/// (0, 0). The left of a path in this plane is what tiles call its left: seen on a map it is the right.
#pragma once

#include "gis/mesh/mesh.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// The world is 2^37 units wide, 0.3 mm on the ground.
inline constexpr int world_bits = 37;
inline constexpr std::int64_t half_world = std::int64_t{1} << (world_bits - 1);

/// The grid of one zoom's tiles: their coordinates are whole tile units.
struct TileGrid {
  int zoom = 0;
  int bits = 12;     ///< a tile is 2^bits units wide, without its buffer
  int buffer = 64;   ///< tile units that each tile shows of its neighbours

  constexpr std::int32_t extent() const noexcept { return std::int32_t{1} << bits; }
  /// Plane units in a tile unit, as a power of two.
  constexpr int unit_shift() const noexcept { return world_bits - bits - zoom; }
  constexpr int tile_shift() const noexcept { return world_bits - zoom; }
};
/// Plane units in a pixel of a tile drawn 512 pixels wide, as a power of two.
constexpr int pixel_shift(int zoom) noexcept { return world_bits - 9 - zoom; }
/// The most of zoom and bits together: a tile unit is then eight plane units.
inline constexpr int most_zoom_and_bits = world_bits - 3;

/// Latitudes beyond ±89.9° are drawn there.
Position to_plane(Position p) noexcept;
Position from_plane(Position p) noexcept;

/// A mesh on the plane and where its arcs come from.
struct Plane {
  Mesh mesh;
  std::vector<std::uint32_t> source;  ///< for each arc its arc in the mesh given
};

/// Puts the arcs with `wanted` set on the plane.
///
/// 1. Left and right are those of the plane. An arc on longitude ±180° has nobody beyond the edge of the world.
/// 2. Edges are straight in longitude and latitude: they get positions between so that none is off by more than
///    a quarter of a unit of the `finest` grid. Both sides of a border get the same.
/// 3. The result is planar. Where rounding makes arcs cross by a hair, one gets a corner of the other put in, and
///    both end there. @throws Error{Fault::invalid} if the arcs cross in earnest.
Plane make_plane(const Mesh& mesh, const std::vector<bool>& wanted, const TileGrid& finest);

}  // namespace merestone
