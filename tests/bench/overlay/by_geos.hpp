// SPDX-License-Identifier: Apache-2.0
/// The same pairs and unions by GEOS, which makes the geometry.
#pragma once

#include "gis/geometry/area.hpp"
#include "gis/mesh/mesh.hpp"
#include "gis/overlay/covered.hpp"
#include "gis/overlay/pairs.hpp"

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <span>

namespace merestone::bench {

/// Of all processors together, the best of `runs`.
template <class Work>
double seconds(const Work& work, int runs = 3) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const std::clock_t start = std::clock();
    work();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

/// Prints times and differences; of every `every`-th pair, and of every `every`-th unit under zones.
void compare_with_geos(const Mesh& mesh, std::span<const MultiPolygon> zones, std::span<const PairGround> pairs,
                       std::span<const CoveredGround> covered, std::size_t every);

}  // namespace merestone::bench
