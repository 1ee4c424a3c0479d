// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/located.hpp"

#include <map>

namespace merestone {

std::vector<UnitIndex> units_of(std::span<const Facility> facilities, const CoverageIndex& index) {
  std::vector<Position> positions;
  positions.reserve(facilities.size());
  for (const Facility& facility : facilities) positions.push_back(facility.position);
  return index.units_at(positions);
}

std::vector<FacilityTally> tally(std::span<const Facility> facilities, std::span<const UnitIndex> units, UnitIndex unit) {
  std::map<std::string, FacilityTally> kinds;
  for (std::size_t i = 0; i < facilities.size(); ++i) {
    if (units[i] != unit) continue;
    FacilityTally& of_kind = kinds[facilities[i].kind];
    of_kind.kind = facilities[i].kind;
    ++of_kind.count;
    of_kind.capacity += facilities[i].capacity;
    of_kind.used += facilities[i].used;
  }
  std::vector<FacilityTally> result;
  for (auto& [kind, sums] : kinds) result.push_back(std::move(sums));
  return result;
}

}  // namespace merestone
