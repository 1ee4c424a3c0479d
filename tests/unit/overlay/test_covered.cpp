// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/covered.hpp"

#include "gis/geodesy/measure.hpp"
#include "gis/geometry/geos_bridge.hpp"
#include "gis/overlay/pairs.hpp"
#include "tests/support/patchwork.hpp"

#include <algorithm>
#include <cmath>
#include <map>

using namespace merestone;

namespace {

Ring box(double west, double south, double east, double north) {
  return {from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)};
}

MultiPolygon shape(Ring ring) { return {{std::move(ring), {}}}; }

/// Two fields side by side at 45° north, one degree each.
Mesh two_fields() {
  RingSet set;
  set.add(box(0, 45, 1, 46), 0);
  set.add(box(1, 45, 2, 46), 1);
  return build_mesh(set).mesh;
}

double covered(const std::vector<CoveredGround>& grounds, UnitIndex unit, int rank) {
  for (const CoveredGround& ground : grounds) {
    if (ground.unit == unit && ground.rank == rank) return square_metres(ground.area_um2);
  }
  return 0;
}

}  // namespace

TEST_CASE("a zone across a border is split between the units") {
  const Mesh mesh = two_fields();
  const CoverageIndex index{mesh};
  const MultiPolygon zone = shape(box(0.5, 45.25, 1.25, 45.5));
  const Patch patches[] = {{&zone, 3}};
  const auto grounds = covered_ground(index, patches);
  REQUIRE(grounds.size() == 2);
  CHECK(covered(grounds, 0, 3) == Approx(area_m2(shape(box(0.5, 45.25, 1, 45.5)))).epsilon(1e-10));
  CHECK(covered(grounds, 1, 3) == Approx(area_m2(shape(box(1, 45.25, 1.25, 45.5)))).epsilon(1e-10));
}

TEST_CASE("scenario 27: overlapping zones count once, at the highest severity") {
  const Mesh mesh = two_fields();
  const CoverageIndex index{mesh};
  const MultiPolygon hundred_years = shape(box(0.1, 45.1, 0.7, 45.7));
  const MultiPolygon twenty_years = shape(box(0.3, 45.3, 0.9, 45.5));
  const MultiPolygon again = hundred_years;
  const Patch patches[] = {{&hundred_years, 1}, {&twenty_years, 4}, {&again, 1}};
  const auto grounds = covered_ground(index, patches);
  const double high = area_m2(twenty_years);
  const double both = area_m2(shape(box(0.3, 45.3, 0.7, 45.5)));
  CHECK(covered(grounds, 0, 4) == Approx(high).epsilon(1e-10));
  CHECK(covered(grounds, 0, 1) == Approx(area_m2(hundred_years) - both).epsilon(1e-10));
  CHECK(grounds.size() == 2);
}

TEST_CASE("holes of a zone are not covered, and ground of nobody does not count") {
  const Mesh mesh = two_fields();
  const CoverageIndex index{mesh};
  Ring hole = box(0.4, 45.4, 0.6, 45.6);
  std::reverse(hole.begin(), hole.end());
  const MultiPolygon ring_zone{{box(-5, 40, 0.8, 50), {hole}}};
  const Patch patches[] = {{&ring_zone, 2}};
  const auto grounds = covered_ground(index, patches);
  REQUIRE(grounds.size() == 1);
  CHECK(covered(grounds, 0, 2) ==
        Approx(area_m2(shape(box(0, 45, 0.8, 46))) - area_m2(shape(box(0.4, 45.4, 0.6, 45.6)))).epsilon(1e-10));
}

TEST_CASE("a zone over everything covers every unit whole") {
  test::Random random{11};
  const test::Patchwork work = test::patchwork(random, 30, 20, 5, 44, 0.05);
  const CoverageIndex index{work.mesh};
  const MultiPolygon zone = shape(box(-100, -80, 100, 80));
  const Patch patches[] = {{&zone, 1}};
  const auto grounds = covered_ground(index, patches);
  REQUIRE(grounds.size() == work.rings.size());
  for (const CoveredGround& ground : grounds) {
    CHECK(square_metres(ground.area_um2) == Approx(area_m2(shape(work.rings[ground.unit]))).epsilon(1e-9));
  }
}

