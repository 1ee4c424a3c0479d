// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/numbering.hpp"

#include "gis/mesh/vertices.hpp"

#include <algorithm>

namespace merestone {
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
    std::uint32_t last = Vertices::none;
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
