// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/measure.hpp"

#include "gis/geodesy/geodesic.hpp"

#include <geodesic.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace merestone;

namespace {

struct Oracle {
  double area_m2 = 0;
  double length_m = 0;
};

/// PROJ's own polygon of the ring, each edge straight in longitude and latitude cut into `pieces`.
Oracle densified(const Ring& ring, int pieces) {
  geod_geodesic wgs84{};
  geod_init(&wgs84, 6378137, 1 / 298.257223563);
  geod_polygon polygon{};
  geod_polygon_init(&polygon, 0);
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Position a = ring[i];
    const Position b = ring[(i + 1) % ring.size()];
    for (int k = 0; k < pieces; ++k) {
      const double t = static_cast<double>(k) / pieces;
      geod_polygon_addpoint(&wgs84, &polygon, degrees(a.lat) + t * degrees(b.lat - a.lat),
                            degrees(a.lon) + t * degrees(b.lon - a.lon));
    }
  }
  Oracle result;
  geod_polygon_compute(&wgs84, &polygon, 0, 1, &result.area_m2, &result.length_m);
  return result;
}

/// What `densified` tends to with ever more pieces: its error falls with the square of their number.
Oracle exact(const Ring& ring, int pieces) {
  const Oracle coarse = densified(ring, pieces);
  const Oracle fine = densified(ring, 2 * pieces);
  return {fine.area_m2 + (fine.area_m2 - coarse.area_m2) / 3, fine.length_m + (fine.length_m - coarse.length_m) / 3};
}

Ring ring_of(std::initializer_list<std::pair<double, double>> corners) {
  Ring ring;
  for (const auto& [lon, lat] : corners) ring.push_back(from_degrees(lon, lat));
  return ring;
}

double ring_area(const Ring& ring, EdgeKind edges = EdgeKind::lonlat) {
  return square_metres(ground_um2(measure_ring(ring, edges)));
}

}  // namespace

TEST_CASE("the whole world is the surface of the ellipsoid") {
  CHECK(world_area_m2() == Approx(510065621724088.44).epsilon(1e-15));
  const Ring world = ring_of({{-180, -90}, {180, -90}, {180, 90}, {-180, 90}});
  CHECK(ring_area(world) == world_area_m2());
}

TEST_CASE("a long edge straight in longitude and latitude is not a geodesic") {
  // Two degrees along 51 N: the parallel and the shortest way differ by 44 km².
  const Ring cell = ring_of({{3, 50}, {5, 50}, {5, 51}, {3, 51}});
  CHECK(ring_area(cell) == Approx(exact(cell, 500).area_m2).epsilon(1e-11));
  const Ring to_equator = ring_of({{3, 0}, {5, 0}, {5, 51}, {3, 51}});
  CHECK(ring_area(to_equator, EdgeKind::geodesic) - ring_area(to_equator) == Approx(44.56e6).epsilon(1e-4));
}

TEST_CASE("geodesic edges are measured as PROJ measures them") {
  // PROJ geodtest.c, Planimeter tests: Chatham Islands and a triangle around the pole.
  const Ring wynyard = ring_of({{-1.5, 9}, {18.5, 29}, {41, 50}, {-41, 40}});
  const Oracle oracle = densified(wynyard, 1);
  CHECK(ring_area(wynyard, EdgeKind::geodesic) == Approx(oracle.area_m2).margin(0.2));
  CHECK(perimeter_m({{wynyard, {}}}, EdgeKind::geodesic) == Approx(oracle.length_m).margin(1e-4));
}

TEST_CASE("geodesic walks around a pole and across the antimeridian") {
  // PROJ geodtest.c Planimeter0: {{89,0},{89,90},{89,180},{89,270}} has perimeter 631819.8745, area 24952305678.
  const Ring north = ring_of({{0, 89}, {90, 89}, {180, 89}, {-90, 89}});
  CHECK(ring_area(north, EdgeKind::geodesic) == Approx(24952305678.0).margin(1));
  CHECK(perimeter_m({{north, {}}}, EdgeKind::geodesic) == Approx(631819.8745).margin(1e-4));
  const Ring south = ring_of({{0, -89}, {-90, -89}, {180, -89}, {90, -89}});
  CHECK(ring_area(south, EdgeKind::geodesic) == Approx(24952305678.0).margin(1));
  // The annulus between two walks around a pole is their difference.
  Ring hole = ring_of({{-90, 89.5}, {180, 89.5}, {90, 89.5}, {0, 89.5}});
  CHECK(area_m2({{north, {hole}}}, EdgeKind::geodesic) ==
        Approx(24952305678.0 - ring_area(Ring{hole.rbegin(), hole.rend()}, EdgeKind::geodesic)).margin(1));
  // Fiji-like: 0.2 by 0.2 degrees across the antimeridian, the same as anywhere else.
  const Ring across = ring_of({{179.9, -17}, {-179.9, -17}, {-179.9, -16.8}, {179.9, -16.8}});
  const Ring elsewhere = ring_of({{10, -17}, {10.2, -17}, {10.2, -16.8}, {10, -16.8}});
  CHECK(ring_area(across, EdgeKind::geodesic) == Approx(ring_area(elsewhere, EdgeKind::geodesic)).margin(0.01));
}

