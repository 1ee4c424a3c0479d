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
inline constexpr int extent_bits = 12;  ///< tiles are 4096 units wide
inline constexpr std::int64_t extent = std::int64_t{1} << extent_bits;
inline constexpr int finest_zoom = 22;

/// Plane units in a tile unit at `zoom`, as a power of two.
constexpr int unit_shift(int zoom) noexcept { return world_bits - extent_bits - zoom; }

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
///    a quarter of a tile unit at `max_zoom`. Both sides of a border get the same.
/// 3. The result is planar. Where rounding makes arcs cross by a hair, one gets a corner of the other put in, and
///    both end there. @throws Error{Fault::invalid} if the arcs cross in earnest.
Plane make_plane(const Mesh& mesh, const std::vector<bool>& wanted, int max_zoom);

}  // namespace merestone
