// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/path_ruler.hpp"

#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace merestone {
namespace {

constexpr double east_of(const Position& from, const Position& to) {
  std::int64_t turn = to.lon - from.lon;
  if (turn > antimeridian) turn -= 2 * antimeridian;
  if (turn < -antimeridian) turn += 2 * antimeridian;
  return static_cast<double>(turn);
}

struct OnEdge {
  double share = 0;      ///< of the edge, where the nearest place is
  double squared = 0;    ///< of the distance, in nanodegrees of latitude
};

/// In a plane that is true at `p`: what is nearest is near enough to be so, and edges are short.
OnEdge nearest_on(Position a, Position b, Position p, double narrowing) {
  const double ax = east_of(p, a) * narrowing, ay = static_cast<double>(a.lat - p.lat);
  const double dx = east_of(a, b) * narrowing, dy = static_cast<double>(b.lat - a.lat);
  const double squared = dx * dx + dy * dy;
  const double share = squared > 0 ? std::clamp(-(ax * dx + ay * dy) / squared, 0.0, 1.0) : 0;
  return {share, (ax + share * dx) * (ax + share * dx) + (ay + share * dy) * (ay + share * dy)};
}

Position part_way(Position a, Position b, double share) {
  if (share <= 0) return a;
  if (share >= 1) return b;
  Position p{a.lon + std::llround(east_of(a, b) * share), a.lat + std::llround(static_cast<double>(b.lat - a.lat) * share)};
  if (p.lon > antimeridian) p.lon -= 2 * antimeridian;
  if (p.lon < -antimeridian) p.lon += 2 * antimeridian;
  return p;
}

/// Where the edges a b and c d, which meet, do so: one of their ends where that is on the other, else between.
Position meeting_place(Position a, Position b, Position c, Position d) {
  const auto on = [](Position p, Position q, Position r) {
    return cross(p, q, r) == 0 && std::min(p.lon, q.lon) <= r.lon && r.lon <= std::max(p.lon, q.lon) &&
           std::min(p.lat, q.lat) <= r.lat && r.lat <= std::max(p.lat, q.lat);
  };
  if (on(c, d, a)) return a;
  if (on(c, d, b)) return b;
  if (on(a, b, c)) return c;
  if (on(a, b, d)) return d;
  const auto from_a = static_cast<double>(cross(c, d, a));
  const auto from_b = static_cast<double>(cross(c, d, b));
  return part_way(a, b, from_a / (from_a - from_b));
}

}  // namespace

PathRuler::PathRuler(std::span<const Position> path, EdgeKind edges) : path_{path}, edges_{edges} {
  if (path.size() < 2) throw std::logic_error{"a path has two positions"};
  along_m_.reserve(path.size());
  std::int64_t so_far_um = 0;
  along_m_.push_back(0);
  for (std::size_t i = 1; i < path.size(); ++i) {
    so_far_um += measure(path.subspan(i - 1, 2), edges).length_um;
    along_m_.push_back(metres(so_far_um));
  }
}

OnPath PathRuler::nearest(Position p) const {
  const double narrowing = std::cos(degrees(p.lat) * 3.14159265358979323846 / 180);
  OnPath best;
  OnEdge found{0, -1};
  for (std::size_t i = 0; i + 1 < path_.size(); ++i) {
    const OnEdge here = nearest_on(path_[i], path_[i + 1], p, narrowing);
    if (found.squared >= 0 && here.squared >= found.squared) continue;
    found = here;
    best.edge = i;
  }
  best.at = part_way(path_[best.edge], path_[best.edge + 1], found.share);
  const Position start_and_place[] = {path_[best.edge], best.at};
  best.along_m = std::min(along_m_[best.edge] + ::merestone::length_m(start_and_place, edges_), along_m_[best.edge + 1]);
  best.off_m = distance_m(p, best.at);
  return best;
}

Polyline PathRuler::between(const OnPath& from, const OnPath& to) const {
  if (to.along_m < from.along_m) {
    Polyline way = between(to, from);
    std::reverse(way.begin(), way.end());
    return way;
  }
  Polyline way{from.at};
  const auto add = [&](Position p) {
    if (way.back() != p) way.push_back(p);
  };
  for (std::size_t i = from.edge + 1; i <= to.edge; ++i) add(path_[i]);
  add(to.at);
  return way;
}

std::vector<Polyline> joined_pieces(std::span<const Polyline> pieces) {
  std::vector<Polyline> joined;
  for (const Polyline& piece : pieces) {
    if (piece.empty()) continue;
    if (joined.empty() || joined.back().back() != piece.front()) {
      joined.push_back(piece);
    } else {
      joined.back().insert(joined.back().end(), piece.begin() + 1, piece.end());
    }
  }
  return joined;
}

std::vector<Position> crossings(std::span<const Position> path, std::span<const Position> other) {
  const Box reach = box_of(other);
  std::vector<Position> found;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const Box here = box_of(path.subspan(i - 1, 2));
    if (!here.meets(reach)) continue;
    std::vector<Position> on_edge;
    for (std::size_t j = 1; j < other.size(); ++j) {
      if (!here.meets(box_of(other.subspan(j - 1, 2)))) continue;
      if (meeting(path[i - 1], path[i], other[j - 1], other[j]) == Meeting::apart) continue;
      on_edge.push_back(meeting_place(path[i - 1], path[i], other[j - 1], other[j]));
    }
    std::sort(on_edge.begin(), on_edge.end(), [&](Position a, Position b) {
      return distance_m(path[i - 1], a) < distance_m(path[i - 1], b);
    });
    for (const Position p : on_edge) {
      if (std::find(found.begin(), found.end(), p) == found.end()) found.push_back(p);
    }
  }
  return found;
}

}  // namespace merestone
