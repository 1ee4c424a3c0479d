// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/ground.hpp"

#include "gis/mesh/build.hpp"
#include "tests/support/sketch.hpp"

using namespace merestone;

namespace {

/// Three fields in a row; the middle one has an enclave of the first.
Mesh three_fields() {
  const test::Sketch map{R"(
a   b   c   d
     i j
     l k
h   g   f   e)"};
  RingSet set;
  set.add(map.line("ahgb"), 0);
  set.add(map.line("bgfc"), 1);
  const Polyline enclave = map.line("ijkl");
  set.add(enclave, 1);  // clockwise: a hole
  set.add(Ring{enclave.rbegin(), enclave.rend()}, 0);
  set.add(map.line("cfed"), 2);
  return build_mesh(set).mesh;
}

Ring ring(double west, double south, double east, double north) {
  return {from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)};
}

}  // namespace

TEST_CASE("areas, perimeters and shared borders of units") {
  const Mesh mesh = three_fields();
  const auto arcs = measure_arcs(mesh);
  const auto units = ground_of_units(mesh, arcs, 3);
  const Wide enclave = area_um2({{ring(5, 1, 7, 2), {}}});
  CHECK(units[0].area_um2 == area_um2({{ring(0, 0, 4, 3), {}}}) + enclave);
  CHECK(units[1].area_um2 == area_um2({{ring(4, 0, 8, 3), {}}}) - enclave);
  CHECK(units[2].area_um2 == area_um2({{ring(8, 0, 12, 3), {}}}));
  CHECK(units[0].perimeter_m() == Approx(perimeter_m({{ring(0, 0, 4, 3), {}}}) + perimeter_m({{ring(5, 1, 7, 2), {}}})));

  const auto borders = shared_borders(mesh, arcs);
  REQUIRE(borders.size() == 5);
  CHECK(borders[0].a == 0);
  CHECK(borders[0].b == 1);
  CHECK(metres(borders[0].length_um) ==
        Approx(length_m(Polyline{from_degrees(4, 0), from_degrees(4, 3)}) + perimeter_m({{ring(5, 1, 7, 2), {}}})));
  CHECK(borders[1].b == nobody);
  std::int64_t around_first = 0;
  for (const SharedBorder& border : borders) around_first += border.a == 0 || border.b == 0 ? border.length_um : 0;
  CHECK(around_first == units[0].perimeter_um);
}

TEST_CASE("parts sum to their upper unit to the last digit, and inner borders vanish") {
  const Mesh mesh = three_fields();
  const auto arcs = measure_arcs(mesh);
  const auto units = ground_of_units(mesh, arcs, 3);
  const std::vector<UnitIndex> upper{0, 0, nobody};
  const auto uppers = ground_of_units(mesh, arcs, 1, upper);
  CHECK(uppers[0].area_um2 == units[0].area_um2 + units[1].area_um2);
  CHECK(uppers[0].perimeter_m() == Approx(perimeter_m({{ring(0, 0, 8, 3), {}}})));
  const auto borders = shared_borders(mesh, arcs, upper);
  REQUIRE(borders.size() == 1);
  CHECK(borders[0] == SharedBorder{0, nobody, uppers[0].perimeter_um});
}

TEST_CASE("the antimeridian is no border where a unit goes on, and counts once where it is one") {
  RingSet set;
  set.add(ring(170, 0, 180, 10), 0);
  set.add(ring(-180, 0, -170, 10), 0);
  set.add(ring(170, 10, 180, 20), 1);
  set.add(ring(-180, 10, -170, 20), 2);
  const Mesh mesh = build_mesh(set).mesh;
  const auto arcs = measure_arcs(mesh);
  const auto units = ground_of_units(mesh, arcs, 3);
  CHECK(units[0].area_um2 == area_um2({{ring(0, 0, 20, 10), {}}}));
  CHECK(units[0].perimeter_m() == Approx(perimeter_m({{ring(0, 0, 20, 10), {}}})));
  CHECK(units[1].perimeter_m() == Approx(perimeter_m({{ring(0, 10, 10, 20), {}}})));
  for (const SharedBorder& border : shared_borders(mesh, arcs)) {
    if (border.a == 1 && border.b == 2) {
      CHECK(metres(border.length_um) == Approx(length_m(Polyline{from_degrees(0, 10), from_degrees(0, 20)})));
    }
  }
}

TEST_CASE("a world of units is the ellipsoid") {
  RingSet set;
  UnitIndex unit = 0;
  for (int west = -180; west < 180; west += 45) {
    for (int south = -90; south < 90; south += 45) set.add(ring(west, south, west + 45, south + 45), unit++);
  }
  const Mesh mesh = build_mesh(set).mesh;
  Wide sum = 0;
  for (const UnitGround& ground : ground_of_units(mesh, measure_arcs(mesh), unit)) {
    CHECK(ground.area_um2 > 0);
    sum += ground.area_um2;
  }
  CHECK(square_metres(sum) == Approx(world_area_m2()).epsilon(1e-15));
}
