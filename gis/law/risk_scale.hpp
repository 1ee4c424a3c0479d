// SPDX-License-Identifier: Apache-2.0
/// Scales of disaster risk (domain.md §6, DR-01). Classes of risk zones and levels of warnings are different scales and
/// never share a field.
#pragma once

#include "gis/law/wording.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

enum class ScaleUse {
  zoning,   ///< classes of risk zones: what a hazard zone's severity is one of
  warning,  ///< levels of a warning or response, for a time and not for ground
};

struct RiskClass {
  std::string code;   ///< "medium-high"
  int ordinal = 0;    ///< 1 the least severe
  Wording words{};
  std::string colour{};  ///< "#fc8d59"; empty: the style's own
};

struct RiskScale {
  std::string id;
  ScaleUse use = ScaleUse::zoning;
  Wording words{};
  std::vector<std::string> hazards{};  ///< kinds of hazard; empty: all that no other scale of this use names
  std::vector<RiskClass> classes{};    ///< ascending
  std::string source{};

  const RiskClass* at(int ordinal) const;
};

/// The scale of a kind of hazard; none where the scales leave it out.
const RiskScale* scale_for(std::span<const RiskScale> scales, ScaleUse use, std::string_view hazard);

}  // namespace merestone
