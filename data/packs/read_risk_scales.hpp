// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/packs/json_node.hpp"
#include "gis/law/risk_scale.hpp"

#include <vector>

namespace merestone {

/// The hazards.json of a pack.
void read_risk_scales(JsonNode& node, std::vector<RiskScale>& scales);

}  // namespace merestone
