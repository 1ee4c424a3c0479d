// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/course.hpp"

#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"

#include <cmath>

using namespace merestone;

namespace {

/// A path from 104°57′ E 26°18′ N through legs of {azimuth, metres}.
Polyline path_along(std::initializer_list<std::pair<double, double>> legs) {
  Polyline path{from_degrees(104.95, 26.3)};
  for (const auto& [azimuth, length] : legs) path.push_back(destination(path.back(), azimuth, length));
  return path;
}

std::vector<int> sectors(const std::vector<CourseLeg>& legs) {
  std::vector<int> result;
  for (const CourseLeg& leg : legs) result.push_back(leg.sector);
  return result;
}

double total(const std::vector<CourseLeg>& legs) {
  double sum = 0;
  for (const CourseLeg& leg : legs) sum += leg.length_m;
  return sum;
}

}  // namespace

TEST_CASE("scenario 14: 123°45′ belongs to the south-east under the half-open rule") {
  CHECK(rose_sector(123.75) == 6);
  CHECK(rose_sector(std::nextafter(123.75, 0)) == 5);
}

TEST_CASE("each limit of the rose belongs to the next sector clockwise") {
  for (int i = 0; i < 16; ++i) {
    const double limit = 11.25 + 22.5 * i;
    CHECK(rose_sector(limit) == (i + 1) % 16);
    CHECK(rose_sector(std::nextafter(limit, 0)) == i);
    CHECK(rose_sector(22.5 * i) == i);
  }
  CHECK(rose_sector(360) == 0);
  CHECK(rose_sector(348.75) == 0);
  CHECK(rose_sector(-90) == 12);
}

TEST_CASE("a straight line is one leg with its length on the ellipsoid") {
  const Polyline path = path_along({{123.75 + 1, 4000}});
  const auto legs = course_of(path, EdgeKind::geodesic);
  REQUIRE(legs.size() == 1);
  CHECK(legs[0].sector == 6);
  CHECK(legs[0].azimuth_deg == Approx(124.75).margin(1e-4));
  CHECK(legs[0].length_m == Approx(4000).margin(1e-3));
  CHECK(legs[0].from == path.front());
  CHECK(legs[0].to == path.back());
}

TEST_CASE("a line that turns is divided where it turns, and small wiggles are not told") {
  const Polyline path = path_along({{90, 3000}, {80, 100}, {100, 100}, {90, 2000}, {180, 5000}, {225, 4000}});
  const auto legs = course_of(path, EdgeKind::geodesic);
  CHECK(sectors(legs) == std::vector<int>{4, 8, 10});
  CHECK(legs[0].to == path[4]);
  CHECK(legs[1].to == path[5]);
  CHECK(legs[0].length_m == Approx(5200).margin(1e-2));
  CHECK(total(legs) == Approx(length_m(path, EdgeKind::geodesic)).margin(1e-5));
}

TEST_CASE("a winding line keeps to the number of legs and loses no length") {
  Polyline path{from_degrees(104.95, 26.3)};
  for (int i = 0; i < 400; ++i) path.push_back(destination(path.back(), 90 + 80 * std::sin(i * 0.7) + 40 * std::sin(i * 0.05), 120));
  const auto legs = course_of(path, EdgeKind::lonlat, {.most_legs = 5, .tolerance_share = 0, .tolerance_m = 1});
  CHECK(legs.size() <= 5);
  CHECK(legs.size() >= 2);
  CHECK(legs.front().from == path.front());
  CHECK(legs.back().to == path.back());
  for (std::size_t i = 1; i < legs.size(); ++i) {
    CHECK(legs[i].from == legs[i - 1].to);
    CHECK(legs[i].sector != legs[i - 1].sector);
  }
  CHECK(total(legs) == Approx(length_m(path)).margin(1e-5));
}

TEST_CASE("a ring has a course too, even a small one") {
  const Polyline square = path_along({{90, 30}, {180, 30}, {270, 30}});
  Polyline ring = square;
  ring.push_back(ring.front());
  const auto legs = course_of(ring, EdgeKind::geodesic, {.most_legs = 1});
  REQUIRE(legs.size() == 2);
  CHECK(legs[0].to == legs[1].from);
  CHECK(legs[1].to == legs[0].from);
  CHECK(total(legs) == Approx(120).margin(1e-2));
}

TEST_CASE("nothing has no course") {
  CHECK(course_of({}, EdgeKind::lonlat).empty());
  const Polyline point{from_degrees(1, 1), from_degrees(1, 1)};
  CHECK(course_of(point, EdgeKind::lonlat).empty());
}

TEST_CASE("a line across the antimeridian goes on eastwards") {
  const Polyline path{from_degrees(179.5, -17), from_degrees(-179.9, -17), from_degrees(-179.5, -17)};
  const auto legs = course_of(path, EdgeKind::geodesic);
  REQUIRE(legs.size() == 1);
  CHECK(legs[0].sector == 4);
}
