// SPDX-License-Identifier: Apache-2.0
#include "gis/search/ranked.hpp"

#include <algorithm>

namespace merestone::search {
namespace {

constexpr auto fan = static_cast<std::uint32_t>(Ranked::fan);
constexpr std::size_t spare = 8;  ///< bytes behind the values that may be read with the last of them

constexpr auto worse = [](const auto& a, const auto& b) { return a.value > b.value; };

constexpr std::size_t blocks_of(std::size_t count) { return (count + fan - 1) / fan; }

/// Minima over `count` values.
std::size_t minima_over(std::size_t count) {
  std::size_t sum = 0;
  while (count > 1) sum += count = blocks_of(count);
  return sum;
}

std::vector<std::uint32_t> minima_of(std::span<const std::uint32_t> values) {
  std::vector<std::uint32_t> minima;
  minima.reserve(minima_over(values.size()));
  std::span<const std::uint32_t> below = values;
  while (below.size() > 1) {
    const std::size_t start = minima.size();
    for (std::size_t first = 0; first < below.size(); first += fan) {
      const auto block = below.subspan(first, std::min<std::size_t>(fan, below.size() - first));
      minima.push_back(*std::min_element(block.begin(), block.end()));
    }
    below = std::span<const std::uint32_t>{minima}.subspan(start);
  }
  return minima;
}

template <class T>
void append(std::vector<std::byte>& out, std::span<const T> values) {
  const auto bytes = std::as_bytes(values);
  out.insert(out.end(), bytes.begin(), bytes.end());
}

}  // namespace

std::vector<std::byte> ranked(std::span<const std::uint32_t> values) {
  const auto minima = minima_of(values);
  const std::size_t blocks = blocks_of(values.size());
  std::vector<Ranked::Widths> widths((blocks + 7) / 8);
  std::vector<std::byte> bits;
  std::uint32_t sum = 0;
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::uint32_t least = minima.empty() ? 0 : minima[block];
    const auto mine = values.subspan(block * fan, std::min<std::size_t>(fan, values.size() - block * fan));
    std::uint32_t most = 0;
    for (const auto value : mine) most |= value - least;
    const auto width = static_cast<std::uint32_t>(std::bit_width(most));
    if (block % 8 == 0) widths[block / 8].before = sum;
    widths[block / 8].of[block % 8] = static_cast<std::uint8_t>(width);
    sum += width;
    std::array<std::uint64_t, fan / 2 + 1> words{};  // 32 bits each at most
    std::size_t bit = 0;
    for (const auto value : mine) {
      const std::uint64_t above = value - least;
      words[bit / 64] |= above << (bit % 64);
      if (bit % 64 + width > 64) words[bit / 64 + 1] |= above >> (64 - bit % 64);
      bit += width;
    }
    append(bits, std::as_bytes(std::span{words}).first(2 * width));
  }
  std::vector<std::byte> out;
  const std::uint64_t count[] = {values.size()};
  out.reserve(8 + 4 * minima.size() + sizeof(Ranked::Widths) * widths.size() + bits.size() + spare);
  append(out, std::span<const std::uint64_t>{count});
  append(out, std::span<const std::uint32_t>{minima});
  append(out, std::span<const Ranked::Widths>{widths});
  append(out, std::span<const std::byte>{bits});
  out.resize(out.size() + spare);
  return out;
}

Ranked::Ranked(std::span<const std::byte> bytes) {
  std::uint64_t count = 0;
  if (bytes.size() < sizeof count) return;
  std::memcpy(&count, bytes.data(), sizeof count);
  if (count > 0xFFFFFFFFU) return;
  const std::size_t minima = minima_over(count), widths = (blocks_of(count) + 7) / 8;
  const std::size_t before = sizeof count + 4 * minima + sizeof(Widths) * widths;
  if (before > bytes.size()) return;
  size_ = static_cast<std::uint32_t>(count);
  minima_ = {reinterpret_cast<const std::uint32_t*>(bytes.data() + sizeof count), minima};
  widths_ = {reinterpret_cast<const Widths*>(bytes.data() + sizeof count + 4 * minima), widths};
  values_ = bytes.subspan(before);
}

BestFirst::BestFirst(const Ranked& order) : order_{order} {
  std::size_t start = 0;
  for (std::size_t count = order.size(); count > 1;) {
    count = blocks_of(count);
    starts_.push_back(start);
    start += count;
  }
}

std::uint32_t BestFirst::at(std::uint8_t level, std::uint32_t index) const noexcept {
  return level == 0 ? order_[index] : order_.minima()[starts_[level - 1U] + index];
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
    const std::size_t count = below == 0                        ? order_.size()
                              : below < starts_.size() ? starts_[below] - starts_[below - 1U]
                                                       : order_.minima().size() - starts_[below - 1U];
    const auto first = node.index * fan;
    const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(first + fan, count));
    for (auto i = first; i < last; ++i) push(below, i);
  }
  return {};
}

}  // namespace merestone::search
