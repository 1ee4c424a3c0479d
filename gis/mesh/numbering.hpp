// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/mesh/build.hpp"

#include <vector>

namespace merestone {

/// Rings as numbers of positions: equal positions have equal numbers, repeated ones are dropped, and rings with
/// fewer than three corners are left out.
struct NumberedRings {
  std::vector<Position> at;          ///< by number, in the order in which they are first met
  std::vector<std::uint32_t> ids;
  std::vector<std::uint32_t> first{0};
  std::vector<UnitIndex> unit;

  std::size_t size() const { return unit.size(); }
  std::span<const std::uint32_t> ring(std::size_t i) const { return {ids.data() + first[i], first[i + 1] - first[i]}; }
};

/// One hash probe for a position met first, mostly none for one met again: rings walk borders seen before.
NumberedRings number_rings(const RingSet& rings);

}  // namespace merestone