TEST_CASE("a zone drawn along the border of a unit covers that unit and no other") {
  test::Random random{12};
  const test::Patchwork work = test::patchwork(random, 12, 12, 5, 44, 0.05);
  const CoverageIndex index{work.mesh};
  for (const std::size_t unit : {0U, 13U, 77U, 143U}) {
    const MultiPolygon zone = shape(work.rings[unit]);
    const Patch patches[] = {{&zone, 1}};
    double elsewhere = 0;
    for (const CoveredGround& ground : covered_ground(index, patches)) {
      if (ground.unit == unit) {
        CHECK(square_metres(ground.area_um2) == Approx(area_m2(zone)).epsilon(1e-9));
      } else {
        elsewhere += std::abs(square_metres(ground.area_um2));
      }
    }
    CHECK(elsewhere < 0.1);
  }
}

TEST_CASE("coincident, tiny, huge and far-away zones") {
  const Mesh mesh = two_fields();
  const CoverageIndex index{mesh};
  const MultiPolygon tiny = shape({{500'000'000, 45'500'000'000}, {500'000'010, 45'500'000'000}, {500'000'000, 45'500'000'010}});
  const MultiPolygon away = shape(box(100, 10, 110, 20));
  std::vector<MultiPolygon> same(40, shape(box(0.25, 45.25, 0.5, 45.5)));
  std::vector<Patch> patches{{&tiny, 9}, {&away, 9}};
  for (const MultiPolygon& zone : same) patches.push_back({&zone, 1});
  const auto grounds = covered_ground(index, patches);
  CHECK(covered(grounds, 0, 9) == Approx(area_m2(tiny)).margin(1e-6));
  CHECK(covered(grounds, 0, 1) == Approx(area_m2(same[0])).epsilon(1e-10));
  CHECK(covered_ground(index, {}).empty());
}

TEST_CASE("the order of zones does not matter to the last digit") {
  test::Random random{13};
  const test::Patchwork work = test::patchwork(random, 10, 10, 5, 44, 0.1);
  const CoverageIndex index{work.mesh};
  std::vector<MultiPolygon> zones;
  for (int i = 0; i < 30; ++i) {
    zones.push_back(shape(test::star(random, test::between(random, 5, 6), test::between(random, 44, 45), 0.2, 24)));
  }
  std::vector<Patch> patches;
  for (std::size_t i = 0; i < zones.size(); ++i) patches.push_back({&zones[i], static_cast<int>(i % 4)});
  const auto expected = covered_ground(index, patches);
  std::shuffle(patches.begin(), patches.end(), random);
  CHECK(covered_ground(index, patches) == expected);
}

TEST_CASE("zones that meet along their edges cover what they cover together, whatever their ranks") {
  test::Random random{14};
  const test::Patchwork units = test::patchwork(random, 6, 6, 5, 44, 0.1);
  const CoverageIndex index{units.mesh};
  const test::Patchwork fields = test::patchwork(random, 9, 9, 5.05, 44.05, 0.05);
  std::vector<MultiPolygon> zones;
  for (const Ring& ring : fields.rings) zones.push_back(shape(ring));
  for (const Ring& ring : units.rings) zones.push_back(shape(ring));  // along borders, and over them twice
  std::vector<Patch> alike, apart;
  for (std::size_t i = 0; i < 81; ++i) {
    alike.push_back({&zones[i], 1});
    apart.push_back({&zones[i], static_cast<int>(i % 5)});
  }
  const MultiPolygon whole = shape(box(5.05, 44.05, 5.5, 44.5));
  const Patch one[] = {{&whole, 1}};
  const auto expected = covered_ground(index, one);
  const auto found = covered_ground(index, alike);
  std::map<UnitIndex, double> by_rank;
  for (const CoveredGround& ground : covered_ground(index, apart)) by_rank[ground.unit] += square_metres(ground.area_um2);
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].unit == expected[i].unit);
    CHECK(square_metres(found[i].area_um2) == Approx(square_metres(expected[i].area_um2)).epsilon(1e-9));
    CHECK(by_rank[found[i].unit] == Approx(square_metres(expected[i].area_um2)).epsilon(1e-9));
  }
  std::vector<Patch> over_all;
  for (std::size_t i = 0; i < zones.size(); ++i) over_all.push_back({&zones[i], i < 81 ? 0 : 1});
  const auto highest = covered_ground(index, over_all);
  REQUIRE(highest.size() == units.rings.size());
  for (const CoveredGround& ground : highest) {
    CHECK(ground.rank == 1);
    CHECK(square_metres(ground.area_um2) == Approx(area_m2(shape(units.rings[ground.unit]))).epsilon(1e-9));
  }
}

