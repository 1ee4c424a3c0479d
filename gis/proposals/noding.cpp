// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/noding.hpp"

#include "gis/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::proposals {
namespace {

struct BoxedEdge {
  Box box;
  std::size_t edge;
  bool second;  ///< of path b
};

/// Calls visit(a, b) for edges of both paths whose boxes meet; for one path alone `b` is left empty. Sweeps along
/// the longer side of the ground.
template <class Visit>
void each_near_pair(std::span<const Position> a, std::span<const Position> b, const Visit& visit) {
  const Box reach_a = box_of(a);
  const Box reach_b = b.empty() ? reach_a : box_of(b);
  std::vector<BoxedEdge> edges;
  Box whole;
  for (const bool second : {false, true}) {
    const std::span<const Position> path = second ? b : a;
    const Box& other = second ? reach_a : reach_b;  // what lies elsewhere meets nothing
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      const Box box = box_of(path.subspan(i, 2));
      if (!box.meets(other)) continue;
      edges.push_back({box, i, second});
      whole.add(box);
    }
  }
  const bool eastwards = whole.east - whole.west >= whole.north - whole.south;
  const auto low = [&](const Box& box) { return eastwards ? box.west : box.south; };
  const auto high = [&](const Box& box) { return eastwards ? box.east : box.north; };
  std::sort(edges.begin(), edges.end(), [&](const BoxedEdge& x, const BoxedEdge& y) { return low(x.box) < low(y.box); });
  const bool one = b.empty();
  std::vector<BoxedEdge> open[2];
  for (const BoxedEdge& edge : edges) {
    std::vector<BoxedEdge>& others = open[one ? 0 : !edge.second];
    std::erase_if(others, [&](const BoxedEdge& other) { return high(other.box) < low(edge.box); });
    for (const BoxedEdge& other : others) {
      if (!edge.box.meets(other.box)) continue;
      if (one || !edge.second) visit(edge.edge, other.edge);
      else visit(other.edge, edge.edge);
    }
    open[edge.second].push_back(edge);
  }
}

}  // namespace

std::vector<EdgePair> meetings(std::span<const Position> a, std::span<const Position> b) {
  std::vector<EdgePair> found;
  each_near_pair(a, b, [&](std::size_t i, std::size_t j) {
    const Meeting how = meeting(a[i], a[i + 1], b[j], b[j + 1]);
    if (how != Meeting::apart) found.push_back({i, j, how});
  });
  std::sort(found.begin(), found.end(), [](const EdgePair& x, const EdgePair& y) {
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  return found;
}

std::optional<Position> self_meeting(std::span<const Position> path) {
  std::optional<Position> place;
  const bool ring = path.size() > 2 && path.front() == path.back();
  const std::size_t edges = path.size() < 2 ? 0 : path.size() - 1;
  each_near_pair(path, {}, [&](std::size_t i, std::size_t j) {
    if (place) return;
    if (i > j) std::swap(i, j);
    const Meeting how = meeting(path[i], path[i + 1], path[j], path[j + 1]);
    if (how == Meeting::apart) return;
    const bool neighbours = j == i + 1 || (ring && i == 0 && j == edges - 1);
    if (!neighbours || how != Meeting::at_ends || (edges == 2 && ring)) place = path[j];
  });
  return place;
}

Position crossing_of(Position a, Position b, Position c, Position d) {
  // Relative to `a` the products are exact in long double up to some degrees, and rounded well below a nanodegree.
  const auto rx = static_cast<long double>(b.lon - a.lon);
  const auto ry = static_cast<long double>(b.lat - a.lat);
  const auto over = static_cast<long double>(cross(c, d, a));
  const auto under = over - static_cast<long double>(cross(c, d, b));
  const long double t = under == 0 ? 0 : over / under;
  return {a.lon + std::llrint(rx * t), a.lat + std::llrint(ry * t)};
}

bool has_edge(std::span<const Position> path, Position p, Position q) {
  return std::adjacent_find(path.begin(), path.end(), [&](Position from, Position to) {
           return (from == p && to == q) || (from == q && to == p);
         }) != path.end();
}

void drop_repeats(Polyline& path) { path.erase(std::unique(path.begin(), path.end()), path.end()); }

namespace {

struct Insertion {
  std::size_t edge;
  Position at;
};

/// Puts positions into their edges, in order along them.
void insert(Polyline& path, std::vector<Insertion> all) {
  if (all.empty()) return;
  std::sort(all.begin(), all.end(), [&](const Insertion& x, const Insertion& y) {
    if (x.edge != y.edge) return x.edge < y.edge;
    const auto along = [&](Position p) {
      const Position from = path[x.edge];
      const Position to = path[x.edge + 1];
      return Wide{p.lon - from.lon} * Wide{to.lon - from.lon} + Wide{p.lat - from.lat} * Wide{to.lat - from.lat};
    };
    return along(x.at) < along(y.at);
  });
  Polyline result;
  result.reserve(path.size() + all.size());
  auto next = all.begin();
  for (std::size_t i = 0; i < path.size(); ++i) {
    result.push_back(path[i]);
    for (; next != all.end() && next->edge == i; ++next) result.push_back(next->at);
  }
  path = std::move(result);
  drop_repeats(path);
}

/// Whether `p` lies on the closed edge from `from` to `to`.
bool on_edge(Position from, Position to, Position p) {
  const Position ends[] = {from, to};
  return cross(from, to, p) == 0 && box_of(ends).contains(p);
}

}  // namespace

void node(Polyline& a, Polyline& b) {
  for (int round = 0; round < 16; ++round) {
    std::vector<Insertion> into_a;
    std::vector<Insertion> into_b;
    for (const EdgePair& pair : meetings(a, b)) {
      const Position p = a[pair.a];
      const Position q = a[pair.a + 1];
      const Position r = b[pair.b];
      const Position s = b[pair.b + 1];
      if (pair.meeting == Meeting::at_ends) continue;
      if (pair.meeting == Meeting::cross) {
        const Position at = crossing_of(p, q, r, s);
        if (at != p && at != q) into_a.push_back({pair.a, at});
        if (at != r && at != s) into_b.push_back({pair.b, at});
        continue;
      }
      for (const Position end : {r, s}) {
        if (end != p && end != q && on_edge(p, q, end)) into_a.push_back({pair.a, end});
      }
      for (const Position end : {p, q}) {
        if (end != r && end != s && on_edge(r, s, end)) into_b.push_back({pair.b, end});
      }
    }
    if (into_a.empty() && into_b.empty()) return;
    insert(a, std::move(into_a));
    insert(b, std::move(into_b));
  }
  throw Error{Fault::invalid, "lines that cannot be noded", {{.rule = "proposal.tangled"}}};
}

}  // namespace merestone::proposals
