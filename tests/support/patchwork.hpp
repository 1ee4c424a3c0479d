// SPDX-License-Identifier: Apache-2.0
/// Coverages and shapes made at random, the same for the same seed.
#pragma once

#include "gis/mesh/build.hpp"

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace merestone::test {

using Random = std::mt19937_64;

inline double between(Random& random, double low, double high) {
  return low + (high - low) * static_cast<double>(random() >> 11) / 9007199254740992.0;
}

/// `columns` by `rows` crooked fields over a box; unit i is field i, rings[i] its outline.
struct Patchwork {
  std::vector<Ring> rings;
  Mesh mesh;
};

inline Patchwork patchwork(Random& random, int columns, int rows, double west, double south, double step) {
  std::vector<Position> corners;
  for (int y = 0; y <= rows; ++y) {
    for (int x = 0; x <= columns; ++x) {
      const bool rim = x == 0 || y == 0 || x == columns || y == rows;
      const double shift = rim ? 0 : 0.35;
      corners.push_back(from_degrees(west + step * (x + between(random, -shift, shift)),
                                     south + step * (y + between(random, -shift, shift))));
    }
  }
  const auto at = [&](int x, int y) { return corners[static_cast<std::size_t>(y * (columns + 1) + x)]; };
  Patchwork made;
  RingSet set;
  for (int y = 0; y < rows; ++y) {
    for (int x = 0; x < columns; ++x) {
      made.rings.push_back({at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)});
      set.add(made.rings.back(), static_cast<UnitIndex>(made.rings.size() - 1));
    }
  }
  made.mesh = build_mesh(set).mesh;
  return made;
}

/// A star-shaped ring around a position, counter-clockwise.
inline Ring star(Random& random, double lon, double lat, double radius, int corners) {
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * 3.14159265358979323846 * i / corners;
    const double r = radius * between(random, 0.3, 1);
    ring.push_back(from_degrees(lon + r * std::cos(angle), lat + r * std::sin(angle)));
  }
  return ring;
}

}  // namespace merestone::test
