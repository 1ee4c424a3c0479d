// SPDX-License-Identifier: Apache-2.0
/// Exact positions on the ground: whole nanodegrees, so that "the same point" is an integer
/// comparison and a shared border is shared to the last bit.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace merestone {

/// Longitude and latitude in nanodegrees (at most 0.11 mm on the ground), WGS 84 / CGCS2000, longitude first.
struct Position {
  std::int64_t lon = 0;
  std::int64_t lat = 0;

  friend constexpr auto operator<=>(const Position&, const Position&) = default;
};

inline constexpr std::int64_t nanodegrees_per_degree = 1'000'000'000;
inline constexpr std::int64_t antimeridian = 180 * nanodegrees_per_degree;

/// Rounds degrees to the nearest nanodegree. @throws Error{Fault::invalid} for NaN and outside ±180, ±90.
Position from_degrees(double lon, double lat);

/// Exact to the last bit when read back by `from_degrees`.
constexpr double degrees(std::int64_t nanodegrees) noexcept { return static_cast<double>(nanodegrees) / 1e9; }

using Polyline = std::vector<Position>;

/// Wide enough for a product of two coordinate differences.
__extension__ using Wide = __int128;

/// Twice the signed area of the triangle a b c: positive when c lies to the left of the way from a to b. Exact.
constexpr Wide cross(Position a, Position b, Position c) noexcept {
  return Wide{b.lon - a.lon} * Wide{c.lat - a.lat} - Wide{b.lat - a.lat} * Wide{c.lon - a.lon};
}

/// A well-mixed hash of a position, the same on every machine.
constexpr std::uint64_t hash_of(Position p) noexcept {
  std::uint64_t h = static_cast<std::uint64_t>(p.lon) * 0x9E3779B97F4A7C15ULL ^
                    (static_cast<std::uint64_t>(p.lat) + 0x7F4A7C15ULL) * 0xC2B2AE3D27D4EB4FULL;
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93ULL;
  return h ^ (h >> 32);
}

}  // namespace merestone
