// SPDX-License-Identifier: Apache-2.0
/// A plane for work on a few hundred kilometres of ground.
#pragma once

#include "gis/geometry/position.hpp"

namespace merestone {

/// Metres east and north of the centre of a LocalPlane.
struct PlanePoint {
  double x = 0;
  double y = 0;

  friend constexpr bool operator==(const PlanePoint&, const PlanePoint&) = default;
};

/// Azimuthal equidistant plane on the ellipsoid: distance and azimuth from the centre are true (Karney 2013 §13).
/// Across the view from the centre, lengths at r metres are too long by (r/6,371,000)²/6: 1 cm per km at 50 km.
class LocalPlane {
 public:
  explicit LocalPlane(Position centre) : centre_{centre} {}

  Position centre() const { return centre_; }
  PlanePoint to_plane(Position p) const;
  /// Rounded to the nanodegree. @throws Error{Fault::invalid} geodesy.not_a_number.
  Position to_position(PlanePoint p) const;

 private:
  Position centre_;
};

}  // namespace merestone
