// SPDX-License-Identifier: Apache-2.0
/// Gauss-Krüger zones as Chinese tables write them (CR-01): the zone number stands in front of the easting.
#pragma once

#include <optional>
#include <span>

namespace merestone {

struct GaussZone {
  int width_deg = 3;  ///< 3 or 6
  int number = 0;     ///< 25–45 for 3°, 13–23 for 6°: the number tells the width

  int central_meridian() const { return width_deg == 3 ? 3 * number : 6 * number - 3; }
  friend bool operator==(const GaussZone&, const GaussZone&) = default;
};

/// The zone of a longitude, also outside China. @param width_deg 3 or 6
GaussZone zone_at(double lon, int width_deg);

/// The zone that an easting in metres carries as a prefix: 39 447 925 is in the 3° zone 39. None without one.
std::optional<GaussZone> zone_of_easting(double easting_m);

enum class ChineseDatum { beijing54, xian80, cgcs2000 };

/// EPSG code of the projected system, with or without prefix in the easting; 0 where there is none.
int epsg_code(ChineseDatum datum, GaussZone zone, bool prefixed);

/// What a table of grid coordinates is by its own numbers.
struct GridReading {
  GaussZone zone;
  bool easting_first = true;  ///< false: the table's first column is the northing (纵坐标)
};

/// Recognises a table whose every row has a northing of China and an easting prefixed with one and the same zone.
std::optional<GridReading> recognise_grid(std::span<const double> pairs);

}  // namespace merestone
