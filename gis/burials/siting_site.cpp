// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/siting_check.hpp"

#include "gis/base/error.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr double touching_m = 0.001;  // borders no deeper than this in each other only touch
constexpr int raster = 20;
constexpr int finest_raster = 1280;

std::vector<Position> corners_of(const MultiPolygon& site) {
  std::vector<Position> corners;
  for (const Polygon& polygon : site) {
    corners.insert(corners.end(), polygon.outer.begin(), polygon.outer.end());
    for (const Ring& hole : polygon.holes) corners.insert(corners.end(), hole.begin(), hole.end());
  }
  return corners;
}

/// Middles of a raster over the box of each part that lie inside it; finer where a part is too slim for the first.
std::vector<Position> places_in(const MultiPolygon& site) {
  std::vector<Position> places;
  for (const Polygon& polygon : site) {
    const MultiPolygon part{polygon};
    const Box box = box_of(part);
    const std::size_t before = places.size();
    for (int n = raster; places.size() == before && n <= finest_raster; n *= 2) {
      for (int j = 0; j < n; ++j) {
        for (int i = 0; i < n; ++i) {
          const Position p{box.west + (box.east - box.west) * (2 * i + 1) / (2 * n), box.south + (box.north - box.south) * (2 * j + 1) / (2 * n)};
          if (locate(part, p) == Containment::inside) places.push_back(p);
        }
      }
    }
  }
  return places;
}

bool edges_cross(const Polyline& a, const Polyline& b) {
  for (std::size_t i = 1; i < a.size(); ++i) {
    Box edge;
    edge.add(a[i - 1]);
    edge.add(a[i]);
    for (std::size_t k = 1; k < b.size(); ++k) {
      Box other;
      other.add(b[k - 1]);
      other.add(b[k]);
      if (edge.meets(other) && meeting(a[i - 1], a[i], b[k - 1], b[k]) == Meeting::cross) return true;
    }
  }
  return false;
}

std::vector<Position> positions_of(const LandFeature& feature) {
  std::vector<Position> all = corners_of(feature.area);
  all.insert(all.end(), feature.path.begin(), feature.path.end());
  if (feature.position) all.push_back(*feature.position);
  return all;
}

}  // namespace

SitingCheck::Nearest SitingCheck::nearest_to(const MultiPolygon& site, std::span<const Position> places, const Kind& kind,
                                             double within_m) const {
  Nearest best;
  const auto take = [&](const Nearest& other) {
    if (other.margin_m < best.margin_m) best = other;
  };
  for (const Nearness& near : kind.layer->index.nearest(places, within_m)) {
    if (near.found()) take(as_nearest(*kind.layer, near));
  }
  const LayerFeature own{site, {}, {}};
  const FeatureIndex index{std::span{&own, 1}};
  LandFeature ground;
  ground.area = site;
  const auto borders = outlines_of(ground);
  const Box around = widened(box_of(site), within_m);
  for (const std::uint32_t f : kind.layer->features) {
    const LandFeature& feature = layers_.features()[f];
    if (!meet_on_earth(around, box_of(feature))) continue;
    const bool is_area = !feature.area.empty();
    for (const Position p : positions_of(feature)) {
      Box here;
      here.add(p);
      if (!meet_on_earth(around, here)) continue;
      const Nearness near = index.nearest(p, within_m);
      if (!near.found()) continue;
      if (!near.inside) take({near.edge_m, f, p, false});
      else take({is_area ? -near.edge_m : 0, f, p, is_area});
    }
    for (const Polyline& line : outlines_of(feature)) {
      const bool cross = std::any_of(borders.begin(), borders.end(), [&](const Polyline& border) { return edges_cross(border, line); });
      if (cross) take({is_area ? -2 * touching_m : 0, f, line.front(), is_area});
    }
  }
  if (best.inside && best.margin_m > -touching_m) best = {0, best.feature, best.at, false};
  return best;
}

std::vector<SitingHit> SitingCheck::judge(const MultiPolygon& site, double accuracy_m) const {
  std::vector<Position> places = places_in(site);
  if (places.empty()) throw Error{Fault::invalid, "a site without ground", {{.rule = "siting.empty_site"}}};
  const std::size_t inside = places.size();
  const auto corners = corners_of(site);
  places.insert(places.end(), corners.begin(), corners.end());

  std::vector<Nearest> by_rule(rules_.size());
  std::vector<bool> known(rules_.size(), false);
  for (const Kind& kind : kinds_) {
    const Nearest nearest = nearest_to(site, places, kind, kind.reach_m + accuracy_m + kind.accuracy_m);
    for (const std::size_t r : kind.rules) {
      known[r] = true;
      if (nearest.margin_m < by_rule[r].margin_m) by_rule[r] = nearest;
    }
  }
  std::vector<SitingHit> hits;
  for (std::size_t r = 0; r < rules_.size(); ++r) {
    const SitingRule& rule = *rules_[r].rule;
    if (!known[r]) continue;
    if (rule.test != SitingTest::visible) {
      if (auto hit = weigh(r, by_rule[r], places.front(), accuracy_m)) hits.push_back(*hit);
      continue;
    }
    if (by_rule[r].margin_m > rule.distance_m.value_or(rule.look_m) + accuracy_m) continue;
    SitingHit hit = seen_hit(r, by_rule[r], accuracy_m);
    std::size_t seen = 0;
    bool unknown = heights_ == nullptr;
    for (const Sightings& sight : look(rule, std::span{places}.first(inside))) {
      if (sight.seen > 0) ++seen;
      unknown = unknown || sight.unknown > 0;
      if (sight.seen > hit.sight.seen || hit.sight.within() == 0) hit.sight = sight;
    }
    hit.seen_share = static_cast<double>(seen) / static_cast<double>(inside);
    hit.verdict = seen > 0 ? SitingVerdict::broken : unknown ? SitingVerdict::unknown : SitingVerdict::kept;
    if (hit.verdict != SitingVerdict::kept) hits.push_back(hit);
  }
  return hits;
}

}  // namespace merestone
