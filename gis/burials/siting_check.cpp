// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/siting_check.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

constexpr std::size_t chunk = 8192;  // places judged together: bounds memory and where is looked from, keeps all processors busy

double radius_m(const SitingRule& rule) { return rule.distance_m.value_or(rule.look_m); }

}  // namespace

SitingCheck::SitingCheck(const SitingLayers& layers, std::vector<ChosenRule> rules, const Terrain* heights, const ViewOptions& view)
    : layers_{layers}, rules_{std::move(rules)}, heights_{heights}, view_{view} {
  for (std::size_t r = 0; r < rules_.size(); ++r) {
    for (const std::string& kind : rules_[r].rule->classes) {
      const SitingLayers::Layer* layer = layers.layer(kind);
      if (layer == nullptr) continue;
      auto at = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& k) { return k.layer == layer; });
      if (at == kinds_.end()) {
        at = kinds_.insert(at, {layer, 0, 0, {}});
        for (const std::uint32_t f : layer->features) at->accuracy_m = std::max(at->accuracy_m, layers.features()[f].accuracy_m.value_or(0));
      }
      at->reach_m = std::max(at->reach_m, reach_m(r));
      at->rules.push_back(r);
    }
  }
}

double SitingCheck::reach_m(std::size_t rule) const {
  const SitingRule& r = *rules_[rule].rule;
  return r.test == SitingTest::inside ? 0 : radius_m(r);
}

std::vector<Finding> SitingCheck::gaps() const {
  std::vector<Finding> findings;
  for (const ChosenRule& chosen : rules_) {
    bool any = false;
    for (const std::string& kind : chosen.rule->classes) {
      any = any || layers_.layer(kind) != nullptr;
      if (layers_.layer(kind)) continue;
      findings.push_back({.rule = "siting.no_layer", .severity = Severity::warning, .subject = {{}, chosen.id(), {}},
                          .facts = {{"rule", chosen.id()}, {"class", kind}}});
    }
    const bool needs_heights = chosen.rule->test == SitingTest::visible || chosen.rule->slope != SitingSlope::any;
    if (any && needs_heights && heights_ == nullptr) {
      findings.push_back({.rule = "siting.no_heights", .severity = Severity::warning, .subject = {{}, chosen.id(), {}},
                          .facts = {{"rule", chosen.id()}}});
    }
  }
  return findings;
}

SitingCheck::Nearest SitingCheck::as_nearest(const SitingLayers::Layer& layer, const Nearness& near) const {
  if (!near.found()) return {};
  return {near.margin_m(), layer.features[near.feature], near.at, near.inside};
}

bool SitingCheck::slope_applies(const SitingRule& rule, Position place, const Nearest& nearest, bool& unknown) const {
  if (rule.slope == SitingSlope::any) return true;
  const double difference = heights_ ? heights_->height_at(place) - heights_->height_at(nearest.at) : std::nan("");
  unknown = std::isnan(difference);
  return unknown || (rule.slope == SitingSlope::above ? difference > 0 : difference < 0);
}

std::optional<SitingHit> SitingCheck::weigh(std::size_t rule, Nearest nearest, Position place, double accuracy_m) const {
  const SitingRule& r = *rules_[rule].rule;
  const bool inside_test = r.test == SitingTest::inside;
  const bool figure = inside_test || r.distance_m.has_value();
  const double limit = inside_test ? 0 : radius_m(r);
  const bool near = nearest.inside || (!inside_test && nearest.margin_m < limit);
  const bool required = r.norm == SitingNorm::required;
  SitingHit hit{static_cast<std::uint32_t>(rule), SitingVerdict::kept, false, nearest.margin_m, nearest.feature, {}, 0};
  if (near != required) {
    hit.verdict = figure || nearest.inside ? SitingVerdict::broken : SitingVerdict::to_judge;
    bool unknown = false;
    if (!required && !slope_applies(r, place, nearest, unknown)) return {};
    if (unknown) hit.verdict = SitingVerdict::unknown;
  }
  if (nearest.feature != SitingHit::no_feature && figure) {
    const double accuracy = std::hypot(accuracy_m, layers_.features()[nearest.feature].accuracy_m.value_or(0));
    hit.in_doubt = std::abs(nearest.margin_m - limit) < accuracy;
  }
  if (hit.verdict == SitingVerdict::kept && !hit.in_doubt) return {};
  return hit;
}