TEST_CASE("a zone of many edges among small ones, within it, across its edge and in its hole") {
  test::Random random{15};
  const test::Patchwork work = test::patchwork(random, 8, 8, 5, 44, 0.1);
  const CoverageIndex index{work.mesh};
  const auto coast = [&](double radius, int corners) {
    Ring ring;
    for (int i = 0; i < corners; ++i) {
      const double angle = 2 * 3.14159265358979323846 * i / corners;
      const double r = radius * (1 + 0.2 * std::sin(7 * angle) + test::between(random, 0, 0.1 / std::sqrt(corners)));
      ring.push_back(from_degrees(5.4 + r * std::cos(angle), 44.4 + r * std::sin(angle)));
    }
    return ring;
  };
  Ring hole = coast(0.1, 700);
  std::reverse(hole.begin(), hole.end());
  std::vector<MultiPolygon> zones{{{coast(0.3, 4000), {}}}, {{box(5.1, 44.1, 5.7, 44.7), {hole}}}};
  for (int i = 0; i < 60; ++i) {
    zones.push_back(shape(test::star(random, test::between(random, 5, 5.8), test::between(random, 44, 44.8), 0.03, 12)));
  }
  std::vector<Patch> patches;
  for (const MultiPolygon& zone : zones) patches.push_back({&zone, 0});
  std::map<UnitIndex, double> found;
  for (const CoveredGround& ground : covered_ground(index, patches)) found[ground.unit] = square_metres(ground.area_um2);
  const MultiPolygon together = union_of(zones);
  for (UnitIndex unit = 0; unit < work.rings.size(); ++unit) {
    const double expected = area_m2(intersection_of(together, shape(work.rings[unit])));
    CHECK(std::abs(found[unit] - expected) < 1);  // GEOS moves every crossing by up to 0.06 mm, along borders 11 km long
  }
}

TEST_CASE("zones that begin at the antimeridian, at a pole, and at a unit's first corner") {
  RingSet set;
  set.add(box(170, 60, 180, 90), 0);
  set.add(box(-180, 60, -170, 90), 1);
  const Mesh mesh = build_mesh(set).mesh;
  const CoverageIndex index{mesh};
  const MultiPolygon east = shape({from_degrees(180, 70), from_degrees(180, 80), from_degrees(175, 80), from_degrees(175, 70)});
  const MultiPolygon west = shape({from_degrees(-180, 80), from_degrees(-180, 70), from_degrees(-175, 70), from_degrees(-175, 80)});
  const MultiPolygon north = shape({from_degrees(176, 90), from_degrees(176, 75), from_degrees(180, 75), from_degrees(180, 90)});
  const Patch patches[] = {{&east, 1}, {&west, 1}, {&north, 2}};
  const auto grounds = covered_ground(index, patches);
  REQUIRE(grounds.size() == 3);
  CHECK(covered(grounds, 1, 1) == Approx(area_m2(west)).epsilon(1e-9));
  CHECK(covered(grounds, 0, 2) == Approx(area_m2(north)).epsilon(1e-9));
  CHECK(covered(grounds, 0, 1) == Approx(area_m2(east) - area_m2(shape(box(176, 75, 180, 80)))).epsilon(1e-9));

  const MultiPolygon* zones[] = {&east, &west, &north};
  std::map<std::pair<std::size_t, UnitIndex>, double> pairs;
  for (const PairGround& pair : zone_unit_ground(index, zones)) pairs[{pair.zone, pair.unit}] = square_metres(pair.area_um2);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[{0, 0}] == Approx(area_m2(east)).epsilon(1e-9));
  CHECK(pairs[{1, 1}] == Approx(area_m2(west)).epsilon(1e-9));
  CHECK(pairs[{2, 0}] == Approx(area_m2(north)).epsilon(1e-9));
}

TEST_CASE("ground of zones beyond all units counts once, however many zones lie there") {
  const Mesh mesh = two_fields();
  const CoverageIndex index{mesh};
  const MultiPolygon out = shape(box(1.5, 45.2, 2.5, 45.8)), again = shape(box(1.8, 45.5, 3, 46.5)), within = shape(box(0.2, 45.2, 0.4, 45.4));
  const MultiPolygon* zones[] = {&out, &again, &within};
  const double expected = area_m2(shape(box(2, 45.2, 2.5, 45.8))) + area_m2(shape(box(1.8, 46, 2, 46.5))) + area_m2(shape(box(2, 45.5, 3, 46.5))) -
                          area_m2(shape(box(2, 45.5, 2.5, 45.8)));
  CHECK(square_metres(ground_beyond(index, zones)) == Approx(expected).epsilon(1e-9));
  CHECK((ground_beyond(index, std::span{zones}.last(1)) == 0));
  CHECK((ground_beyond(index, {}) == 0));
  const Mesh empty;
  const CoverageIndex nothing{empty};
  CHECK(square_metres(ground_beyond(nothing, std::span{zones}.first(1))) == Approx(area_m2(out)).epsilon(1e-9));
}
