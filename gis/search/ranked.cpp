// SPDX-License-Identifier: Apache-2.0
#include "gis/search/ranked.hpp"

#include <algorithm>

namespace merestone::search {
namespace {

constexpr std::uint32_t fan = 16;

constexpr auto worse = [](const auto& a, const auto& b) { return a.value > b.value; };

}  // namespace

std::vector<std::uint32_t> minima_of(std::span<const std::uint32_t> values) {
  std::vector<std::uint32_t> minima;
  std::size_t from = 0;
  for (std::size_t below = values.size(); below > 1; below = (below + fan - 1) / fan) {
    const bool leaves = minima.empty();
    const std::size_t start = minima.size();
    for (std::size_t first = 0; first < below; first += fan) {
      const std::size_t last = std::min<std::size_t>(first + fan, below);
      std::uint32_t least = leaves ? values[first] : minima[from + first];
      for (std::size_t i = first + 1; i < last; ++i) least = std::min(least, leaves ? values[i] : minima[from + i]);
      minima.push_back(least);
    }
    from = start;
  }
  return minima;
}

BestFirst::BestFirst(const Ranked& order) : order_{order} {
  std::size_t start = 0;
  for (std::size_t count = order.values.size(); count > 1;) {
    count = (count + fan - 1) / fan;
    if (start + count > order.minima.size()) break;
    starts_.push_back(start);
    start += count;
  }
}

std::uint32_t BestFirst::at(std::uint8_t level, std::uint32_t index) const noexcept {
  return level == 0 ? order_.values[index] : order_.minima[starts_[level - 1U] + index];
}

void BestFirst::push(std::uint8_t level, std::uint32_t index) {
  heap_.push_back({at(level, index), index, level});
  std::push_heap(heap_.begin(), heap_.end(), worse);
}

void BestFirst::add(Range range) {
  range.hi = std::min(range.hi, order_.all().hi);
  std::uint8_t level = 0;
  while (range.lo < range.hi) {
    if (level == starts_.size()) {
      while (range.lo < range.hi) push(level, range.lo++);
      return;
    }
    while (range.lo < range.hi && range.lo % fan != 0) push(level, range.lo++);
    while (range.lo < range.hi && range.hi % fan != 0) push(level, --range.hi);
    range.lo /= fan;
    range.hi /= fan;
    ++level;
  }
}

std::optional<std::uint32_t> BestFirst::next() {
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), worse);
    const Node node = heap_.back();
    heap_.pop_back();
    if (node.level == 0) return node.value;
    const auto below = static_cast<std::uint8_t>(node.level - 1);
    const std::size_t count = below == 0                        ? order_.values.size()
                              : below < starts_.size() ? starts_[below] - starts_[below - 1U]
                                                       : order_.minima.size() - starts_[below - 1U];
    const auto first = node.index * fan;
    const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(first + fan, count));
    for (auto i = first; i < last; ++i) push(below, i);
  }
  return {};
}

}  // namespace merestone::search
