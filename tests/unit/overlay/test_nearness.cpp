// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/feature_index.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/geodesy/sampling.hpp"
#include "tests/support/patchwork.hpp"

using namespace merestone;

namespace {

Ring box(double west, double south, double east, double north) {
  return {from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)};
}

Position between(Position a, Position b, double t) {
  return {a.lon + std::llround(static_cast<double>(b.lon - a.lon) * t), a.lat + std::llround(static_cast<double>(b.lat - a.lat) * t)};
}

/// By geodesics alone: the shortest of many along an edge, then of ever closer ones beside it.
double edge_distance(Position p, Position a, Position b) {
  double low = 0;
  double high = 1;
  double best = 1e12;
  for (int round = 0; round < 5; ++round) {
    double at = low;
    for (int i = 0; i <= 200; ++i) {
      const double t = low + (high - low) * i / 200;
      const double d = distance_m(p, between(a, b, t));
      if (d < best) {
        best = d;
        at = t;
      }
    }
    const double width = (high - low) / 100;
    low = std::max(0.0, at - width);
    high = std::min(1.0, at + width);
  }
  return best;
}

double ring_distance(Position p, const Ring& ring) {
  double best = 1e12;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) best = std::min(best, edge_distance(p, ring[j], ring[i]));
  return best;
}

/// Within 1e-6 of itself or 1 mm; the nanodegree takes another 0.1 mm.
void check_same(double found, double expected) { CHECK(found == Approx(expected).epsilon(1e-6).margin(1.2e-3)); }

}  // namespace

