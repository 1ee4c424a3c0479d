// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_sheets.hpp"

#include "cli/command/burial_command.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/report/burial_parts.hpp"
#include "cli/words/words.hpp"
#include "gis/base/text.hpp"
#include "gis/burials/facility_check.hpp"
#include "gis/burials/site_limits.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/overlay/feature_index.hpp"
#include "gis/territory/territory.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>

namespace merestone {
namespace {

using Symbol = LegendEntry::Symbol;

/// A site that is the square metre around a position.
bool is_position(const MultiPolygon& site) { return area_m2(site) < 2; }

/// Tints of classes: water blue, fields yellow, woods green, where people live red; others in the order in which rules name them.
Colour class_tint(const std::string& kind, std::size_t i) {
  constexpr Colour water{0.70, 0.83, 0.93}, field{0.97, 0.90, 0.66}, wood{0.76, 0.87, 0.69}, homes{0.95, 0.79, 0.75};
  constexpr Colour others[] = {{0.87, 0.80, 0.90}, {0.74, 0.88, 0.86}, {0.88, 0.82, 0.72}, {0.85, 0.85, 0.85}};
  const auto among = [&](std::initializer_list<const char*> kinds) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); };
  if (among({"reservoir", "lake", "river", "navigable_river", "water_source"})) return water;
  if (among({"farmland", "basic_farmland"})) return field;
  if (among({"forest", "park", "scenic", "nature_reserve"})) return wood;
  if (among({"built_up", "dwelling"})) return homes;
  return others[i % std::size(others)];
}

/// The law's words for a class of the land, else its id.
Wording class_words(const SitingDesk& desk, const std::string& kind) {
  for (const SitingRules* rules : desk.desk.siting()) {
    if (const LandClass* known = rules->land_class(kind)) return known->words;
  }
  return {kind, kind};
}

/// The ground with the features around it, out to the furthest that is told and at least 300 m, 1,500 m around a position.
Sheet map_of(const SitingDesk& desk, const SiteJudgement& judged, const Phrases& phrases) {
  double reach = is_position(judged.site) ? 1500 : 300;
  for (const SitingHit& hit : judged.hits) {
    if (hit.feature != SitingHit::no_feature) reach = std::max(reach, std::min(std::max(hit.margin_m, 0.0), 3000.0) * 1.15);
  }
  const Box box = box_of(judged.site);
  const Box frame = widened(box, reach);
  Sheet sheet;
  sheet.height = 360;
  sheet.frame = {{frame.west, frame.south}, {frame.east, frame.north}};
  std::set<std::uint32_t> drawn;
  std::set<std::string> kinds;
  for (const ChosenRule& chosen : judged.choice.rules) {
    for (const std::string& kind : chosen.rule->classes) {
      const auto* layer = desk.layers.layer(kind);
      bool areas = false, lines = false;
      const Colour tint = class_tint(kind, kinds.size());
      for (std::size_t i = 0; layer && i < layer->features.size(); ++i) {
        const LandFeature& feature = desk.layers.features()[layer->features[i]];
        if (!frame.meets(box_of(feature)) || !drawn.insert(layer->features[i]).second) continue;
        if (!feature.area.empty()) sheet.grounds.push_back({SheetGround::Role::neighbour, feature.name, feature.area, tint}), areas = true;
        if (!feature.path.empty()) sheet.lines.push_back({feature.path, 1, false, false, 0}), lines = true;
        if (feature.position) sheet.places.push_back({*feature.position, feature.name});
      }
      if ((!areas && !lines) || !kinds.insert(kind).second) continue;
      LegendEntry entry;
      entry.symbol = areas ? Symbol::tint : Symbol::line;
      entry.text = law_words(class_words(desk, kind), phrases);
      entry.tint = tint;
      entry.rank = 1;
      sheet.legend.push_back(std::move(entry));
    }
  }
  LegendEntry site;
  site.symbol = is_position(judged.site) ? Symbol::marker : Symbol::subject;
  site.text = is_position(judged.site) ? "siting-legend-position" : "siting-legend-site";
  sheet.legend.insert(sheet.legend.begin(), site);
  if (is_position(judged.site)) sheet.markers.push_back({{(box.west + box.east) / 2, (box.south + box.north) / 2}, "•"});
  sheet.grounds.push_back({SheetGround::Role::subject, "", judged.site});
  return sheet;
}

std::vector<SitingOpinion::Rule> rows_of(const SitingDesk& desk, const SiteJudgement& judged, const Phrases& phrases) {
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
      row.feature = feature.name.empty() ? law_words(class_words(desk, feature.kind), phrases) + " " + feature.local_id : feature.name;
    }
  }
  return rows;
}

