// SPDX-License-Identifier: Apache-2.0
/// How far positions lie from the features of a layer: roads, railways, reservoirs, dwellings, protection areas.
#pragma once

#include "gis/geometry/area.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace merestone {

/// One feature: areas, lines, points, or some of each (a reservoir and its dam).
struct LayerFeature {
  MultiPolygon areas;
  std::vector<Polyline> lines;
  std::vector<Position> points;
};

/// How near a feature is.
struct Nearness {
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  static constexpr double far_m = std::numeric_limits<double>::infinity();

  std::uint32_t feature = none;  ///< index of the feature; `none` when none is near enough
  double edge_m = far_m;         ///< to the nearest place of its line, point or edge, also from inside; never negative
  bool inside = false;           ///< in one of its areas or on the edge of one; exact
  Position at{};                 ///< that nearest place, to the nanodegree

  bool found() const { return feature != none; }
  double distance_m() const { return inside ? 0 : edge_m; }
  /// Negative inside: a rule "not within 300 m" is broken where this is below 300, "not inside" where it is below 0 or
  /// `inside`; it is in doubt where |margin − limit| is below the accuracy of the position.
  double margin_m() const { return inside ? -edge_m : edge_m; }
};

/// A feature near one of many positions.
struct NearFeature {
  std::size_t position = 0;
  Nearness nearness;
};

/// One index over all edges of a layer.
///
/// 1. Distances are geodesic on the ellipsoid, in metres, good to 1e-6 of themselves or 1 mm, whichever is more. Edges
///    are straight in longitude and latitude. They are found right across the antimeridian and near the poles.
/// 2. Inside and outside are exact (AreaIndex).
/// 3. Answers do not depend on the order of positions nor on the number of processors; of features equally near, the
///    first counts.
///
/// Built in time near-linear in edges. Keeps nothing of what it was built from. Reading is thread-safe.
class FeatureIndex {
 public:
  explicit FeatureIndex(std::span<const LayerFeature> features);
  FeatureIndex(FeatureIndex&&) noexcept;
  FeatureIndex& operator=(FeatureIndex&&) noexcept;
  ~FeatureIndex();

  std::size_t size() const;  ///< features

  /// The feature with the smallest margin no larger than `within_m`: the one whose area holds `p` deepest, else the
  /// nearest.
  Nearness nearest(Position p, double within_m = Nearness::far_m) const;
  /// Every feature whose margin is no larger than `within_m`, sorted by feature. Finite `within_m`.
  std::vector<Nearness> within(Position p, double within_m) const;

  /// The same for many positions, on all processors; near ones are best asked together.
  std::vector<Nearness> nearest(std::span<const Position> positions, double within_m = Nearness::far_m) const;
  /// The same for positions that come as in_neighbourhood_order() has them: they need not be sorted for each layer.
  std::vector<Nearness> nearest_in_order(std::span<const Position> positions, double within_m = Nearness::far_m) const;
  /// Sorted by position, then feature.
  std::vector<NearFeature> within(std::span<const Position> positions, double within_m) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Indices of positions so that one after the other lie near each other.
std::vector<std::uint32_t> in_neighbourhood_order(std::span<const Position> positions);

}  // namespace merestone
