// SPDX-License-Identifier: Apache-2.0
/// Counts that may be shown to everybody: no figure, and no difference of figures of one day, stands for fewer than `least`
/// graves (k-anonymity per village, domain.md §5.5).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace merestone {

struct CountedUnit {
  std::string unit{};    ///< village
  std::string within{};  ///< township
  std::int64_t count = 0;
};

/// A row of the public table.
struct PublicCount {
  std::string unit{};                ///< empty: villages of `within` taken together
  std::string within{};
  std::vector<std::string> together{};  ///< their names
  std::int64_t count = 0;            ///< 0, or `least` or a multiple of it
};

struct PublicCounts {
  std::vector<PublicCount> rows;     ///< by `within`, then unit; those taken together last
  std::vector<std::string> hidden;   ///< townships whose whole count is too small to be shown
  std::int64_t shown = 0;            ///< sum of the rows; the hidden ones are not in it
};

/// Villages with too few are taken together with each other and, while their sum is too small, with the smallest of the
/// others; where all of a township do not reach `least`, it is hidden. So rows of one table subtracted from its sums give
/// nothing smaller either. Counts are rounded down to multiples of `least`, so that most graves between two days change no
/// figure; the one that makes a multiple full does, and who knows all others can tell. Villages without any stand as 0.
PublicCounts public_counts(std::vector<CountedUnit> counts, std::int64_t least);

}  // namespace merestone
