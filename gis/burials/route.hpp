// SPDX-License-Identifier: Apache-2.0
/// A way for inspectors from an office past all graves and back, day by day. Along straight lines on the ellipsoid: there is
/// no road in it, so roads are longer.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/geometry/position.hpp"

#include <span>
#include <string>
#include <vector>

namespace merestone {

struct RouteLimits {
  double day_m = 40'000;       ///< from the office and back
  std::size_t day_stops = 20;
};

struct RouteDay {
  std::vector<std::size_t> stops{};  ///< positions in what was given, in the order of the visits
  double length_m = 0;               ///< the way back included
};

struct Route {
  std::vector<RouteDay> days{};
  double length_m = 0;
  std::vector<Finding> findings{};   ///< route.too_far (warning): a stop that alone is more than a day's way
};

/// Nearest neighbour, then exchanges of two legs (2-opt) until none makes it shorter; cut into days that keep the limits, each
/// of which is improved once more. No exchange of two legs makes a day of the answer shorter. `names` are for findings.
/// @throws Error invalid route.too_many for more than 2,000 stops, route.limits for limits that allow nothing.
Route plan_route(Position office, std::span<const Position> stops, std::span<const std::string> names, const RouteLimits& limits = {});

}  // namespace merestone
