// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/annex.hpp"
#include "gis/disputes/touched_tiles.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

TEST_CASE("turning points are where the line turns, monuments at its ends") {
  const Position start = from_degrees(104.95, 26.3);
  Polyline path{start};
  for (int i = 1; i <= 10; ++i) path.push_back(destination(start, 90, 100.0 * i));  // straight east for 1 km
  const Position corner = path.back();
  for (int i = 1; i <= 5; ++i) path.push_back(destination(corner, 0, 100.0 * i));  // then north
  const auto points = turning_points(path, {1, 0, "M{n}"});
  REQUIRE(points.size() == 3);
  CHECK(points[0].number == "M1");
  CHECK(points[1].position == corner);
  CHECK(points[1].monument.empty());
  CHECK(points[2].number == "M2");
  const auto legs = annex_legs(points);
  REQUIRE(legs.size() == 2);
  CHECK(legs[0].distance_m == Approx(1000).margin(0.01));
  CHECK(legs[0].azimuth_deg == Approx(90).margin(0.01));
  CHECK(legs[1].azimuth_deg == Approx(0).margin(0.01));
}

TEST_CASE("monuments stand no farther apart than asked, where there is a turning point") {
  Polyline path;
  for (int i = 0; i <= 8; ++i) path.push_back(from_degrees(100 + 0.01 * i, i % 2 == 0 ? 30 : 30.005));
  const auto every = turning_points(path, {1, 1500, "{n}"});
  REQUIRE(every.size() == 9);
  double since = 0;
  int monuments = 1;
  for (std::size_t i = 1; i < every.size(); ++i) {
    since += distance_m(every[i - 1].position, every[i].position);
    if (every[i].monument.empty()) continue;
    CHECK(since <= 1500);
    CHECK(every[i].number == std::to_string(++monuments));
    since = 0;
  }
  CHECK(monuments == 9);  // one leg has 1.1 km, two are too far
}

TEST_CASE("tiles concerned by a line") {
  const std::vector<Polyline> line{{from_degrees(2.3, 48.8), from_degrees(2.31, 48.8)}};
  const auto tiles = touched_tiles(line);
  REQUIRE(!tiles.empty());
  CHECK(tiles.front().zoom == 14);
  CHECK(to_text({{14, 8296, 5637}}) == "14/8296/5637");
  // From the formula of the grid: x = (lon + 180) / 360 * 2^14.
  CHECK(std::any_of(tiles.begin(), tiles.end(), [](const GridTile& t) { return t.x == 8296; }));
  const std::vector<Polyline> long_line{{from_degrees(-5, 43), from_degrees(8, 51)}};
  const auto coarse = touched_tiles(long_line, 50);
  CHECK(coarse.size() <= 50);
  CHECK(coarse.front().zoom < 14);
  for (std::size_t i = 1; i < coarse.size(); ++i) CHECK(coarse[i - 1] < coarse[i]);
}
