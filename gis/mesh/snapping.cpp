// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/snapping.hpp"

#include "gis/mesh/numbering.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace merestone {
namespace {

double distance(Position a, Position b) {
  return std::hypot(static_cast<double>(a.lon - b.lon), static_cast<double>(a.lat - b.lat));
}

/// The rings that visit each corner, ascending.
class Visitors {
 public:
  explicit Visitors(const NumberedRings& rings) : first_(rings.at.size() + 1, 0) {
    const auto each = [&](const auto& visit) {
      std::vector<std::uint32_t> last(rings.at.size(), 0);  // ring + 1
      for (std::uint32_t r = 0; r < rings.size(); ++r) {
        for (const std::uint32_t id : rings.ring(r)) {
          if (last[id] != r + 1) visit(id, r);
          last[id] = r + 1;
        }
      }
    };
    each([&](std::uint32_t id, std::uint32_t) { ++first_[id + 1]; });
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    rings_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    each([&](std::uint32_t id, std::uint32_t r) { rings_[next[id]++] = r; });
  }
  std::span<const std::uint32_t> of(std::uint32_t id) const { return {rings_.data() + first_[id], first_[id + 1] - first_[id]}; }
  bool visits(std::uint32_t ring, std::uint32_t id) const {
    const auto all = of(id);
    return std::binary_search(all.begin(), all.end(), ring);
  }

 private:
  std::vector<std::uint32_t> first_, rings_;
};

std::vector<std::uint32_t> in_order(const NumberedRings& rings) {
  std::vector<std::uint32_t> order(rings.at.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return rings.at[a] < rings.at[b]; });
  return order;
}

/// Sends each corner to the smallest corner near it that has not itself gone elsewhere.
RingSet cluster(const RingSet& input, std::int64_t tolerance, std::vector<Move>& moves) {
  NumberedRings rings = number_rings(input);
  const Visitors visitors{rings};
  const auto order = in_order(rings);
  std::vector<Position> target = rings.at;
  std::vector<bool> taken(rings.at.size(), false);
  std::vector<std::uint32_t> members;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (taken[order[i]]) continue;
    const Position here = rings.at[order[i]];
    members.clear();
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      const std::uint32_t other = order[j];
      const Position there = rings.at[other];
      if (there.lon - here.lon > tolerance) break;
      if (taken[other] || std::abs(there.lat - here.lat) > tolerance || distance(here, there) > static_cast<double>(tolerance)) continue;
      if (members.empty()) {
        const auto own = visitors.of(order[i]);
        members.assign(own.begin(), own.end());
      }
      const auto theirs = visitors.of(other);
      const auto common = [&](std::uint32_t r) { return std::find(members.begin(), members.end(), r) != members.end(); };
      if (std::any_of(theirs.begin(), theirs.end(), common)) continue;
      members.insert(members.end(), theirs.begin(), theirs.end());
      taken[other] = true;
      target[other] = here;
      moves.push_back({there, here});
    }
  }
  RingSet result;
  std::vector<Position> ring;
  for (std::size_t r = 0; r < rings.size(); ++r) {
    ring.clear();
    for (const std::uint32_t id : rings.ring(r)) ring.push_back(target[id]);
    result.add(ring, rings.unit[r]);
  }
  return result;
}

/// Corners with an edge that no other ring walks the other way: only there can borders still miss each other.
/// In order of position.
std::vector<std::uint32_t> loose_corners(const NumberedRings& rings) {
  std::vector<std::uint64_t> edges;
  edges.reserve(rings.ids.size());
  for (std::size_t r = 0; r < rings.size(); ++r) {
    const auto ring = rings.ring(r);
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const auto [low, high] = std::minmax(ring[i], ring[i + 1 == ring.size() ? 0 : i + 1]);
      edges.push_back(std::uint64_t{low} << 32 | high);
    }
  }
  std::sort(edges.begin(), edges.end());
  std::vector<std::uint32_t> loose;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const bool alone = (i == 0 || edges[i - 1] != edges[i]) && (i + 1 == edges.size() || edges[i + 1] != edges[i]);
    if (!alone) continue;
    loose.push_back(static_cast<std::uint32_t>(edges[i] >> 32));
    loose.push_back(static_cast<std::uint32_t>(edges[i]));
  }
  std::sort(loose.begin(), loose.end());
  loose.erase(std::unique(loose.begin(), loose.end()), loose.end());
  std::sort(loose.begin(), loose.end(), [&](std::uint32_t a, std::uint32_t b) { return rings.at[a] < rings.at[b]; });
  return loose;
}

