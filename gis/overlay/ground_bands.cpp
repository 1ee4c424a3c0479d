// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/ground_bands.hpp"

#include "gis/geodesy/ellipsoid.hpp"

namespace merestone::overlay {
namespace {

using namespace ellipsoid;

constexpr double pi = 3.14159265358979323846;

/// Square metres of ground for each nanodegree of longitude and latitude: M N cos φ.
double density(double nanodegrees) {
  const double s = std::sin(nanodegrees * radians_per_nanodegree);
  const double c = std::cos(nanodegrees * radians_per_nanodegree);
  const double u = 1 / (1 - e2 * s * s);
  return equatorial_radius_m * equatorial_radius_m * (1 - e2) * u * u * c * radians_per_nanodegree * radians_per_nanodegree;
}

constexpr std::size_t nodes = 5;  ///< the next term is below 1e-19 of a band

/// Of a function on −1 … 1, as powers: by Chebyshev's polynomials, T(k + 1) = 2 u T(k) − T(k − 1).
std::array<double, nodes> fitted(const std::array<double, nodes>& values) {
  std::array<double, nodes> result{};
  std::array<double, nodes> before{}, now{};
  before[0] = 1;
  now[1] = 1;
  for (std::size_t k = 0; k < nodes; ++k) {
    double sum = 0;
    for (std::size_t i = 0; i < nodes; ++i) sum += values[i] * std::cos(pi * static_cast<double>(k) * (static_cast<double>(i) + 0.5) / nodes);
    sum *= (k == 0 ? 1.0 : 2.0) / nodes;
    const auto& polynomial = k == 0 ? before : now;
    for (std::size_t i = 0; i < nodes; ++i) result[i] += sum * polynomial[i];
    if (k == 0) continue;
    std::array<double, nodes> next{};
    for (std::size_t i = 0; i + 1 < nodes; ++i) next[i + 1] = 2 * now[i];
    for (std::size_t i = 0; i < nodes; ++i) next[i] -= before[i];
    before = now;
    now = next;
  }
  return result;
}

}  // namespace

GroundBands::GroundBands(std::int64_t south, std::int64_t north) {
  const std::int64_t first = south >> shift;
  const std::int64_t last = north >> shift;
  origin_ = static_cast<double>(first << shift);
  long double below = 0;  // ground per nanodegree of longitude from the origin to the band
  for (std::int64_t i = first; i <= last; ++i) {
    Band band{.middle = (i << shift) + (std::int64_t{1} << (shift - 1))};
    std::array<double, nodes> values{};
    for (std::size_t k = 0; k < nodes; ++k) {
      values[k] = density(static_cast<double>(band.middle) + half * std::cos(pi * (static_cast<double>(k) + 0.5) / nodes)) * half;
    }
    const std::array<double, nodes> slope = fitted(values);
    long double to_middle = 0;
    long double to_end = 0;
    for (std::size_t k = 0; k < nodes; ++k) {
      band.rest[k + 1] = slope[k] / static_cast<double>(k + 1);
      to_middle += (k % 2 == 0 ? 1 : -1) * static_cast<long double>(band.rest[k + 1]);
      to_end += band.rest[k + 1];
    }
    const long double middle = below + to_middle;
    band.base = static_cast<double>(middle);
    band.rest[0] = static_cast<double>(middle - static_cast<long double>(band.base));
    below = middle + to_end;
    bands_.push_back(band);
  }
}

}  // namespace merestone::overlay
