// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/sampling.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/measure.hpp"

#include <array>
#include <cmath>

namespace merestone {

std::vector<LineSample> samples_along(std::span<const Polyline> lines, double step_m) {
  if (!(step_m > 0) || !std::isfinite(step_m)) {
    throw Error{Fault::invalid, "a step is a positive number of metres", {{.rule = "geodesy.not_a_number"}}};
  }
  std::vector<LineSample> samples;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Polyline& line = lines[i];
    if (line.empty()) continue;
    samples.push_back({i, 0, line.front()});
    double walked = 0;
    double next = step_m;
    for (std::size_t k = 1; k < line.size(); ++k) {
      const Position a = line[k - 1];
      const Position b = line[k];
      const double length = length_m(std::array{a, b});
      for (; next <= walked + length && length > 0; next += step_m) {
        const double t = (next - walked) / length;
        const Position p{a.lon + std::llround(static_cast<double>(b.lon - a.lon) * t),
                         a.lat + std::llround(static_cast<double>(b.lat - a.lat) * t)};
        if (p != samples.back().position) samples.push_back({i, next, p});
      }
      walked += length;
    }
    if (line.back() != samples.back().position) samples.push_back({i, walked, line.back()});
  }
  return samples;
}

}  // namespace merestone
