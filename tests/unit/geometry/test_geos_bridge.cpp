// SPDX-License-Identifier: Apache-2.0
#include "gis/geometry/geos_bridge.hpp"

#include "gis/base/error.hpp"
#include "gis/base/parallel.hpp"

#include <atomic>

using namespace merestone;

namespace {

Ring box(std::int64_t west, std::int64_t south, std::int64_t east, std::int64_t north) {
  return {{west, south}, {east, south}, {east, north}, {west, north}};
}

MultiPolygon shape(Ring ring) { return {{std::move(ring), {}}}; }

Wide twice(const MultiPolygon& shape) {
  Wide sum = 0;
  for (const Polygon& polygon : shape) {
    sum += twice_area(polygon.outer);
    for (const Ring& hole : polygon.holes) sum += twice_area(hole);
  }
  return sum;
}

}  // namespace

TEST_CASE("union, intersection and difference on whole nanodegrees") {
  const MultiPolygon a = shape(box(0, 0, 100, 100));
  const MultiPolygon b = shape(box(50, 50, 150, 150));
  const MultiPolygon both[] = {a, b};
  CHECK(twice(union_of(both)) == 2 * 17'500);
  CHECK(twice(intersection_of(a, b)) == 2 * 2'500);
  CHECK(twice(difference_of(a, b)) == 2 * 7'500);
  CHECK(intersection_of(a, shape(box(200, 200, 300, 300))).empty());
  CHECK(intersection_of(a, shape(box(100, 0, 200, 100))).empty());  // a common border is no ground
  CHECK(union_of({}).empty());
}

TEST_CASE("results are turned with the ground on their left, holes too") {
  const MultiPolygon frame = difference_of(shape(box(0, 0, 100, 100)), shape(box(20, 20, 60, 60)));
  REQUIRE(frame.size() == 1);
  REQUIRE(frame[0].holes.size() == 1);
  CHECK(twice_area(frame[0].outer) > 0);
  CHECK(twice_area(frame[0].holes[0]) < 0);
  CHECK(locate(frame, Position{40, 40}) == Containment::outside);
}

TEST_CASE("positions of the whole globe pass exactly") {
  const MultiPolygon world = shape(box(-antimeridian, -antimeridian / 2, antimeridian, antimeridian / 2));
  const MultiPolygon corner = shape(box(antimeridian - 1, antimeridian / 2 - 1, antimeridian, antimeridian / 2));
  CHECK(twice(intersection_of(world, corner)) == 2);
}

TEST_CASE("what is wrong with a shape, and where") {
  CHECK_FALSE(shape_fault(shape(box(0, 0, 10, 10))));
  const auto bow_tie = shape_fault(shape({{0, 0}, {10, 10}, {10, 0}, {0, 10}}));
  REQUIRE(bow_tie);
  CHECK(bow_tie->reason == "Self-intersection");
  CHECK(bow_tie->place == Position{5, 5});
  CHECK(shape_fault({{box(0, 0, 10, 10), {{{20, 20}, {20, 30}, {30, 30}}}}}));
  CHECK_THROWS_AS(shape_fault(shape({{0, 0}, {1, 1}})), Error);
}

TEST_CASE("threads do not disturb each other") {
  std::atomic<int> right{0};  // Catch2 itself is for one thread
  std::atomic<int> refused{0};
  parallel_for(200, 1, [&](std::size_t first, std::size_t) {
    const auto i = static_cast<std::int64_t>(first);
    try {
      if (i % 10 == 0) shape_fault(shape({{0, 0}}));
      const MultiPolygon common = intersection_of(shape(box(0, 0, 1000, 1000)), shape(box(i, i, 2000, 2000)));
      right += twice(common) == 2 * (1000 - i) * (1000 - i);
    } catch (const Error&) {
      ++refused;
    }
  });
  CHECK(right == 180);
  CHECK(refused == 20);
}
