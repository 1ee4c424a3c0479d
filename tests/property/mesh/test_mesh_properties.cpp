// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/faces.hpp"
#include "tests/support/mosaic.hpp"

using namespace merestone;

namespace {

Wide area_of(const Face& face) {
  Wide sum = face.outer.twice_area;
  for (const Cycle& hole : face.holes) sum += hole.twice_area;
  return sum;
}

std::map<UnitIndex, Wide> areas(const Mesh& mesh) {
  std::map<UnitIndex, Wide> result;
  for (const Face& face : trace_faces(mesh)) {
    if (face.unit != nobody) result[face.unit] += area_of(face);
  }
  return result;
}

std::map<UnitIndex, Wide> areas(const RingSet& rings) {
  std::map<UnitIndex, Wide> result;
  for (std::size_t r = 0; r < rings.size(); ++r) result[rings.unit[r]] += twice_area(rings.ring(r));
  return result;
}

RingSet rings_again(const Mesh& mesh) {
  RingSet rings;
  for (const Face& face : trace_faces(mesh)) {
    if (face.unit != nobody) rings.add(MultiPolygon{polygon_of(mesh, face)}, face.unit);
  }
  return rings;
}

bool same(const Mesh& a, const Mesh& b) {
  if (a.positions != b.positions || a.arcs.size() != b.arcs.size()) return false;
  return std::equal(a.arcs.begin(), a.arcs.end(), b.arcs.begin(), [](const Arc& x, const Arc& y) {
    return x.first == y.first && x.count == y.count && x.left == y.left && x.right == y.right;
  });
}

}  // namespace

TEST_CASE("properties of the boundary mesh") {
  rc::prop("each unit has exactly the area that was delivered, and only gaps are found", [] {
    const auto mosaic = test::any_mosaic(4, true);
    const RingSet rings = test::rings_of(mosaic);
    const MeshBuild built = build_mesh(rings);
    for (const MeshFault& fault : built.faults) RC_ASSERT(fault.kind == MeshFaultKind::gap || fault.kind == MeshFaultKind::sliver);
    RC_ASSERT((areas(built.mesh) == areas(rings)));
  });

  rc::prop("the order of rings and where they start do not matter", [] {
    const RingSet rings = test::rings_of(test::any_mosaic(4, true));
    const MeshBuild one = build_mesh(rings);
    const MeshBuild other = build_mesh(test::shuffled(rings, *rc::gen::arbitrary<unsigned>()));
    RC_ASSERT(same(one.mesh, other.mesh));
    RC_ASSERT(one.faults.size() == other.faults.size());
  });

  rc::prop("building from the output gives the same mesh", [] {
    const MeshBuild one = build_mesh(test::rings_of(test::any_mosaic(4, true)));
    const MeshBuild again = build_mesh(rings_again(one.mesh));
    RC_ASSERT(same(one.mesh, again.mesh));
  });

  rc::prop("upper units have the sum of their parts", [] {
    const auto mosaic = test::any_mosaic(6, false);
    const MeshBuild built = build_mesh(test::rings_of(mosaic));
    const std::vector<UnitIndex> upper{0, 1, 0, 2, 1, 2};
    std::map<UnitIndex, Wide> expected;
    for (const auto& [unit, area] : areas(built.mesh)) expected[upper[unit]] += area;
    RC_ASSERT((areas(dissolve(built.mesh, upper)) == expected));
  });

  rc::prop("with a tolerance, jittered borders come together again and every move is told", [] {
    auto mosaic = test::any_mosaic(4, false);
    const RingSet clean = test::rings_of(mosaic);
    RingSet jittered = clean;
    std::mt19937 random{*rc::gen::arbitrary<unsigned>()};
    std::map<std::pair<UnitIndex, Position>, Position> drawn;  // each unit draws a corner in its own way
    for (std::size_t r = 0; r < jittered.size(); ++r) {
      for (std::uint32_t i = jittered.first[r]; i < jittered.first[r + 1]; ++i) {
        Position& p = jittered.positions[i];
        const auto shift = [&] { return static_cast<std::int64_t>(random() % 41) - 20; };
        p = drawn.try_emplace({jittered.unit[r], p}, Position{p.lon + shift(), p.lat + shift()}).first->second;
      }
    }
    const MeshBuild built = build_mesh(jittered, 100);
    RC_ASSERT(built.faults.empty());
    RC_ASSERT(built.mesh.positions.size() == build_mesh(clean).mesh.positions.size());
    for (const Move& move : built.moves) {
      RC_ASSERT(std::abs(move.from.lon - move.to.lon) <= 100);
      RC_ASSERT(std::abs(move.from.lat - move.to.lat) <= 100);
    }
    const MeshBuild other = build_mesh(test::shuffled(jittered, static_cast<unsigned>(random())), 100);
    RC_ASSERT(same(built.mesh, other.mesh));
  });

  rc::prop("a coverage over the antimeridian has the area of its parts", [] {
    const auto mosaic = test::any_mosaic(3, false);
    RingSet rings = test::rings_of(mosaic);
    for (Position& p : rings.positions) p.lon -= 10 * nanodegrees_per_degree;  // west of the seam, moved as one
    const auto before = areas(rings);
    RingSet seam;
    seam.add(Ring{{antimeridian - nanodegrees_per_degree, 0}, {antimeridian, 0}, {antimeridian, nanodegrees_per_degree}}, 0);
    seam.add(Ring{{-antimeridian, 0}, {-antimeridian + nanodegrees_per_degree, nanodegrees_per_degree}, {-antimeridian, nanodegrees_per_degree}}, 1);
    const auto total = areas(seam);
    for (std::size_t r = 0; r < seam.size(); ++r) rings.add(seam.ring(r), seam.unit[r]);
    auto expected = before;
    for (const auto& [unit, area] : total) expected[unit] += area;
    RC_ASSERT((areas(build_mesh(rings).mesh) == expected));
  });
}
