// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_command.hpp"
#include "cli/command/burial_sheets.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/command/number_of.hpp"
#include "cli/report/report_files.hpp"
#include "cli/words/json.hpp"
#include "data/office/suitability_desk.hpp"
#include "gis/base/text.hpp"
#include "gis/territory/territory.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct SuitOptions {
  BurialOptions burial;
  SuitabilityRequest request;
  std::string division, out;
  double steepest_deg = 25;
  bool near_villages = false, paper = false;
  SheetOptions sheet;
};

Json figures(const SuitabilitySheet& sheet, std::size_t i) {
  const Candidate& c = sheet.found.candidates[i];
  Json json{{"rank", i + 1}, {"division", sheet.divisions[i]}, {"score", c.score}, {"area_m2", c.area_m2}, {"cells", c.cells}, {"lon", degrees(c.middle.lon)}, {"lat", degrees(c.middle.lat)}};
  if (c.road_m) json["road_m"] = *c.road_m;
  if (c.village_m) json["village_m"] = *c.village_m;
  if (c.slope) json["slope_percent"] = *c.slope * 100;
  return json;
}

Json geojson(const SuitabilitySheet& sheet) {
  const Suitability& found = sheet.found;
  auto features = Json::array();
  for (std::size_t i = 0; i < found.candidates.size(); ++i) {
    features.push_back({{"type", "Feature"}, {"properties", figures(sheet, i)},
                        {"geometry", {{"type", "MultiPolygon"}, {"coordinates", coordinates_of(found.candidates[i].ground)}}}});
  }
  return {{"type", "FeatureCollection"}, {"features", features}};
}

/// The division with the suitable ground, the candidates by their rank, and the roads.
Sheet suitability_map(const SitingDesk& desk, DivisionId division, const Suitability& found) {
  using Symbol = LegendEntry::Symbol;
  constexpr Colour suitable{0.78, 0.88, 0.72}, chosen{0.30, 0.62, 0.42};
  Sheet sheet;
  sheet.height = 420;
  const Territory& territory = desk.ground.territory();
  MultiPolygon own;
  for (const Face& face : territory.faces) {
    if (desk.ground.divisions().lies_in(territory.holders[face.unit].front(), division)) own.push_back(polygon_of(territory.mesh, face));
  }
  if (own.empty()) return {};
  const Box frame = box_of(own);
  sheet.grounds.push_back({SheetGround::Role::subject, "", std::move(own)});
  if (!found.ground.empty()) sheet.grounds.push_back({SheetGround::Role::subject, "", found.ground, suitable});
  for (std::size_t i = 0; i < found.candidates.size(); ++i) {
    sheet.grounds.push_back({SheetGround::Role::subject, "", found.candidates[i].ground, chosen});
    sheet.markers.push_back({found.candidates[i].middle, std::to_string(i + 1), true});
  }
  for (const CountryPack& pack : desk.desk.packs) {
    for (const LandClass& kind : pack.siting.classes) {
      const auto* layer = kind.access ? desk.layers.layer(kind.id) : nullptr;
      for (std::size_t i = 0; layer && i < layer->features.size(); ++i) {
        const LandFeature& road = desk.layers.features()[layer->features[i]];
        if (!road.path.empty() && frame.meets(box_of(road))) sheet.lines.push_back({road.path, 2, false, false, 0});
      }
    }
  }
  sheet.legend.push_back({Symbol::subject, "plan-legend-ground", 0, false, false, 0, {}, {}});
  const auto entry = [&](Symbol symbol, const char* text, Colour tint) {
    LegendEntry made;
    made.symbol = symbol;
    made.text = text;
    made.tint = tint;
    made.rank = 2;
    sheet.legend.push_back(std::move(made));
  };
  entry(Symbol::tint, "suit-legend-suitable", suitable);
  if (!found.candidates.empty()) entry(Symbol::marker, "suit-legend-candidate", chosen);
  if (!sheet.lines.empty()) entry(Symbol::line, "siting-legend-line", chosen);
  return sheet;
}

}  // namespace

SuitabilitySheet suitability_sheet(const Project& project, SuitabilityRequest request, const std::string& division, const AsOf& as_of,
                                   const JudgingOptions& judging) {
  const SitingDesk desk = suitability_desk(project, as_of);
  SuitabilityAnswer answer = suitability_in(project, desk, request, division, judging);
  SuitabilitySheet sheet;
  sheet.head = sheet_head(project, as_of.day);
  sheet.name = answer.name;
  sheet.code = division;
  sheet.law_day = answer.law_day;
  request.region = project.extent(as_of);
  sheet.request = std::move(request);
  sheet.map = suitability_map(desk, answer.division, answer.found);
  sheet.found = std::move(answer.found);
  sheet.divisions = std::move(answer.divisions);
  for (SuitabilityAnswer::Rule& rule : answer.rules) sheet.rules.push_back({std::move(rule.id), std::move(rule.words), rule.cells});
  sheet.findings = std::move(answer.findings);
  return sheet;
}

