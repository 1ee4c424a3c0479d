// SPDX-License-Identifier: Apache-2.0
#include "gis/hazards/exposure.hpp"

#include "gis/geodesy/measure.hpp"
#include "gis/mesh/build.hpp"
#include "gis/overlay/ground.hpp"

using namespace merestone;

namespace {

Ring box(double west, double south, double east, double north) {
  return {from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)};
}

HazardZone zone(std::string kind, int severity, Ring ring) {
  HazardZone made;
  made.kind = std::move(kind);
  made.severity = severity;
  made.shape = {{std::move(ring), {}}};
  return made;
}

double area(Ring ring) { return area_m2({{std::move(ring), {}}}); }

/// Three communes in a row; the first two make one canton.
Mesh three_communes() {
  RingSet set;
  for (UnitIndex i = 0; i < 3; ++i) set.add(box(i, 45, i + 1.0, 46), i);
  return build_mesh(set).mesh;
}

}  // namespace

TEST_CASE("exposure by kind and severity, counted once where zones overlap") {
  const Mesh mesh = three_communes();
  const CoverageIndex index{mesh};
  const std::vector<HazardZone> zones{zone("flood", 2, box(0.5, 45.2, 1.5, 45.6)), zone("flood", 4, box(0.7, 45.4, 0.9, 45.8)),
                                      zone("flood", 2, box(0.6, 45.2, 1.2, 45.6)), zone("wildfire", 1, box(0, 45, 1, 46))};
  const auto grounds = exposed_ground(index, zones);
  const auto communes = ground_of_units(mesh, measure_arcs(mesh), 3);

  const auto first = exposure_of(grounds, 0, communes[0].area_um2);
  REQUIRE(first.size() == 3);
  CHECK(first[0].kind == "flood");
  CHECK(first[0].severity == 4);
  CHECK(first[0].area_m2 == Approx(area(box(0.7, 45.4, 0.9, 45.8))).epsilon(1e-9));
  CHECK(first[1].severity == 2);
  CHECK(first[1].area_m2 == Approx(area(box(0.5, 45.2, 1, 45.6)) - area(box(0.7, 45.4, 0.9, 45.6))).epsilon(1e-9));
  CHECK(first[1].share == Approx(first[1].area_m2 / communes[0].area_m2()));
  CHECK(first[2].kind == "wildfire");
  CHECK(first[2].share == Approx(1).epsilon(1e-9));
  CHECK(first[2].share <= 1);
  CHECK(exposure_of(grounds, 2, communes[2].area_um2).empty());
}

TEST_CASE("an upper division has what its parts have, to the last digit") {
  const Mesh mesh = three_communes();
  const CoverageIndex index{mesh};
  const std::vector<HazardZone> zones{zone("flood", 2, box(0.5, 45.2, 2.5, 45.6)), zone("flood", 3, box(0.7, 45.4, 1.9, 45.8))};
  const auto grounds = exposed_ground(index, zones);
  const std::vector<UnitIndex> cantons{0, 0, nobody};
  const auto upper = raised(grounds, cantons);
  REQUIRE(upper.size() == 2);
  for (const ExposedGround& ground : upper) {
    Wide sum = 0;
    for (const ExposedGround& part : grounds) sum += part.severity == ground.severity && part.unit != 2 ? part.area_um2 : 0;
    CHECK(ground.area_um2 == sum);
    CHECK(ground.unit == 0);
  }
}

TEST_CASE("cemeteries inside hazard zones, on the edge too, not in a hole") {
  HazardZone with_hole = zone("flood", 3, box(0, 0, 10, 10));
  Ring hole = box(4, 4, 6, 6);
  std::reverse(hole.begin(), hole.end());
  with_hole.shape[0].holes.push_back(hole);
  const std::vector<HazardZone> zones{with_hole, zone("landslide", 1, box(3, 3, 5, 5)), zone("flood", 1, box(-1, -1, 0.5, 0.5)),
                                      HazardZone{}};
  const std::vector<Position> sites{from_degrees(1, 1), from_degrees(4.5, 4.5), from_degrees(10, 10), from_degrees(11, 1),
                                    from_degrees(0.25, 0.25)};
  CHECK(zones_at(sites, zones) == std::vector<ZoneHit>{{0, 0}, {1, 1}, {2, 0}, {4, 0}, {4, 2}});
  CHECK(zones_at({}, zones).empty());
  CHECK(zones_at(sites, {}).empty());
}
