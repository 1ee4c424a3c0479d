// SPDX-License-Identifier: Apache-2.0
/// The best entries of any stretch of a sorted order, without looking at the others.
#pragma once

#include <cstddef>
#include <cstdint>
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

/// Values in some order (alphabetic, by sound), where a smaller value is a better entry; over them a tree of minima,
/// sixteen to one: 27 % of a byte a value.
struct Ranked {
  std::span<const std::uint32_t> values;
  std::span<const std::uint32_t> minima;  ///< level after level, the finest first

  Range all() const noexcept { return {0, static_cast<std::uint32_t>(values.size())}; }
};

/// The `minima` of Ranked for `values`.
std::vector<std::uint32_t> minima_of(std::span<const std::uint32_t> values);

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
