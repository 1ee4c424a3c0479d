// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/base/finding.hpp"
#include "gis/territory/territory.hpp"

#include <vector>

namespace merestone {

/// What does not fit in the record of ground on the day of `divisions`:
/// 1. territory.two_holders, an error: one picture gives ground to this division and to another.
/// 2. territory.unheld, a warning: ground that divisions enclose and none holds, with its area.
/// 3. territory.no_ground, a warning: a division without members of its own that holds no ground.
std::vector<Finding> territory_findings(const Territory& territory, const DivisionRegister& divisions);

}  // namespace merestone
