// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/feature_index.hpp"

#include "gis/base/error.hpp"
#include "gis/base/parallel.hpp"
#include "gis/geodesy/ellipsoid.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/overlay/area_index.hpp"
#include "gis/overlay/box_tree.hpp"
#include "gis/overlay/edge_tree.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

using overlay::EdgeTree;
using overlay::Point3;

namespace {

constexpr double near_m = 200'000;  ///< further away geodesics are computed, not derived from chords
constexpr std::size_t chunk = 2048;

/// Along the ground for a chord up to near_m, by the mean curvature there: its dependence on direction is below 3e-7.
double along_ground(double chord, double lat) {
  using namespace ellipsoid;
  const double s = std::sin(lat * radians_per_nanodegree);
  const double radius = equatorial_radius_m * std::sqrt(1 - e2) / (1 - e2 * s * s);
  const double half = chord / (2 * radius);
  return chord * (1 + half * half / 6 * (1 + half * half * 9 / 20));
}

}  // namespace

struct FeatureIndex::Parts {
  std::size_t count = 0;
  EdgeTree edges;
  std::vector<std::uint32_t> area_features;  ///< the feature of each area in `areas`
  std::unique_ptr<AreaIndex> areas;

  Nearness told(const EdgeTree::Found& found, Position p, bool inside) const {
    Nearness nearness{.feature = found.feature, .edge_m = 0, .inside = inside, .at = edges.place(found)};
    const double chord = std::sqrt(found.squared);
    nearness.edge_m = chord < near_m ? along_ground(chord, static_cast<double>(p.lat + nearness.at.lat) / 2)
                                     : distance_m(p, nearness.at);
    return nearness;
  }

  void holding(Position p, std::vector<std::uint32_t>& features) const {
    features.clear();
    if (!areas) return;
    areas->containing(p, features);
    for (std::uint32_t& feature : features) feature = area_features[feature];
  }

  Nearness in_feature(std::uint32_t feature, Position p, const Point3& here) const {
    EdgeTree::Found found{.squared = Nearness::far_m};
    edges.nearest_of(feature, here, found);
    return told(found, p, true);
  }

  /// `held` is scratch; `hint` a piece to look at first, and then the one found.
  Nearness nearest(Position p, double within_m, std::vector<std::uint32_t>& held, std::uint32_t& hint) const {
    const Point3 here = overlay::in_space(p);
    holding(p, held);
    Nearness best;
    if (!held.empty()) {
      for (const std::uint32_t feature : held) {
        const Nearness nearness = in_feature(feature, p, here);
        if (!best.found() || nearness.margin_m() < best.margin_m()) best = nearness;
      }
    } else {
      EdgeTree::Found found{.squared = within_m * within_m};
      if (hint != EdgeTree::Found::none) edges.look_at(hint, here, found);
      edges.nearest(here, found);
      if (found.piece == EdgeTree::Found::none) return {};
      hint = found.piece;
      best = told(found, p, false);
    }
    return best.margin_m() <= within_m ? best : Nearness{};
  }

  void within(Position p, double within_m, std::vector<std::uint32_t>& held, std::vector<EdgeTree::Found>& found,
              std::vector<Nearness>& result) const {
    const Point3 here = overlay::in_space(p);
    holding(p, held);
    result.clear();
    for (const std::uint32_t feature : held) {
      const Nearness nearness = in_feature(feature, p, here);
      if (nearness.margin_m() <= within_m) result.push_back(nearness);
    }
    if (within_m < 0) return;
    edges.within(here, within_m, found);
    for (const EdgeTree::Found& each : found) {
      if (std::find(held.begin(), held.end(), each.feature) != held.end()) continue;
      const Nearness nearness = told(each, p, false);
      if (nearness.edge_m <= within_m) result.push_back(nearness);
    }
    std::sort(result.begin(), result.end(), [](const Nearness& a, const Nearness& b) { return a.feature < b.feature; });
  }
};

