// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/position.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace merestone {

/// Gives equal positions equal numbers, in the order in which they are first met.
class Vertices {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  /// `positions`: at most so many different ones come.
  explicit Vertices(std::size_t positions) {
    std::size_t size = 64;
    while (size < positions + positions / 4) size *= 2;
    slots_.assign(size, {0, none});
    at.reserve(positions / 2 + positions / 16);
  }

  /// A ring that walks a border seen before meets it backwards, so the number before or after the last one is
  /// tried first: that touches memory that is already near.
  std::uint32_t number(Position p, std::uint64_t hash, std::uint32_t last) {
    if (last != none) {
      if (last > 0 && at[last - 1] == p) return last - 1;
      if (last + 1 < at.size() && at[last + 1] == p) return last + 1;
    }
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
      if (slots_[slot].id == none) {
        slots_[slot] = {tag, static_cast<std::uint32_t>(at.size())};
        at.push_back(p);
        return slots_[slot].id;
      }
      if (slots_[slot].tag == tag && at[slots_[slot].id] == p) return slots_[slot].id;
    }
  }

  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]); }

  std::vector<Position> at;  ///< by number

 private:
  struct Slot {
    std::uint32_t tag;
    std::uint32_t id;
  };
  std::vector<Slot> slots_;
};

/// Gives pairs of vertex numbers numbers, whichever comes first.
class VertexPairs {
 public:
  /// `pairs`: at most so many different ones come.
  explicit VertexPairs(std::size_t pairs) {
    std::size_t size = 64;
    while (size < pairs + pairs / 4) size *= 2;
    slots_.assign(size, {0, Vertices::none});
  }

  std::uint32_t number(std::uint32_t a, std::uint32_t b) {
    const std::uint64_t key = std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = (key * 0x9E3779B97F4A7C15ULL) >> 32 & mask;; slot = (slot + 1) & mask) {
      if (slots_[slot].id == Vertices::none) {
        slots_[slot] = {key, count_++};
        return slots_[slot].id;
      }
      if (slots_[slot].key == key) return slots_[slot].id;
    }
  }

  std::size_t size() const { return count_; }

 private:
  struct Slot {
    std::uint64_t key;
    std::uint32_t id;
  };
  std::vector<Slot> slots_;
  std::uint32_t count_ = 0;
};

}  // namespace merestone
