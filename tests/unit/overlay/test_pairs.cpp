// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/pairs.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/geometry/geos_bridge.hpp"
#include "gis/overlay/grown.hpp"
#include "tests/support/patchwork.hpp"

#include <map>

using namespace merestone;

namespace {

Ring box(double west, double south, double east, double north) {
  return {from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)};
}

MultiPolygon shape(Ring ring) { return {{std::move(ring), {}}}; }

Mesh two_fields() {
  RingSet set;
  set.add(box(0, 45, 1, 46), 0);
  set.add(box(1, 45, 2, 46), 1);
  return build_mesh(set).mesh;
}

std::vector<PairGround> pairs(const CoverageIndex& index, const MultiPolygon& zone) {
  const MultiPolygon* zones[] = {&zone};
  return zone_unit_ground(index, zones);
}

}  // namespace

TEST_CASE("each zone has its own ground in each unit, and what lies outside") {
  const Mesh mesh = two_fields();
  const CoverageIndex index{mesh};
  const MultiPolygon zone = shape(box(0.5, 45.25, 1.25, 46.5));
  const MultiPolygon same = zone;
  const MultiPolygon* zones[] = {&zone, &same};
  const auto found = zone_unit_ground(index, zones);
  REQUIRE(found.size() == 6);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(found[3 * i].zone == i);
    CHECK(square_metres(found[3 * i].area_um2) == Approx(area_m2(shape(box(0.5, 45.25, 1, 46)))).epsilon(1e-12));
    CHECK(square_metres(found[3 * i + 1].area_um2) == Approx(area_m2(shape(box(1, 45.25, 1.25, 46)))).epsilon(1e-12));
    CHECK(found[3 * i + 2].unit == nobody);
    CHECK(square_metres(found[3 * i + 2].area_um2) == Approx(area_m2(shape(box(0.5, 46, 1.25, 46.5)))).epsilon(1e-12));
  }
}

TEST_CASE("a zone drawn along borders has the units inside it and no other") {
  test::Random random{12};
  const test::Patchwork work = test::patchwork(random, 12, 12, 5, 44, 0.05);
  const CoverageIndex index{work.mesh};
  for (std::size_t unit = 0; unit < work.rings.size(); ++unit) {
    const MultiPolygon zone = shape(work.rings[unit]);
    const auto found = pairs(index, zone);
    REQUIRE(found.size() == 1);
    CHECK(found[0].unit == unit);
    CHECK(square_metres(found[0].area_um2) == Approx(area_m2(zone)).epsilon(1e-12));
  }
  const MultiPolygon whole = shape(box(-30, 20, 40, 60));
  const auto all = pairs(index, whole);
  REQUIRE(all.size() == work.rings.size() + 1);
  for (std::size_t unit = 0; unit < work.rings.size(); ++unit) {
    CHECK(square_metres(all[unit].area_um2) == Approx(area_m2(shape(work.rings[unit]))).epsilon(1e-9));
  }
}

TEST_CASE("zones with holes, in several parts, within one unit, tiny, and away from everything") {
  const Mesh mesh = two_fields();
  const CoverageIndex index{mesh};
  Ring hole = box(0.4, 45.4, 1.6, 45.6);
  std::reverse(hole.begin(), hole.end());
  const MultiPolygon zone{{box(0.2, 45.2, 1.8, 45.8), {hole}}, {box(0.5, 45.45, 0.6, 45.5), {}}};
  const auto found = pairs(index, zone);
  REQUIRE(found.size() == 2);
  CHECK(square_metres(found[0].area_um2 + found[1].area_um2) == Approx(area_m2(zone)).epsilon(1e-12));
  CHECK(square_metres(found[0].area_um2 - found[1].area_um2) == Approx(area_m2(shape(box(0.5, 45.45, 0.6, 45.5)))).epsilon(1e-9));
  const MultiPolygon tiny = shape(box(0.5, 45.5, 0.500001, 45.500001));
  CHECK(pairs(index, tiny).size() == 1);
  CHECK(square_metres(pairs(index, tiny)[0].area_um2) == Approx(area_m2(tiny)).epsilon(1e-8));
  const auto away = pairs(index, shape(box(100, 10, 110, 20)));
  REQUIRE(away.size() == 1);
  CHECK(away[0].unit == nobody);
  CHECK(pairs(index, {}).empty());
}

