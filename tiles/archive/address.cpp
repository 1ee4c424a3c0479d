// SPDX-License-Identifier: Apache-2.0
#include "tiles/archive/address.hpp"

#include <utility>

namespace merestone {
namespace {

void turn(std::uint32_t side, std::uint32_t& x, std::uint32_t& y, bool right, bool down) {
  if (down) return;
  if (right) {
    x = side - 1 - x;
    y = side - 1 - y;
  }
  std::swap(x, y);
}

}  // namespace

std::uint64_t first_tile_id(int zoom) noexcept { return ((std::uint64_t{1} << (2 * zoom)) - 1) / 3; }

std::uint64_t tile_id(TileAddress tile) noexcept {
  std::uint64_t along = 0;
  std::uint32_t x = tile.x;
  std::uint32_t y = tile.y;
  for (std::uint32_t side = (std::uint32_t{1} << tile.zoom) / 2; side > 0; side /= 2) {
    const bool right = (x & side) != 0;
    const bool down = (y & side) != 0;
    along += std::uint64_t{side} * side * ((right ? 3U : 0U) ^ (down ? 1U : 0U));
    x &= side - 1;
    y &= side - 1;
    turn(side, x, y, right, down);
  }
  return first_tile_id(tile.zoom) + along;
}

TileAddress tile_address(std::uint64_t id) noexcept {
  int zoom = 0;
  while (zoom < deepest_zoom && first_tile_id(zoom + 1) <= id) ++zoom;
  std::uint64_t along = id - first_tile_id(zoom);
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  for (std::uint32_t side = 1; side < (std::uint32_t{1} << zoom); side *= 2) {
    const bool right = (along & 2) != 0;
    const bool down = ((along & 1) != 0) != right;
    turn(side, x, y, right, down);
    x += right ? side : 0;
    y += down ? side : 0;
    along /= 4;
  }
  return {zoom, x, y};
}

}  // namespace merestone
