// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/geometry/area.hpp"
#include "gis/geometry/ray.hpp"
#include "tests/support/sketch.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace merestone;

TEST_CASE("degrees survive the way through nanodegrees to the last bit") {
  for (const double lon : {-180.0, -0.5518, 0.1 + 0.2, 5.54554, 179.999999999, 180.0}) {
    const Position p = from_degrees(lon, 47.47361);
    CHECK(from_degrees(degrees(p.lon), degrees(p.lat)) == p);
  }
}

TEST_CASE("positions off the globe are refused") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const auto& [lon, lat] : std::initializer_list<std::pair<double, double>>{
           {180.1, 0}, {-181, 0}, {0, 90.5}, {nan, 0}, {0, nan}, {HUGE_VAL, 0}}) {
    CHECK_THROWS_AS(from_degrees(lon, lat), Error);
  }
}

TEST_CASE("orientation is exact where doubles would not be") {
  const Position a{0, 0}, b{179'999'999'999, 89'999'999'999};
  CHECK((cross(a, b, {b.lon * 2 / 2, b.lat}) == 0));
  CHECK((cross(a, b, {b.lon - 1, b.lat}) > 0));
  CHECK((cross(a, b, {b.lon, b.lat - 1}) < 0));
}

TEST_CASE("a point is inside, outside or on the edge of a shape with a hole") {
  const test::Sketch map{R"(
a           b
  e  x  f
     y
  h     g
z
d           c)"};
  const MultiPolygon shape{{map.line("dcba"), {map.line("ehgf")}}};
  CHECK(locate(shape, map.at('y')) == Containment::outside);  // in the hole
  CHECK(locate(shape, map.at('x')) == Containment::on_edge);
  CHECK(locate(shape, map.at('z')) == Containment::on_edge);
  CHECK(locate(shape, from_degrees(1, 0.5)) == Containment::inside);
  CHECK(locate(shape, from_degrees(13, 1)) == Containment::outside);
  CHECK(locate(shape, map.at('a')) == Containment::on_edge);
}

TEST_CASE("segments meet in one of five ways") {
  const test::Sketch map{R"(
a  b  c
d  e  f
g  h  i)"};
  const auto meet = [&](const char* one, const char* other) {
    return meeting(map.at(one[0]), map.at(one[1]), map.at(other[0]), map.at(other[1]));
  };
  CHECK(meet("ai", "cg") == Meeting::cross);
  CHECK(meet("ac", "df") == Meeting::apart);
  CHECK(meet("ac", "cf") == Meeting::at_ends);
  CHECK(meet("ac", "bh") == Meeting::touch);
  CHECK(meet("ac", "ab") == Meeting::overlap);
  CHECK(meet("ab", "bc") == Meeting::at_ends);
  CHECK(meet("ab", "ab") == Meeting::overlap);
  CHECK(meet("ag", "ad") == Meeting::overlap);
}

TEST_CASE("crossings of a parallel are ordered, also where two segments fork from one point") {
  const auto of = [](Position a, Position b) { return *ParallelCrossing::of(a, b, 0); };
  const auto near = of({10, -10}, {10, 10});
  const auto far = of({20, -10}, {22, 10});
  CHECK(near.west_of(far));
  CHECK_FALSE(far.west_of(near));
  CHECK(of({0, 0}, {-5, 10}).west_of(of({0, 0}, {5, 10})));
  CHECK_FALSE(ParallelCrossing::of({0, 0}, {5, 0}, 0));
  CHECK_FALSE(ParallelCrossing::of({0, 0}, {5, -5}, 0));
  CHECK(of({3, 5}, {3, -5}).rises() == false);
}
