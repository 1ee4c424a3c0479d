// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/disputes/outcome.hpp"

#include <string>
#include <vector>

namespace merestone {

/// What an annex map lists of its line.
struct AnnexPlan {
  double tolerance_m = 1;        ///< points nearer to the way without them are no turning points: 0.1 mm on the map
  double monument_spacing_m = 0;  ///< no more than this between two monuments; 0: at both ends only
  std::string numbers = "{n}";    ///< of monuments, {n} counts from 1
};

/// The turning points of a line in its direction, with monuments planned at both ends and between them. The line through
/// them differs from `path` by no more than the tolerance (Douglas and Peucker 1973, on the ground).
std::vector<TurningPoint> turning_points(const Polyline& path, const AnnexPlan& plan);

/// From one turning point to the next, on the ellipsoid.
struct AnnexLeg {
  double azimuth_deg = 0;  ///< true
  double distance_m = 0;
};
std::vector<AnnexLeg> annex_legs(const std::vector<TurningPoint>& points);

}  // namespace merestone