TEST_CASE("FU-03: how far a grave lies from a reservoir, from outside and from inside") {
  const Ring shore = box(110, 30, 110.02, 30.01);
  const std::vector<LayerFeature> layer{{{{shore, {}}}, {}, {}}};
  const FeatureIndex index{layer};

  const Position outside = from_degrees(110.01, 30.0145);
  const Nearness near = index.nearest(outside);
  CHECK(near.feature == 0);
  CHECK_FALSE(near.inside);
  check_same(near.edge_m, ring_distance(outside, shore));
  CHECK(near.distance_m() == near.edge_m);
  CHECK(std::abs(near.at.lat - 30'010'000'000) <= 1);

  const Position inside = from_degrees(110.011, 30.006);
  const Nearness deep = index.nearest(inside);
  CHECK(deep.inside);
  check_same(deep.edge_m, ring_distance(inside, shore));
  CHECK(deep.distance_m() == 0);
  CHECK(deep.margin_m() == -deep.edge_m);

  CHECK_FALSE(index.nearest(outside, 400).found());
  CHECK(index.nearest(outside, 600).found());
  const Nearness edge = index.nearest(from_degrees(110.005, 30.01));
  CHECK(edge.inside);
  CHECK(edge.edge_m < 1e-3);
}

TEST_CASE("roads, dwellings and areas of one layer, each by its own distance") {
  const std::vector<LayerFeature> layer{
      {{}, {{from_degrees(110, 30), from_degrees(110.5, 30.2)}, {from_degrees(111, 30), from_degrees(111, 31)}}, {}},
      {{}, {}, {from_degrees(110.2, 30.3), from_degrees(110.9, 30.9)}},
      {{{box(110.6, 30.6, 110.7, 30.7), {}}}, {}, {}},
      {{{box(110.5, 30.5, 110.8, 30.8), {}}}, {}, {}}};
  const FeatureIndex index{layer};
  const Position p = from_degrees(110.65, 30.66);
  const auto all = index.within(p, 100'000);
  REQUIRE(all.size() == 4);
  check_same(all[0].edge_m, std::min(edge_distance(p, layer[0].lines[0][0], layer[0].lines[0][1]),
                                     edge_distance(p, layer[0].lines[1][0], layer[0].lines[1][1])));
  check_same(all[1].edge_m, std::min(distance_m(p, layer[1].points[0]), distance_m(p, layer[1].points[1])));
  CHECK(all[2].inside);
  CHECK(all[3].inside);
  CHECK(index.nearest(p).feature == 3);  // the one that holds it deepest
  CHECK(index.within(p, 0).size() == 2);
  CHECK(index.within(p, -9'000).size() == 1);  // 9 km deep
  CHECK(FeatureIndex{{}}.nearest(p).found() == false);
}

TEST_CASE("distances are geodesic to 1e-6, near and far, long edges, the antimeridian and the pole") {
  test::Random random{31};
  for (const double size : {1e-4, 0.01, 0.3, 8.0}) {
    for (const double lat : {0.0, 34.0, -62.0, 81.0}) {
      std::vector<LayerFeature> layer;
      for (int i = 0; i < 6; ++i) {
        const auto any = [&] {
          return from_degrees(100 + size * test::between(random, -1, 1), lat + size * test::between(random, -1, 1));
        };
        layer.push_back({{}, {{any(), any()}}, {}});
      }
      const FeatureIndex index{layer};
      for (int k = 0; k < 4; ++k) {
        const Position p = from_degrees(100 + size * test::between(random, -1, 1), lat + size * test::between(random, -1, 1));
        double expected = 1e12;
        for (const LayerFeature& feature : layer) {
          expected = std::min(expected, edge_distance(p, feature.lines[0][0], feature.lines[0][1]));
        }
        const Nearness found = index.nearest(p);
        check_same(found.edge_m, expected);
        check_same(found.edge_m, distance_m(p, found.at));
      }
    }
  }
  const std::vector<LayerFeature> far_east{{{}, {}, {from_degrees(-179.999, 10)}}, {{}, {{from_degrees(10, 89.9), from_degrees(20, 89.9)}}, {}}};
  const FeatureIndex index{far_east};
  check_same(index.nearest(from_degrees(179.999, 10)).edge_m, distance_m(from_degrees(179.999, 10), from_degrees(-179.999, 10)));
  check_same(index.nearest(from_degrees(-170, 89.95)).edge_m, distance_m(from_degrees(-170, 89.95), from_degrees(20, 89.9)));
}

TEST_CASE("many positions at once are answered as one by one, in whatever order") {
  test::Random random{32};
  std::vector<LayerFeature> layer;
  for (int i = 0; i < 200; ++i) {
    layer.push_back({{{test::star(random, test::between(random, 5, 6), test::between(random, 44, 45), 0.03, 200), {}}}, {}, {}});
  }
  const FeatureIndex index{layer};
  std::vector<Position> positions;
  for (int i = 0; i < 5000; ++i) {
    positions.push_back(from_degrees(test::between(random, 4.8, 6.2), test::between(random, 43.8, 45.2)));
  }
  const auto many = index.nearest(positions, 20'000);
  std::size_t inside = 0;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const Nearness one = index.nearest(positions[i], 20'000);
    REQUIRE(many[i].feature == one.feature);
    REQUIRE(many[i].edge_m == one.edge_m);
    REQUIRE(many[i].inside == one.inside);
    inside += one.inside;
  }
  CHECK(inside > 500);
  const auto within = index.within(positions, 2'000);
  std::size_t next = 0;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const Nearness nearest = many[i];
    double least = 1e12;
    bool seen = false;
    for (; next < within.size() && within[next].position == i; ++next) {
      least = std::min(least, within[next].nearness.margin_m());
      seen = seen || within[next].nearness.feature == nearest.feature;
    }
    if (nearest.found() && nearest.margin_m() <= 2'000) {
      REQUIRE(seen);
      REQUIRE(least == nearest.margin_m());
    }
  }
}

TEST_CASE("observers along a road every so many metres, with both its ends") {
  const std::vector<Polyline> road{{from_degrees(110, 30), from_degrees(110.01, 30), from_degrees(110.01, 30.005)}, {from_degrees(111, 30), from_degrees(111, 30)}};
  const auto samples = samples_along(road, 100);
  REQUIRE(samples.size() > 10);
  CHECK(samples.front().position == road[0].front());
  CHECK(samples[samples.size() - 2].position == road[0].back());
  CHECK(samples.back().line == 1);
  for (std::size_t i = 1; i + 2 < samples.size(); ++i) {
    CHECK(samples[i].along_m == Approx(100.0 * static_cast<double>(i)));
    if (i < 9) CHECK(distance_m(samples[i - 1].position, samples[i].position) == Approx(100).margin(0.01));
  }
  CHECK(samples[samples.size() - 2].along_m == Approx(length_m(road[0])));
  CHECK_THROWS_AS(samples_along(road, 0), Error);
}
