// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/geodesic.hpp"

#include "gis/base/error.hpp"

#include <cmath>

using namespace merestone;

TEST_CASE("a published geodesic") {
  // First test case of PROJ's geodtest.c.
  const Geodesic way = geodesic(from_degrees(-139.44815, 35.60777), from_degrees(-69.95921, -11.17491));
  CHECK(way.distance_m == Approx(8935244.5604818305).margin(1e-6));
  CHECK(way.azimuth_deg == Approx(111.098748429560326).margin(1e-9));
  CHECK(way.final_azimuth_deg == Approx(129.289270889708762).margin(1e-9));
}

TEST_CASE("one degree of the equator and of a meridian") {
  CHECK(distance_m(from_degrees(0, 0), from_degrees(1, 0)) == Approx(111319.490793).margin(1e-5));
  CHECK(distance_m(from_degrees(0, 0), from_degrees(0, 1)) == Approx(110574.388558).margin(1e-5));
  CHECK(distance_m(from_degrees(5, 5), from_degrees(5, 5)) == 0);
}

TEST_CASE("azimuths are true and run clockwise from north in [0, 360)") {
  const Position home = from_degrees(10, 50);
  CHECK(geodesic(home, from_degrees(10, 51)).azimuth_deg == 0);
  CHECK(geodesic(home, from_degrees(10, 49)).azimuth_deg == 180);
  CHECK(geodesic(from_degrees(10, 0), from_degrees(9, 0)).azimuth_deg == 270);
  CHECK(geodesic(from_degrees(10, 0), from_degrees(11, 0)).azimuth_deg == 90);
  CHECK(geodesic(from_degrees(179.9, 0), from_degrees(-179.9, 0)).azimuth_deg == 90);
}

TEST_CASE("going there and measuring back agree") {
  for (const double azimuth : {0.0, 33.3, 123.75, 271.0, 359.99}) {
    const Position home = from_degrees(179.99, -41.2);
    const Position there = destination(home, azimuth, 54'321.5);
    const Geodesic way = geodesic(home, there);
    CHECK(way.distance_m == Approx(54'321.5).margin(2e-4));
    CHECK(std::abs(std::remainder(way.azimuth_deg - azimuth, 360)) < 1e-6);
  }
  CHECK_THROWS_AS(destination(Position{}, NAN, 1), Error);
  CHECK_THROWS_AS(destination(Position{}, 1, INFINITY), Error);
}
