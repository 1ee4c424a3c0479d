// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/local_projection.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace merestone {
namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double radian = pi / 180;
constexpr double major_axis_m = 6378137.0;
constexpr double flattening = 1 / 298.257223563;
constexpr double e2 = flattening * (2 - flattening);

/// Snyder (3-12).
double q_of(double sin_phi) {
  const double e = std::sqrt(e2);
  return (1 - e2) * (sin_phi / (1 - e2 * sin_phi * sin_phi) -
                     std::log((1 - e * sin_phi) / (1 + e * sin_phi)) / (2 * e));
}

const double q_pole = q_of(1);
const double authalic_radius_m = major_axis_m * std::sqrt(q_pole / 2);

double sin_beta_of(double sin_phi) { return std::clamp(q_of(sin_phi) / q_pole, -1.0, 1.0); }
double cos_of(double sine) { return std::sqrt(std::max(0.0, 1 - sine * sine)); }

}  // namespace

LocalProjection::LocalProjection(Degrees centre) : centre_{centre} {
  const double sin_phi = std::sin(centre.lat * radian);
  const double cos_phi = std::cos(centre.lat * radian);
  sin_beta_ = sin_beta_of(sin_phi);
  cos_beta_ = cos_of(sin_beta_);
  // D makes the scale true at the centre in all directions; its limit at the poles is 1.
  if (cos_beta_ > 1e-9) {
    d_ = major_axis_m * cos_phi / (std::sqrt(1 - e2 * sin_phi * sin_phi) * authalic_radius_m * cos_beta_);
  }
}

PlanePoint LocalProjection::to_plane(Degrees place) const {
  const double sin_beta = sin_beta_of(std::sin(place.lat * radian));
  const double cos_beta = cos_of(sin_beta);
  const double turn = (place.lon - centre_.lon) * radian;
  const double cosine = sin_beta_ * sin_beta + cos_beta_ * cos_beta * std::cos(turn);
  const double b = authalic_radius_m * std::sqrt(2 / std::max(1e-12, 1 + cosine));
  return {b * d_ * cos_beta * std::sin(turn),
          b / d_ * (cos_beta_ * sin_beta - sin_beta_ * cos_beta * std::cos(turn))};
}

PlanePoint LocalProjection::to_plane(Position place) const {
  return to_plane(Degrees{degrees(place.lon), degrees(place.lat)});
}

Degrees LocalProjection::to_degrees(PlanePoint point) const {
  const double rho = std::hypot(point.x / d_, point.y * d_);
  if (rho < 1e-9) return centre_;
  const double ce = 2 * std::asin(std::min(1.0, rho / (2 * authalic_radius_m)));
  const double sin_beta = std::clamp(
      std::cos(ce) * sin_beta_ + d_ * point.y * std::sin(ce) * cos_beta_ / rho, -1.0, 1.0);
  const double beta = std::asin(sin_beta);
  const double e4 = e2 * e2;
  const double e6 = e4 * e2;
  const double phi = beta + (e2 / 3 + 31 * e4 / 180 + 517 * e6 / 5040) * std::sin(2 * beta) +
                     (23 * e4 / 360 + 251 * e6 / 3780) * std::sin(4 * beta) +
                     761 * e6 / 45360 * std::sin(6 * beta);
  const double turn = std::atan2(point.x * std::sin(ce),
                                 d_ * rho * cos_beta_ * std::cos(ce) -
                                     d_ * d_ * point.y * sin_beta_ * std::sin(ce));
  return {centre_.lon + turn / radian, phi / radian};
}

PlanePath LocalProjection::to_plane(const Polyline& path) const {
  constexpr std::int64_t longest = nanodegrees_per_degree / 4;
  PlanePath plane;
  plane.reserve(path.size());
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i > 0) {
      const std::int64_t lon = path[i].lon - path[i - 1].lon;
      const std::int64_t lat = path[i].lat - path[i - 1].lat;
      const std::int64_t steps = std::max(std::abs(lon), std::abs(lat)) / longest + 1;
      for (std::int64_t step = 1; step < steps; ++step) {
        const double share = static_cast<double>(step) / static_cast<double>(steps);
        plane.push_back(to_plane(Degrees{degrees(path[i - 1].lon) + degrees(lon) * share,
                                         degrees(path[i - 1].lat) + degrees(lat) * share}));
      }
    }
    plane.push_back(to_plane(path[i]));
  }
  return plane;
}

Degrees middle_of(const std::vector<Position>& positions) {
  if (positions.empty()) return {};
  std::vector<std::int64_t> lons;
  lons.reserve(positions.size());
  Box box;
  for (const Position& p : positions) {
    lons.push_back(p.lon);
    box.add(p);
  }
  std::sort(lons.begin(), lons.end());
  // The empty gap that is widest on the circle is what the positions do not span.
  std::int64_t widest = lons.front() + 2 * antimeridian - lons.back();
  std::int64_t west = lons.front();
  for (std::size_t i = 1; i < lons.size(); ++i) {
    if (lons[i] - lons[i - 1] > widest) {
      widest = lons[i] - lons[i - 1];
      west = lons[i];
    }
  }
  double lon = degrees(west) + degrees(2 * antimeridian - widest) / 2;
  if (lon > 180) lon -= 360;
  return {lon, (degrees(box.south) + degrees(box.north)) / 2};
}

}  // namespace merestone
