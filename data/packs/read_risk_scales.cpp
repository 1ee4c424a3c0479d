// SPDX-License-Identifier: Apache-2.0
#include "data/packs/read_risk_scales.hpp"

namespace merestone {

void read_risk_scales(JsonNode& node, std::vector<RiskScale>& scales) {
  node.each("scales", [&](JsonNode& scale) {
    RiskScale& made = scales.emplace_back();
    made.id = scale.text("id");
    made.use = static_cast<ScaleUse>(scale.one_of("use", {"zoning", "warning"}));
    made.words = scale.words("words");
    made.hazards = scale.texts("hazards");
    made.source = scale.text("source", false);
    scale.each("classes", [&](JsonNode& each) {
      made.classes.push_back({each.text("code"), each.whole("ordinal"), each.words("words"), each.text("colour", false)});
    });
  });
}

}  // namespace merestone
