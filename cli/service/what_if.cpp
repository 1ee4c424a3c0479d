// SPDX-License-Identifier: Apache-2.0
#include "cli/service/what_if.hpp"

#include "cli/words/json.hpp"
#include "data/office/assumed_zone.hpp"
#include "data/office/hazard_findings.hpp"
#include "data/office/relief_acts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

Json words(const Wording& said) { return {{"en", said.en}, {"zh", said.zh}}; }

/// Things by kind, without zeros. "people" are no things.
Json counts_of(const ExposureReport& report, const std::vector<std::size_t>& counts) {
  Json json = Json::object();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0 && report.point_kinds[i] != "people") json[report.point_kinds[i]] = counts[i];
  }
  return json;
}

}  // namespace

WhatIf::WhatIf(std::string project, AsOf as_of, std::vector<std::string> on_record)
    : project_{std::move(project)}, as_of_{as_of}, on_record_{std::move(on_record)} {}
WhatIf::~WhatIf() = default;

std::shared_ptr<const ExposureDesk> WhatIf::desk() {
  const std::lock_guard lock{guard_};
  if (!desk_) desk_ = std::make_shared<const ExposureDesk>(Project::open(project_), as_of_);
  return desk_;
}

std::string WhatIf::hazards() const {
  const auto project = Project::open(project_);
  const auto scales = risk_scales(project);
  std::vector<HazardKind> hazards = relief_rules(project).events.hazards;
  for (const std::string& kind : on_record_) {
    const auto same = [&](const HazardKind& hazard) { return hazard.id == kind; };
    if (std::none_of(hazards.begin(), hazards.end(), same)) hazards.push_back({kind, {kind, kind}, {}});
  }
  Json list = Json::array();
  for (const HazardKind& hazard : hazards) {
    Json classes = Json::array();
    if (const RiskScale* scale = scale_for(scales, ScaleUse::zoning, hazard.id)) {
      for (const RiskClass& each : scale->classes) classes.push_back({{"severity", each.ordinal}, {"words", words(each.words)}});
    }
    list.push_back({{"hazard", hazard.id}, {"words", words(hazard.words)}, {"classes", std::move(classes)}});
  }
  return Json{{"hazards", std::move(list)}}.dump();
}

std::string WhatIf::exposure(const DrawnHazard& drawn) {
  const auto asked = desk();
  AssumedHazard hazard{{}, drawn.kind, drawn.severity, drawn.radius_m, "what-if"};
  if (drawn.is_track) hazard.drawn.lines.push_back(drawn.corners);
  else hazard.drawn.areas.push_back({drawn.corners, {}});
  ExposureQuery query;
  query.division = drawn.division;
  query.level = drawn.level.value_or(0);
  query.what_if.push_back(assumed_zone(*asked, hazard));
  const ExposureReport report = asked->exposure(query);

  Json lines = Json::array();
  double area = 0;
  std::int64_t people = 0;
  std::vector<std::size_t> counts(report.point_kinds.size(), 0);
  for (const ExposureLine& line : report.lines) {
    Json one{{"area_km2", line.area_m2 / 1e6}, {"share", line.share}, {"people", line.people}, {"counts", counts_of(report, line.counts)}};
    if (line.division.id.value != 0) one.update({{"code", line.division.code}, {"name", line.division.name}, {"level", line.division.level}});
    lines.push_back(std::move(one));
    area += line.area_m2;
    people += line.people;
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += line.counts[i];
  }
  const ExposureUnresolved& open = report.unresolved;
  const HazardZone& zone = query.what_if.front();
  return Json{{"hazard", zone.kind}, {"severity", zone.severity}, {"on", to_string(report.as_of.day)}, {"level", report.level},
              {"lines", std::move(lines)},
              {"total", {{"area_km2", area / 1e6}, {"people", people}, {"counts", counts_of(report, counts)}}},
              {"unresolved", {{"people", open.people}, {"of_people", open.of_people}, {"people_share", open.people_share()},
                              {"villages_uncounted", open.villages_uncounted}, {"villages", open.villages}, {"beyond_km2", open.zones_beyond_m2 / 1e6}}},
              {"shape", coordinates_of(zone.shape)}}.dump();
}

}  // namespace merestone
