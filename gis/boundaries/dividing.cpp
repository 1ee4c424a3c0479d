// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/dividing.hpp"

#include <algorithm>

namespace merestone {

std::optional<DividedPair> divided_pair(std::span<const Rank> left, std::span<const Rank> right) {
  if (left.empty() || right.empty() || left.front().division == right.front().division) return std::nullopt;
  for (std::size_t l = left.size(), r = right.size(); l > 0 && r > 0;) {
    const Rank& a = left[l - 1];
    const Rank& b = right[r - 1];
    if (a.level == b.level) {
      if (a.division != b.division) return DividedPair{a.division, b.division, a.level};
      --l;
      --r;
    } else if (a.level < b.level) {
      --l;
    } else {
      --r;
    }
  }
  return DividedPair{left.front().division, right.front().division, std::max(left.front().level, right.front().level)};
}

}  // namespace merestone
