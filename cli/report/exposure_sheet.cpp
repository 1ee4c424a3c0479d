// SPDX-License-Identifier: Apache-2.0
#include "cli/report/exposure_sheet.hpp"

#include "cli/report/csv.hpp"
#include "cli/report/document.hpp"
#include "cli/report/map_plate.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/sheet_parts.hpp"
#include "gis/base/text.hpp"
#include "tiles/sheet/ink.hpp"

#include <algorithm>

namespace merestone {
namespace {

double people_share(const ExposureSheet& sheet) {
  if (sheet.of_people == 0) return sheet.villages > 0 ? 1 : 0;
  return static_cast<double>(sheet.people_unresolved) / static_cast<double>(sheet.of_people);
}

std::string count(const Phrases& phrases, double n) { return phrases.number(n); }

void add_open(ReportDocument& document, const ExposureSheet& sheet, const Phrases& phrases) {
  document.blocks.emplace_back(Notice{
      phrases.text("exposure-open"),
      phrases.text("exposure-open-what", {{"people", count(phrases, static_cast<double>(sheet.people_unresolved))},
                                          {"of", count(phrases, static_cast<double>(sheet.of_people))},
                                          {"share", phrases.percent(people_share(sheet), 2)},
                                          {"uncounted", count(phrases, static_cast<double>(sheet.villages_uncounted))},
                                          {"villages", count(phrases, static_cast<double>(sheet.villages))},
                                          {"nowhere", count(phrases, static_cast<double>(sheet.places_without_position))},
                                          {"beyond", phrases.with_unit(phrases.km2(sheet.zones_beyond_m2), "km2")}})});
}

void add_map(ReportDocument& document, const ExposureSheet& sheet, const Phrases& phrases) {
  if (sheet.map.grounds.empty()) return;
  MapPlate plate = map_plate(sheet.map, "exposure-map", phrases);
  for (const ExposureSheet::Line& line : sheet.lines) {
    auto& legend = plate.sheet.legend;
    auto at = std::find_if(legend.begin(), legend.end(), [&](const LegendEntry& e) { return e.kind == line.kind; });
    if (at == legend.end()) {
      legend.push_back({LegendEntry::Symbol::zone, line.hazard, 0, false, false, 0, line.kind, {}});
      at = legend.end() - 1;
    }
    if (std::find(at->severities.begin(), at->severities.end(), line.ordinal) == at->severities.end()) at->severities.push_back(line.ordinal);
  }
  for (LegendEntry& entry : plate.sheet.legend) std::sort(entry.severities.begin(), entry.severities.end());
  document.blocks.emplace_back(std::move(plate));
}

void add_lines(ReportDocument& document, const ExposureSheet& sheet, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("exposure-by-division"), "exposure"});
  if (sheet.lines.empty()) {
    const auto zones = std::find_if(sheet.inputs.begin(), sheet.inputs.end(), [](const ExposureSheet::Input& input) { return input.layer == "hazard_zones"; });
    const bool none = zones != sheet.inputs.end() && zones->records == 0;
    document.blocks.emplace_back(Paragraph{phrases.text(none ? "exposure-no-zones" : "exposure-nothing")});
    return;
  }
  Table table;
  table.columns = {{phrases.text("exposure-division"), 2.2}, {phrases.text("hazard"), 1.4}, {phrases.text("severity"), 1},
                   {phrases.text("area-km2"), 1.1, Align::right}, {phrases.text("exposure-people"), 1.1, Align::right}};
  std::vector<std::size_t> shown;
  std::string nowhere;
  for (std::size_t i = 0; i < sheet.things.size(); ++i) {
    const bool any = std::any_of(sheet.lines.begin(), sheet.lines.end(), [&](const ExposureSheet::Line& line) { return line.counts[i] > 0; });
    if (any) shown.push_back(i);
    else nowhere += (nowhere.empty() ? "" : phrases.text("list-comma")) + sheet.things[i];
  }
  for (const std::size_t i : shown) table.columns.push_back({sheet.things[i], 0.9, Align::right});
  table.columns.push_back({phrases.text("share"), 0.9, Align::right});
  table.columns.push_back({phrases.text("share-bar"), 1.6});
  for (const ExposureSheet::Line& line : sheet.lines) {
    ReportRow row;
    row.cells = {{line.name.empty() ? phrases.text("exposure-nowhere") : line.name, line.code}, {line.hazard}, {line.severity},
                 {phrases.km2(line.area_m2)}, {count(phrases, static_cast<double>(line.people))}};
    for (const std::size_t i : shown) row.cells.push_back({count(phrases, static_cast<double>(line.counts[i]))});
    row.cells.push_back({phrases.percent(line.share, 1)});
    row.cells.push_back({});
    row.bar = Bar{line.share, zone_ink(line.kind, line.ordinal)};
    table.rows.push_back(std::move(row));
  }
  document.blocks.emplace_back(std::move(table));
  if (!nowhere.empty()) document.blocks.emplace_back(Paragraph{phrases.text("exposure-none-of", {{"things", nowhere}}), true});
}

