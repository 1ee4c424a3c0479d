// SPDX-License-Identifier: Apache-2.0
#include "gis/geometry/position.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

#include <cmath>

namespace merestone {

Position from_degrees(double lon, double lat) {
  if (!(std::abs(lon) <= 180.0 && std::abs(lat) <= 90.0)) {  // also refuses NaN
    throw Error{Fault::invalid,
                "position off the globe: " + shortest(lon) + " " + shortest(lat),
                {{.rule = "geometry.off_globe", .facts = {{"lon", shortest(lon)}, {"lat", shortest(lat)}}}}};
  }
  return {std::llround(lon * 1e9), std::llround(lat * 1e9)};
}

}  // namespace merestone
