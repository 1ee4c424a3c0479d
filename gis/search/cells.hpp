// SPDX-License-Identifier: Apache-2.0
/// Cells of the ground in an order in which neighbours are mostly near each other (Morton), for names in a box.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace merestone::search {

/// Every so many names one offset of a key is kept, from which others are reached by walking.
inline constexpr std::uint32_t name_sample = 16;

/// A box in millionths of a degree as Row keeps them, both ends in.
struct CellBox {
  std::uint32_t west = 0, south = 0, east = 0, north = 0;
  bool contains(std::uint32_t lon, std::uint32_t lat) const noexcept {
    return west <= lon && lon <= east && south <= lat && lat <= north;
  }
};

constexpr std::uint64_t spread(std::uint32_t bits) noexcept {
  std::uint64_t x = bits;
  x = (x | (x << 16)) & 0x0000FFFF0000FFFFULL;
  x = (x | (x << 8)) & 0x00FF00FF00FF00FFULL;
  x = (x | (x << 4)) & 0x0F0F0F0F0F0F0F0FULL;
  x = (x | (x << 2)) & 0x3333333333333333ULL;
  return (x | (x << 1)) & 0x5555555555555555ULL;
}

constexpr std::uint64_t cell_of(std::uint32_t lon, std::uint32_t lat) noexcept { return spread(lon) | (spread(lat) << 1); }

/// Ranges of cell numbers that cover the box, at most about 64, in order, last ones out.
inline std::vector<std::pair<std::uint64_t, std::uint64_t>> cells_in(const CellBox& box) {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
  struct Square {
    std::uint32_t lon, lat, bits;
  };
  std::uint32_t finest = 30;
  const auto widest = std::max(box.east - box.west, box.north - box.south);
  while (finest > 1 && (1U << (finest - 1)) > widest / 4) --finest;
  const auto visit = [&](const auto& self, Square square) -> void {
    const std::uint32_t side = (square.bits >= 32 ? 0 : (1U << square.bits)) - 1;
    if (square.lon > box.east || square.lat > box.north || square.lon + side < box.west || square.lat + side < box.south) return;
    const bool inside = box.west <= square.lon && square.lon + side <= box.east && box.south <= square.lat && square.lat + side <= box.north;
    if (inside || square.bits <= finest) {
      const auto first = cell_of(square.lon, square.lat);
      const auto last = first + (std::uint64_t{1} << (2 * square.bits));
      if (!ranges.empty() && ranges.back().second == first) ranges.back().second = last;
      else ranges.emplace_back(first, last);
      return;
    }
    const std::uint32_t half = 1U << (square.bits - 1);
    for (std::uint32_t i = 0; i < 4; ++i) self(self, {square.lon + (i & 1 ? half : 0), square.lat + (i & 2 ? half : 0), square.bits - 1});
  };
  visit(visit, {0, 0, 30});
  return ranges;
}

}  // namespace merestone::search
