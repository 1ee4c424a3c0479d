// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/numbering.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;

/// Gives equal positions equal numbers.
class Vertices {
 public:
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

  std::vector<Position> at;

 private:
  struct Slot {
    std::uint32_t tag;
    std::uint32_t id;
  };
  std::vector<Slot> slots_;
};

}  // namespace

NumberedRings number_rings(const RingSet& rings) {
  Vertices vertices{rings.positions.size()};
  NumberedRings result;
  result.ids.reserve(rings.positions.size());
  constexpr std::size_t ahead = 16;
  std::uint64_t hashes[ahead];
  for (std::size_t r = 0; r < rings.size(); ++r) {
    const auto ring = rings.ring(r);
    for (std::size_t i = 0; i < std::min(ahead, ring.size()); ++i) vertices.prefetch(hashes[i] = hash_of(ring[i]));
    const std::size_t begin = result.ids.size();
    std::uint32_t last = none;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const std::uint64_t hash = hashes[i % ahead];
      if (i + ahead < ring.size()) vertices.prefetch(hashes[i % ahead] = hash_of(ring[i + ahead]));
      const std::uint32_t id = vertices.number(ring[i], hash, last);
      if (id != last) result.ids.push_back(id);
      last = id;
    }
    while (result.ids.size() > begin + 1 && result.ids.back() == result.ids[begin]) result.ids.pop_back();
    if (result.ids.size() < begin + 3) {
      result.ids.resize(begin);
      continue;
    }
    result.first.push_back(static_cast<std::uint32_t>(result.ids.size()));
    result.unit.push_back(rings.unit[r]);
  }
  result.at = std::move(vertices.at);
  return result;
}

}  // namespace merestone
