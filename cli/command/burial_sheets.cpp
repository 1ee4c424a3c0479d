// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_sheets.hpp"

#include "cli/command/burial_command.hpp"
#include "cli/command/line_sheets.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/overlay/feature_index.hpp"
#include "gis/territory/territory.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace merestone {
namespace {

using Symbol = LegendEntry::Symbol;

/// The ground with the features around it, out to the furthest that is told and at least 300 m.
Sheet map_of(const SitingDesk& desk, const SiteJudgement& judged) {
  double reach = 300;
  for (const SitingHit& hit : judged.hits) {
    if (hit.feature != SitingHit::no_feature) reach = std::max(reach, std::min(hit.margin_m, 3000.0) * 1.15);
  }
  const Box frame = widened(box_of(judged.site), reach);
  Sheet sheet;
  sheet.height = 360;
  sheet.frame = {{frame.west, frame.south}, {frame.east, frame.north}};
  bool areas = false, lines = false;
  std::set<std::uint32_t> drawn;
  for (const ChosenRule& chosen : judged.choice.rules) {
    for (const std::string& kind : chosen.rule->classes) {
      const auto* layer = desk.layers.layer(kind);
      for (std::size_t i = 0; layer && i < layer->features.size(); ++i) {
        const LandFeature& feature = desk.layers.features()[layer->features[i]];
        if (!frame.meets(box_of(feature)) || !drawn.insert(layer->features[i]).second) continue;
        if (!feature.area.empty()) sheet.grounds.push_back({SheetGround::Role::neighbour, feature.name, feature.area}), areas = true;
        if (!feature.path.empty()) sheet.lines.push_back({feature.path, 1, false, false, 0}), lines = true;
        if (feature.position) sheet.places.push_back({*feature.position, feature.name});
      }
    }
  }
  sheet.grounds.push_back({SheetGround::Role::subject, "", judged.site});
  sheet.legend.push_back({Symbol::subject, "siting-legend-site", 0, false, false, 0, {}, {}});
  if (areas) sheet.legend.push_back({Symbol::neighbour, "siting-legend-area", 0, false, false, 0, {}, {}});
  if (lines) sheet.legend.push_back({Symbol::line, "siting-legend-line", 1, false, false, 0, {}, {}});
  return sheet;
}

std::vector<SitingOpinion::Rule> rows_of(const SitingDesk& desk, const SiteJudgement& judged) {
  std::vector<SitingOpinion::Rule> rows;
  for (std::size_t r = 0; r < judged.choice.rules.size(); ++r) {
    const ChosenRule& chosen = judged.choice.rules[r];
    const SitingRule& rule = *chosen.rule;
    SitingOpinion::Rule& row = rows.emplace_back();
    row.rule = chosen.id();
    row.law = rule.law;
    row.words = rule.words;
    row.source = chosen.set->source + (rule.source.empty() ? "" : " " + rule.source);
    row.limit_m = rule.distance_m;
    for (const std::string& kind : rule.classes) {
      row.classes += (row.classes.empty() ? "" : ";") + kind;
      row.judged = row.judged && desk.layers.layer(kind) != nullptr;
    }
    const bool needs_heights = rule.test == SitingTest::visible || rule.slope != SitingSlope::any;
    if (needs_heights && desk.heights == nullptr) row.judged = false;
    for (const std::string& id : rule.groups) {
      for (const SitingGroup& group : chosen.set->groups) {
        if (group.id == id) row.groups.push_back(group.words);
      }
    }
    for (const SitingHit& hit : judged.hits) {
      if (hit.rule != r) continue;
      row.hit = hit;
      if (hit.feature == SitingHit::no_feature) continue;
      const LandFeature& feature = desk.layers.features()[hit.feature];
      row.feature = feature.name.empty() ? feature.kind + " " + feature.local_id : feature.name;
    }
  }
  return rows;
}

std::vector<std::string> write_with(const auto& sheet, const std::string& stem, const SheetOptions& options) {
  return write_files(sheet, Phrases{options.language}, stem, options.formats);
}

/// The division's ground with its facilities by their number.
Sheet plan_map(const Territory& territory, const DivisionRegister& divisions, DivisionId id, const std::vector<PlannedFacility>& facilities) {
  Sheet sheet;
  sheet.height = 360;
  MultiPolygon own, others;
  for (const Face& face : territory.faces) {
    const bool inside = divisions.lies_in(territory.holders[face.unit].front(), id);
    (inside ? own : others).push_back(polygon_of(territory.mesh, face));
  }
  if (own.empty()) return {};
  const Box frame = widened(box_of(own), 5000);
  std::erase_if(others, [&](const Polygon& polygon) { return !frame.meets(box_of(polygon.outer)); });
  sheet.grounds.push_back({SheetGround::Role::subject, "", std::move(own)});
  if (!others.empty()) sheet.grounds.push_back({SheetGround::Role::neighbour, "", std::move(others)});
  for (std::size_t i = 0; i < facilities.size(); ++i) sheet.markers.push_back({facilities[i].position, std::to_string(i + 1)});
  sheet.legend.push_back({Symbol::subject, "plan-legend-ground", 0, false, false, 0, {}, {}});
  if (!facilities.empty()) sheet.legend.push_back({Symbol::marker, "plan-legend-facility", 0, false, false, 0, {}, {}});
  return sheet;
}

}  // namespace

