// SPDX-License-Identifier: Apache-2.0
#include "cli/service/tints.hpp"

#include <algorithm>
#include <array>

namespace merestone {
namespace {

/// Units in the order in which each had the fewest neighbours among those left (Matula and Beck 1983): coloured
/// backwards, a planar map never meets more than five coloured neighbours.
std::vector<std::uint32_t> smallest_last(const std::vector<std::vector<std::uint32_t>>& neighbours) {
  std::vector<std::size_t> degree;
  std::vector<std::vector<std::uint32_t>> by_degree(1);
  for (std::uint32_t unit = 0; unit < neighbours.size(); ++unit) {
    degree.push_back(neighbours[unit].size());
    if (degree.back() >= by_degree.size()) by_degree.resize(degree.back() + 1);
    by_degree[degree.back()].push_back(unit);
  }
  std::vector<std::uint32_t> order;
  std::vector<bool> taken(neighbours.size(), false);
  for (std::size_t least = 0; order.size() < neighbours.size();) {
    if (by_degree[least].empty()) {
      ++least;
      continue;
    }
    const auto unit = by_degree[least].back();
    by_degree[least].pop_back();
    if (taken[unit] || degree[unit] != least) continue;  // an older entry of a unit that has moved down
    taken[unit] = true;
    order.push_back(unit);
    for (const auto other : neighbours[unit])
      if (!taken[other]) by_degree[--degree[other]].push_back(other);
    least = least == 0 ? 0 : least - 1;
  }
  return order;
}

}  // namespace

std::vector<std::uint8_t> tints(std::uint32_t units, std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) {
  for (auto& [a, b] : pairs)
    if (a > b) std::swap(a, b);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<std::vector<std::uint32_t>> neighbours(units);
  for (const auto& [a, b] : pairs) {
    if (a == b) continue;
    neighbours[a].push_back(b);
    neighbours[b].push_back(a);
  }

  constexpr std::uint8_t none = tint_count;
  std::vector<std::uint8_t> tint(units, none);
  std::array<std::size_t, tint_count> used{};  // in all: the rarest is chosen, so that the map is not of one colour
  const auto order = smallest_last(neighbours);
  for (auto unit = order.rbegin(); unit != order.rend(); ++unit) {
    std::array<std::size_t, tint_count> around{};
    for (const auto other : neighbours[*unit])
      if (tint[other] != none) ++around[tint[other]];
    std::uint8_t best = 0;
    for (std::uint8_t i = 1; i < tint_count; ++i)
      if (std::pair{around[i], used[i]} < std::pair{around[best], used[best]}) best = i;
    tint[*unit] = best;
    ++used[best];
  }
  return tint;
}

}  // namespace merestone
