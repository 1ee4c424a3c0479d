// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/plane.hpp"

#include "gis/base/error.hpp"
#include "gis/base/parallel.hpp"
#include "gis/mesh/crossings.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace merestone {
namespace {

constexpr double radians_per_nanodegree = std::numbers::pi / 180e9;
constexpr std::int64_t last_latitude = 89'900'000'000;
constexpr int most_repairs = 64;
constexpr double most_between = 100'000;

/// Positions to put between the ends of an edge: where it bends most on the plane it must stay within a quarter
/// of a tile unit of its chords.
int positions_between(Position a, Position b, const TileGrid& finest) {
  const double span = static_cast<double>(b.lat - a.lat) * radians_per_nanodegree;
  if (std::abs(span) < 1e-5) return 0;
  const std::int64_t polemost = std::max(std::abs(a.lat), std::abs(b.lat));
  const double latitude = static_cast<double>(std::min(polemost, last_latitude)) * radians_per_nanodegree;
  const double bend = std::tan(latitude) / std::cos(latitude) * span * span / 8 / (2 * std::numbers::pi);
  const double allowed = 0.25 / std::ldexp(1.0, finest.zoom + finest.bits);
  return static_cast<int>(std::min(most_between, std::sqrt(bend / allowed)));
}

void append_edge(Position a, Position b, const TileGrid& finest, Polyline& path) {
  const int between = positions_between(a, b, finest);
  for (int i = 1; i <= between; ++i) {
    const double t = static_cast<double>(i) / (between + 1);
    const Position p = to_plane({a.lon + std::llround(t * static_cast<double>(b.lon - a.lon)),
                                 a.lat + std::llround(t * static_cast<double>(b.lat - a.lat))});
    if (p != path.back()) path.push_back(p);
  }
  const Position end = to_plane(b);
  if (end != path.back()) path.push_back(end);
}

/// On the edge of the world there is nothing beyond.
void close_world(std::span<const Position> path, UnitIndex& left, UnitIndex& right) {
  const auto at = [&](std::int64_t x) {
    return std::all_of(path.begin(), path.end(), [&](Position p) { return p.lon == x; });
  };
  const bool southwards = path.front().lat < path.back().lat;
  if (at(half_world)) (southwards ? right : left) = nobody;  // on the plane, west is left of the way southwards
  if (at(-half_world)) (southwards ? left : right) = nobody;
}

double distance(Position p, Position a, Position b) {
  const auto dx = static_cast<double>(b.lon - a.lon);
  const auto dy = static_cast<double>(b.lat - a.lat);
  const double length = std::hypot(dx, dy);
  return length > 0 ? std::abs(static_cast<double>(cross(a, b, p))) / length : 0;
}

/// For each edge to bend, by index of its first position, the corner of another edge to put in.
using Bends = std::map<std::uint32_t, Position>;

Bends bends_for(const Mesh& mesh, const std::vector<SegmentMeeting>& meetings) {
  Bends bends;
  for (const SegmentMeeting& m : meetings) {
    const std::uint32_t edges[2] = {m.a.index, m.b.index};
    double least = -1;
    std::uint32_t edge = 0;
    Position corner;
    for (int side = 0; side < 2; ++side) {
      const Position a = mesh.positions[edges[side]];
      const Position b = mesh.positions[edges[side] + 1];
      for (std::uint32_t end = 0; end < 2; ++end) {
        const Position p = mesh.positions[edges[1 - side] + end];
        if (p == a || p == b) continue;
        const double off = distance(p, a, b);
        if (least >= 0 && off >= least) continue;
        least = off;
        edge = edges[side];
        corner = p;
      }
    }
    if (least >= 0) bends.emplace(edge, corner);
  }
  return bends;
}

/// Bends edges and cuts every arc where it passes such a corner.
Plane bent(const Plane& plane, const Bends& bends) {
  std::set<Position> nodes;
  for (const auto& [edge, corner] : bends) nodes.insert(corner);
  Plane result;
  Polyline path;
  for (std::size_t i = 0; i < plane.mesh.arcs.size(); ++i) {
    const Arc& arc = plane.mesh.arcs[i];
    const auto cut = [&](Position next) {
      if (path.size() > 1) {
        result.mesh.add(path, arc.left, arc.right);
        result.source.push_back(plane.source[i]);
      }
      path = {next};
    };
    path.clear();
    for (std::uint32_t at = arc.first; at < arc.first + arc.count; ++at) {
      const Position p = plane.mesh.positions[at];
      path.push_back(p);
      if (nodes.contains(p)) cut(p);
      const auto bend = bends.find(at);
      if (at + 1 == arc.first + arc.count || bend == bends.end()) continue;
      path.push_back(bend->second);
      cut(bend->second);
    }
    cut({});
  }
  return result;
}

}  // namespace

Position to_plane(Position p) noexcept {
  const double latitude =
      static_cast<double>(std::clamp(p.lat, -last_latitude, last_latitude)) * radians_per_nanodegree;
  const double scale = static_cast<double>(half_world);
  return {std::llround(static_cast<double>(p.lon) / static_cast<double>(antimeridian) * scale),
          -std::llround(std::atanh(std::sin(latitude)) / std::numbers::pi * scale)};
}

Position from_plane(Position p) noexcept {
  const double scale = static_cast<double>(half_world);
  const double latitude = std::atan(std::sinh(-static_cast<double>(p.lat) / scale * std::numbers::pi));
  return {std::llround(static_cast<double>(p.lon) / scale * static_cast<double>(antimeridian)),
          std::llround(latitude / radians_per_nanodegree)};
}

Plane make_plane(const Mesh& mesh, const std::vector<bool>& wanted, const TileGrid& finest) {
  std::vector<Polyline> paths(mesh.arcs.size());
  parallel_for(mesh.arcs.size(), 1024, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!wanted[i]) continue;
      const auto path = mesh.path(i);
      paths[i].reserve(path.size());
      paths[i].push_back(to_plane(path.front()));
      for (std::size_t k = 1; k < path.size(); ++k) append_edge(path[k - 1], path[k], finest, paths[i]);
    }
  });
  Plane plane;
  plane.mesh.positions.reserve(mesh.positions.size());
  for (std::uint32_t i = 0; i < paths.size(); ++i) {
    if (paths[i].size() < 2) continue;
    UnitIndex left = mesh.arcs[i].right;
    UnitIndex right = mesh.arcs[i].left;
    close_world(paths[i], left, right);
    plane.mesh.add(paths[i], left, right);
    plane.source.push_back(i);
    paths[i] = {};
  }
  for (int round = 0; round < most_repairs; ++round) {
    std::vector<SegmentMeeting> meetings = find_crossings(plane.mesh);
    std::erase_if(meetings, [](const SegmentMeeting& m) { return m.meeting != Meeting::cross; });
    if (meetings.empty()) return plane;
    plane = bent(plane, bends_for(plane.mesh, meetings));
  }
  throw Error{Fault::invalid, "border lines cross each other", {{.rule = "tiles.crossing_lines", .facts = {}}}};
}

}  // namespace merestone