/// What is asked of a burial place in the divisions that the site lies in; of a grave its stone alone.
std::vector<SitingOpinion::Limit> limits_of(const SitingDesk& desk, const SiteJudgement& judged, const Grave* grave) {
  using Of = SitingOpinion::Limit::Of;
  std::vector<SitingOpinion::Limit> limits;
  std::set<const void*> told;
  const auto packs = desk.desk.burials();
  for (const DivisionId id : judged.divisions) {
    const auto codes = desk.ground.codes(id);
    const SiteLimits found = site_limits(packs, codes.empty() ? std::string{} : codes.front(), judged.law_day);
    if (found.stone && told.insert(found.stone).second) {
      limits.push_back({Of::stone, {}, found.stone->most_m, 0, 0, grave ? grave->stone_height_m : std::nullopt, found.stone->source});
    }
    if (grave) continue;
    for (const auto& of : found.plots) {
      if (told.insert(of.limit).second) limits.push_back({Of::plot, of.type->words, of.limit->most_m2, 0, 0, {}, of.limit->source});
    }
    for (const auto& of : found.facilities) {
      if (!told.insert(of.limit).second) continue;
      Wording kinds;
      for (const FacilityKind* kind : of.kinds) {
        kinds.en += (kinds.en.empty() ? "" : ", ") + kind->words.en;
        kinds.zh += (kinds.zh.empty() ? "" : "、") + kind->words.zh;
      }
      const FacilityLimit& limit = *of.limit;
      if (limit.most_term_years > 0) limits.push_back({Of::term, kinds, limit.most_term_years, 0, 0, {}, limit.source});
      if (limit.least_cover_percent > 0 || limit.least_green_percent > 0) {
        limits.push_back({Of::green, kinds, 0, limit.least_cover_percent, limit.least_green_percent, {}, limit.source});
      }
    }
  }
  return limits;
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

SiteJudgement judge_place(const SitingDesk& desk, const Grave& grave, JudgingOptions judging) {
  LandFeature site;
  site.position = grave.position;
  judging.subject = "grave";
  judging.site_accuracy_m = grave.accuracy_m.value_or(0);
  return judge_site(desk, ground_of(site), judging.law_day.value_or(act_day(grave, desk.desk.as_of.day)), judging);
}

std::vector<std::string> write_siting_opinion(const Project& project, const SitingDesk& desk, const SiteJudgement& judged, const std::string& name,
                                              const SheetOptions& options, const Grave* grave) {
  const Phrases phrases{options.language};
  SitingOpinion opinion;
  if (const Box box = box_of(judged.site); is_position(judged.site)) opinion.position = Position{(box.west + box.east) / 2, (box.south + box.north) / 2};
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
  opinion.rows = rows_of(desk, judged, phrases);
  opinion.findings = judged.choice.findings;
  for (Finding& gap : judged.check->gaps()) opinion.findings.push_back(std::move(gap));
  say_classes(opinion.findings, desk.desk.siting());
  opinion.to_survey = judged.to_survey;
  opinion.limits = limits_of(desk, judged, grave);
  if (const GraveProtection* entry = grave ? desk.desk.protection(grave->id) : nullptr) {
    opinion.kept_by = term_word("protection", to_text(entry->kind), language_of(options.language));
    for (const std::string& part : {entry->list, entry->entry}) opinion.kept_by += part.empty() ? "" : " · " + part;
  }
  opinion.map = map_of(desk, judged, phrases);
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
    const FacilityRecord& record = desk.desk.facilities[desk.facilities[i]].record;
    PlannedFacility& planned = plan.facilities.emplace_back();
    planned.name = facility.name, planned.kind = facility.kind, planned.use = desk.uses[i], planned.position = facility.position;
    planned.term_years = record.term_years, planned.cover_percent = record.cover_percent, planned.green_percent = record.green_percent;
    for (const BurialRules* rules : desk.desk.burials()) {
      if (const FacilityKind* kind = rules->facility(facility.kind)) planned.words = kind->words;
    }
    const auto codes = ground.codes(ground.at(facility.position));
    const FacilityStanding standing =
        standing_of(desk.desk.facilities[desk.facilities[i]], desk.desk.burials(), codes.empty() ? std::string{} : codes.front(), request.day);
    if (standing.limit == nullptr) continue;
    planned.most_term_years = standing.limit->most_term_years;
    planned.least_cover_percent = standing.limit->least_cover_percent, planned.least_green_percent = standing.limit->least_green_percent;
    planned.term_kept = standing.term_kept, planned.green_kept = standing.green_kept;
    planned.limit_source = standing.limit->source;
  }
  plan.map = plan_map(ground.territory(), ground.divisions(), desk.division, plan.facilities);
  return plan;
}

std::vector<std::string> write_cemetery_plan(const CemeteryPlan& plan, const SheetOptions& options) {
  return write_with(plan, sheet_stem(options, "cemetery-plan-" + plan.code), options);
}

}  // namespace merestone
