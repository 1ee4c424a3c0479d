// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/build.hpp"

#include "gis/mesh/antimeridian.hpp"
#include "gis/mesh/crossings.hpp"
#include "gis/mesh/cutting.hpp"
#include "gis/mesh/ground.hpp"
#include "gis/mesh/snapping.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace merestone {
namespace {

/// Positions to put into an edge, known by its two ends in order.
class EdgeCuts {
 public:
  void add(Position a, Position b, Position cut) {
    if (cut == a || cut == b) return;
    if (b < a) std::swap(a, b);
    cuts_[hash_of(a) ^ 3 * hash_of(b)].push_back({a, b, cut});
  }
  bool empty() const { return cuts_.empty(); }

  RingSet apply(const RingSet& rings) const {
    RingSet result;
    std::vector<Position> ring;
    for (std::size_t r = 0; r < rings.size(); ++r) {
      const auto old = rings.ring(r);
      ring.clear();
      for (std::size_t i = 0; i < old.size(); ++i) {
        const Position a = old[i];
        const Position b = old[i + 1 == old.size() ? 0 : i + 1];
        ring.push_back(a);
        for (const Position p : between(a, b)) ring.push_back(p);
      }
      result.add(ring, rings.unit[r]);
    }
    return result;
  }

 private:
  struct Cut {
    Position a, b, at;
  };
  std::vector<Position> between(Position from, Position to) const {
    const auto [a, b] = std::minmax(from, to);
    std::vector<Position> found;
    const auto at = cuts_.find(hash_of(a) ^ 3 * hash_of(b));
    if (at == cuts_.end()) return found;
    for (const Cut& cut : at->second) {
      if (cut.a == a && cut.b == b) found.push_back(cut.at);
    }
    const auto along = [&](Position p) {
      return Wide{p.lon - from.lon} * (to.lon - from.lon) + Wide{p.lat - from.lat} * (to.lat - from.lat);
    };
    std::sort(found.begin(), found.end(), [&](Position p, Position q) {
      return along(p) != along(q) ? along(p) < along(q) : p < q;
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }
  std::unordered_map<std::uint64_t, std::vector<Cut>> cuts_;
};

Position crossing_of(Position a, Position b, Position c, Position d) {
  const auto above = static_cast<long double>(cross(c, d, a));
  const auto below = static_cast<long double>(cross(c, d, b));
  const long double t = above / (above - below);
  return {a.lon + std::llround(t * static_cast<long double>(b.lon - a.lon)),
          a.lat + std::llround(t * static_cast<long double>(b.lat - a.lat))};
}

bool inside_edge(Position a, Position b, Position p) {
  return p != a && p != b && cross(a, b, p) == 0 && std::min(a, b) < p && p < std::max(a, b);
}

MeshFault fault_of(const Mesh& mesh, const SegmentMeeting& m) {
  const Arc& x = mesh.arcs[m.a.arc];
  const Arc& y = mesh.arcs[m.b.arc];
  const UnitIndex xs[2] = {x.left, x.right};
  const UnitIndex ys[2] = {y.left, y.right};
  MeshFault fault{m.meeting == Meeting::cross ? MeshFaultKind::crossing : MeshFaultKind::touch, mesh.positions[m.a.index]};
  fault.unit = xs[0] != nobody ? xs[0] : xs[1];
  fault.other = fault.unit;
  for (const UnitIndex u : ys) {
    if (u != nobody && u != fault.unit) fault.other = u;
  }
  if (fault.other == fault.unit) {
    for (const UnitIndex u : xs) {
      if (u != nobody && u != fault.unit && (u == ys[0] || u == ys[1])) fault.other = u;
    }
  }
  if (fault.other == fault.unit) fault.kind = MeshFaultKind::self_crossing;
  const Position a = mesh.positions[m.a.index];
  const Position b = mesh.positions[m.a.index + 1];
  const Position c = mesh.positions[m.b.index];
  const Position d = mesh.positions[m.b.index + 1];
  if (m.meeting == Meeting::cross) {
    fault.place = crossing_of(a, b, c, d);
  } else {
    for (const Position p : {c, d}) {
      if (inside_edge(a, b, p)) fault.place = p;
    }
    for (const Position p : {a, b}) {
      if (inside_edge(c, d, p)) fault.place = p;
    }
  }
  return fault;
}

EdgeCuts cuts_for(const Mesh& mesh, const std::vector<SegmentMeeting>& meetings) {
  EdgeCuts cuts;
  for (const SegmentMeeting& m : meetings) {
    const Position a = mesh.positions[m.a.index];
    const Position b = mesh.positions[m.a.index + 1];
    const Position c = mesh.positions[m.b.index];
    const Position d = mesh.positions[m.b.index + 1];
    if (m.meeting == Meeting::cross) {
      const Position p = crossing_of(a, b, c, d);
      cuts.add(a, b, p);
      cuts.add(c, d, p);
    }
    for (const Position p : {c, d}) {
      if (inside_edge(a, b, p)) cuts.add(a, b, p);
    }
    for (const Position p : {a, b}) {
      if (inside_edge(c, d, p)) cuts.add(c, d, p);
    }
  }
  return cuts;
}

void drop_inner_borders(Mesh& mesh) {
  const auto inner = [](const Arc& arc) { return arc.left == arc.right; };
  if (std::none_of(mesh.arcs.begin(), mesh.arcs.end(), inner)) return;
  Mesh kept;
  for (const Arc& arc : mesh.arcs) {
    if (!inner(arc)) kept.add(mesh.path(arc), arc.left, arc.right);
  }
  mesh = std::move(kept);
}

}  // namespace

void RingSet::add(std::span<const Position> ring_positions, UnitIndex owner) {
  positions.insert(positions.end(), ring_positions.begin(), ring_positions.end());
  first.push_back(static_cast<std::uint32_t>(positions.size()));
  unit.push_back(owner);
}

void RingSet::add(const MultiPolygon& shape, UnitIndex owner) {
  for (const Polygon& polygon : shape) {
    add(polygon.outer, owner);
    for (const Ring& hole : polygon.holes) add(hole, owner);
  }
}

MeshBuild build_mesh(const RingSet& rings, std::int64_t tolerance) {
  MeshBuild result;
  RingSet changed;
  const RingSet* input = &rings;
  if (tolerance > 0) {
    Snapped snapped = snap(rings, tolerance);
    changed = std::move(snapped.rings);
    result.moves = std::move(snapped.moves);
    input = &changed;
  }
  if (std::optional<RingSet> matched = match_antimeridian(*input)) {
    changed = std::move(*matched);
    input = &changed;
  }
  CutRings cut = cut_rings(*input);
  result.faults = cut.faults;
  auto meetings = find_crossings(cut.mesh);
  std::set<std::pair<Position, MeshFaultKind>> told;
  for (const SegmentMeeting& m : meetings) {
    const MeshFault fault = fault_of(cut.mesh, m);
    if (told.insert({fault.place, fault.kind}).second) result.faults.push_back(fault);
  }
  while (!meetings.empty()) {  // ends: every cut is a new position on the grid of nanodegrees near an old edge
    const EdgeCuts cuts = cuts_for(cut.mesh, meetings);
    if (cuts.empty()) break;
    changed = cuts.apply(*input);
    input = &changed;
    cut = cut_rings(*input);
    meetings = find_crossings(cut.mesh);
  }
  const auto ground = check_ground(cut);
  result.faults.insert(result.faults.end(), ground.begin(), ground.end());
  result.mesh = std::move(cut.mesh);
  drop_inner_borders(result.mesh);
  join_antimeridian(result.mesh);
  return result;
}

}  // namespace merestone
