// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/local_plane.hpp"

#include "gis/geodesy/geodesic.hpp"

#include <cmath>

namespace merestone {
namespace {
constexpr double radians_per_degree = 3.14159265358979323846 / 180;
}

PlanePoint LocalPlane::to_plane(Position p) const {
  if (p == centre_) return {};
  const Geodesic way = geodesic(centre_, p);
  const double azimuth = way.azimuth_deg * radians_per_degree;
  return {way.distance_m * std::sin(azimuth), way.distance_m * std::cos(azimuth)};
}

Position LocalPlane::to_position(PlanePoint p) const {
  const double distance = std::hypot(p.x, p.y);
  if (distance == 0) return centre_;
  return destination(centre_, std::atan2(p.x, p.y) / radians_per_degree, distance);
}

}  // namespace merestone
