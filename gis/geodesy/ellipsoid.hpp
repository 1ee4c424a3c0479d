// SPDX-License-Identifier: Apache-2.0
/// The WGS 84 ellipsoid and the ground between a parallel and the equator. CGCS2000 differs by 0.1 mm in its
/// semi-minor axis, which no measure here can tell.
#pragma once

namespace merestone::ellipsoid {

inline constexpr double equatorial_radius_m = 6'378'137.0;
inline constexpr double flattening = 1 / 298.257223563;
inline constexpr double e2 = flattening * (2 - flattening);  ///< first eccentricity squared
inline constexpr double radians_per_nanodegree = 3.14159265358979323846 / 180e9;

/// Square metres between the equator and the parallel whose sine of latitude is `s`, for one radian of
/// longitude, with the parallel's sign: ∫ M N cos φ dφ. The series in e² ends below the last bit.
constexpr double ground_to_equator(double s) {
  constexpr double polar_squared = equatorial_radius_m * equatorial_radius_m * (1 - e2);
  const double t = e2 * s * s;
  return polar_squared * s *
         (1 + t * (2. / 3 + t * (3. / 5 + t * (4. / 7 + t * (5. / 9 + t * (6. / 11 + t * (7. / 13)))))));
}

}  // namespace merestone::ellipsoid
