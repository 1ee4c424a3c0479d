// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/sewing.hpp"
#include "tests/support/mosaic.hpp"

#include <set>

using namespace merestone;

namespace {

using Sides = std::pair<UnitIndex, UnitIndex>;
using Segments = std::map<std::pair<Position, Position>, Sides>;  ///< every edge once, from its smaller end

/// Adds one arc's edges; where an edge is there already, the side that knows somebody fills the other's gap.
void add(Segments& segments, std::span<const Position> path, UnitIndex left, UnitIndex right) {
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const bool ahead = path[i] < path[i + 1];
    const auto [at, fresh] = segments.try_emplace(std::minmax(path[i], path[i + 1]), nobody, nobody);
    for (const auto& [held, said] : {std::pair{&at->second.first, ahead ? left : right},
                                     std::pair{&at->second.second, ahead ? right : left}}) {
      if (said == nobody) continue;
      RC_ASSERT(*held == nobody);  // no side is told twice
      *held = said;
    }
  }
}

Segments segments_of(const Mesh& mesh) {
  Segments segments;
  for (std::size_t a = 0; a < mesh.arcs.size(); ++a) add(segments, mesh.path(a), mesh.arcs[a].left, mesh.arcs[a].right);
  return segments;
}

/// Where borders meet: ends of arcs that are not rings closed in themselves.
std::set<Position> nodes_of(const Mesh& mesh) {
  std::map<Position, int> ends;
  for (const Arc& arc : mesh.arcs) {
    ++ends[mesh.path(arc).front()];
    ++ends[mesh.path(arc).back()];
  }
  std::set<Position> nodes;
  for (const auto& [position, count] : ends) {
    if (count > 2) nodes.insert(position);
  }
  return nodes;
}

/// Some of a mosaic's units, at random.
RingSet delivery(const RingSet& rings, const std::vector<bool>& chosen, bool which) {
  RingSet part;
  for (std::size_t r = 0; r < rings.size(); ++r) {
    if (chosen[rings.unit[r]] == which) part.add(rings.ring(r), rings.unit[r]);
  }
  return part;
}

std::vector<std::span<const Position>> paths_of(const Mesh& mesh) {
  std::vector<std::span<const Position>> paths;
  for (std::size_t a = 0; a < mesh.arcs.size(); ++a) paths.push_back(mesh.path(a));
  return paths;
}

struct Sewn {
  RingSet rings;
  Mesh old, fresh;
  Sewing sewing;
};

Sewn any_sewn() {
  Sewn sewn;
  sewn.rings = test::rings_of(test::any_mosaic(6, true));
  const auto chosen = *rc::gen::container<std::vector<bool>>(6, rc::gen::arbitrary<bool>());
  const bool first = *rc::gen::arbitrary<bool>();
  sewn.old = build_mesh(delivery(sewn.rings, chosen, first)).mesh;
  sewn.fresh = build_mesh(test::shuffled(delivery(sewn.rings, chosen, !first), *rc::gen::arbitrary<unsigned>())).mesh;
  sewn.sewing = sew(paths_of(sewn.old), sewn.fresh);
  return sewn;
}

}  // namespace

TEST_CASE("properties of sewing") {
  rc::prop("a coverage cut in two and sewn together has the borders and the nodes of the whole", [] {
    const Sewn sewn = any_sewn();
    Segments borders = segments_of(sewn.old);
    Mesh pieces;
    for (std::size_t a = 0; a < sewn.old.arcs.size(); ++a) {
      const auto path = sewn.old.path(a);
      std::vector<std::uint32_t> ends{0};
      ends.insert(ends.end(), sewn.sewing.cuts[a].begin(), sewn.sewing.cuts[a].end());
      ends.push_back(static_cast<std::uint32_t>(path.size() - 1));
      for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
        RC_ASSERT(ends[i] < ends[i + 1]);
        pieces.add(path.subspan(ends[i], ends[i + 1] - ends[i] + 1), nobody, nobody);
      }
    }
    for (const PathPart& part : sewn.sewing.fresh) {
      const Arc& arc = sewn.fresh.arcs[part.path];
      const auto path = sewn.fresh.path(arc).subspan(part.first, part.last - part.first + 1);
      add(borders, path, arc.left, arc.right);
      pieces.add(path, nobody, nobody);
    }
    for (const Seam& seam : sewn.sewing.seams) {
      const Arc& arc = sewn.fresh.arcs[seam.arc];
      const auto path = sewn.old.path(seam.old.path).subspan(seam.old.first, seam.old.last - seam.old.first + 1);
      add(borders, path, seam.forward ? arc.left : arc.right, seam.forward ? arc.right : arc.left);
    }
    const Mesh whole = build_mesh(sewn.rings).mesh;
    RC_ASSERT(borders == segments_of(whole));
    const auto nodes = nodes_of(whole);
    for (std::size_t a = 0; a < pieces.arcs.size(); ++a) {
      const auto path = pieces.path(a);
      for (std::size_t i = 1; i + 1 < path.size(); ++i) RC_ASSERT(!nodes.contains(path[i]));
    }
  });

  rc::prop("a seam ends where its old border ends or is cut", [] {
    const Sewn sewn = any_sewn();
    for (const Seam& seam : sewn.sewing.seams) {
      const auto& cuts = sewn.sewing.cuts[seam.old.path];
      const auto last = sewn.old.arcs[seam.old.path].count - 1;
      RC_ASSERT(seam.old.first == 0 || std::binary_search(cuts.begin(), cuts.end(), seam.old.first));
      RC_ASSERT(seam.old.last == last || std::binary_search(cuts.begin(), cuts.end(), seam.old.last));
    }
  });

  rc::prop("seams and fresh parts cover each fresh border, with nothing left over", [] {
    const Sewn sewn = any_sewn();
    std::map<std::uint32_t, std::size_t> lengths;
    for (const PathPart& part : sewn.sewing.fresh) lengths[part.path] += part.last - part.first;
    for (const Seam& seam : sewn.sewing.seams) lengths[seam.arc] += seam.old.last - seam.old.first;
    for (std::uint32_t a = 0; a < sewn.fresh.arcs.size(); ++a) RC_ASSERT(lengths[a] == sewn.fresh.arcs[a].count - 1);
  });

  rc::prop("what meets nothing is taken as it is", [] {
    const RingSet rings = test::rings_of(test::any_mosaic(4, true));
    const Mesh fresh = build_mesh(rings).mesh;
    const Sewing sewing = sew({}, fresh);
    RC_ASSERT(sewing.seams.empty());
    RC_ASSERT(sewing.fresh.size() == fresh.arcs.size());
  });
}
