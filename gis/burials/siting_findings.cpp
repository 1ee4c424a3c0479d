// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/siting_findings.hpp"

#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

const char* rule_for(const SitingRule& rule, const SitingHit& hit) {
  switch (hit.verdict) {
    case SitingVerdict::kept: return "siting.in_doubt";
    case SitingVerdict::to_judge: return "siting.near";
    case SitingVerdict::unknown: return rule.test == SitingTest::visible ? "siting.sight_unknown" : "siting.slope_unknown";
    case SitingVerdict::broken: break;
  }
  if (rule.norm == SitingNorm::required) return "siting.not_there";
  if (rule.test == SitingTest::visible) return "siting.seen";
  return rule.test == SitingTest::inside || hit.margin_m <= 0 ? "siting.inside" : "siting.too_near";
}

Severity severity_of(const SitingHit& hit, bool kept) {
  if (kept || hit.verdict == SitingVerdict::kept) return Severity::note;
  return hit.verdict == SitingVerdict::broken && !hit.in_doubt ? Severity::error : Severity::warning;
}

}  // namespace

std::vector<Finding> findings_of(const SitingCheck& check, std::span<const SitingHit> hits, const Subject& subject, Place place, bool kept) {
  std::vector<Finding> findings;
  for (const SitingHit& hit : hits) {
    const ChosenRule& chosen = check.rules()[hit.rule];
    const SitingRule& rule = *chosen.rule;
    Finding& made = findings.emplace_back();
    made.rule = rule_for(rule, hit);
    made.severity = severity_of(hit, kept);
    made.subject = subject;
    made.place = place;
    const bool named = hit.feature != SitingHit::no_feature;
    const LandFeature* feature = named ? &check.layers().features()[hit.feature] : nullptr;
    made.facts = {{"rule", chosen.id()}, {"rule_en", rule.words.en}, {"rule_zh", rule.words.zh},
                  {"source", chosen.set->source + (rule.source.empty() ? "" : " " + rule.source)},
                  {"class", feature ? feature->kind : rule.classes.front()},
                  {"feature", feature ? (feature->name.empty() ? feature->local_id : feature->name) : "–"},
                  {"distance_m", std::isfinite(hit.margin_m) ? fixed(std::max(hit.margin_m, 0.0), 1) : "–"},
                  {"depth_m", std::isfinite(hit.margin_m) ? fixed(std::max(-hit.margin_m, 0.0), 1) : "–"},
                  {"limit_m", rule.distance_m ? shortest(*rule.distance_m) : rule.test == SitingTest::inside ? "0" : shortest(rule.look_m)},
                  {"seen", std::to_string(hit.sight.seen)}, {"samples", std::to_string(hit.sight.within())},
                  {"unknown", std::to_string(hit.sight.unknown)}};
  }
  return findings;
}

bool forbids(std::span<const SitingHit> hits) {
  return std::any_of(hits.begin(), hits.end(), [](const SitingHit& hit) { return hit.verdict == SitingVerdict::broken; });
}

}  // namespace merestone
