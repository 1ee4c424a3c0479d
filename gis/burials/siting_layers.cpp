// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/siting_layers.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace merestone {
namespace {

LayerFeature shape_of(const LandFeature& feature) {
  LayerFeature shape;
  shape.areas = feature.area;
  if (!feature.path.empty()) shape.lines.push_back(feature.path);
  if (feature.position) shape.points.push_back(*feature.position);
  return shape;
}

}  // namespace

SitingLayers::SitingLayers(std::vector<LandFeature> features) : features_{std::move(features)} {
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_kind;
  for (std::size_t i = 0; i < features_.size(); ++i) by_kind[features_[i].kind].push_back(static_cast<std::uint32_t>(i));
  for (auto& [kind, members] : by_kind) {
    std::vector<LayerFeature> shapes;
    shapes.reserve(members.size());
    for (const std::uint32_t i : members) shapes.push_back(shape_of(features_[i]));
    layers_.emplace(kind, Layer{std::move(members), FeatureIndex{shapes}});
  }
}

const SitingLayers::Layer* SitingLayers::layer(std::string_view kind) const {
  const auto found = layers_.find(kind);
  return found == layers_.end() ? nullptr : &found->second;
}

Box box_of(const LandFeature& feature) noexcept {
  Box box = box_of(feature.area);
  box.add(box_of(feature.path));
  if (feature.position) box.add(*feature.position);
  return box;
}

Box widened(const Box& box, double metres) noexcept {
  if (box.empty()) return box;
  constexpr double degree_m = 110'500;  // the shortest degree of latitude
  const double high = std::min(89.9, std::max(std::abs(degrees(box.south)), std::abs(degrees(box.north))) + metres / degree_m);
  const double up = metres / degree_m * 1e9;
  const double across = up / std::cos(high * std::numbers::pi / 180);
  return {box.west - std::llround(across), box.south - std::llround(up), box.east + std::llround(across), box.north + std::llround(up)};
}

bool meet_on_earth(const Box& a, const Box& b) noexcept {
  if (a.empty() || b.empty()) return false;
  for (const std::int64_t turn : {std::int64_t{0}, 2 * antimeridian, -2 * antimeridian}) {
    if (a.meets({b.west + turn, b.south, b.east + turn, b.north})) return true;
  }
  return false;
}

std::vector<Polyline> outlines_of(const LandFeature& feature) {
  std::vector<Polyline> lines;
  const auto add = [&](const Ring& ring) {
    lines.push_back(ring);
    lines.back().push_back(ring.front());
  };
  for (const Polygon& polygon : feature.area) {
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
  }
  if (!feature.path.empty()) lines.push_back(feature.path);
  return lines;
}

}  // namespace merestone
