// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/packs/json_node.hpp"
#include "gis/law/burial_rules.hpp"
#include "gis/law/siting_rules.hpp"

namespace merestone {

/// The burials.json and the siting.json of a pack.
void read_burials(JsonNode& node, BurialRules& rules);
void read_siting(JsonNode& node, SitingRules& rules);

/// Fields from and until.
inline Period period_in(JsonNode& node) {
  return {node.day("from").value_or(unknown_start), node.day("until").value_or(open_end)};
}

}  // namespace merestone
