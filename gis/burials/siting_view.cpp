// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/siting_check.hpp"
#include "gis/geodesy/sampling.hpp"

namespace merestone {

std::vector<Position> SitingCheck::observers(const SitingRule& rule, const Box& around) const {
  std::vector<Position> places;
  std::vector<Polyline> lines;
  for (const std::string& kind : rule.classes) {
    const SitingLayers::Layer* layer = layers_.layer(kind);
    if (layer == nullptr) continue;
    for (const std::uint32_t f : layer->features) {
      const LandFeature& feature = layers_.features()[f];
      if (!meet_on_earth(around, box_of(feature))) continue;
      if (feature.position) places.push_back(*feature.position);
      for (Polyline& line : outlines_of(feature)) lines.push_back(std::move(line));
    }
  }
  for (const LineSample& sample : samples_along(lines, view_.step_m)) {
    Box here;
    here.add(sample.position);
    if (meet_on_earth(around, here)) places.push_back(sample.position);
  }
  return places;
}

std::vector<Sightings> SitingCheck::look(const SitingRule& rule, std::span<const Position> targets) const {
  if (targets.empty() || heights_ == nullptr) return std::vector<Sightings>(targets.size());
  const double radius = rule.distance_m.value_or(rule.look_m);
  const auto from = observers(rule, widened(box_of(targets), radius));
  return sightings(*heights_, from, targets, {rule.observer_m, rule.target_m, radius, view_.refraction});
}

}  // namespace merestone
