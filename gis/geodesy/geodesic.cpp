// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/geodesic.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/ellipsoid.hpp"

#include <geodesic.h>

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

const geod_geodesic& wgs84() {
  static const geod_geodesic solver = [] {
    geod_geodesic made{};
    geod_init(&made, ellipsoid::equatorial_radius_m, ellipsoid::flattening);
    return made;
  }();
  return solver;
}

/// From (-180, 180] to [0, 360).
double full_circle(double azimuth) { return azimuth < 0 ? azimuth + 360 : azimuth >= 360 ? 0 : std::abs(azimuth); }

}  // namespace

Geodesic geodesic(Position from, Position to) {
  Geodesic result;
  geod_inverse(&wgs84(), degrees(from.lat), degrees(from.lon), degrees(to.lat), degrees(to.lon), &result.distance_m,
               &result.azimuth_deg, &result.final_azimuth_deg);
  result.azimuth_deg = full_circle(result.azimuth_deg);
  result.final_azimuth_deg = full_circle(result.final_azimuth_deg);
  return result;
}

double distance_m(Position from, Position to) { return geodesic(from, to).distance_m; }

Position destination(Position from, double azimuth_deg, double distance_m) {
  if (!std::isfinite(azimuth_deg) || !std::isfinite(distance_m)) {
    throw Error{Fault::invalid, "azimuth or distance is not a number", {{.rule = "geodesy.not_a_number"}}};
  }
  double lat = 0;
  double lon = 0;
  geod_direct(&wgs84(), degrees(from.lat), degrees(from.lon), azimuth_deg, distance_m, &lat, &lon, nullptr);
  return from_degrees(std::clamp(lon, -180.0, 180.0), std::clamp(lat, -90.0, 90.0));
}

PathMeasure measure_geodesic(Position from, Position to) {
  if (to < from) return measure_geodesic(to, from).reversed();  // one computation for both directions
  double length = 0;
  double area = 0;
  geod_geninverse(&wgs84(), degrees(from.lat), degrees(from.lon), degrees(to.lat), degrees(to.lon), &length, nullptr,
                  nullptr, nullptr, nullptr, nullptr, &area);
  std::int64_t turn = to.lon - from.lon;
  if (turn > antimeridian) turn -= 2 * antimeridian;
  return {-static_cast<Wide>(std::rint(area * 1e12)), std::llrint(length * 1e6), turn};
}

}  // namespace merestone
