// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/name_search.hpp"
#include "gis/names/application.hpp"
#include "gis/names/checks/naming.hpp"

#include <vector>

namespace merestone {

/// What stands against the name applied for (PN-01…PN-12) by the rules of the pack, held against all official names in
/// force on the day and against names that are on their way. Nothing for an abolition, or where the pack has no such
/// rules. The built-up area is the one that holds the position where the application does not say it; a place on record is
/// weighed with its size where the application says none, its readings and what the record says of its value; without a class, that of the kind counts. With `names` the
/// index is asked and a few facts read; without, all names of the project are read.
std::vector<NamingFinding> check_naming_of(const Project& project, const CountryPack& pack, const NameApplication& application, const AsOf& as_of,
                                           const NameSearch* names = nullptr, bool famous = false);

/// The class by which a name of the kind is judged where its own is not said: the first that the pack gives the kind.
std::string class_to_judge(const NameRules& rules, const NameApplication& application);

}  // namespace merestone
