// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/build.hpp"
#include "gis/mesh/faces.hpp"
#include "tests/support/sketch.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>

using namespace merestone;
using test::Sketch;

namespace {

RingSet rings(const Sketch& map, std::initializer_list<std::string_view> outlines) {
  RingSet set;
  UnitIndex unit = 0;
  for (const auto outline : outlines) set.add(map.line(outline), unit++);
  return set;
}

std::vector<MeshFaultKind> kinds(const MeshBuild& built) {
  std::vector<MeshFaultKind> result;
  for (const MeshFault& fault : built.faults) result.push_back(fault.kind);
  return result;
}

const MeshFault* find(const MeshBuild& built, MeshFaultKind kind) {
  const auto at = std::find_if(built.faults.begin(), built.faults.end(), [&](const MeshFault& f) { return f.kind == kind; });
  return at == built.faults.end() ? nullptr : &*at;
}

bool between(const MeshFault& fault, UnitIndex a, UnitIndex b) {
  return (fault.unit == a && fault.other == b) || (fault.unit == b && fault.other == a);
}

}  // namespace

TEST_CASE("neighbours share one arc, with one of them on each side") {
  const Sketch map{R"(
f  e  d

a  b  c)"};
  const MeshBuild built = build_mesh(rings(map, {"abef", "bcde"}));
  CHECK(built.faults.empty());
  REQUIRE(built.mesh.arcs.size() == 3);
  const auto shared = std::find_if(built.mesh.arcs.begin(), built.mesh.arcs.end(),
                                   [](const Arc& arc) { return arc.left != nobody && arc.right != nobody; });
  REQUIRE(shared != built.mesh.arcs.end());
  const auto path = built.mesh.path(*shared);
  CHECK(path.front() == map.at('b'));  // from the smaller end
  CHECK(path.back() == map.at('e'));
  CHECK(shared->left == 0);
  CHECK(shared->right == 1);
}

TEST_CASE("an enclave, an exclave, an island and a lake are what they are") {
  const Sketch map{R"(
a           b
  e  f
  h  g
       p q
       s r
d           c   i  j

                l  k)"};
  RingSet set;
  set.add(map.line("dcba"), 0);                 // the land
  set.add(map.line("efgh"), 0);                 // less the enclave
  set.add(map.line("pqrs"), 0);                 // less a lake that nobody holds
  set.add(map.line("hgfe"), 1);                 // the enclave is unit 1 …
  set.add(map.line("lkji"), 1);                 // … which also holds the island
  const MeshBuild built = build_mesh(set);
  REQUIRE(kinds(built) == std::vector{MeshFaultKind::gap});
  CHECK(built.faults[0].unit == 0);
  CHECK(built.faults[0].area_m2 > 1e10);  // about two square degrees

  const auto faces = trace_faces(built.mesh);
  REQUIRE(faces.size() == 4);
  const auto land = std::find_if(faces.begin(), faces.end(), [](const Face& f) { return f.unit == 0; });
  REQUIRE(land != faces.end());
  CHECK(land->holes.size() == 2);
  CHECK(std::count_if(faces.begin(), faces.end(), [](const Face& f) { return f.unit == 1; }) == 2);
}

TEST_CASE("two borders that cross are named with both owners and the place") {
  const Sketch map{R"(
d     c  g
   h

a  e  b  f)"};
  RingSet set;
  set.add(map.line("abcd"), 0);
  set.add(map.line("efgh"), 1);
  const MeshBuild built = build_mesh(set);
  const MeshFault* crossing = find(built, MeshFaultKind::crossing);
  REQUIRE(crossing);
  CHECK(between(*crossing, 0, 1));
  const MeshFault* overlap = find(built, MeshFaultKind::overlap);
  REQUIRE(overlap);
  CHECK(between(*overlap, 0, 1));
  CHECK(overlap->area_m2 > 1e10);
}

TEST_CASE("a corner inside a neighbour's edge is a T-touch") {
  const Sketch map{R"(
d  c  f
   x
a  b  e)"};
  const MeshBuild built = build_mesh(rings(map, {"abcd", "befcx"}));
  REQUIRE(kinds(built) == std::vector{MeshFaultKind::touch});
  CHECK(built.faults[0].place == map.at('x'));
  CHECK(between(built.faults[0], 0, 1));
  CHECK(trace_faces(built.mesh).size() == 2);  // noded all the same
}

TEST_CASE("ground that lies inside another's without a hole is an overlap") {
  const Sketch map{R"(
a        b
   e  f
   h  g
d        c)"};
  const MeshBuild built = build_mesh(rings(map, {"dcba", "hgfe"}));
  REQUIRE(kinds(built) == std::vector{MeshFaultKind::overlap});
  CHECK(between(built.faults[0], 0, 1));
}

