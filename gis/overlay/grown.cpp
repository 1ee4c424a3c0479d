// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/grown.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/local_plane.hpp"
#include "gis/geometry/geos_bridge.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

constexpr std::int64_t step = nanodegrees_per_degree / 100;  ///< about a kilometre
constexpr std::int64_t most_pieces = 50'000;

std::int64_t pieces_of(Position a, Position b) { return std::max(std::abs(b.lon - a.lon), std::abs(b.lat - a.lat)) / step; }

/// A path on the plane in whole millimetres, with positions between its corners where these are far apart.
std::vector<Position> on_plane(const LocalPlane& plane, std::span<const Position> path, bool closed) {
  std::vector<Position> result;
  const auto add = [&](Position p) {
    const PlanePoint at = plane.to_plane(p);
    const Position millimetres{std::llround(at.x * 1000), std::llround(at.y * 1000)};
    if (result.empty() || result.back() != millimetres) result.push_back(millimetres);
  };
  for (std::size_t i = 0; i < path.size(); ++i) {
    add(path[i]);
    if (i + 1 == path.size() && !closed) break;
    const Position a = path[i];
    const Position b = path[i + 1 < path.size() ? i + 1 : 0];
    const std::int64_t pieces = pieces_of(a, b) + 1;
    for (std::int64_t k = 1; k < pieces; ++k) add({a.lon + (b.lon - a.lon) * k / pieces, a.lat + (b.lat - a.lat) * k / pieces});
  }
  if (closed && result.size() > 1 && result.back() == result.front()) result.pop_back();
  return result;
}

/// Positions between those given cost memory that what is drawn does not pay for.
void refuse_endless(const LayerFeature& feature) {
  std::int64_t pieces = 0;
  const auto add = [&](std::span<const Position> path, bool closed) {
    for (std::size_t i = 1; i < path.size(); ++i) pieces += pieces_of(path[i - 1], path[i]);
    if (closed && path.size() > 1) pieces += pieces_of(path.back(), path.front());
  };
  for (const Polygon& polygon : feature.areas) {
    add(polygon.outer, true);
    for (const Ring& hole : polygon.holes) add(hole, true);
  }
  for (const Polyline& line : feature.lines) add(line, false);
  if (pieces > most_pieces) throw Error{Fault::invalid, "a shape too long to grow", {{.rule = "overlay.too_long"}}};
}

}  // namespace

MultiPolygon grown(const LayerFeature& feature, double distance_m) {
  if (!std::isfinite(distance_m) || std::abs(distance_m) > 1e6) {
    throw Error{Fault::invalid, "no distance to grow a shape by", {{.rule = "overlay.not_a_distance"}}};
  }
  Box box = box_of(feature.areas);
  for (const Polyline& line : feature.lines) box.add(box_of(line));
  box.add(box_of(feature.points));
  if (box.empty()) return {};
  refuse_endless(feature);
  const LocalPlane plane{{(box.west + box.east) / 2, (box.south + box.north) / 2}};

  MultiPolygon areas;
  for (const Polygon& polygon : feature.areas) {
    Polygon flat{on_plane(plane, polygon.outer, true), {}};
    if (flat.outer.size() < 3) continue;
    for (const Ring& hole : polygon.holes) {
      if (Ring ring = on_plane(plane, hole, true); ring.size() > 2) flat.holes.push_back(std::move(ring));
    }
    areas.push_back(std::move(flat));
  }
  std::vector<Polyline> lines;
  std::vector<Position> points ;
  for (const Position point : feature.points) points.push_back(on_plane(plane, std::span{&point, 1}, false).front());
  for (const Polyline& line : feature.lines) {
    Polyline flat = on_plane(plane, line, false);
    if (flat.size() == 1) points.push_back(flat.front());
    lines.push_back(std::move(flat));
  }
  MultiPolygon shape = grown_on_plane(areas, lines, points, distance_m * 1000, 16);
  const auto back = [&](Ring& ring) {
    for (Position& p : ring) {
      p = plane.to_position({static_cast<double>(p.lon) / 1000, static_cast<double>(p.lat) / 1000});
      if (std::abs(p.lon - (box.west + box.east) / 2) < 90 * std::int64_t{nanodegrees_per_degree}) continue;
      throw Error{Fault::invalid, "a grown shape crosses the 180th meridian or a pole", {{.rule = "overlay.over_the_edge", .facts = {}}}};
    }
  };
  for (Polygon& polygon : shape) {
    back(polygon.outer);
    for (Ring& hole : polygon.holes) back(hole);
  }
  return shape;
}

}  // namespace merestone