std::vector<std::string> write_suitability(const SuitabilitySheet& sheet, const SheetOptions& options) {
  return write_files(sheet, Phrases{options.language}, sheet_stem(options, "suitable-" + sheet.code), options.formats);
}

namespace {

void suit(SuitOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  options.request.steepest = std::tan(options.steepest_deg * std::numbers::pi / 180);
  if (options.near_villages) options.request.weights.villages = -1;
  const SuitabilitySheet sheet = suitability_sheet(project, options.request, options.division, {day_of(options.burial.on)}, judging_of(options.burial));
  const Suitability& found = sheet.found;
  if (!options.out.empty()) write_whole(options.out, geojson(sheet).dump(1) + "\n");
  std::vector<std::string> files;
  if (options.paper) files = write_suitability(sheet, options.sheet);
  if (shared.json) {
    auto broken = Json::object();
    for (const SuitabilitySheet::Rule& rule : sheet.rules) broken[rule.id] = rule.cells;
    auto list = Json::array();
    for (std::size_t i = 0; i < found.candidates.size(); ++i) list.push_back(figures(sheet, i));
    return print_json({{"cell_m", found.cell_m}, {"cells", found.cells}, {"suitable", found.suitable}, {"steep", found.steep},
                       {"unjudged", found.unjudged}, {"broken", broken}, {"candidates", list}, {"files", files}, {"findings", to_json(sheet.findings)}});
  }
  print_findings(sheet.findings, shared.language);
  const auto or_dash = [](std::optional<double> value, double times, int decimals) { return value ? fixed(*value * times, decimals) : std::string{"–"}; };
  for (std::size_t i = 0; i < found.candidates.size(); ++i) {
    const Candidate& c = found.candidates[i];
    fmt::print("{:>3}  {} ha in {} at {}  road {} m, village {} m, slope {} %, score {}\n", i + 1, fixed(c.area_m2 / 1e4, 1), sheet.divisions[i], lon_lat(c.middle),
               or_dash(c.road_m, 1, 0), or_dash(c.village_m, 1, 0), or_dash(c.slope, 100, 0), fixed(c.score, 2));
  }
  fmt::print("{} of {} cells of {} m are suitable, {} more are too steep, {} could not be judged; {} of {} to {} ha\n", found.suitable,
             found.cells, shortest(found.cell_m), found.steep, found.unjudged, number_of(found.candidates.size(), "candidate", "candidates"),
             shortest(options.request.least_area_m2 / 1e4), shortest(options.request.most_area_m2 / 1e4));
  if (!options.out.empty()) fmt::print("Wrote {}\n", options.out);
  for (const std::string& file : files) fmt::print("Wrote {}\n", file);
}

}  // namespace

void add_siting_suit(Command& command, const Shared& shared) {
  auto options = std::make_shared<SuitOptions>();
  auto* made = command.add_command("suit", "Ground where all rules hold, as candidates for new cemeteries, ranked");
  made->add_option("DIVISION", options->division, "Code of the division to look in")->required();
  made->add_option("--cell", options->request.cell_m, "Size of cells, metres")->in_range(5.0, 10000.0)->shows_default();
  made->add_option("--margin", options->request.margin_m, "Kept beyond every distance, metres")->not_negative();
  made->add_option("--least-area", options->request.least_area_m2, "Square metres")->not_negative()->shows_default();
  made->add_option("--steepest", options->steepest_deg, "Degrees")->in_range(0.0, 89.0)->shows_default();
  made->add_option("--most-area", options->request.most_area_m2, "Square metres; larger pieces are cut")->positive()->shows_default();
  made->add_option("--most", options->request.most_candidates, "Candidates told")->shows_default();
  options->request.most_of_division = 3;
  made->add_option("--most-each", options->request.most_of_division, "Candidates told of one division; 0 for all")->shows_default();
  made->add_flag("--near-villages", options->near_villages, "Near villages is better; else far from them is");
  made->add_option("--geojson", options->out, "Write the candidates here");
  made->add_flag("--sheet", options->paper, "Write the map with the candidates as HTML and PDF");
  made->add_option("--out", options->sheet.out, "Folder for the sheet")->shows_default();
  made->add_option("--format", options->sheet.formats, "html, pdf, csv")->delimiter(',')->one_of({"html", "pdf", "csv"});
  made->add_option("--report-language", options->sheet.language, "Of the sheet")->one_of({"en", "zh", "fr"})->shows_default();
  add_burial_options(*made, options->burial);
  made->callback([=, &shared] { suit(*options, shared); });
}

}  // namespace merestone
