// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/coverage_index.hpp"

#include "gis/base/error.hpp"
#include "tests/support/patchwork.hpp"
#include "tests/support/sketch.hpp"

using namespace merestone;

namespace {

Mesh mesh_of(const std::vector<std::pair<Ring, UnitIndex>>& rings) {
  RingSet set;
  for (const auto& [ring, unit] : rings) set.add(ring, unit);
  return build_mesh(set).mesh;
}

}  // namespace

TEST_CASE("who holds a position, with an enclave and ground of nobody") {
  const test::Sketch map{R"(
a     b     c
  e f  i j
  h g  l k

d           m)"};
  // Unit 0 west with the enclave of unit 2; unit 1 east with a lake that nobody holds.
  Mesh mesh;
  mesh.add(map.line("badm"), nobody, nobody);
  mesh = {};
  const Position south_middle = from_degrees(6, 0);
  Polyline middle = {map.at('b'), south_middle};
  mesh.add(Polyline{map.at('b'), map.at('a'), map.at('d'), south_middle}, 0, nobody);
  mesh.add(Polyline{south_middle, map.at('m'), map.at('c'), map.at('b')}, 1, nobody);
  mesh.add(middle, 1, 0);
  mesh.add(map.line("ehgfe"), 2, 0);
  mesh.add(map.line("ilkji"), nobody, 1);
  const CoverageIndex index{mesh};
  CHECK(index.unit_at(from_degrees(1, 0.5)) == 0);
  CHECK(index.unit_at(from_degrees(3, 2.5)) == 2);
  CHECK(index.unit_at(from_degrees(5.9, 3.9)) == 0);
  CHECK(index.unit_at(from_degrees(6.1, 3.9)) == 1);
  CHECK(index.unit_at(from_degrees(8, 2.5)) == nobody);
  CHECK(index.unit_at(from_degrees(11.9, 0.1)) == 1);
  CHECK(index.unit_at(from_degrees(-0.1, 2)) == nobody);
  CHECK(index.unit_at(from_degrees(5, 5)) == nobody);
  CHECK(index.unit_at(from_degrees(-180, -90)) == nobody);
  CHECK(index.unit_at(from_degrees(180, 90)) == nobody);
}

TEST_CASE("a position on a border has exactly one unit, east or north of it") {
  const test::Sketch map{R"(
g h i
d e f
a b c)"};
  const Mesh mesh = mesh_of({{map.line("abed"), 0}, {map.line("bcfe"), 1}, {map.line("dehg"), 2}, {map.line("efih"), 3}});
  const CoverageIndex index{mesh};
  CHECK(index.unit_at(map.at('e')) == 3);
  CHECK(index.unit_at(map.at('b')) == 1);
  CHECK(index.unit_at(map.at('d')) == 2);
  CHECK(index.unit_at(map.at('a')) == 0);
  CHECK(index.unit_at(from_degrees(2, 0.5)) == 1);
  CHECK(index.unit_at(from_degrees(1, 1)) == 2);
  CHECK(index.unit_at(map.at('c')) == nobody);
  CHECK(index.unit_at(map.at('i')) == nobody);
}

TEST_CASE("the index agrees with testing every ring, also a nanodegree beside corners and edges") {
  test::Random random{2018};
  for (const double step : {1.0, 0.01, 1e-6}) {
    const test::Patchwork work = test::patchwork(random, 23, 17, -3.2, 41.3, step);
    const CoverageIndex index{work.mesh};
    std::vector<Position> positions;
    for (int i = 0; i < 3000; ++i) {
      positions.push_back(from_degrees(-3.2 + step * test::between(random, -1, 24), 41.3 + step * test::between(random, -1, 18)));
    }
    for (const Ring& ring : work.rings) {
      for (const std::int64_t dx : {-1, 1}) positions.push_back({ring[1].lon + dx, ring[1].lat});
      positions.push_back({(ring[0].lon + ring[2].lon) / 2, (ring[0].lat + ring[2].lat) / 2});
    }
    const std::vector<UnitIndex> found = index.units_at(positions);
    std::size_t checked = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
      UnitIndex expected = nobody;
      bool on_edge = false;
      for (std::size_t unit = 0; unit < work.rings.size(); ++unit) {
        const Containment where = locate(work.rings[unit], positions[i]);
        if (where == Containment::inside) expected = static_cast<UnitIndex>(unit);
        on_edge = on_edge || where == Containment::on_edge;
      }
      if (on_edge) continue;
      ++checked;
      CHECK(found[i] == expected);
    }
    CHECK(checked > 3000);
  }
}

TEST_CASE("many borders at one corner and edges across many squares") {
  Mesh mesh;
  const Position hub = from_degrees(10, 10);
  std::vector<Position> rim;
  constexpr int spokes = 60;
  for (int i = 0; i < spokes; ++i) {
    const double angle = 2 * 3.14159265358979 * i / spokes;
    rim.push_back(from_degrees(10 + 9 * std::cos(angle), 10 + 9 * std::sin(angle)));
  }
  for (UnitIndex i = 0; i < spokes; ++i) {
    mesh.add(Polyline{hub, rim[i]}, i, (i + spokes - 1) % spokes);
    mesh.add(Polyline{rim[i], rim[(i + 1) % spokes]}, i, nobody);
  }
  const CoverageIndex index{mesh};
  for (UnitIndex i = 0; i < spokes; ++i) {
    for (const double r : {1e-7, 1e-3, 4.0, 8.9}) {
      const double angle = 2 * 3.14159265358979 * (i + 0.5) / spokes;
      CHECK(index.unit_at(from_degrees(10 + r * std::cos(angle), 10 + r * std::sin(angle))) == i);
    }
  }
}

TEST_CASE("units across the antimeridian and at the poles") {
  const auto box = [](double west, double south, double east, double north) {
    return Ring{from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)};
  };
  const Mesh mesh = mesh_of({{box(170, -20, 180, -10), 0}, {box(-180, -20, -170, -10), 0}, {box(-180, -90, 180, -60), 1},
                             {box(170, 10, 180, 20), 2}, {box(-180, 10, -170, 20), 3}});
  const CoverageIndex index{mesh};
  CHECK(index.unit_at(from_degrees(175, -15)) == 0);
  CHECK(index.unit_at(from_degrees(-175, -15)) == 0);
  CHECK(index.unit_at(from_degrees(180, -15)) == 0);
  CHECK(index.unit_at(from_degrees(-180, -15)) == 0);
  CHECK(index.unit_at(from_degrees(0, -15)) == nobody);
  CHECK(index.unit_at(from_degrees(0, -90)) == 1);
  CHECK(index.unit_at(from_degrees(180, -75)) == 1);
  CHECK(index.unit_at(from_degrees(175, 15)) == 2);
  CHECK(index.unit_at(from_degrees(-175, 15)) == 3);
}

TEST_CASE("no arcs, nobody anywhere") {
  const Mesh mesh;
  const CoverageIndex index{mesh};
  CHECK(index.unit_at(from_degrees(0, 0)) == nobody);
  CHECK(index.units_at({}).empty());
  CHECK(index.units_at(std::vector<Position>(100)) == std::vector<UnitIndex>(100, nobody));
}

TEST_CASE("arcs that contradict each other are refused") {
  const test::Sketch map{R"(
d c
a b)"};
  Mesh mesh;
  mesh.add(map.line("abc"), 0, nobody);
  mesh.add(map.line("cda"), 1, nobody);
  CHECK_THROWS_AS(CoverageIndex{mesh}, Error);
}
