// SPDX-License-Identifier: Apache-2.0
/// Paths laid into a plane, and how far from them a point lies. For this folder only.
#pragma once

#include "gis/geodesy/local_plane.hpp"
#include "gis/geometry/position.hpp"

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace merestone::proposals {

inline PlanePoint operator+(PlanePoint p, PlanePoint q) { return {p.x + q.x, p.y + q.y}; }
inline PlanePoint operator-(PlanePoint p, PlanePoint q) { return {p.x - q.x, p.y - q.y}; }
inline PlanePoint operator*(double s, PlanePoint p) { return {s * p.x, s * p.y}; }
inline double dot(PlanePoint p, PlanePoint q) { return p.x * q.x + p.y * q.y; }
inline double cross(PlanePoint p, PlanePoint q) { return p.x * q.y - p.y * q.x; }
inline double length(PlanePoint p) { return std::hypot(p.x, p.y); }

using PlaneLine = std::vector<PlanePoint>;

/// The point of the segment from `p` to `q` that is nearest to `x`.
PlanePoint foot_on(PlanePoint p, PlanePoint q, PlanePoint x);

/// Edges straight in longitude and latitude, given points until the plane's straight edges leave them by less than
/// `tolerance_m`.
PlaneLine laid_out(std::span<const Position> path, const LocalPlane& plane, double tolerance_m = 0.002);

/// Finds the nearest point of a path; a tree of boxes over its edges in order. Building is linear.
class NearestOnPath {
 public:
  explicit NearestOnPath(PlaneLine points);

  struct Hit {
    double distance = 0;
    std::size_t edge = 0;
    PlanePoint foot;
  };
  Hit nearest(PlanePoint x) const;
  /// Edges that come as near as `distance` to `x`, in order.
  std::vector<std::size_t> edges_within(PlanePoint x, double distance) const;

  const PlaneLine& points() const { return points_; }

 private:
  struct Box {
    double west, south, east, north;
    double squared_distance(PlanePoint x) const;
  };
  PlaneLine points_;
  std::size_t leaves_ = 1;   ///< a power of two; leaf i holds edges i * per_leaf …
  std::vector<Box> boxes_;   ///< heap order, root at 1
  static constexpr std::size_t per_leaf = 4;
};

/// Distances on the ellipsoid to a path of positions.
class GeodesicDistance {
 public:
  GeodesicDistance(std::span<const Position> path, const LocalPlane& plane);

  struct Hit {
    double distance_m = 0;
    PlanePoint away;  ///< unit vector east, north at the position, pointing away from the path
  };
  /// Good to a centimetre up to some 100 km: edges near enough to be the nearest in the plane are measured again in
  /// the plane around `p`, where distances from it are true.
  Hit at(Position p) const;

 private:
  LocalPlane plane_;
  NearestOnPath path_;
  std::vector<Position> positions_;  ///< of the points of `path_`
};

}  // namespace merestone::proposals
