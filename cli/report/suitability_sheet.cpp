// SPDX-License-Identifier: Apache-2.0
#include "cli/report/suitability_sheet.hpp"

#include "cli/report/burial_parts.hpp"
#include "cli/report/csv.hpp"
#include "cli/report/document.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/sheet_parts.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace merestone {
namespace {

constexpr Colour score_ink{0.20, 0.50, 0.38};

std::string metres(const std::optional<double>& value, const Phrases& phrases) { return value ? phrases.text("metres", {{"n", phrases.number(*value)}}) : "–"; }

double cells_km2(const Suitability& found, std::size_t cells) { return static_cast<double>(cells) * found.cell_m * found.cell_m / 1e6; }

void add_candidates(ReportDocument& document, const SuitabilitySheet& sheet, const Phrases& phrases) {
  document.blocks.emplace_back(Heading{phrases.text("section-suit-candidates"), "candidates"});
  if (sheet.found.candidates.empty()) {
    document.blocks.emplace_back(Paragraph{phrases.text("suit-none", {{"least", phrases.number(sheet.request.least_area_m2 / 1e4, 1)}})});
    return;
  }
  Table table;
  table.columns = {{phrases.text("suit-candidate"), 2.4}, {phrases.text("suit-area"), 1, Align::right}, {phrases.text("suit-road"), 1, Align::right},
                   {phrases.text("suit-village"), 1, Align::right}, {phrases.text("suit-slope"), 0.8, Align::right}, {phrases.text("suit-score"), 0.7, Align::right}, {"", 1.2}};
  for (std::size_t i = 0; i < sheet.found.candidates.size(); ++i) {
    const Candidate& c = sheet.found.candidates[i];
    ReportRow row{{{std::to_string(i + 1) + "  " + sheet.divisions[i], phrases.position(c.middle)}, {phrases.number(c.area_m2 / 1e4, 1)}, {metres(c.road_m, phrases)},
                   {metres(c.village_m, phrases)}, {c.slope ? phrases.percent(*c.slope, 0) : "–"}, {phrases.number(c.score, 2)}, {}}};
    row.bar = Bar{c.score, score_ink};
    table.rows.push_back(std::move(row));
  }
  document.blocks.emplace_back(std::move(table));
}

void add_rules(ReportDocument& document, const SuitabilitySheet& sheet, const Phrases& phrases) {
  if (sheet.rules.empty()) return;
  document.blocks.emplace_back(Heading{phrases.text("section-siting-rules"), "rules"});
  Table table;
  table.columns = {{phrases.text("siting-rule"), 4}, {phrases.text("suit-taken"), 1.2, Align::right}};
  for (const SuitabilitySheet::Rule& rule : sheet.rules) {
    table.rows.push_back({{{law_words(rule.words, phrases), rule.id}, {phrases.number(cells_km2(sheet.found, rule.cells), 1)}}});
  }
  document.blocks.emplace_back(std::move(table));
}

}  // namespace

ReportDocument compose_suitability(const SuitabilitySheet& sheet, const Phrases& phrases) {
  const Suitability& found = sheet.found;
  ReportDocument document = begin_sheet(sheet.head, phrases.text("suit-sheet"), sheet.name, sheet.code, phrases);
  KeyFigures figures;
  figures.figures = {{phrases.number(cells_km2(found, found.suitable), 1), phrases.text("suit-suitable"), "candidates"},
                     {phrases.percent(found.cells > 0 ? static_cast<double>(found.suitable) / static_cast<double>(found.cells) : 0, 1), phrases.text("suit-share"), "candidates"},
                     {phrases.number(static_cast<double>(found.candidates.size())), phrases.text("suit-candidates"), "candidates"},
                     {phrases.number(cells_km2(found, found.unjudged), 1), phrases.text("suit-unjudged"), "rules"}};
  document.blocks.emplace_back(std::move(figures));
  document.blocks.emplace_back(Notice{phrases.text("suit-what"), phrases.text("suit-what-it-is", {{"day", phrases.long_date(sheet.law_day)}})});
  add_map(document, sheet.map, "suit-map-caption", phrases);
  add_candidates(document, sheet, phrases);
  add_rules(document, sheet, phrases);
  document.blocks.emplace_back(Heading{phrases.text("section-siting-method"), "method"});
  const double steepest = std::atan(sheet.request.steepest) * 180 / std::numbers::pi;
  document.blocks.emplace_back(Paragraph{phrases.text("suit-method", {{"cell", phrases.number(found.cell_m)}, {"steepest", phrases.number(steepest)}, {"rise", phrases.percent(sheet.request.steepest, 0)},
                                                                      {"least", phrases.number(sheet.request.least_area_m2 / 1e4, 1)},
                                                                      {"most", phrases.number(sheet.request.most_area_m2 / 1e4, 1)}})});
  document.blocks.emplace_back(Paragraph{phrases.text("suit-score-method"), true});
  add_findings(document, sheet.findings, phrases);
  return document;
}

std::string written(const SuitabilitySheet& sheet, const Phrases& phrases, std::string_view format) {
  if (format != "csv") return sheet_bytes(compose_suitability(sheet, phrases), sheet.head.on, format);
  std::vector<std::vector<std::string>> rows{{"rank", "division", "lon", "lat", "area_m2", "road_m", "village_m", "slope_percent", "score"}};
  const auto told = [](const std::optional<double>& value, double times, int decimals) { return value ? fixed(*value * times, decimals) : std::string{}; };
  for (std::size_t i = 0; i < sheet.found.candidates.size(); ++i) {
    const Candidate& c = sheet.found.candidates[i];
    rows.push_back({std::to_string(i + 1), sheet.divisions[i], fixed(degrees(c.middle.lon), 6), fixed(degrees(c.middle.lat), 6), fixed(c.area_m2, 0),
                    told(c.road_m, 1, 0), told(c.village_m, 1, 0), told(c.slope, 100, 1), fixed(c.score, 4)});
  }
  return to_csv(rows);
}

}  // namespace merestone
