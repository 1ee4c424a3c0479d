// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/strip_ground.hpp"

#include "gis/geodesy/ellipsoid.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::overlay {

using namespace ellipsoid;

namespace {

constexpr double pi = 3.14159265358979323846;

/// Terms so that what is left out is below 1e-16 of the ground between the box's sides: (h/2)^n ÷ n! for half a height h.
int terms_for(double half_radians, int most) {
  double rest = half_radians / 2;
  int n = 1;
  while (n < most && rest > 1e-17 * half_radians) rest *= half_radians / 2 / ++n;
  return std::min(n + 1, most);
}

}  // namespace

void StripGround::set(const Box& box) {
  middle_ = static_cast<double>(box.south + box.north) / 2;
  half_ = std::max(1.0, static_cast<double>(box.north - box.south) / 2);
  longest_ = 1e-3 / (half_ * radians_per_nanodegree);
  count_ = terms_for(half_ * radians_per_nanodegree, most);
  const double base = ground_to_equator(std::sin(middle_ * radians_per_nanodegree));
  std::array<double, most> values{};
  for (int i = 0; i < count_; ++i) {
    const double u = std::cos(pi * (i + 0.5) / count_);
    values[static_cast<std::size_t>(i)] = ground_to_equator(std::sin((middle_ + u * half_) * radians_per_nanodegree)) - base;
  }
  std::array<double, most> chebyshev{};
  for (int k = 0; k < count_; ++k) {
    double sum = 0;
    for (int i = 0; i < count_; ++i) sum += values[static_cast<std::size_t>(i)] * std::cos(pi * k * (i + 0.5) / count_);
    chebyshev[static_cast<std::size_t>(k)] = sum * (k == 0 ? 1.0 : 2.0) / count_;
  }
  // From Chebyshev's polynomials to powers: T(k + 1) = 2 u T(k) − T(k − 1).
  std::array<double, most> before{}, now{};
  terms_ = {};
  before[0] = 1;
  now[1 % most] = 1;
  for (int k = 0; k < count_; ++k) {
    const auto& polynomial = k == 0 ? before : now;
    for (std::size_t i = 0; i < most; ++i) terms_[i] += chebyshev[static_cast<std::size_t>(k)] * polynomial[i];
    if (k == 0) continue;
    std::array<double, most> next{};
    for (std::size_t i = 0; i + 1 < most; ++i) next[i + 1] = 2 * now[i];
    for (std::size_t i = 0; i < most; ++i) next[i] -= before[i];
    before = now;
    now = next;
  }
}

double StripGround::along(Position from, Position to, double first, double last) const {
  const double dlat = static_cast<double>(to.lat - from.lat) / half_;
  const double start = (static_cast<double>(from.lat) - middle_) / half_;
  const double u0 = start + dlat * first;
  const double u1 = start + dlat * last;
  const double east = static_cast<double>(to.lon - from.lon) * (last - first) * radians_per_nanodegree;
  const double span = std::abs(u1 - u0);
  constexpr double node = 0.28867513459481288225;  // half of 1/√3
  if (span <= longest_) {
    const double middle = (u0 + u1) / 2;
    const double d = (u1 - u0) * node;
    return -east * (at(middle - d) + at(middle + d)) / 2;
  }
  const double pieces = std::ceil(span / longest_);
  double sum = 0;
  for (double i = 0; i < pieces; ++i) {
    const double middle = u0 + (u1 - u0) * (i + 0.5) / pieces;
    const double d = (u1 - u0) / pieces * node;
    sum += (at(middle - d) + at(middle + d)) / 2;
  }
  return -east * sum / pieces;
}

}  // namespace merestone::overlay
