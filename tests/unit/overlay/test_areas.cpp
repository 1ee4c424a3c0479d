// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/area_index.hpp"

#include "tests/support/patchwork.hpp"

using namespace merestone;

namespace {

Ring box(double west, double south, double east, double north) {
  return {from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)};
}

std::vector<std::uint32_t> at(const AreaIndex& index, double lon, double lat) {
  std::vector<std::uint32_t> areas;
  index.containing(from_degrees(lon, lat), areas);
  return areas;
}

using Areas = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("areas that lie over each other, with a hole and an edge") {
  Ring hole = box(0.4, 45.4, 0.6, 45.6);
  std::reverse(hole.begin(), hole.end());
  const std::vector<MultiPolygon> areas{{{box(0, 45, 1, 46), {hole}}}, {{box(0.5, 45.5, 2, 47), {}}, {box(-2, 45, -1, 46), {}}}, {}};
  const AreaIndex index{std::span{areas}};
  CHECK(at(index, 0.1, 45.1) == Areas{0});
  CHECK(at(index, 0.5, 45.45) == Areas{});         // in the hole
  CHECK(at(index, 0.55, 45.55) == Areas{1});
  CHECK(at(index, 0.6, 45.6) == Areas{0, 1});      // on the edge of the hole, which belongs to the area
  CHECK(at(index, 0.8, 45.8) == Areas{0, 1});
  CHECK(at(index, -1.5, 45) == Areas{1});          // on the southern edge of its second part
  CHECK(at(index, 5, 45) == Areas{});
  CHECK(index.contains(1, from_degrees(-1.5, 45.5)));
  CHECK_FALSE(index.contains(2, from_degrees(-1.5, 45.5)));
}

TEST_CASE("every position gets the areas that it is located in, also on corners and edges") {
  test::Random random{21};
  std::vector<MultiPolygon> areas;
  for (int i = 0; i < 60; ++i) {
    MultiPolygon area;
    for (int k = 0; k <= i % 3; ++k) {
      area.push_back({test::star(random, test::between(random, 5, 6), test::between(random, 44, 45), 0.2,
                                 3 + static_cast<int>(random() % 300)), {}});
    }
    areas.push_back(std::move(area));
  }
  const AreaIndex index{std::span{areas}};
  std::vector<Position> positions;
  for (int i = 0; i < 3000; ++i) {
    positions.push_back(from_degrees(test::between(random, 4.8, 6.2), test::between(random, 43.8, 45.2)));
  }
  for (const MultiPolygon& area : areas) {
    const Ring& ring = area[0].outer;
    positions.push_back(ring[0]);
    positions.push_back({ring[1].lon, ring[2].lat});
  }
  std::vector<AreaHit> expected;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    for (std::size_t k = 0; k < areas.size(); ++k) {
      if (locate(areas[k], positions[i]) != Containment::outside) expected.push_back({i, k});
    }
  }
  CHECK(expected.size() > positions.size() / 2);
  CHECK(index.hits(positions) == expected);
}