/// The foot of `p` on the edge a b; the distance in nanodegrees.
struct Foot {
  double along = 0;  ///< 0 at a, 1 at b
  double off = 0;
};
Foot foot(Position a, Position b, Position p) {
  const double dx = static_cast<double>(b.lon - a.lon);
  const double dy = static_cast<double>(b.lat - a.lat);
  const double px = static_cast<double>(p.lon - a.lon);
  const double py = static_cast<double>(p.lat - a.lat);
  const double square = dx * dx + dy * dy;
  return {(px * dx + py * dy) / square, std::abs(px * dy - py * dx) / std::sqrt(square)};
}

/// Puts loose corners of other rings into the edges that pass near them. Returns how many.
std::size_t pull_edges(RingSet& set, std::int64_t tolerance, std::vector<Move>& moves) {
  const NumberedRings rings = number_rings(set);
  const Visitors visitors{rings};
  const auto loose = loose_corners(rings);
  RingSet result;
  std::size_t pulled = 0;
  std::vector<Position> ring;
  std::vector<std::pair<double, Position>> found;
  for (std::uint32_t r = 0; r < rings.size(); ++r) {
    const auto ids = rings.ring(r);
    ring.clear();
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const Position a = rings.at[ids[i]];
      const Position b = rings.at[ids[i + 1 == ids.size() ? 0 : i + 1]];
      ring.push_back(a);
      Box box;
      box.add(a);
      box.add(b);
      box = {box.west - tolerance, box.south - tolerance, box.east + tolerance, box.north + tolerance};
      found.clear();
      auto c = std::lower_bound(loose.begin(), loose.end(), box.west,
                                [&](std::uint32_t id, std::int64_t west) { return rings.at[id].lon < west; });
      for (; c != loose.end() && rings.at[*c].lon <= box.east; ++c) {
        const Position p = rings.at[*c];
        if (!box.contains(p) || p == a || p == b) continue;
        const Foot f = foot(a, b, p);
        if (f.along <= 0 || f.along >= 1 || f.off > static_cast<double>(tolerance) || visitors.visits(r, *c)) continue;
        found.push_back({f.along, p});
      }
      std::sort(found.begin(), found.end());
      for (const auto& [along, p] : found) {
        const Position on_edge{a.lon + std::llround(along * static_cast<double>(b.lon - a.lon)),
                               a.lat + std::llround(along * static_cast<double>(b.lat - a.lat))};
        if (on_edge != p) moves.push_back({on_edge, p});
        ring.push_back(p);
        ++pulled;
      }
    }
    result.add(ring, rings.unit[r]);
  }
  set = std::move(result);
  return pulled;
}

}  // namespace

Snapped snap(const RingSet& rings, std::int64_t tolerance) {
  Snapped result;
  result.rings = cluster(rings, tolerance, result.moves);
  while (pull_edges(result.rings, tolerance, result.moves) != 0) {  // ends: a ring takes in a corner once
  }
  std::sort(result.moves.begin(), result.moves.end(), [](const Move& a, const Move& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  result.moves.erase(std::unique(result.moves.begin(), result.moves.end(),
                                 [](const Move& a, const Move& b) { return a.from == b.from && a.to == b.to; }),
                     result.moves.end());
  return result;
}

}  // namespace merestone
