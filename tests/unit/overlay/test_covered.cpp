// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/covered.hpp"

#include "gis/geodesy/measure.hpp"
#include "tests/support/patchwork.hpp"

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
