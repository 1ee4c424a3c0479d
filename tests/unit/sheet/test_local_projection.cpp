// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "tiles/sheet/local_projection.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace merestone;

namespace {

double plane_area(const PlanePath& ring) {
  double twice = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PlanePoint a = ring[i], b = ring[(i + 1) % ring.size()];
    twice += a.x * b.y - b.x * a.y;
  }
  return twice / 2;
}

}  // namespace

TEST_CASE("a position comes back from the plane") {
  for (const Degrees centre : {Degrees{-0.5, 47.4}, Degrees{179.5, -16.5}, Degrees{30, -90}, Degrees{100, 0}}) {
    const LocalProjection projection{centre};
    for (const double dlon : {-4.0, 0.0, 3.0}) {
      for (const double dlat : {-3.0, 0.0, 5.0}) {
        const Degrees there{centre.lon + dlon, std::max(-89.0, centre.lat + dlat)};
        const Degrees back = projection.to_degrees(projection.to_plane(there));
        CHECK(back.lat == Approx(there.lat).margin(1e-7));
        CHECK(std::remainder(back.lon - there.lon, 360) == Approx(0).margin(1e-6));
      }
    }
  }
}

TEST_CASE("ground keeps its area on the plane, also far from the centre") {
  const LocalProjection projection{{3, 46}};
  for (const double west : {2.9, -4.0, 8.0}) {
    Ring ring;  // many corners, as chords on the plane would cut off ground
    for (int i = 0; i < 10; ++i) ring.push_back(from_degrees(west + 0.02 * i, 44));
    for (int i = 0; i < 10; ++i) ring.push_back(from_degrees(west + 0.2, 44 + 0.02 * i));
    for (int i = 0; i < 10; ++i) ring.push_back(from_degrees(west + 0.2 - 0.02 * i, 44.2));
    for (int i = 0; i < 10; ++i) ring.push_back(from_degrees(west, 44.2 - 0.02 * i));
    CHECK(plane_area(projection.to_plane(ring)) == Approx(area_m2({{ring, {}}})).epsilon(1e-6));
  }
}

TEST_CASE("lengths and north are true at the centre") {
  const LocalProjection projection{{-0.5, 47.4}};
  const Position here = from_degrees(-0.5, 47.4);
  for (const double azimuth : {0.0, 37.0, 90.0, 210.0}) {
    const PlanePoint there = projection.to_plane(destination(here, azimuth, 1000));
    CHECK(std::hypot(there.x, there.y) == Approx(1000).epsilon(1e-6));
    CHECK(std::remainder(std::atan2(there.x, there.y) * 57.29577951308232 - azimuth, 360) == Approx(0).margin(1e-3));
  }
}

TEST_CASE("ground on both sides of the antimeridian has its middle there") {
  CHECK(middle_of({from_degrees(178, -17), from_degrees(-179, -19)}).lon == Approx(179.5));
  CHECK(middle_of({from_degrees(-2, 10), from_degrees(4, 12)}).lon == Approx(1));
  CHECK(middle_of({from_degrees(-2, 10), from_degrees(4, 12)}).lat == Approx(11));
  const LocalProjection projection{middle_of({from_degrees(178, -17), from_degrees(-179, -19)})};
  CHECK(std::abs(projection.to_plane(from_degrees(-179, -18)).x) < 200e3);
}

TEST_CASE("a long edge bends like the parallel it runs along") {
  const LocalProjection projection{{0, 60}};
  const PlanePath path = projection.to_plane(Polyline{from_degrees(-10, 60), from_degrees(10, 60)});
  REQUIRE(path.size() > 20);
  CHECK(path[path.size() / 2].y == Approx(0).margin(2000));
  CHECK(path.front().y > 40e3);
}
