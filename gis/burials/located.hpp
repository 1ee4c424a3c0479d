// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/burials/facility.hpp"
#include "gis/overlay/coverage_index.hpp"

#include <span>
#include <vector>

namespace merestone {

/// The unit that each facility lies in, in their order; `nobody` outside all units.
std::vector<UnitIndex> units_of(std::span<const Facility> facilities, const CoverageIndex& index);

/// What a division has of facilities of one kind.
struct FacilityTally {
  std::string kind;
  std::size_t count = 0;
  std::int64_t capacity = 0;
  std::int64_t used = 0;  ///< may be more than the capacity: shown, never clipped
  friend bool operator==(const FacilityTally&, const FacilityTally&) = default;
};
/// By kind, of the facilities whose unit is `unit`; `units` as units_of() gives them, or raised to a level.
std::vector<FacilityTally> tally(std::span<const Facility> facilities, std::span<const UnitIndex> units, UnitIndex unit);

}  // namespace merestone
