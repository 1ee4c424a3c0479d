// SPDX-License-Identifier: Apache-2.0
#include "data/store/geometry.hpp"
#include "gis/base/error.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

const Polyline path{from_degrees(0.1, -0.2), from_degrees(179.999999999, 89.999999999), from_degrees(-180, -90)};
const MultiPolygon shape{{{from_degrees(0, 0), from_degrees(3, 0), from_degrees(3, 3)},
                          {{from_degrees(1, 0.5), from_degrees(2.5, 2), from_degrees(2.5, 0.5)}}},
                         {{from_degrees(7, 7), from_degrees(8, 7), from_degrees(8, 8)}, {}}};

}  // namespace

TEST_CASE("what is stored comes back to the last bit") {
  const Engine engine = GENERATE(Engine::spatialite, Engine::postgis);
  CHECK(line_from_wkb(from_stored(engine, to_stored(engine, path))) == path);
  CHECK(point_from_wkb(from_stored(engine, to_stored(engine, path[1]))) == path[1]);
  CHECK(from_stored(engine, to_stored(engine, shape)) == to_wkb(shape));
}

TEST_CASE("bytes of others are refused, wherever they end and whatever they hold") {
  const Engine engine = GENERATE(Engine::spatialite, Engine::postgis);
  for (const Bytes& stored : {to_stored(engine, path), to_stored(engine, shape), to_stored(engine, path[0])}) {
    for (std::size_t size = 0; size < stored.size(); ++size) {
      const std::span<const std::byte> cut{stored.data(), size};
      CHECK_THROWS_AS(polygons_from_wkb(from_stored(engine, cut)), Error);
    }
    // Every byte spoilt in turn: refused or read as another geometry, never past the end.
    for (std::size_t i = 0; i < stored.size(); ++i) {
      Bytes spoilt = stored;
      spoilt[i] ^= std::byte{0xFF};
      try {
        polygons_from_wkb(from_stored(engine, spoilt));
      } catch (const Error&) {
      }
    }
  }
  SUCCEED("no read past the end: sanitizers watch");
}
