// SPDX-License-Identifier: Apache-2.0
/// The best entries of any stretch of a sorted order, without looking at the others.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <vector>

namespace merestone::search {

struct Range {
  std::uint32_t lo = 0;
  std::uint32_t hi = 0;
  bool empty() const noexcept { return lo >= hi; }
  std::uint32_t size() const noexcept { return empty() ? 0 : hi - lo; }
};

/// Values in some order (alphabetic, by sound), where a smaller value is a better entry, used where they lie:
///
///     count (8 bytes) | minima | widths | values
///
/// Over the values stands a tree of minima, sixteen to one, the finest first. Each sixteen values are kept as bits above
/// their least one, as narrow as they allow. Names with the same ending stand side by side best first in the orders of
/// their endings, so that neighbours there are near each other: half of the bits that they would take by themselves.
class Ranked {
 public:
  static constexpr std::size_t fan = 16;

  Ranked() = default;
  /// Bytes that are not as ranked() made them give wrong values, never a read outside of them.
  explicit Ranked(std::span<const std::byte> bytes);

  std::uint32_t size() const noexcept { return size_; }
  Range all() const noexcept { return {0, size_}; }
  std::span<const std::uint32_t> minima() const noexcept { return minima_; }  ///< none over a single value

  std::uint32_t operator[](std::size_t i) const noexcept {
    const std::size_t block = i / fan, within = block % 8;
    if (i >= size_) return 0;
    const Widths& widths = widths_[block / 8];
    const auto all = std::bit_cast<std::uint64_t>(widths.of);
    const std::uint64_t before = ((all & ((std::uint64_t{1} << (8 * within)) - 1)) * 0x0101010101010101ULL) >> 56;  // their sum
    const std::size_t width = widths.of[within], bit = (i % fan) * width;
    const std::size_t byte = 2 * (widths.before + before) + bit / 8;
    if (width > 32 || byte + 8 > values_.size()) return 0;
    std::uint64_t low = 0;
    std::memcpy(&low, values_.data() + byte, sizeof low);
    const auto above = (low >> (bit % 8)) & ((std::uint64_t{1} << width) - 1);
    return (minima_.empty() ? 0 : minima_[block]) + static_cast<std::uint32_t>(above);
  }

  /// The first place in `range` whose value `before` does not hold of, where it holds of all in front and of none behind.
  template <class Before>
  std::uint32_t first_not(Range range, const Before& before) const {
    while (range.lo < range.hi) {
      const auto middle = range.lo + (range.hi - range.lo) / 2;
      if (before((*this)[middle])) range.lo = middle + 1;
      else range.hi = middle;
    }
    return range.lo;
  }

 private:
  friend std::vector<std::byte> ranked(std::span<const std::uint32_t> values);
  /// Of eight times sixteen values: sixteen with so many bits each take twice as many bytes.
  struct Widths {
    std::uint32_t before = 0;  ///< the sum of all widths in front
    std::array<std::uint8_t, 8> of{};
  };
  std::uint32_t size_ = 0;
  std::span<const std::uint32_t> minima_;
  std::span<const Widths> widths_;
  std::span<const std::byte> values_;
};

/// The bytes of a Ranked, which must lie at a multiple of eight. Fewer than 2^32 values.
std::vector<std::byte> ranked(std::span<const std::uint32_t> values);

/// The values of some ranges, smallest first: O(log n) for each, however long the ranges are.
class BestFirst {
 public:
  explicit BestFirst(const Ranked& order);
  void add(Range range);
  std::optional<std::uint32_t> next();

 private:
  struct Node {
    std::uint32_t value;
    std::uint32_t index;
    std::uint8_t level;  ///< 0 is a value itself
  };
  std::uint32_t at(std::uint8_t level, std::uint32_t index) const noexcept;
  void push(std::uint8_t level, std::uint32_t index);

  const Ranked& order_;
  std::vector<std::size_t> starts_;  ///< of each level in `minima`
  std::vector<Node> heap_;
};

}  // namespace merestone::search
