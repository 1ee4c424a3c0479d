// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/annex.hpp"

#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace merestone {
namespace {

/// Metres east and north of `from`: on the short ways between turning points as good as the ellipsoid's.
std::pair<double, double> metres_from(Position from, Position to) {
  const Geodesic way = geodesic(from, to);
  const double azimuth = way.azimuth_deg * std::numbers::pi / 180;
  return {way.distance_m * std::sin(azimuth), way.distance_m * std::cos(azimuth)};
}

double distance_from_edge_m(Position p, Position a, Position b) {
  const auto [px, py] = metres_from(a, p);
  const auto [bx, by] = metres_from(a, b);
  const double length2 = bx * bx + by * by;
  const double t = length2 > 0 ? std::clamp((px * bx + py * by) / length2, 0.0, 1.0) : 0;
  return std::hypot(px - t * bx, py - t * by);
}

void keep_between(const Polyline& path, std::size_t first, std::size_t last, double tolerance_m, std::vector<bool>& kept) {
  std::vector<std::pair<std::size_t, std::size_t>> pending{{first, last}};
  while (!pending.empty()) {
    const auto [a, b] = pending.back();
    pending.pop_back();
    double farthest = tolerance_m;
    std::size_t at = a;
    for (std::size_t i = a + 1; i < b; ++i) {
      const double distance = distance_from_edge_m(path[i], path[a], path[b]);
      if (distance > farthest) farthest = distance, at = i;
    }
    if (at == a) continue;
    kept[at] = true;
    pending.emplace_back(a, at);
    pending.emplace_back(at, b);
  }
}

}  // namespace

std::vector<TurningPoint> turning_points(const Polyline& path, const AnnexPlan& plan) {
  if (path.size() < 2) return {};
  std::vector<bool> kept(path.size(), false);
  kept.front() = kept.back() = true;
  keep_between(path, 0, path.size() - 1, plan.tolerance_m, kept);
  std::vector<TurningPoint> points;
  double since_m = 0;
  int number = 0;
  const auto monument = [&](TurningPoint& point) {
    point.monument = "single";
    point.number = plan.numbers;
    const std::size_t at = point.number.find("{n}");
    ++number;
    if (at != std::string::npos) point.number.replace(at, 3, std::to_string(number));
    since_m = 0;
  };
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (!kept[i]) continue;
    TurningPoint point{"", path[i], ""};
    if (!points.empty()) {
      const double leg_m = distance_m(points.back().position, path[i]);
      const bool too_far = plan.monument_spacing_m > 0 && points.back().monument.empty() && since_m + leg_m > plan.monument_spacing_m;
      if (too_far) monument(points.back());
      since_m += leg_m;
    }
    points.push_back(std::move(point));
    if (i == 0 || i + 1 == path.size()) monument(points.back());
  }
  return points;
}

std::vector<AnnexLeg> annex_legs(const std::vector<TurningPoint>& points) {
  std::vector<AnnexLeg> legs;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Geodesic way = geodesic(points[i - 1].position, points[i].position);
    legs.push_back({way.azimuth_deg, way.distance_m});
  }
  return legs;
}

}  // namespace merestone
