// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tiles/sheet/paths.hpp"

namespace merestone {

/// Points from `at` to the nearest edge of a shape, negative outside it.
double room_at(const PaperShape& shape, PlanePoint at);

/// The place on a shape farthest from its edge, and how far that is: the pole of inaccessibility.
struct LabelPoint {
  PlanePoint at;
  double room = 0;  ///< points to the nearest edge; 0 for an empty shape
};

/// Found to within `precision` by halving squares, best first; the same input gives the same point.
LabelPoint label_point(const PaperShape& shape, double precision = 0.5);

}  // namespace merestone
