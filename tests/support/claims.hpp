// SPDX-License-Identifier: Apache-2.0
/// Claims on a line for tests: two paths from one terminal to another, wild or tame.
#pragma once

#include "gis/base/error.hpp"
#include "gis/proposals/band.hpp"

#include <cmath>
#include <optional>
#include <random>

namespace merestone::test {

struct ClaimShape {
  std::size_t corners = 30;     ///< of each claim
  double length_deg = 0.3;
  double width_deg = 0.05;      ///< how far apart, about
  double roughness = 0.4;       ///< of the width
  int crossings = 0;            ///< about how often they change sides
  double fold = 0;              ///< makes bays: how far corners are moved along the line, in steps
  double lon = 112.3, lat = 28.4;  ///< first terminal
};

/// From the same seed always the same. Claims that fold over themselves give no band.
inline std::optional<ContestedBand> claims(unsigned seed, const ClaimShape& shape) {
  std::mt19937 random{seed};
  const auto any = [&](double reach) { return std::uniform_real_distribution<double>{-reach, reach}(random); };
  const double turn = any(3.1);
  const auto place = [&](double x, double y) {
    return from_degrees(shape.lon + x * std::cos(turn) - y * std::sin(turn),
                        shape.lat + x * std::sin(turn) + y * std::cos(turn));
  };
  const auto path = [&](double side) {
    Polyline line{place(0, 0)};
    for (std::size_t i = 1; i < shape.corners; ++i) {
      const double at = double(i) / double(shape.corners);
      const double lens = std::sin(3.14159265 * at * (shape.crossings + 1)) * shape.width_deg / 2;
      const double x = at + any(shape.fold) / double(shape.corners);
      line.push_back(place(x * shape.length_deg, side * lens + any(shape.roughness * shape.width_deg / 2)));
    }
    line.push_back(place(shape.length_deg, 0));
    return line;
  };
  Polyline a = path(-1);
  Polyline b = path(1);
  try {
    return band_between(std::move(a), std::move(b));
  } catch (const Error&) {
    return {};
  }
}

}  // namespace merestone::test