TEST_CASE("the same shape delivered twice is a duplicate") {
  const Sketch map{R"(
d  c
a  b)"};
  const MeshBuild built = build_mesh(rings(map, {"abcd", "bcda"}));
  REQUIRE(kinds(built) == std::vector{MeshFaultKind::duplicate});
  CHECK(between(built.faults[0], 0, 1));
}

TEST_CASE("a ring that crosses itself is named") {
  const Sketch map{R"(
d  c

a  b)"};
  const MeshBuild built = build_mesh(rings(map, {"acbd"}));
  CHECK(find(built, MeshFaultKind::self_crossing));
}

TEST_CASE("a border that goes forth and back is a dangle") {
  const Sketch map{R"(
d  c

a  b  e)"};
  const MeshBuild built = build_mesh(rings(map, {"abebcd"}));
  const MeshFault* dangle = find(built, MeshFaultKind::dangle);
  REQUIRE(dangle);
  CHECK(dangle->unit == 0);
  CHECK(trace_faces(built.mesh).size() == 1);
}

TEST_CASE("borders that miss each other by a hair leave slivers; the tolerance closes them and says what moved") {
  RingSet set;
  const auto at = [](double lon, double lat) { return from_degrees(lon, lat); };
  set.add(Ring{at(0, 0), at(1, 0), at(1, 0.5), at(1, 1), at(0, 1)}, 0);
  set.add(Ring{at(1, 0), at(2, 0), at(2, 1), at(1, 1), at(1.0000001, 0.5)}, 1);
  const MeshBuild exact = build_mesh(set);
  CHECK(find(exact, MeshFaultKind::sliver));

  const MeshBuild snapped = build_mesh(set, 1000);
  CHECK(snapped.faults.empty());
  REQUIRE(snapped.moves.size() == 1);
  CHECK(snapped.moves[0].from == at(1.0000001, 0.5));
  CHECK(snapped.moves[0].to == at(1, 0.5));
}

TEST_CASE("a missing corner is put into the edge, the ground stays with its owner") {
  // libgeos/geos#1525: cleaning without snapping gave one polygon's ground to the other.
  RingSet set;
  const auto at = [](double lon, double lat) { return from_degrees(lon, lat); };
  set.add(Ring{at(1, 0), at(4, 0), at(1, 3), at(1, 1)}, 0);
  set.add(Ring{at(0, 4), at(1, 0), at(1, 3)}, 1);
  const MeshBuild built = build_mesh(set);
  REQUIRE(kinds(built) == std::vector{MeshFaultKind::touch});
  CHECK(built.faults[0].place == at(1, 1));
  Wide twice[2] = {0, 0};
  for (const Face& face : trace_faces(built.mesh)) twice[face.unit] += face.outer.twice_area;
  const Wide square_degree = Wide{nanodegrees_per_degree} * nanodegrees_per_degree;
  CHECK((twice[0] == 9 * square_degree));
  CHECK((twice[1] == 3 * square_degree));
}

TEST_CASE("snapping does not close a narrow part of one ring") {
  RingSet set;
  const auto at = [](double lon, double lat) { return from_degrees(lon, lat); };
  set.add(Ring{at(0, 0), at(2, 0), at(2, 1), at(1.0000002, 1), at(1.0000002, 0.1), at(1, 0.1), at(1, 1), at(0, 1)}, 0);
  const MeshBuild built = build_mesh(set, 1000);
  CHECK(built.moves.empty());
  CHECK(built.mesh.positions.size() == 9);
}

TEST_CASE("a unit cut in two by the antimeridian borders itself there, not the void") {
  RingSet set;
  const auto at = [](double lon, double lat) { return from_degrees(lon, lat); };
  set.add(Ring{at(179, 0), at(180, 0), at(180, 2), at(179, 2)}, 0);
  set.add(Ring{at(-180, 0), at(-179, 0), at(-179, 1), at(-180, 1)}, 0);
  set.add(Ring{at(-180, 1), at(-179, 1), at(-179, 2), at(-180, 2)}, 1);
  const MeshBuild built = build_mesh(set);
  CHECK(built.faults.empty());
  int within = 0;
  int between_units = 0;
  for (const Arc& arc : built.mesh.arcs) {
    if (std::abs(built.mesh.path(arc)[0].lon) != antimeridian || std::abs(built.mesh.path(arc)[1].lon) != antimeridian) continue;
    within += arc.left == 0 && arc.right == 0;
    between_units += arc.left != nobody && arc.right != nobody && arc.left != arc.right;
  }
  CHECK(within == 2);         // once on each side of the seam
  CHECK(between_units == 2);
}

TEST_CASE("upper levels are a filter of arcs") {
  const Sketch map{R"(
h  g  f  e

a  b  c  d)"};
  const MeshBuild built = build_mesh(rings(map, {"abgh", "bcfg", "cdef"}));
  const std::vector<UnitIndex> county{0, 0, 1};
  const Mesh upper = dissolve(built.mesh, county);
  CHECK(upper.arcs.size() < built.mesh.arcs.size());
  CHECK(trace_faces(upper).size() == 2);
}
