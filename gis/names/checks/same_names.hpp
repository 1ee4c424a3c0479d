// SPDX-License-Identifier: Apache-2.0
/// The two reports that officers of the national database expect: same names, and names of the same sound, counted by
/// division and by class.
#pragma once

#include "gis/names/checks/naming.hpp"

#include <span>
#include <string>
#include <vector>

namespace merestone {

enum class SameBy { name, sound };

/// Names of one division and class that are the same.
struct SameGroup {
  std::string division;              ///< code, cut to the digits that were asked for
  std::string class_code;            ///< cut likewise
  std::string key;                   ///< folded name, or toneless letters
  std::vector<std::size_t> members;  ///< at least two, in the order of the input
};

/// How many there are, for the table.
struct SameCount {
  std::string division;
  std::string class_code;
  std::size_t groups = 0;
  std::size_t names = 0;  ///< in all groups together
};

struct SameReport {
  std::vector<SameGroup> groups;  ///< by division, class, then the largest first
  std::vector<SameCount> counts;  ///< by division, then class
};

/// Names count as the same within the first `division_digits` of their division's code and the first `class_digits` of
/// their class (0: all together). Confirmed readings go before the lexicon's. O(n log n).
SameReport same_names(std::span<const LikeName> names, SameBy by, std::size_t division_digits, std::size_t class_digits);

}  // namespace merestone
