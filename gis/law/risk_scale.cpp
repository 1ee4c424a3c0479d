// SPDX-License-Identifier: Apache-2.0
#include "gis/law/risk_scale.hpp"

#include <algorithm>

namespace merestone {

const RiskClass* RiskScale::at(int ordinal) const {
  const auto found = std::find_if(classes.begin(), classes.end(), [&](const RiskClass& c) { return c.ordinal == ordinal; });
  return found == classes.end() ? nullptr : &*found;
}

const RiskScale* scale_for(std::span<const RiskScale> scales, ScaleUse use, std::string_view hazard) {
  const RiskScale* general = nullptr;
  for (const RiskScale& scale : scales) {
    if (scale.use != use) continue;
    if (std::find(scale.hazards.begin(), scale.hazards.end(), hazard) != scale.hazards.end()) return &scale;
    if (scale.hazards.empty() && general == nullptr) general = &scale;
  }
  return general;
}

}  // namespace merestone
