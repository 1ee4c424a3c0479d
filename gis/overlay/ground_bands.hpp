// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlay/cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace merestone::overlay {

/// Ground between a straight edge and a parallel, counted positive on the edge's left: sums along closed walks are areas on
/// the ellipsoid. The ground to a parallel is a polynomial in each band of latitude, right to the last bits (Chebyshev nodes
/// of its derivative) and continuous from band to band. For this folder only.
class GroundBands {
 public:
  /// For latitudes from `south` to `north`. Costs some microseconds for each 0.07°.
  GroundBands(std::int64_t south, std::int64_t north);

  /// The parallel to measure to, near `lat`: walks whose parts are summed use the same. Near their own ground least is
  /// lost to rounding: 1e-16 of the ground between an edge and the parallel.
  double base(std::int64_t lat) const { return bands_[band_at(static_cast<double>(lat))].base; }

  /// Square metres along the edge from its share `first` to its share `last`, 0 to 1.
  double along(const Edge& edge, double first, double last, double base) const {
    const auto rise = static_cast<double>(edge.to.lat - edge.from.lat);
    const double east = static_cast<double>(edge.to.lon - edge.from.lon) * (last - first);
    const double share = last - first;
    if (std::abs(rise) * share <= longest) return -east * mean(edge.from.lat, rise * first, rise * share, base);
    const double pieces = std::ceil(std::abs(rise) * share / longest);
    double sum = 0;
    for (double i = 0; i < pieces; ++i) {
      sum += mean(edge.from.lat, rise * (first + share * i / pieces), rise * share / pieces, base);
    }
    return -east * sum / pieces;
  }

 private:
  static constexpr int shift = 26;
  static constexpr double half = std::int64_t{1} << (shift - 1);  ///< of a band, nanodegrees
  static constexpr double longest = 5e7;  ///< nanodegrees of latitude, of a piece that two nodes measure to 1e-14
  static constexpr std::size_t terms = 6;

  struct Band {
    std::int64_t middle = 0;
    double base = 0;  ///< ground per nanodegree of longitude below its middle, as a number without rounding
    std::array<double, terms> rest{};
  };

  std::size_t band_at(double lat) const {
    const double band = (lat - origin_) * (0.5 / half);
    return band <= 0 ? 0 : std::min(static_cast<std::size_t>(band), bands_.size() - 1);
  }

  /// Per nanodegree of longitude, at latitude `from` + `up`.
  double value(std::int64_t from, double up, double base) const {
    const Band& band = bands_[band_at(static_cast<double>(from) + up)];
    const double u = (static_cast<double>(from - band.middle) + up) * (1 / half);
    double sum = band.rest[terms - 1];
    for (std::size_t i = terms - 1; i-- > 0;) sum = sum * u + band.rest[i];
    return sum + (band.base - base);
  }

  /// Mean over the latitudes from `from` + `up` on, by Gauss's two nodes.
  double mean(std::int64_t from, double up, double rise, double base) const {
    constexpr double node = 0.28867513459481288225;  // half of 1/√3
    const double middle = up + rise / 2;
    return (value(from, middle - rise * node, base) + value(from, middle + rise * node, base)) / 2;
  }

  double origin_ = 0;
  std::vector<Band> bands_;
};

}  // namespace merestone::overlay
