// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sketch.hpp"
#include "tiles/sheet/label_point.hpp"
#include "tiles/sheet/paths.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace merestone;

TEST_CASE("thinning keeps ends and what can be seen") {
  CHECK(thinned({{0, 0}, {1, 0.05}, {2, -0.05}, {3, 0}}, 0.12) == PlanePath{{0, 0}, {3, 0}});
  CHECK(thinned({{0, 0}, {1, 1}, {2, 0}}, 0.12).size() == 3);
  const PlanePath ring{{0, 0}, {5, 0}, {5, 5}, {0, 5}, {0, 0}};
  CHECK(thinned(ring, 0.12) == ring);
}

TEST_CASE("a ring is cut at the box") {
  const PaperBox box{0, 0, 10, 10};
  const PlanePath inside{{1, 1}, {9, 1}, {9, 9}};
  CHECK(clipped(inside, box) == inside);
  CHECK(clipped({{20, 20}, {30, 20}, {30, 30}}, box).empty());
  for (const PlanePoint p : clipped({{-50, 5}, {5, -50}, {60, 5}, {5, 60}}, box)) {
    CHECK(std::abs(p.x - 5) < 5 + 1e-9);
    CHECK(std::abs(p.y - 5) < 5 + 1e-9);
  }
}

TEST_CASE("only edges near the box are drawn") {
  const std::vector<PlanePath> parts = near_box({{-5, 5}, {5, 5}, {20, 5}, {20, 30}, {5, 30}, {5, 5}}, {0, 0, 10, 10});
  REQUIRE(parts.size() == 2);
  CHECK(parts[0] == PlanePath{{-5, 5}, {5, 5}, {20, 5}});
  CHECK(parts[1] == PlanePath{{5, 30}, {5, 5}});
}

TEST_CASE("lines join where two meet, and nowhere else") {
  const test::Sketch map{R"(
a  b  c  d
      e
      f)"};
  const std::vector<Polyline> ways = joined({map.line("ba"), map.line("bc"), map.line("cd"), map.line("ce"), map.line("fe")});
  CHECK(ways == std::vector<Polyline>{map.line("abc"), map.line("dc"), map.line("fec")});
  const std::vector<Polyline> ring = joined({map.line("ab"), map.line("ba")});
  REQUIRE(ring.size() == 1);
  CHECK(ring[0].front() == ring[0].back());
  CHECK(ring[0].size() == 3);
}

TEST_CASE("a label stands where there is most room") {
  // An L: the middle of its box lies outside.
  const PaperShape shape{{{{0, 0}, {30, 0}, {30, 4}, {10, 4}, {10, 30}, {0, 30}}}};
  const LabelPoint point = label_point(shape, 0.1);
  CHECK(point.room > 4.9);
  CHECK(point.at.x == Approx(5).margin(1));
  const PaperShape with_hole{{{{0, 0}, {20, 0}, {20, 20}, {0, 20}}, {{8, 8}, {12, 8}, {12, 12}, {8, 12}}}};
  const LabelPoint beside = label_point(with_hole, 0.1);
  CHECK(std::abs(beside.at.x - 10) + std::abs(beside.at.y - 10) > 4);
  CHECK(label_point({}).room == 0);
}
