// SPDX-License-Identifier: Apache-2.0
#include "cli/command/exposure.hpp"

#include "cli/command/line_sheets.hpp"
#include "data/exchange/reading.hpp"
#include "data/exchange/reading_planning.hpp"
#include "data/office/assumed_zone.hpp"
#include "data/office/refuse_errors.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

AssumedHazard assumed(const ExposureOptions& options) {
  const LineDelivery delivery = read_drawn_lines(options.what_if, options.reading);
  refuse_errors(delivery.findings, options.what_if + " was not read");
  AssumedHazard hazard{{}, options.hazard, options.severity, options.radius_m, options.what_if.substr(options.what_if.find_last_of('/') + 1)};
  for (const DeliveredLine& line : delivery.lines) {
    hazard.drawn.areas.insert(hazard.drawn.areas.end(), line.area.begin(), line.area.end());
    if (!line.path.empty()) hazard.drawn.lines.push_back(line.path);
  }
  return hazard;
}

void add_map(ExposureSheet& sheet, const ExposureDesk& desk, const ExposureReport& report) {
  const Territory& territory = desk.territory();
  const LevelView view = at_level(territory, desk.divisions(), report.level);
  std::map<DivisionId, bool> inside;
  for (const ExposureTotal& total : report.totals) inside[total.division.id] = true;
  std::map<UnitIndex, MultiPolygon> grounds;
  for (const Face& face : territory.faces) {
    const UnitIndex unit = view.unit_of[face.unit];
    if (unit != nobody && inside[view.units[unit].front()]) grounds[unit].push_back(polygon_of(territory.mesh, face));
  }
  for (auto& [unit, shape] : grounds) {
    const DivisionState* division = desk.divisions().find(view.units[unit].front());
    for (const Polygon& polygon : shape) {
      for (const Position p : polygon.outer) sheet.map.frame.push_back(p);
    }
    if (division) sheet.map.grounds.push_back({SheetGround::Role::member, division->name, shape});
    sheet.map.grounds.push_back({SheetGround::Role::subject, "", std::move(shape)});
  }
  for (std::size_t i = 0; i < territory.mesh.arcs.size(); ++i) {
    const Arc& arc = territory.mesh.arcs[i];
    const auto of = [&](UnitIndex unit) { return unit == nobody ? nobody : view.unit_of[unit]; };
    if (of(arc.left) == of(arc.right)) continue;
    const auto path = territory.mesh.path(i);
    sheet.map.lines.push_back({Polyline(path.begin(), path.end()), 2, false, false, 0});
  }
  const auto& zones = report.query.what_if.empty() ? desk.zones() : report.query.what_if;
  for (const HazardZone& zone : zones) {
    const auto& kinds = report.query.kinds;
    if (kinds.empty() || std::find(kinds.begin(), kinds.end(), zone.kind) != kinds.end()) {
      sheet.map.zones.push_back({zone.kind, zone.severity, zone.shape});
    }
  }
}

}  // namespace

ExposureQuery query_of(const ExposureOptions& options, const ExposureDesk& desk) {
  ExposureQuery query{options.division, options.level, options.kinds, {}};
  if (options.what_if.empty()) return query;
  ExposureOptions asked = options;
  if (asked.reading.extent.empty()) asked.reading.extent = desk.extent();
  query.what_if.push_back(assumed_zone(desk, assumed(asked)));
  query.kinds.clear();
  return query;
}

ExposureDesk desk_of(const ExposureOptions& options, const Project& project) {
  const Date day = day_of(options.on);
  ExposureDesk desk{project, {day}};
  if (options.people.empty()) return desk;
  CountDelivery delivery = read_population(options.people, options.reading, day);
  refuse_errors(delivery.findings, options.people + " was not read");
  std::vector<PeopleSource> people;
  for (const DeliveredCount& one : delivery.counts) people.push_back({one.local_id, one.count.people});
  desk.take_people(people, {}, options.people);
  return desk;
}

std::string severity_word(const std::vector<RiskScale>& scales, const std::string& kind, int severity, bool chinese) {
  const RiskScale* scale = scale_for(scales, ScaleUse::zoning, kind);
  const RiskClass* of_scale = scale ? scale->at(severity) : nullptr;
  if (!of_scale) return std::to_string(severity);
  return std::to_string(severity) + " " + (chinese ? of_scale->words.zh : of_scale->words.en);
}

ExposureSheet exposure_sheet(const Project& project, const ExposureDesk& desk, const ExposureReport& report,
                             const CarriedExposure* carried, const Phrases& phrases) {
  const bool chinese = phrases.language().starts_with("zh");
  ExposureSheet sheet;
  sheet.head = sheet_head(project, report.as_of.day);
  const DivisionState* subject = report.query.division.empty() ? nullptr : desk.divisions().find_code(report.query.division);
  sheet.name = subject ? subject->name : project.summary().title;
  sheet.what_if = !report.query.what_if.empty();
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < report.point_kinds.size(); ++i) {
    if (report.point_kinds[i] == "people") continue;
    shown.push_back(i);
    sheet.things.push_back(phrases.word("exposure-thing", report.point_kinds[i]));
  }
  for (const ExposureLine& line : report.lines) {
    ExposureSheet::Line made{line.division.code, line.division.name, phrases.word("hazard", line.kind),
                             severity_word(report.scales, line.kind, line.severity, chinese), line.kind, line.severity,
                             line.area_m2, line.share, line.people, {}};
    for (const std::size_t i : shown) made.counts.push_back(line.counts[i]);
    sheet.lines.push_back(std::move(made));
  }
  for (const ExposureInput& input : report.inputs) {
    sheet.inputs.push_back({input.layer, input.first_day, input.last_day, input.sha256, input.records});
  }
  const ExposureUnresolved& open = report.unresolved;
  sheet.people_method = report.people_method;
  sheet.people_unresolved = open.people;
  sheet.of_people = open.of_people;
  sheet.villages_uncounted = open.villages_uncounted;
  sheet.villages = open.villages;
  sheet.places_without_position = open.places_without_position;
  sheet.zones_beyond_m2 = open.zones_beyond_m2;
  if (carried) {
    sheet.carried_to = carried->to;
    sheet.people_unplaced = carried->people_unplaced;
    sheet.area_unplaced = carried->area_unplaced;
    for (const CarriedExposure::Line& line : carried->lines) {
      sheet.carried.push_back({line.division.code, line.division.name, phrases.word("hazard", line.kind),
                               severity_word(report.scales, line.kind, line.severity, chinese), line.area_m2, line.people, line.people_shared});
    }
    for (const CarriedExposure::Share& share : carried->shares) {
      sheet.shares.push_back(share.from.name + " → " + share.to.name + " " + to_string(share.day) + ": " +
                             (share.known ? phrases.percent(share.share, 1) : "?"));
    }
  }
  add_map(sheet, desk, report);
  return sheet;
}

}  // namespace merestone
