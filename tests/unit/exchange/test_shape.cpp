// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/shape.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstring>

using namespace merestone;
using namespace merestone::exchange;
using namespace merestone::test;

namespace {

Shape read(std::span<const std::byte> wkb, Wanted wanted = Wanted::polygons) {
  Shape shape;
  read_shape(wkb, wanted, shape);
  return shape;
}

}  // namespace

TEST_CASE("rings lose their closing and repeated corners, nothing else") {
  const Shape shape = read(raw_polygon({{0, 0}, {1, 0}, {1, 0}, {1, 1}, {0, 0}}));
  CHECK(shape.fault == ShapeFault::none);
  CHECK(shape.xy == std::vector<double>{0, 0, 1, 0, 1, 1});
}

TEST_CASE("each fault of a ring has its name") {
  CHECK(read(raw_polygon({{0, 0}, {1, 0}, {1, 1}, {0, 1}})).fault == ShapeFault::ring_not_closed);
  CHECK(read(raw_polygon({{0, 0}, {1, 0}, {0, 0}})).fault == ShapeFault::ring_too_short);
  CHECK(read(raw_polygon({{0, 0}, {0, 0}, {0, 0}, {0, 0}})).fault == ShapeFault::ring_too_short);
  CHECK(read(raw_polygon({})).fault == ShapeFault::empty);
  CHECK(read(raw_polygon({{0, 0}, {NAN, 0}, {1, 1}, {0, 0}})).fault == ShapeFault::not_a_number);
  CHECK(read(raw_polygon({{0, 0}, {INFINITY, 0}, {1, 1}, {0, 0}})).fault == ShapeFault::not_a_number);
}

TEST_CASE("counts are checked against the bytes at hand") {
  Bytes wkb = raw_polygon({{0, 0}, {1, 0}, {1, 1}, {0, 0}});
  for (std::size_t size = 0; size < wkb.size(); ++size) {
    CHECK(read(std::span{wkb}.first(size)).fault == ShapeFault::damaged);
  }
  for (const std::size_t at : {5U, 9U}) {  // the counts of rings and of positions
    Bytes huge = wkb;
    const std::uint32_t count = 0xFFFFFFFF;
    std::memcpy(huge.data() + at, &count, sizeof count);
    CHECK(read(huge).fault == ShapeFault::damaged);
  }
}

TEST_CASE("other kinds of geometry are named") {
  const Bytes point = to_wkb(Position{1'000'000'000, 2'000'000'000});
  CHECK(read(point).fault == ShapeFault::wrong_type);
  CHECK(read(point).type == "Point");
  CHECK(read(point, Wanted::point).xy == std::vector<double>{1, 2});
  CHECK(read(raw_polygon({{0, 0}, {1, 0}, {1, 1}, {0, 0}}), Wanted::point).type == "Polygon");
}

TEST_CASE("both byte orders and extra ordinates are read") {
  const auto big = [](std::initializer_list<unsigned> bytes) {
    Bytes wkb;
    for (const unsigned byte : bytes) wkb.push_back(static_cast<std::byte>(byte));
    return wkb;
  };
  const Bytes big_endian = big({0, 0, 0, 0, 1, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0});
  CHECK(read(big_endian, Wanted::point).xy == std::vector<double>{1, 2});
  Bytes with_height = to_wkb(Position{1'000'000'000, 2'000'000'000});
  const std::uint32_t iso_point_z = 1001;
  std::memcpy(with_height.data() + 1, &iso_point_z, sizeof iso_point_z);
  CHECK(read(with_height, Wanted::point).fault == ShapeFault::damaged);
  with_height.resize(with_height.size() + 8);
  CHECK(read(with_height, Wanted::point).xy == std::vector<double>{1, 2});
}

TEST_CASE("lines keep their parts, also when they close; positions that repeat count once") {
  const auto line = [](std::vector<std::pair<double, double>> positions) {
    Bytes wkb(9);
    const std::uint32_t head[2] = {2, static_cast<std::uint32_t>(positions.size())};
    wkb[0] = std::byte{1};
    std::memcpy(wkb.data() + 1, head, sizeof head);
    for (const auto& [x, y] : positions) {
      const double xy[2] = {x, y};
      const auto* bytes = reinterpret_cast<const std::byte*>(xy);
      wkb.insert(wkb.end(), bytes, bytes + sizeof xy);
    }
    return wkb;
  };
  const Shape closed = read(line({{0, 0}, {1, 0}, {1, 0}, {1, 1}, {0, 0}}), Wanted::lines);
  CHECK(closed.fault == ShapeFault::none);
  CHECK(closed.xy == std::vector<double>{0, 0, 1, 0, 1, 1, 0, 0});
  CHECK(read(line({{0, 0}, {0, 0}}), Wanted::lines).fault != ShapeFault::none);
  CHECK(read(line({{0, 0}, {NAN, 0}}), Wanted::lines).fault == ShapeFault::not_a_number);
  CHECK(read(line({{0, 0}, {1, 0}})).fault == ShapeFault::wrong_type);
  const Bytes whole = line({{0, 0}, {1, 0}, {2, 0}});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CHECK(read(std::span{whole}.first(size), Wanted::lines).fault == ShapeFault::damaged);
  }
}
