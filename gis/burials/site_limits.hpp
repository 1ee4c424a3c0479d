// SPDX-License-Identifier: Apache-2.0
/// What the law asks of a burial place beside where it may lie (domain.md §5.3).
#pragma once

#include "gis/law/burial_rules.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace merestone {

/// The limits of one place on one day; all point into the packs that were asked.
struct SiteLimits {
  struct OfPlots {
    const PlotType* type = nullptr;
    const PlotLimit* limit = nullptr;
  };
  struct OfFacilities {
    std::vector<const FacilityKind*> kinds{};  ///< that share the limit
    const FacilityLimit* limit = nullptr;
  };
  const StoneLimit* stone = nullptr;           ///< null where nobody limits it
  std::vector<OfPlots> plots{};                ///< of types that somebody limits
  std::vector<OfFacilities> facilities{};      ///< of kinds that hold remains and that somebody limits
};

/// `code`: of the finest division.
SiteLimits site_limits(std::span<const BurialRules* const> packs, std::string_view code, Date day);

}  // namespace merestone
