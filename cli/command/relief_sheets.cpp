// SPDX-License-Identifier: Apache-2.0
#include "cli/command/line_sheets.hpp"
#include "cli/command/relief.hpp"
#include "cli/command/theme.hpp"
#include "gis/territory/territory.hpp"

namespace merestone {
namespace {

/// The depot nearest to the mean of a division's people.
std::vector<ShelterSheet::Supply> supplies_of(const ShelterDesk& desk, const std::vector<Depot>& depots, Level level) {
  std::vector<ShelterSheet::Supply> supplies;
  if (depots.empty()) return supplies;
  for (const DivisionState& division : desk.divisions.all()) {
    if (division.level != level) continue;
    double lon = 0, lat = 0, people = 0;
    for (const SettledPlace& place : desk.places) {
      if (place.people <= 0 || desk.divisions.at_level(place.division, level) != division.id) continue;
      const double weight = static_cast<double>(place.people);
      lon += weight * degrees(place.position.lon), lat += weight * degrees(place.position.lat), people += weight;
    }
    if (people == 0) continue;
    const Position middle = from_degrees(lon / people, lat / people);
    const auto nearest = nearest_depots(std::span{&middle, 1}, depots);
    supplies.push_back({division.name, depots[nearest[0]->depot].name, nearest[0]->distance_m});
  }
  return supplies;
}

}  // namespace

ShelterSheet shelter_sheet(const Project& project, const AsOf& as_of, const ShelterQuestion& question) {
  const ShelterDesk desk = shelter_desk(project, as_of);
  ShelterSheet sheet;
  sheet.head = sheet_head(project, as_of.day);
  sheet.place = project.summary().title;
  sheet.coverage = coverage_of(desk, question);
  if (!question.hazard.empty()) sheet.hazard = hazard_words(desk.rules.events, question.hazard);
  sheet.rules = desk.rules;
  sheet.shelters = desk.shelters;
  for (const ShelterGap& gap : sheet.coverage.gaps) {
    const DivisionState* state = desk.divisions.find(gap.division);
    sheet.names.push_back(state->name);
    sheet.codes.push_back(state->code);
  }
  const auto depots = depots_on(project, as_of);
  const auto lots = stock_on(project, as_of);
  for (const Depot& depot : depots) sheet.depots.push_back({depot, stock_lines(depot, lots, desk.rules.depots, as_of.day)});
  sheet.supplies = supplies_of(desk, depots, sheet.coverage.question.level);
  sheet.map = shelter_map(sheet, derive(project.snapshot(as_of), StatusQuo{}), desk.divisions);
  return sheet;
}

BulletinTable bulletin_table(const Project& project, Bulletin bulletin) {
  BulletinTable table{std::move(bulletin), {}, {}};
  const DivisionRegister divisions = project.divisions({*table.bulletin.question.onto});
  for (const BulletinRow& row : table.bulletin.rows) {
    const DivisionState* state = divisions.find(row.division);
    table.names.push_back(state ? state->name : "–");
    table.codes.push_back(state ? state->code : "");
  }
  return table;
}

EventBulletin event_bulletin_sheet(const Project& project, const DisasterEvent& event, const BulletinQuestion& question, std::optional<Date> later) {
  EventBulletin sheet;
  sheet.rules = relief_rules(project).events;
  sheet.event = event;
  sheet.then = bulletin_table(project, event_bulletin(project, event, question));
  if (later) {
    BulletinQuestion carried = question;
    carried.onto = later;
    sheet.later = bulletin_table(project, event_bulletin(project, event, carried));
  }
  sheet.place = project.summary().title;
  sheet.head = sheet_head(project, *sheet.then.bulletin.question.onto);
  sheet.due = reports_due(event, event_figures(project, event.id), sheet.rules, Moment{today()});
  const AsOf as_of{sheet.head.on};
  sheet.map = bulletin_map(sheet, derive(project.snapshot(as_of), StatusQuo{}), project.divisions(as_of));
  return sheet;
}

}  // namespace merestone
