// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/as_of.hpp"
#include "tiles/vector/site.hpp"

#include <string_view>
#include <vector>

namespace merestone {

class Project;

/// Whom a map is for. Where single graves lie is for the office: the public gets counts, from the ledger.
enum class Audience { office, everybody };
std::string_view to_text(Audience);

/// What planners have on record as points on a day: facilities for the dead, shelters (with status "excluded" where a zone of
/// a hazard that they serve holds them), depots, and for the office graves, called as the rules of their building day call them
/// where no siting rule is asked, with status "protected" or the state of their case.
std::vector<TileSite> planned_sites(const Project& project, const AsOf& as_of, Audience audience);

}  // namespace merestone
