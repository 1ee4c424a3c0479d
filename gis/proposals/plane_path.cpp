// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/plane_path.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace merestone::proposals {

PlanePoint foot_on(PlanePoint p, PlanePoint q, PlanePoint x) {
  const PlanePoint way = q - p;
  const double squared = dot(way, way);
  if (squared == 0) return p;
  const double at = dot(x - p, way) / squared;
  return at <= 0 ? p : at >= 1 ? q : p + at * way;
}

namespace {

void lay_edge(Position from, PlanePoint start, Position to, PlanePoint end, const LocalPlane& plane, double tolerance,
              int depth, PlaneLine& line) {
  const Position middle{(from.lon + to.lon) / 2, (from.lat + to.lat) / 2};
  const PlanePoint bend = plane.to_plane(middle);
  if (depth > 0 && length(bend - 0.5 * (start + end)) > tolerance) {
    lay_edge(from, start, middle, bend, plane, tolerance, depth - 1, line);
    lay_edge(middle, bend, to, end, plane, tolerance, depth - 1, line);
  } else {
    line.push_back(end);
  }
}

}  // namespace

PlaneLine laid_out(std::span<const Position> path, const LocalPlane& plane, double tolerance_m) {
  PlaneLine line;
  if (path.empty()) return line;
  line.push_back(plane.to_plane(path[0]));
  for (std::size_t i = 1; i < path.size(); ++i) {
    lay_edge(path[i - 1], line.back(), path[i], plane.to_plane(path[i]), plane, tolerance_m, 12, line);
  }
  return line;
}

double NearestOnPath::Box::squared_distance(PlanePoint x) const {
  const double dx = std::max({west - x.x, x.x - east, 0.0});
  const double dy = std::max({south - x.y, x.y - north, 0.0});
  return dx * dx + dy * dy;
}

NearestOnPath::NearestOnPath(PlaneLine points) : points_{std::move(points)} {
  const std::size_t edges = points_.size() - 1;
  leaves_ = std::bit_ceil((edges + per_leaf - 1) / per_leaf);
  constexpr double far = std::numeric_limits<double>::infinity();
  boxes_.assign(2 * leaves_, {far, far, -far, -far});
  for (std::size_t i = 0; i < edges; ++i) {
    Box& box = boxes_[leaves_ + i / per_leaf];
    for (const PlanePoint p : {points_[i], points_[i + 1]}) {
      box = {std::min(box.west, p.x), std::min(box.south, p.y), std::max(box.east, p.x), std::max(box.north, p.y)};
    }
  }
  for (std::size_t i = leaves_ - 1; i > 0; --i) {
    const Box& l = boxes_[2 * i];
    const Box& r = boxes_[2 * i + 1];
    boxes_[i] = {std::min(l.west, r.west), std::min(l.south, r.south), std::max(l.east, r.east),
                 std::max(l.north, r.north)};
  }
}

NearestOnPath::Hit NearestOnPath::nearest(PlanePoint x) const {
  Hit best;
  double best_squared = std::numeric_limits<double>::infinity();
  const auto descend = [&](const auto& self, std::size_t node) -> void {
    if (node >= leaves_) {
      const std::size_t first = (node - leaves_) * per_leaf;
      for (std::size_t i = first; i < std::min(first + per_leaf, points_.size() - 1); ++i) {
        const PlanePoint foot = foot_on(points_[i], points_[i + 1], x);
        const double squared = dot(x - foot, x - foot);
        if (squared < best_squared) {
          best_squared = squared;
          best = {0, i, foot};
        }
      }
      return;
    }
    const double l = boxes_[2 * node].squared_distance(x);
    const double r = boxes_[2 * node + 1].squared_distance(x);
    if (std::min(l, r) < best_squared) self(self, l <= r ? 2 * node : 2 * node + 1);
    if (std::max(l, r) < best_squared) self(self, l <= r ? 2 * node + 1 : 2 * node);
  };
  descend(descend, 1);
  best.distance = std::sqrt(best_squared);
  return best;
}

std::vector<std::size_t> NearestOnPath::edges_within(PlanePoint x, double distance) const {
  std::vector<std::size_t> found;
  const double squared = distance * distance;
  const auto descend = [&](const auto& self, std::size_t node) -> void {
    if (!(boxes_[node].squared_distance(x) <= squared)) return;
    if (node < leaves_) {
      self(self, 2 * node);
      self(self, 2 * node + 1);
      return;
    }
    const std::size_t first = (node - leaves_) * per_leaf;
    for (std::size_t i = first; i < std::min(first + per_leaf, points_.size() - 1); ++i) {
      const PlanePoint foot = foot_on(points_[i], points_[i + 1], x);
      if (dot(x - foot, x - foot) <= squared) found.push_back(i);
    }
  };
  descend(descend, 1);
  return found;
}

GeodesicDistance::GeodesicDistance(std::span<const Position> path, const LocalPlane& plane)
    : plane_{plane}, path_{laid_out(path, plane)} {
  for (const PlanePoint p : path_.points()) positions_.push_back(plane_.to_position(p));
}

GeodesicDistance::Hit GeodesicDistance::at(Position p) const {
  const PlanePoint x = plane_.to_plane(p);
  const double rough = path_.nearest(x).distance;
  const LocalPlane around{p};
  Hit best{std::numeric_limits<double>::infinity(), {}};
  std::size_t known = path_.points().size();
  PlanePoint known_point;
  for (const std::size_t edge : path_.edges_within(x, rough * 1.0002 + 0.01)) {
    const auto place = [&](std::size_t i) { return around.to_plane(positions_[i]); };
    const PlanePoint from = edge == known ? known_point : place(edge);
    const PlanePoint to = place(edge + 1);
    known = edge + 1;
    known_point = to;
    const PlanePoint foot = foot_on(from, to, {});
    const double distance = length(foot);
    if (distance < best.distance_m) best = {distance, distance > 0 ? (-1 / distance) * foot : PlanePoint{}};
  }
  return best;
}

}  // namespace merestone::proposals