MultiPolygon ground_of(const LandFeature& site) {
  if (!site.area.empty()) return site.area;
  if (!site.position) throw Error{Fault::invalid, "a line is no ground", {{.rule = "siting.empty_site"}}};
  Ring ring;
  for (const double azimuth : {225.0, 135.0, 45.0, 315.0}) ring.push_back(destination(*site.position, azimuth, std::sqrt(0.5)));
  return {{ring, {}}};
}

std::vector<std::string> write_siting_opinion(const Project& project, const SitingDesk& desk, const SiteJudgement& judged, const std::string& name,
                                              const SheetOptions& options) {
  SitingOpinion opinion;
  opinion.head = sheet_head(project, desk.desk.as_of.day);
  opinion.name = name;
  for (const DivisionId id : judged.divisions) opinion.division += (opinion.division.empty() ? "" : " · ") + division_name(desk.ground.divisions(), id);
  opinion.law_day = judged.law_day;
  opinion.area_m2 = area_m2(judged.site);
  opinion.accuracy_m = judged.accuracy_m;
  opinion.look_every_m = judged.check->view().step_m;
  if (desk.heights) {
    const ElevationGrid& grid = desk.heights->grid();
    const Box box = box_of(judged.site);
    opinion.dem_cell_m = desk.heights->cell_m({(box.west + box.east) / 2, (box.south + box.north) / 2});
    opinion.heights.push_back(grid.name + ", " + grid.vertical_datum + (grid.day.empty() ? "" : ", " + grid.day));
  }
  opinion.rows = rows_of(desk, judged);
  opinion.findings = judged.choice.findings;
  for (Finding& gap : judged.check->gaps()) opinion.findings.push_back(std::move(gap));
  opinion.to_survey = judged.to_survey;
  opinion.map = map_of(desk, judged);
  return write_with(opinion, sheet_stem(options, "siting-" + name), options);
}

CemeteryPlan cemetery_plan(const Project& project, const PlanRequest& request) {
  const GroundHolders ground{project, {request.day}};
  const PlanDesk desk = plan_desk(project, ground, request);
  CemeteryPlan plan;
  plan.head = sheet_head(project, desk.desk.as_of.day);
  plan.name = division_name(ground.divisions(), desk.division);
  plan.code = request.code;
  plan.counted_places = desk.counted_places;
  plan.last_count = desk.last_count;
  plan.source = desk.source;
  plan.plan = desk.plan;
  plan.all = together(desk.uses);
  plan.findings = desk.findings;
  for (std::size_t i = 0; i < desk.facilities.size(); ++i) {
    const Facility& facility = desk.desk.facilities[desk.facilities[i]].facility;
    plan.facilities.push_back({facility.name, facility.kind, desk.uses[i], facility.position});
    for (const BurialRules* rules : desk.desk.burials()) {
      if (const FacilityKind* kind = rules->facility(facility.kind)) plan.facilities.back().kind = kind->words.zh + " " + kind->words.en;
    }
  }
  plan.map = plan_map(ground.territory(), ground.divisions(), desk.division, plan.facilities);
  return plan;
}

std::vector<std::string> write_cemetery_plan(const CemeteryPlan& plan, const SheetOptions& options) {
  return write_with(plan, sheet_stem(options, "cemetery-plan-" + plan.code), options);
}

}  // namespace merestone