void add_carried(ReportDocument& document, const ExposureSheet& sheet, const Phrases& phrases) {
  if (!sheet.carried_to) return;
  document.blocks.emplace_back(Heading{phrases.text("exposure-carried", {{"day", phrases.long_date(*sheet.carried_to)}}), "carried"});
  document.blocks.emplace_back(Notice{
      phrases.text("exposure-share-note"),
      phrases.text("exposure-shares", {{"shares", or_dash(phrases.listed(sheet.shares))}, {"people", count(phrases, sheet.people_unplaced)},
                                       {"area", phrases.with_unit(phrases.km2(sheet.area_unplaced), "km2")}})});
  Table table;
  table.columns = {{phrases.text("exposure-division"), 2.2}, {phrases.text("hazard"), 1.4}, {phrases.text("severity"), 1},
                   {phrases.text("area-km2"), 1.1, Align::right}, {phrases.text("exposure-people"), 1.1, Align::right},
                   {phrases.text("exposure-estimated"), 1.2, Align::right}};
  for (const ExposureSheet::CarriedLine& line : sheet.carried) {
    table.rows.push_back({{{line.name, line.code}, {line.hazard}, {line.severity}, {phrases.km2(line.area_m2)},
                           {count(phrases, line.people)}, {count(phrases, line.people_shared)}}});
  }
  document.blocks.emplace_back(std::move(table));
}

void add_inputs(ReportDocument& document, const ExposureSheet& sheet, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("exposure-made-from"), "inputs"});
  document.blocks.emplace_back(Paragraph{phrases.text("exposure-method"), true});
  document.blocks.emplace_back(Paragraph{phrases.text("exposure-people-" + sheet.people_method), true});
  Table table;
  table.columns = {{phrases.text("exposure-layer"), 1.4}, {phrases.text("exposure-records"), 0.8, Align::right},
                   {phrases.text("exposure-days"), 1.6}, {"SHA-256", 3.4}};
  for (const ExposureSheet::Input& input : sheet.inputs) {
    const std::string days = input.first_day == input.last_day ? input.first_day : input.first_day + " – " + input.last_day;
    table.rows.push_back({{{phrases.word("exposure-layer", input.layer)}, {count(phrases, static_cast<double>(input.records))},
                           {or_dash(days)}, {input.sha256.substr(0, 32)}}});
  }
  document.blocks.emplace_back(std::move(table));
}

std::string table_of(const ExposureSheet& sheet) {
  std::vector<std::vector<std::string>> rows{{"day", "code", "name", "hazard", "severity", "severity_word", "area_m2", "share", "people"}};
  rows.front().insert(rows.front().end(), sheet.things.begin(), sheet.things.end());
  for (const char* open : {"people_unresolved_share", "villages_uncounted", "villages"}) rows.front().emplace_back(open);
  for (const ExposureSheet::Line& line : sheet.lines) {
    auto& row = rows.emplace_back();
    row = {to_string(sheet.head.on), line.code, line.name, line.kind, std::to_string(line.ordinal), line.severity, fixed(line.area_m2, 2),
           fixed(line.share, 6), std::to_string(line.people)};
    for (const std::size_t n : line.counts) row.push_back(std::to_string(n));
    for (const std::string& open : {fixed(people_share(sheet), 6), std::to_string(sheet.villages_uncounted), std::to_string(sheet.villages)}) row.push_back(open);
  }
  return to_csv(rows);
}

}  // namespace

ReportDocument compose_exposure(const ExposureSheet& sheet, const Phrases& phrases) {
  ReportDocument document = begin_sheet(sheet.head, phrases.text(sheet.what_if ? "exposure-sheet-what-if" : "exposure-sheet"), sheet.name,
                                        phrases.long_date(sheet.head.on), phrases);
  add_open(document, sheet, phrases);
  add_map(document, sheet, phrases);
  add_lines(document, sheet, phrases);
  add_carried(document, sheet, phrases);
  add_inputs(document, sheet, phrases);
  return document;
}

std::string written(const ExposureSheet& sheet, const Phrases& phrases, std::string_view format) {
  return format == "csv" ? table_of(sheet) : sheet_bytes(compose_exposure(sheet, phrases), sheet.head.on, format);
}

}  // namespace merestone
