// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace merestone {

/// A tile of the Web Mercator pyramid, rows counted from the north.
struct TileAddress {
  int zoom = 0;
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  friend constexpr auto operator<=>(const TileAddress&, const TileAddress&) = default;
};

/// Zoom levels that any archive of ours may have.
inline constexpr int deepest_zoom = 22;

/// Number of a tile in PMTiles order: zoom by zoom, within a zoom along a Hilbert curve.
std::uint64_t tile_id(TileAddress tile) noexcept;
/// The number of the first tile of a zoom.
std::uint64_t first_tile_id(int zoom) noexcept;
/// @param id less than first_tile_id(deepest_zoom + 1)
TileAddress tile_address(std::uint64_t id) noexcept;

}  // namespace merestone
