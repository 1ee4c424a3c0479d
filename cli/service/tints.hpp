// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace merestone {

/// How many colours a map of divisions needs at most when no division is in pieces (Heawood; smallest-last).
inline constexpr unsigned tint_count = 6;

/// A tint below `tint_count` for each of `units`, different for neighbours: always so on a planar map, and with
/// the fewest equal neighbours found where pieces far apart make it not planar. The same input gives the same
/// tints. Linear in units and pairs, but for the sorting of pairs. Pairs may repeat, in either order.
std::vector<std::uint8_t> tints(std::uint32_t units, std::vector<std::pair<std::uint32_t, std::uint32_t>> neighbours);

}  // namespace merestone
