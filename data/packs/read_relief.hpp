// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/packs/json_node.hpp"
#include "gis/law/relief_rules.hpp"

namespace merestone {

/// A list of indicators: the indicators.json of a pack, and the losses in its relief.json.
void read_indicators(JsonNode& node, const char* field, std::vector<IndicatorRule>& rules);
/// The relief.json of a pack.
void read_relief(JsonNode& node, ReliefRules& rules);

}  // namespace merestone