SitingHit SitingCheck::seen_hit(std::size_t rule, const Nearest& nearest, double accuracy_m) const {
  const double accuracy = std::hypot(accuracy_m, layers_.features()[nearest.feature].accuracy_m.value_or(0));
  const bool in_doubt = std::abs(nearest.margin_m - radius_m(*rules_[rule].rule)) < accuracy;
  return {static_cast<std::uint32_t>(rule), SitingVerdict::unknown, in_doubt, nearest.margin_m, nearest.feature, {}, 0};
}

void SitingCheck::judge_chunk(std::span<const SitedPosition> places, std::span<std::vector<SitingHit>> hits) const {
  std::vector<Position> positions;
  positions.reserve(places.size());
  double worst = 0;
  for (const SitedPosition& place : places) {
    positions.push_back(place.position);
    worst = std::max(worst, place.accuracy_m);
  }
  std::vector<std::vector<Nearest>> by_rule(rules_.size());
  for (const Kind& kind : kinds_) {
    const auto near = kind.layer->index.nearest_in_order(positions, kind.reach_m + worst + kind.accuracy_m);
    for (const std::size_t r : kind.rules) by_rule[r].resize(places.size());
    for (std::size_t i = 0; i < near.size(); ++i) {
      if (!near[i].found()) continue;
      const Nearest nearest = as_nearest(*kind.layer, near[i]);
      for (const std::size_t r : kind.rules) {
        if (nearest.margin_m < by_rule[r][i].margin_m) by_rule[r][i] = nearest;
      }
    }
  }
  for (std::size_t r = 0; r < rules_.size(); ++r) {
    const SitingRule& rule = *rules_[r].rule;
    if (by_rule[r].empty()) continue;  // no layer: told by gaps()
    if (rule.test != SitingTest::visible) {
      for (std::size_t i = 0; i < places.size(); ++i) {
        if (auto hit = weigh(r, by_rule[r][i], positions[i], places[i].accuracy_m)) hits[i].push_back(*hit);
      }
      continue;
    }
    std::vector<std::size_t> near;
    std::vector<Position> targets;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (by_rule[r][i].margin_m > radius_m(rule) + places[i].accuracy_m) continue;
      near.push_back(i);
      targets.push_back(positions[i]);
    }
    const auto sights = look(rule, targets);
    for (std::size_t k = 0; k < near.size(); ++k) {
      SitingHit hit = seen_hit(r, by_rule[r][near[k]], places[near[k]].accuracy_m);
      hit.sight = sights[k];
      hit.seen_share = sights[k].seen > 0 ? 1 : 0;
      if (sights[k].seen > 0) hit.verdict = SitingVerdict::broken;
      else if (heights_ && sights[k].unknown == 0) continue;
      hits[near[k]].push_back(hit);
    }
  }
}

std::vector<std::vector<SitingHit>> SitingCheck::judge(std::span<const SitedPosition> places) const {
  std::vector<Position> positions;
  positions.reserve(places.size());
  for (const SitedPosition& place : places) positions.push_back(place.position);
  const std::vector<std::uint32_t> order = in_neighbourhood_order(positions);
  std::vector<std::vector<SitingHit>> hits(places.size());
  for (std::size_t first = 0; first < order.size(); first += chunk) {
    const std::span<const std::uint32_t> which = std::span{order}.subspan(first, std::min(chunk, order.size() - first));
    std::vector<SitedPosition> near;
    for (const std::uint32_t i : which) near.push_back(places[i]);
    std::vector<std::vector<SitingHit>> found(which.size());
    judge_chunk(near, found);
    for (std::size_t k = 0; k < which.size(); ++k) hits[which[k]] = std::move(found[k]);
  }
  return hits;
}

}  // namespace merestone
