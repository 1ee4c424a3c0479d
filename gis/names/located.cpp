// SPDX-License-Identifier: Apache-2.0
#include "gis/names/located.hpp"

namespace merestone {

std::vector<UnitIndex> units_of(std::span<const NamedPlace> places, const UnitsAt& units_at) {
  std::vector<Position> positions;
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i].position) continue;
    positions.push_back(*places[i].position);
    at.push_back(i);
  }
  std::vector<UnitIndex> units(places.size(), nobody);
  const std::vector<UnitIndex> found = units_at(positions);
  for (std::size_t i = 0; i < at.size(); ++i) units[at[i]] = found[i];
  return units;
}

}  // namespace merestone
