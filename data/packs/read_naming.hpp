// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/packs/json_node.hpp"
#include "gis/law/naming_rules.hpp"

namespace merestone {

/// The naming.json of a pack.
void read_naming(JsonNode& node, NamingRules& rules);

}  // namespace merestone
