// SPDX-License-Identifier: Apache-2.0
#include "gis/names/located.hpp"

#include "gis/mesh/build.hpp"
#include "gis/overlay/coverage_index.hpp"

using namespace merestone;

TEST_CASE("which division each place lies in; one without position lies in none") {
  RingSet set;
  set.add(Ring{from_degrees(0, 0), from_degrees(1, 0), from_degrees(1, 1), from_degrees(0, 1)}, 0);
  const Mesh mesh = build_mesh(set).mesh;
  const CoverageIndex index{mesh};
  std::vector<NamedPlace> places(3);
  places[0].position = from_degrees(3, 3);
  places[2].position = from_degrees(0.5, 0.5);
  const auto units_at = [&](std::span<const Position> positions) { return index.units_at(positions); };
  CHECK(units_of(places, units_at) == std::vector<UnitIndex>{nobody, nobody, 0});
}
