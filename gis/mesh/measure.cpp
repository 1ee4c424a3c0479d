// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/measure.hpp"

#include <cmath>
#include <numbers>

namespace merestone {
namespace {

constexpr double radius_m = 6'371'007.18;
double radians(std::int64_t nanodegrees) { return static_cast<double>(nanodegrees) * (std::numbers::pi / 180e9); }

}  // namespace

double sphere_length_m(std::span<const Position> path) noexcept {
  double sum = 0;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const double dlat = radians(path[i].lat - path[i - 1].lat) / 2;
    const double dlon = radians(path[i].lon - path[i - 1].lon) / 2;
    const double h = std::sin(dlat) * std::sin(dlat) + std::cos(radians(path[i].lat)) * std::cos(radians(path[i - 1].lat)) *
                                                           std::sin(dlon) * std::sin(dlon);
    sum += 2 * radius_m * std::asin(std::sqrt(std::fmin(1.0, h)));
  }
  return sum;
}

double sphere_area_m2(std::span<const Position> ring) noexcept {
  if (ring.size() < 3) return 0;
  const double base = std::sin(radians(ring[0].lat));
  double sum = 0;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const double a = std::sin(radians(ring[j].lat)) - base;
    const double b = std::sin(radians(ring[i].lat)) - base;
    sum -= radians(ring[i].lon - ring[j].lon) * (a + b) / 2;
  }
  return sum * radius_m * radius_m;
}

}  // namespace merestone
