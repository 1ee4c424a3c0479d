// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/path_index.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr std::uint32_t edges_per_piece = 8;

std::uint64_t spread(std::uint64_t v) {
  v &= 0xFFFFFFFFU;
  v = (v | (v << 16)) & 0x0000FFFF0000FFFFU;
  v = (v | (v << 8)) & 0x00FF00FF00FF00FFU;
  v = (v | (v << 4)) & 0x0F0F0F0F0F0F0F0FU;
  v = (v | (v << 2)) & 0x3333333333333333U;
  return (v | (v << 1)) & 0x5555555555555555U;
}

/// Along a Z-curve over `whole`, so that neighbours in the order are near each other on the ground.
std::uint64_t curve_key(const Box& box, const Box& whole, int shift) {
  const auto x = static_cast<std::uint64_t>((box.west / 2 + box.east / 2) - whole.west / 2) >> shift;
  const auto y = static_cast<std::uint64_t>((box.south / 2 + box.north / 2) - whole.south / 2) >> shift;
  return spread(x) | (spread(y) << 1);
}

}  // namespace

PathIndex::PathIndex(const Mesh& mesh) {
  std::vector<Piece> pieces;
  std::vector<Box> boxes;
  Box whole;
  for (std::uint32_t arc = 0; arc < mesh.arcs.size(); ++arc) {
    const std::uint32_t end = mesh.arcs[arc].first + mesh.arcs[arc].count - 1;
    for (std::uint32_t first = mesh.arcs[arc].first; first < end; first += edges_per_piece) {
      const std::uint32_t last = std::min(end, first + edges_per_piece);
      pieces.push_back({arc, first, last});
      boxes.push_back(box_of({mesh.positions.data() + first, last - first + 1}));
      whole.add(boxes.back());
    }
  }
  if (pieces.empty()) return;

  int shift = 0;
  while ((std::max(whole.east - whole.west, whole.north - whole.south) >> shift) > 0x7FFFFFFF) ++shift;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order(pieces.size());
  for (std::uint32_t i = 0; i < pieces.size(); ++i) order[i] = {curve_key(boxes[i], whole, shift), i};
  std::sort(order.begin(), order.end());
  pieces_.reserve(pieces.size());
  levels_.emplace_back().reserve(pieces.size());
  for (const auto& [key, i] : order) {
    pieces_.push_back(pieces[i]);
    levels_[0].push_back(boxes[i]);
  }
  while (levels_.back().size() > fan) {
    std::vector<Box> upper((levels_.back().size() + fan - 1) / fan);
    for (std::size_t i = 0; i < levels_.back().size(); ++i) upper[i / fan].add(levels_.back()[i]);
    levels_.push_back(std::move(upper));
  }
}

}  // namespace merestone
