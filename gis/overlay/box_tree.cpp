// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/box_tree.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace merestone::overlay {

std::uint64_t hilbert_key(Position p, const Box& box) noexcept {
  constexpr int bits = 16;
  const auto scaled = [](std::int64_t value, std::int64_t low, std::int64_t high) {
    if (high <= low) return std::uint32_t{0};
    const double share = static_cast<double>(value - low) / static_cast<double>(high - low);
    return static_cast<std::uint32_t>(std::clamp(share, 0.0, 1.0) * ((1 << bits) - 1));
  };
  std::uint32_t x = scaled(p.lon, box.west, box.east);
  std::uint32_t y = scaled(p.lat, box.south, box.north);
  std::uint64_t key = 0;
  for (std::uint32_t s = 1U << (bits - 1); s > 0; s >>= 1) {
    const std::uint32_t rx = (x & s) != 0 ? 1 : 0;
    const std::uint32_t ry = (y & s) != 0 ? 1 : 0;
    key = key * 4 + ((3 * rx) ^ ry);
    if (ry == 0) {
      if (rx == 1) {
        x = ~x;
        y = ~y;
      }
      std::swap(x, y);
    }
  }
  return key;
}

BoxTree::BoxTree(std::span<const Box> boxes) {
  Box whole;
  for (const Box& box : boxes) whole.add(box);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Box& box = boxes[i];
    if (box.empty()) continue;
    keys.emplace_back(hilbert_key({(box.west + box.east) / 2, (box.south + box.north) / 2}, whole),
                      static_cast<std::uint32_t>(i));
  }
  if (keys.empty()) return;
  std::sort(keys.begin(), keys.end());
  levels_.emplace_back();
  for (const auto& [key, i] : keys) {
    order_.push_back(i);
    levels_[0].push_back(boxes[i]);
  }
  while (levels_.back().size() > fan) {
    std::vector<Box> above((levels_.back().size() + fan - 1) / fan);
    for (std::size_t i = 0; i < levels_.back().size(); ++i) above[i / fan].add(levels_.back()[i]);
    levels_.push_back(std::move(above));
  }
}

}  // namespace merestone::overlay
