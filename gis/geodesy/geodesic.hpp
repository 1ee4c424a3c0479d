// SPDX-License-Identifier: Apache-2.0
/// The shortest way between two positions on the WGS 84 ellipsoid (Karney 2013, by PROJ's geod).
#pragma once

#include "gis/geodesy/measure.hpp"
#include "gis/geometry/position.hpp"

namespace merestone {

struct Geodesic {
  double distance_m = 0;
  double azimuth_deg = 0;        ///< true azimuth at the start, in [0, 360)
  double final_azimuth_deg = 0;  ///< at the end, looking on; in [0, 360)
};
Geodesic geodesic(Position from, Position to);

double distance_m(Position from, Position to);

/// Where one arrives going `distance_m` from `from` with true azimuth `azimuth_deg` at the start.
Position destination(Position from, double azimuth_deg, double distance_m);

/// Measure of the shortest way; exactly opposite when walked backwards.
PathMeasure measure_geodesic(Position from, Position to);

}  // namespace merestone
