// SPDX-License-Identifier: Apache-2.0
#include "data/office/hazard_findings.hpp"

#include "data/office/relief_acts.hpp"
#include "gis/base/text.hpp"
#include "gis/geometry/geos_bridge.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace merestone {
namespace {

std::string classes_of(const RiskScale& scale) {
  std::string text;
  for (const RiskClass& each : scale.classes) {
    text += (text.empty() ? "" : ", ") + std::to_string(each.ordinal) + " " + each.words.en + " " + each.words.zh;
  }
  return text;
}

/// By its name, else its id, else its place in the file.
std::string called(const HazardZone& zone, std::size_t index) {
  return !zone.name.empty() ? zone.name : !zone.local_id.empty() ? zone.local_id : std::to_string(index + 1);
}

/// A kind that the law does not name, once each: a misspelt one would stand beside the right one in all figures.
std::vector<Finding> unknown_kinds(const std::vector<HazardKind>& known, const std::vector<HazardZone>& zones, const std::string& file) {
  std::vector<Finding> findings;
  std::string words;
  std::set<std::string> seen;
  for (const HazardKind& kind : known) words += (words.empty() ? "" : ", ") + kind.id + " " + kind.words.zh, seen.insert(kind.id);
  for (std::size_t i = 0; i < zones.size() && !known.empty(); ++i) {
    if (!seen.insert(zones[i].kind).second) continue;
    findings.push_back({.rule = "hazard.unknown_kind", .severity = Severity::warning, .subject = {file, std::to_string(i + 1), "kind"},
                        .facts = {{"value", zones[i].kind}, {"known", words}}});
  }
  return findings;
}

}  // namespace

std::vector<RiskScale> risk_scales(const Project& project) {
  std::vector<RiskScale> scales;
  for (const CountryPack& pack : project.packs()) scales.insert(scales.end(), pack.risk_scales.begin(), pack.risk_scales.end());
  return scales;
}

std::vector<Finding> hazard_findings(const Project& project, const std::vector<HazardZone>& zones, const std::string& file) {
  Box ground;
  for (std::size_t i = 0; i < zones.size() && ground.empty(); ++i) {
    ground = project.extent({zones[i].valid.from == unknown_start ? Date{} : zones[i].valid.from, latest_revision});
  }
  if (ground.empty()) ground = project.extent({today(), latest_revision});  // zones of a time before the ground on record
  std::vector<Finding> findings = hazard_findings(risk_scales(project), ground, zones, file);
  std::ranges::move(unknown_kinds(relief_rules(project).events.hazards, zones, file), std::back_inserter(findings));
  return findings;
}

std::vector<Finding> hazard_findings(const std::vector<RiskScale>& scales, const Box& ground, const std::vector<HazardZone>& zones, const std::string& file) {
  std::vector<Finding> findings;
  std::vector<std::size_t> away;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    const HazardZone& zone = zones[i];
    const auto tell = [&](const char* rule, const char* field, std::vector<std::pair<std::string, std::string>> facts) -> Finding& {
      return findings.emplace_back(Finding{.rule = rule, .subject = {file, std::to_string(i + 1), field}, .facts = std::move(facts)});
    };
    const RiskScale* scale = scale_for(scales, ScaleUse::zoning, zone.kind);
    if (scale && scale->at(zone.severity) == nullptr) {
      tell("hazard.off_scale", "severity", {{"value", std::to_string(zone.severity)}, {"kind", zone.kind}, {"scale", scale->words.en},
                                            {"scale_zh", scale->words.zh}, {"classes", classes_of(*scale)}});
    }
    if (zone.return_period_years && !(*zone.return_period_years > 0 && std::isfinite(*zone.return_period_years))) {
      tell("hazard.bad_return_period", "return_period", {{"value", shortest(*zone.return_period_years)}});
    }
    if (const auto fault = shape_fault(zone.shape)) {
      tell("hazard.bad_shape", "", {{"reason", fault->reason}, {"name", called(zone, i)}}).place =
          Place{degrees(fault->place.lon), degrees(fault->place.lat)};
    }
    if (!ground.empty() && !zone.shape.empty() && !ground.meets(box_of(zone.shape))) away.push_back(i);
  }
  const bool all = !zones.empty() && away.size() == zones.size();
  for (const std::size_t i : away) {
    const Box box = box_of(zones[i].shape);
    findings.push_back({.rule = all ? "hazard.elsewhere" : "hazard.off_map", .severity = all ? Severity::error : Severity::warning,
                        .subject = {file, std::to_string(i + 1), ""}, .place = Place{degrees(box.west), degrees(box.south)},
                        .facts = {{"name", called(zones[i], i)}}});
  }
  return findings;
}

}  // namespace merestone
