// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/packs/json_node.hpp"
#include "gis/law/enforcement_rules.hpp"

namespace merestone {

/// The enforcement.json of a pack. A set that is "based_on" an earlier one has all of it that it does not say itself.
void read_enforcement(JsonNode& node, std::vector<EnforcementRules>& sets);

}  // namespace merestone
