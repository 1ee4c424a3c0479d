// SPDX-License-Identifier: Apache-2.0
/// What becomes of water that rounding cuts off from the sea.
#include "gis/geometry/geos_bridge.hpp"
#include "tests/unit/vector/drawing.hpp"

using namespace merestone;

namespace {

/// A square of four degrees with a lagoon of `side` degrees and a mouth of `mouth` degrees to the north.
Ring land(double side, double mouth) {
  const double half = side / 2;
  const double gap = mouth / 2;
  Ring ring;
  const std::pair<double, double> corners[] = {{-2, -2}, {2, -2}, {2, 2}, {gap, 2}, {gap, half}, {half, half},
                                               {half, -half}, {-half, -half}, {-half, half}, {-gap, half}, {-gap, 2}, {-2, 2}};
  for (const auto& [x, y] : corners) ring.push_back(from_degrees(10 + x, 45 + y));
  return ring;
}

struct Seen {
  std::size_t holes = 0;
  double land = 0;  ///< share of its own box
};

Seen seen(const RingSet& rings, int zoom) {
  const Territory territory = test::territory_of(rings, 1);
  const DivisionRegister divisions = test::plain_divisions(1);
  const auto views = test::views_of(territory, divisions);
  TileOptions options;
  options.max_zoom = 8;
  Seen result;
  for (const auto& feature : test::features(test::draw({territory, divisions, views}, options), zoom, "divisions")) {
    for (const Polygon& part : feature.shape) {
      result.holes += part.holes.size();
      const Box box = box_of(part.outer);
      double twice = static_cast<double>(twice_area(part.outer));
      for (const Ring& hole : part.holes) twice += static_cast<double>(twice_area(hole));
      result.land += twice / 2 / (static_cast<double>(box.east - box.west) * static_cast<double>(box.north - box.south));
    }
  }
  return result;
}

RingSet one(const Ring& ring) {
  RingSet rings;
  rings.add(ring, 0);
  return rings;
}

}  // namespace

TEST_CASE("a lagoon in sight stays water, though its mouth is narrower than a tile unit") {
  const Seen open = seen(one(land(3.2, 0.0001)), 3);  // a tile unit is 0.044 degrees wide
  CHECK(open.holes == 0);
  CHECK(open.land == Approx(0.36).margin(0.06));  // a headland at the mouth is cut short
}

TEST_CASE("a lagoon too small to be seen becomes land of its neighbour when its mouth closes") {
  const Seen closed = seen(one(land(0.1, 0.0001)), 3);
  CHECK(closed.holes == 0);
  CHECK(closed.land == Approx(1).margin(0.01));
}

TEST_CASE("a hole of the coverage stays, of whatever size can be seen") {
  for (const double side : {2.0, 0.2}) {
    RingSet rings = one({from_degrees(8, 43), from_degrees(12, 43), from_degrees(12, 47), from_degrees(8, 47)});
    const double half = side / 2;
    Ring lake{from_degrees(10 - half, 45 - half), from_degrees(10 - half, 45 + half), from_degrees(10 + half, 45 + half),
              from_degrees(10 + half, 45 - half)};
    rings.add(lake, 0);
    CHECK(seen(rings, 3).holes == 1);
  }
}
