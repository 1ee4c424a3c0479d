// SPDX-License-Identifier: Apache-2.0
/// The two reports that officers of the national database expect: same names, and names of the same sound, counted by
/// division and by class.
#pragma once

#include "gis/names/checks/naming.hpp"
#include "gis/names/class_scheme.hpp"

#include <span>
#include <string>
#include <vector>

namespace merestone {

enum class SameBy { name, sound };

/// Names of one division and class that are the same.
struct SameGroup {
  DivisionAround division;           ///< within which they are; level 0: in none that is known
  std::string class_code;            ///< of the level that was asked for
  std::string key;                   ///< folded name, or toneless letters
  std::vector<std::size_t> members;  ///< at least two, in the order of the input
};

/// How many there are, for the table.
struct SameCount {
  DivisionAround division;
  std::string class_code;
  std::size_t groups = 0;
  std::size_t names = 0;  ///< in all groups together
};

struct SameReport {
  std::vector<SameGroup> groups;  ///< by division, class, then the largest first
  std::vector<SameCount> counts;  ///< by division, then class
};

/// Within what a name is compared.
struct ComparedWithin {
  DivisionAround division{};
  std::string class_code{};  ///< empty: all classes together
};

/// Names count as the same within what `within` gives for each, one for a name; without it all are compared. Confirmed
/// readings go before the lexicon's. O(n log n).
SameReport same_names(std::span<const LikeName> names, std::span<const ComparedWithin> within, SameBy by);

/// The division of a chain, finest first, within which names are compared at `level`: the one of that level, or where the
/// chain leaves it out the next one above; none (level 0) where there is none.
DivisionAround compared_within(std::span<const DivisionAround> chain, int level);

/// The class that `code` belongs to at `level`, 1 at the top of the tree; the code itself where it stands higher or is unknown.
/// Empty for level 0.
std::string compared_within(const ClassScheme& scheme, const std::string& code, int level);

}  // namespace merestone
