// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/cells.hpp"

#include <random>

using namespace merestone;
using namespace merestone::overlay;

TEST_CASE("left and right of an edge, to the last nanodegree") {
  const Edge east{{0, 0}, {10, 0}};
  CHECK(left_of(east, {5, 1}));
  CHECK_FALSE(left_of(east, {5, -1}));
  const Edge far{{-antimeridian, -antimeridian / 2}, {antimeridian, antimeridian / 2}};
  CHECK(left_of(far, {0, 1}));
  CHECK_FALSE(left_of(far, {1, 0}));
}

TEST_CASE("a position on an edge stands a hair to the east, or to the north of a parallel") {
  const Edge rising{{0, 0}, {10, 10}};
  const Edge falling{{0, 10}, {10, 0}};
  CHECK_FALSE(left_of(rising, {5, 5}));  // east of it is its right
  CHECK(left_of(falling, {5, 5}));
  CHECK(left_of(Edge{{0, 0}, {10, 0}}, {5, 0}));
  CHECK_FALSE(left_of(Edge{{10, 0}, {0, 0}}, {5, 0}));
  CHECK_FALSE(left_of(Edge{{0, 0}, {0, 10}}, {0, 5}));
}

TEST_CASE("an edge and its reverse never have a position on the same side") {
  std::mt19937_64 random{3};
  const auto any = [&] { return Position{static_cast<std::int64_t>(random() % 7), static_cast<std::int64_t>(random() % 7)}; };
  for (int i = 0; i < 20'000; ++i) {
    const Edge edge{any(), any()};
    if (edge.from == edge.to) continue;
    const Position p = any();
    CHECK(left_of(edge, p) != left_of({edge.to, edge.from}, p));
  }
}

TEST_CASE("a walk around a closed square passes every ring in vain") {
  std::mt19937_64 random{5};
  const auto any = [&](std::int64_t n) { return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(n)); };
  for (int i = 0; i < 20'000; ++i) {
    const Position ring[3] = {{any(9), any(9)}, {any(9), any(9)}, {any(9), any(9)}};
    const Position a{any(9), any(9)};
    const Position b{any(9), any(9)};
    int there_and_back = 0;
    int inside_a = 0;  // times the ring winds around a, counted from far away
    for (int k = 0; k < 3; ++k) {
      const Edge edge{ring[k], ring[(k + 1) % 3]};
      if (edge.from == edge.to) continue;
      there_and_back += passed(edge, a, b) + passed(edge, b, a);
      inside_a += passed(edge, {-5, -5}, a) - passed(edge, {20, 20}, a);
    }
    CHECK(there_and_back == 0);
    CHECK(inside_a == 0);
  }
}

TEST_CASE("a square knows its quarters") {
  const Square square{-8, 4, 8};
  CHECK(square.quarter_of({-8, 4}) == 0);
  CHECK(square.quarter_of({-4, 7}) == 1);
  CHECK(square.quarter_of({-5, 8}) == 2);
  CHECK(square.quarter_of({-4, 8}) == 3);
  CHECK(square.quarter(3).west == -4);
  CHECK(square.quarter(3).south == 8);
  CHECK_FALSE(may_meet({{-20, 5}, {-9, 30}}, square));
  CHECK_FALSE(may_meet({{-9, 11}, {-3, 20}}, square));
  CHECK(may_meet({{-9, 3}, {1, 13}}, square));
  CHECK(may_meet({{-7, 5}, {-6, 5}}, square));
}