TEST_CASE("shapes cut at the antimeridian and closed along a pole keep their ground") {
  const Ring west_of_it = ring_of({{179, -17}, {180, -17}, {180, -16}, {179, -16}});
  const Ring east_of_it = ring_of({{-180, -17}, {-179, -17}, {-179, -16}, {-180, -16}});
  CHECK(ring_area(west_of_it) == ring_area(east_of_it));
  const Ring antarctica = ring_of({{-180, -90}, {180, -90}, {180, -60}, {-180, -60}});
  const double third = exact(ring_of({{0, -90}, {120, -90}, {120, -60}, {0, -60}}), 2000).area_m2;
  CHECK(ring_area(antarctica) == Approx(3 * third).epsilon(1e-11));
}

TEST_CASE("random straight edges agree with densified geodesics") {
  std::mt19937_64 random{20180101};
  for (const double size : {0.0005, 0.02, 0.3, 4.0}) {
    const int pieces = size < 0.1 ? 10 : 200;
    for (int i = 0; i < 40; ++i) {
      std::uniform_real_distribution<double> lat{-75, 75};
      std::uniform_real_distribution<double> lon{-170, 170};
      std::uniform_real_distribution<double> step{-size, size};
      const double y = lat(random);
      const double x = lon(random);
      const Ring ring = ring_of({{x, y}, {x + size, y + step(random)}, {x + step(random), y + size}});
      const Oracle oracle = exact(ring, pieces);
      CAPTURE(size, x, y, oracle.area_m2, oracle.length_m);
      CHECK(ring_area(ring) == Approx(oracle.area_m2).epsilon(1e-11).margin(0.02));  // 0.02 m² is geod's own error
      CHECK(perimeter_m({{ring, {}}}) == Approx(oracle.length_m).epsilon(1e-11).margin(3e-6));
    }
  }
}

TEST_CASE("slanting edges near and at a pole keep their length") {
  for (const double lat : {84.9, 86.0, 88.0, 89.0, 89.9}) {
    const Ring ring = ring_of({{10, lat}, {10.12, lat + 0.02}, {10.04, lat + 0.04}});
    const Oracle oracle = exact(ring, 100);
    CAPTURE(lat);
    CHECK(perimeter_m({{ring, {}}}) == Approx(oracle.length_m).margin(4e-6));
    CHECK(ring_area(ring) == Approx(oracle.area_m2).epsilon(1e-9));
  }
  const Ring over_the_pole = ring_of({{0, 88}, {90, 90}, {-20, 89}});
  const Oracle oracle = exact(over_the_pole, 20'000);
  CHECK(perimeter_m({{over_the_pole, {}}}) == Approx(oracle.length_m).margin(4e-6));
}

TEST_CASE("a short straight edge is a geodesic to the last millimetre") {
  const Polyline edge{from_degrees(6.0, 46.0), from_degrees(6.0008, 46.0006)};
  CHECK(length_m(edge) == Approx(distance_m(edge[0], edge[1])).margin(3e-6));
  const PathMeasure straight = measure(edge);
  const PathMeasure shortest = measure(edge, EdgeKind::geodesic);
  CHECK(std::abs(square_metres(straight.area_um2 - shortest.area_um2)) < 0.02);
}

TEST_CASE("an edge walked backwards has exactly the opposite area and the same length") {
  std::mt19937_64 random{1};
  std::uniform_int_distribution<std::int64_t> lon{-antimeridian, antimeridian};
  std::uniform_int_distribution<std::int64_t> lat{-antimeridian / 2, antimeridian / 2};
  for (int i = 0; i < 500; ++i) {
    const Position a{lon(random), lat(random)};
    const Position b = i % 2 == 0 ? Position{lon(random), lat(random)} : Position{a.lon, lat(random)};
    for (const EdgeKind kind : {EdgeKind::lonlat, EdgeKind::geodesic}) {
      CHECK(measure(Polyline{a, b}, kind) == measure(Polyline{b, a}, kind).reversed());
    }
  }
}

TEST_CASE("the middle of an edge does not change its length, nor a cut its ground beyond rounding") {
  const Position a = from_degrees(5.25, 43.5);
  const Position b = from_degrees(6.75, 44.5);
  const Position middle{(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
  const PathMeasure whole = measure(Polyline{a, b});
  const PathMeasure halves = measure(Polyline{a, middle, b});
  CHECK(std::abs(whole.length_um - halves.length_um) <= 2);
  CHECK(std::abs(square_metres(whole.area_um2 - halves.area_um2)) < 0.01);
}

TEST_CASE("holes are subtracted and nothing has no area") {
  const Ring outer = ring_of({{0, 0}, {3, 0}, {3, 3}, {0, 3}});
  const Ring hole = ring_of({{1, 1}, {1, 2}, {2, 2}, {2, 1}});
  const Ring filled{hole.rbegin(), hole.rend()};
  CHECK(area_um2({{outer, {hole}}}) + area_um2({{filled, {}}}) == area_um2({{outer, {}}}));
  CHECK(area_um2({}) == 0);
  CHECK(length_m({}) == 0);
  CHECK(perimeter_m({{outer, {hole}}}) == Approx(perimeter_m({{outer, {}}}) + perimeter_m({{filled, {}}})));
}
