// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/geometry/wkb.hpp"

#include <catch2/catch.hpp>
#include <cstring>

using namespace merestone;

namespace {

Ring square(std::int64_t at, std::int64_t size) { return {{at, at}, {at + size, at}, {at + size, at + size}, {at, at + size}}; }

Ring backwards(Ring ring) {
  std::reverse(ring.begin() + 1, ring.end());
  return ring;
}

std::string rule_of(const Bytes& wkb) {
  try {
    polygons_from_wkb(wkb);
  } catch (const Error& error) {
    return error.findings().empty() ? "?" : error.findings()[0].rule;
  }
  return "";
}

}  // namespace

TEST_CASE("shapes come back as they went") {
  const MultiPolygon shape{{square(0, 1000), {backwards(square(100, 50))}}, {square(5000, 10), {}}};
  const MultiPolygon back = polygons_from_wkb(to_wkb(shape));
  REQUIRE(back.size() == 2);
  CHECK(back[0].outer == shape[0].outer);
  CHECK(back[0].holes == shape[0].holes);
  const Polyline line{{-antimeridian, 1}, {0, 2}, {antimeridian, 3}};
  CHECK(line_from_wkb(to_wkb(line)) == line);
  CHECK(point_from_wkb(to_wkb(Position{7, -7})) == Position{7, -7});
}

TEST_CASE("rings are turned so that the ground lies on their left") {
  const MultiPolygon wrong{{backwards(square(0, 1000)), {square(100, 50)}}};
  const MultiPolygon back = polygons_from_wkb(to_wkb(wrong));
  CHECK((twice_area(back[0].outer) > 0));
  CHECK((twice_area(back[0].holes[0]) < 0));
}

TEST_CASE("hostile bytes are refused with a reason, at every length") {
  const Bytes good = to_wkb(MultiPolygon{{square(0, 1000), {}}});
  for (std::size_t length = 0; length < good.size(); ++length) {
    CHECK_THROWS_AS(polygons_from_wkb({good.data(), length}), Error);
  }
  Bytes endless = good;
  std::memset(endless.data() + 5, 0xFF, 4);  // four thousand million parts
  CHECK(rule_of(endless) == "geometry.truncated");
  Bytes open = good;
  open[open.size() - 1] = std::byte{0x40};
  CHECK_FALSE(rule_of(open).empty());
  CHECK(rule_of(to_wkb(Position{0, 0})) == "geometry.not_a_polygon");
  CHECK(rule_of(Bytes{std::byte{7}}) == "geometry.not_wkb");
}

TEST_CASE("heights and measures are dropped, either byte order is read") {
  const auto big_endian = [](std::initializer_list<double> values, std::uint32_t type, std::uint32_t count) {
    Bytes bytes{std::byte{0}};
    const auto put = [&](const auto& value) {
      std::byte raw[sizeof value];
      std::memcpy(raw, &value, sizeof value);
      bytes.insert(bytes.end(), std::make_reverse_iterator(raw + sizeof value), std::make_reverse_iterator(raw));
    };
    put(type);
    if (count) put(count);
    for (const double v : values) put(v);
    return bytes;
  };
  CHECK(point_from_wkb(big_endian({1.0, 2.0, 99.0}, 1001, 0)) == from_degrees(1, 2));        // ISO Z
  CHECK(point_from_wkb(big_endian({1.0, 2.0, 99.0}, 0x80000001U, 0)) == from_degrees(1, 2));  // EWKB Z
  CHECK(line_from_wkb(big_endian({1.0, 2.0, 9.0, 9.0, 3.0, 4.0, 9.0, 9.0}, 3002, 2)) ==
        Polyline{from_degrees(1, 2), from_degrees(3, 4)});                                    // ISO ZM
}
