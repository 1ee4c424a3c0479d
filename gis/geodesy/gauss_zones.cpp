// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/gauss_zones.hpp"

#include <cmath>
#include <cstddef>

namespace merestone {
namespace {

constexpr int first_of(int width_deg) { return width_deg == 3 ? 25 : 13; }
constexpr int last_of(int width_deg) { return width_deg == 3 ? 45 : 23; }

/// First EPSG code of each series (domain.md §7.1).
struct Series {
  int six_prefixed, six_plain, three_prefixed, three_plain;
};
constexpr Series series_of(ChineseDatum datum) {
  switch (datum) {
    case ChineseDatum::beijing54: return {21413, 21453, 2401, 2422};
    case ChineseDatum::xian80: return {2327, 2338, 2349, 2370};
    case ChineseDatum::cgcs2000: return {4491, 4502, 4513, 4534};
  }
  return {};
}

bool is_northing(double value) { return value > 3e5 && value < 6.2e6; }  // 3° to 55° N

std::optional<GaussZone> common_zone(std::span<const double> pairs, std::size_t easting) {
  std::optional<GaussZone> common;
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
    const auto zone = zone_of_easting(pairs[i + easting]);
    if (!zone || (common && *zone != *common) || !is_northing(pairs[i + 1 - easting])) return {};
    common = zone;
  }
  return common;
}

}  // namespace

GaussZone zone_at(double lon, int width_deg) {
  if (width_deg == 3) return {3, static_cast<int>(std::floor((lon + 1.5) / 3))};
  return {6, static_cast<int>(std::floor(lon / 6)) + 1};
}

std::optional<GaussZone> zone_of_easting(double easting_m) {
  if (!(easting_m >= 13e6 && easting_m < 46e6)) return {};
  const int number = static_cast<int>(easting_m / 1e6);
  for (const int width : {3, 6}) {
    if (first_of(width) <= number && number <= last_of(width)) return GaussZone{width, number};
  }
  return {};
}

int epsg_code(ChineseDatum datum, GaussZone zone, bool prefixed) {
  if (zone.number < first_of(zone.width_deg) || zone.number > last_of(zone.width_deg)) return 0;
  const Series series = series_of(datum);
  const int first = zone.width_deg == 3 ? (prefixed ? series.three_prefixed : series.three_plain)
                                        : (prefixed ? series.six_prefixed : series.six_plain);
  return first + zone.number - first_of(zone.width_deg);
}

std::optional<GridReading> recognise_grid(std::span<const double> pairs) {
  if (const auto zone = common_zone(pairs, 0)) return GridReading{*zone, true};
  if (const auto zone = common_zone(pairs, 1)) return GridReading{*zone, false};
  return {};
}

}  // namespace merestone
