// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/located.hpp"

#include "gis/mesh/build.hpp"

using namespace merestone;

namespace {

Facility facility(std::string kind, std::int64_t capacity, std::int64_t used, double lon, double lat) {
  Facility made;
  made.kind = std::move(kind);
  made.capacity = capacity;
  made.used = used;
  made.position = from_degrees(lon, lat);
  return made;
}

}  // namespace

TEST_CASE("which division each cemetery lies in, and what a division has") {
  RingSet set;
  for (UnitIndex i = 0; i < 2; ++i) {
    set.add(Ring{from_degrees(i, 0), from_degrees(i + 1.0, 0), from_degrees(i + 1.0, 1), from_degrees(i, 1)}, i);
  }
  const Mesh mesh = build_mesh(set).mesh;
  const CoverageIndex index{mesh};
  const std::vector<Facility> facilities{facility("cemetery", 100, 40, 0.5, 0.5), facility("columbarium", 30, 31, 0.1, 0.1),
                                         facility("cemetery", 50, 50, 1.5, 0.5), facility("cemetery", 10, 0, 0.2, 0.9),
                                         facility("cemetery", 1, 1, 5, 5)};
  const auto units = units_of(facilities, index);
  CHECK(units == std::vector<UnitIndex>{0, 0, 1, 0, nobody});
  CHECK(tally(facilities, units, 0) == std::vector<FacilityTally>{{"cemetery", 2, 110, 40}, {"columbarium", 1, 30, 31}});
  CHECK(tally(facilities, units, 7).empty());
}
