// SPDX-License-Identifier: Apache-2.0
/// The projection of a sheet: Lambert azimuthal equal-area on the WGS 84 ellipsoid, centred on what is shown
/// (Snyder, USGS Professional Paper 1395, pp. 187-190). Areas are true everywhere, lengths and north are true at
/// the centre, and the antimeridian and the poles are ordinary places.
#pragma once

#include "gis/geometry/area.hpp"

#include <vector>

namespace merestone {

/// Metres east and north of the centre of the projection.
struct PlanePoint {
  double x = 0;
  double y = 0;
  friend constexpr bool operator==(const PlanePoint&, const PlanePoint&) = default;
};

using PlanePath = std::vector<PlanePoint>;

struct Degrees {
  double lon = 0;
  double lat = 0;
};

class LocalProjection {
 public:
  explicit LocalProjection(Degrees centre);

  Degrees centre() const { return centre_; }
  PlanePoint to_plane(Degrees place) const;
  PlanePoint to_plane(Position place) const;
  Degrees to_degrees(PlanePoint point) const;  ///< longitude within 180° of the centre's, so it may pass ±180°

  /// Edges are straight in longitude and latitude; long ones become several, so that they bend as they should.
  PlanePath to_plane(const Polyline& path) const;

 private:
  Degrees centre_;
  double sin_beta_ = 0, cos_beta_ = 1, d_ = 1;
};

/// The middle of positions, the short way round where they lie on both sides of the antimeridian.
Degrees middle_of(const std::vector<Position>& positions);

}  // namespace merestone
