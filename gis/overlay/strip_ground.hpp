// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/area.hpp"

#include <array>

namespace merestone::overlay {

/// Ground between a straight edge and the middle parallel of a box, counted positive on the edge's left: sums along closed
/// walks inside the box are areas on the ellipsoid. The ground to a parallel is a polynomial fitted to the box, right to the
/// last bits (Chebyshev nodes). For this folder only.
class StripGround {
 public:
  void set(const Box& box);
  /// Square metres along the edge from its share `first` to its share `last`, 0 to 1.
  double along(Position from, Position to, double first, double last) const;

 private:
  static constexpr int most = 18;  ///< for a box from pole to pole

  /// At `u`, −1 on the southern side of the box, 1 on the northern.
  double at(double u) const {
    double sum = terms_[static_cast<std::size_t>(count_) - 1];
    for (int k = count_ - 2; k >= 0; --k) sum = sum * u + terms_[static_cast<std::size_t>(k)];
    return sum;
  }

  double middle_ = 0;     ///< nanodegrees
  double half_ = 1;       ///< nanodegrees
  double longest_ = 1;    ///< in u, of a piece that two nodes measure
  int count_ = 1;
  std::array<double, most> terms_{};
};

}  // namespace merestone::overlay
