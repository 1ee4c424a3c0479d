// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/project.hpp"
#include "gis/names/application.hpp"
#include "gis/names/checks/naming.hpp"

#include <vector>

namespace merestone {

/// What stands against the name applied for (PN-01…PN-12) by the rules of the pack, held against all official names in
/// force on `day` and against names that are on their way, as recorded up to `revision`. Nothing for an abolition, or
/// where the pack has no such rules. Reads all names of the project: for offices of a few hundred thousand.
std::vector<NamingFinding> check_naming_of(const Project& project, const CountryPack& pack, const NameApplication& application, Date day,
                                           Revision revision);

}  // namespace merestone
