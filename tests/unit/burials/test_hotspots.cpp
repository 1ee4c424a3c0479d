// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/hotspots.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/local_plane.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace merestone;

namespace {

/// Ten by ten cells of 1 km with one grave each, and twenty more in one of them.
std::vector<Position> heap(int column, int row) {
  const LocalPlane plane{from_degrees(112, 31.3)};
  std::vector<Position> graves;
  for (int x = 0; x < 10; ++x) {
    for (int y = 0; y < 10; ++y) graves.push_back(plane.to_position({x * 1000.0 - 4500, y * 1000.0 - 4500}));
  }
  for (int i = 0; i < 20; ++i) graves.push_back(plane.to_position({column * 1000.0 - 4500 + i, row * 1000.0 - 4500}));
  return graves;
}

}  // namespace

TEST_CASE("Gi* of one heap among even graves is what its formula says") {
  const HotSpots spots = hot_spots(heap(4, 4), {1000, 1000});
  REQUIRE(spots.grid_cells == 100);
  CHECK(spots.mean == Approx(1.2));
  CHECK(spots.deviation == Approx(std::sqrt((99 * 1.0 + 21 * 21.0) / 100 - 1.44)));
  const auto hottest = std::max_element(spots.cells.begin(), spots.cells.end(), [](const auto& a, const auto& b) { return a.z < b.z; });
  // The heap and its four neighbours all have it near: (25 − 5 × 1.2) ÷ (S √((100 × 5 − 25) ÷ 99)).
  CHECK(hottest->z == Approx((25 - 5 * 1.2) / (spots.deviation * std::sqrt((100 * 5 - 25) / 99.0))));
  CHECK(hottest->level == 3);
  CHECK(std::count_if(spots.cells.begin(), spots.cells.end(), [](const auto& c) { return c.level == 3; }) == 5);
}

TEST_CASE("even graves are nowhere hot, and a study area leaves the rest out") {
  auto even = heap(4, 4);
  even.resize(100);
  for (const HotSpotCell& cell : hot_spots(even, {1000, 1000}).cells) CHECK(cell.level == 0);
  const auto north = [](Position p) { return p.lat > from_degrees(112, 31.3).lat; };
  CHECK(hot_spots(even, {1000, 1000}, north).grid_cells == 50);
  CHECK(hot_spots({}, {}).cells.empty());
}

TEST_CASE("a grid without cells, or with too many, is refused") {
  const auto rule = [](HotSpotOptions options) {
    try {
      hot_spots(heap(4, 4), options);
    } catch (const Error& error) {
      return error.findings().front().rule;
    }
    return std::string{};
  };
  CHECK(rule({0, 1000}) == "hotspots.grid");
  CHECK(rule({1000, 500}) == "hotspots.grid");
  CHECK(rule({1, 10}) == "hotspots.grid");
}

TEST_CASE("in public only hot cells with enough graves, without figures") {
  const HotSpots shown = public_hot_spots(hot_spots(heap(4, 4), {1000, 1000}), 1000, {5, 500});
  REQUIRE(shown.cells.size() == 1);
  CHECK(shown.cells[0].count == 0);
  CHECK(shown.cells[0].z == 0);
  CHECK(shown.cells[0].level == 3);
}

TEST_CASE("a public map has no cells so small that they name the place of graves") {
  try {
    public_hot_spots(hot_spots(heap(4, 4), {100, 1000}), 100, {5, 500});
    FAIL("small cells were shown");
  } catch (const Error& error) {
    CHECK(error.findings().front().rule == "hotspots.public_cell");
  }
}

TEST_CASE("few graves, and graves off the study area, are told with the levels") {
  const auto graves = heap(4, 4);
  HotSpots spots = hot_spots(std::span{graves}.first(10), {1000, 1000});
  CHECK(spots.graves == 10);
  REQUIRE(hot_spot_findings(spots).size() == 1);
  CHECK(hot_spot_findings(spots)[0].rule == "hotspots.few");
  CHECK(hot_spot_findings(hot_spots(graves, {1000, 1000})).empty());
  const auto north = [](Position p) { return p.lat > from_degrees(112, 31.3).lat; };
  spots = hot_spots(graves, {1000, 1000}, north);
  CHECK(spots.outside > 0);
  CHECK(hot_spot_findings(spots)[0].rule == "hotspots.outside");
}