TEST_CASE("lines are shared out between units to the last micrometre") {
  const Mesh mesh = two_fields();
  const CoverageIndex index{mesh};
  const std::vector<Polyline> lines{{from_degrees(0.5, 45.5), from_degrees(1.5, 45.5), from_degrees(1.5, 47)},
                                    {from_degrees(1, 45.2), from_degrees(1, 45.8)},  // along the border
                                    {from_degrees(0.5, 45.5)}};
  const auto found = line_unit_lengths(index, lines);
  std::map<std::pair<std::size_t, UnitIndex>, std::int64_t> length;
  for (const LineInUnit& part : found) length[{part.line, part.unit}] = part.length_um;
  REQUIRE(found.size() == 4);
  CHECK(metres(length[{0, 0}]) == Approx(length_m(std::vector{from_degrees(0.5, 45.5), from_degrees(1, 45.5)})));
  CHECK(metres(length[{0, nobody}]) == Approx(length_m(std::vector{from_degrees(1.5, 46), from_degrees(1.5, 47)})));
  CHECK(length[{0, 0}] + length[{0, 1}] + length[{0, nobody}] == measure(lines[0]).length_um);
  CHECK(length[{1, 1}] == measure(lines[1]).length_um);
  const std::vector<Position> points{from_degrees(0.5, 45.5), from_degrees(1.5, 45.5), from_degrees(1.6, 45.5), from_degrees(9, 9)};
  CHECK(points_per_unit(index, 2, points) == std::vector<std::size_t>{1, 2, 1});
}

TEST_CASE("a zone grown by a distance holds what is nearer and nothing else") {
  const Ring field = box(110, 30, 110.05, 30.03);
  const LayerFeature feature{{{field, {}}}, {{from_degrees(110.2, 30), from_degrees(110.3, 30.1)}}, {from_degrees(110.1, 30.2)}};
  const MultiPolygon zone = grown(feature, 2'000);
  CHECK_FALSE(shape_fault(zone));
  const FeatureIndex index{std::span{&feature, 1}};
  test::Random random{8};
  int inside = 0;
  for (int i = 0; i < 4000; ++i) {
    const Position p = from_degrees(test::between(random, 109.9, 110.4), test::between(random, 29.9, 30.3));
    const double margin = index.nearest(p).margin_m();
    if (std::abs(margin - 2'000) < 4) continue;
    CHECK((locate(zone, p) == Containment::inside) == (margin < 2'000));
    inside += margin < 2'000;
  }
  CHECK(inside > 200);
  CHECK(area_m2(grown({{{field, {}}}, {}, {}}, -500)) < area_m2(shape(field)));
  CHECK(grown({}, 100).empty());
  CHECK_THROWS_AS(grown(feature, 1e9), Error);
  Polyline to_and_fro;  // a few corners that would ask for millions of positions
  for (int i = 0; i < 200; ++i) to_and_fro.push_back(from_degrees(i % 2 == 0 ? -170 : 170, i * 0.1));
  CHECK_THROWS_AS(grown({{}, {to_and_fro}, {}}, 1'000), Error);
  // A ring that went round the globe would hold all of it.
  CHECK_THROWS_AS(grown({{}, {{from_degrees(179.9, 10), from_degrees(179.99, 10)}}, {}}, 5'000), Error);
  CHECK_THROWS_AS(grown({{}, {}, {from_degrees(20, 89.99)}}, 50'000), Error);
}