FeatureIndex::FeatureIndex(std::span<const LayerFeature> features) : parts_{std::make_unique<Parts>()} {
  Parts& parts = *parts_;
  parts.count = features.size();
  std::vector<const MultiPolygon*> areas;
  for (std::size_t i = 0; i < features.size(); ++i) {
    const auto feature = static_cast<std::uint32_t>(i);
    const auto add = [&](std::span<const Position> path) {
      for (std::size_t k = 1; k < path.size(); ++k) parts.edges.add(path[k - 1], path[k], feature);
      if (path.size() == 1) parts.edges.add(path[0], path[0], feature);
    };
    const auto add_ring = [&](const Ring& ring) {
      add(ring);
      if (ring.size() > 1) parts.edges.add(ring.back(), ring.front(), feature);
    };
    for (const Polygon& polygon : features[i].areas) {
      add_ring(polygon.outer);
      for (const Ring& hole : polygon.holes) add_ring(hole);
    }
    for (const Polyline& line : features[i].lines) add(line);
    for (const Position point : features[i].points) parts.edges.add(point, point, feature);
    if (!features[i].areas.empty()) {
      areas.push_back(&features[i].areas);
      parts.area_features.push_back(feature);
    }
  }
  parts.edges.build(features.size());
  if (!areas.empty()) parts.areas = std::make_unique<AreaIndex>(std::span<const MultiPolygon* const>{areas});
}

FeatureIndex::FeatureIndex(FeatureIndex&&) noexcept = default;
FeatureIndex& FeatureIndex::operator=(FeatureIndex&&) noexcept = default;
FeatureIndex::~FeatureIndex() = default;

std::size_t FeatureIndex::size() const { return parts_->count; }

Nearness FeatureIndex::nearest(Position p, double within_m) const {
  std::vector<std::uint32_t> held;
  std::uint32_t hint = EdgeTree::Found::none;
  return parts_->nearest(p, within_m, held, hint);
}

std::vector<Nearness> FeatureIndex::within(Position p, double within_m) const {
  std::vector<std::uint32_t> held;
  std::vector<EdgeTree::Found> found;
  std::vector<Nearness> result;
  parts_->within(p, within_m, held, found, result);
  return result;
}

std::vector<std::uint32_t> in_neighbourhood_order(std::span<const Position> positions) {
  Box box;
  for (const Position p : positions) box.add(p);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys(positions.size());
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = {overlay::hilbert_key(positions[i], box), static_cast<std::uint32_t>(i)};
  std::sort(keys.begin(), keys.end());
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (const auto& [key, i] : keys) order.push_back(i);
  return order;
}

std::vector<Nearness> FeatureIndex::nearest(std::span<const Position> positions, double within_m) const {
  const std::vector<std::uint32_t> order = in_neighbourhood_order(positions);
  std::vector<Position> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t i : order) sorted.push_back(positions[i]);
  const std::vector<Nearness> found = nearest_in_order(sorted, within_m);
  std::vector<Nearness> result(positions.size());
  for (std::size_t i = 0; i < order.size(); ++i) result[order[i]] = found[i];
  return result;
}

std::vector<Nearness> FeatureIndex::nearest_in_order(std::span<const Position> positions, double within_m) const {
  std::vector<Nearness> result(positions.size());
  parallel_for(positions.size(), chunk, [&](std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> held;
    std::uint32_t hint = EdgeTree::Found::none;
    for (std::size_t i = first; i < last; ++i) result[i] = parts_->nearest(positions[i], within_m, held, hint);
  });
  return result;
}

std::vector<NearFeature> FeatureIndex::within(std::span<const Position> positions, double within_m) const {
  std::vector<std::vector<NearFeature>> found((positions.size() + chunk - 1) / chunk);
  parallel_for(positions.size(), chunk, [&](std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> held;
    std::vector<EdgeTree::Found> scratch;
    std::vector<Nearness> near;
    for (std::size_t i = first; i < last; ++i) {
      parts_->within(positions[i], within_m, held, scratch, near);
      for (const Nearness& nearness : near) found[first / chunk].push_back({i, nearness});
    }
  });
  std::vector<NearFeature> all;
  for (const auto& part : found) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace merestone
