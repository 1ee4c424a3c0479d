// SPDX-License-Identifier: Apache-2.0
/// The naming checks (PN-01 to PN-12) over what a project has on record.
#pragma once

#include "data/office/name_search.hpp"
#include "gis/names/checks/naming.hpp"
#include "gis/names/checks/same_names.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone {

struct NamingQuestion {
  NamingRequest request{};   ///< where the place lies is filled in from the record
  std::string division{};    ///< code of the finest division that holds the place; empty: that of the position
  Date day{};                ///< names in force then stand against it
  std::optional<Position> position{};  ///< finds the built-up area where the request does not say it
  const NameSearch* names = nullptr;   ///< index to ask; without one all names are read
};

/// What stands against the name, before anybody applies for it.
/// @throws Error missing naming.no_division when no division has the code on that day; invalid name.axes.
std::vector<NamingFinding> naming_findings(const Project& project, NamingQuestion question);

struct SameNames {
  std::vector<LikeName> names{};  ///< all that were compared
  SameReport report{};
};

/// Names that are the same, or sound the same, within divisions of `level` and classes of `class_level` (0: all together).
/// What belongs to a division, its superiors on the day say, never its code.
SameNames same_names_on_record(const Project& project, SameBy by, int level, int class_level, Date day);

}  // namespace merestone
