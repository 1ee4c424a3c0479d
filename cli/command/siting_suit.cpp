// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_command.hpp"
#include "cli/report/report_files.hpp"
#include "cli/words/json.hpp"
#include "gis/base/text.hpp"
#include "gis/burials/suitability.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <numbers>
#include <unordered_map>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct SuitOptions {
  BurialOptions burial;
  SuitabilityRequest request;
  std::string division, out;
  double steepest_deg = 25;
  bool near_villages = false;
};

FeatureIndex roads_of(const SitingDesk& desk) {
  std::vector<LayerFeature> roads;
  for (const CountryPack& pack : desk.desk.packs) {
    for (const LandClass& kind : pack.siting.classes) {
      const auto* layer = kind.access ? desk.layers.layer(kind.id) : nullptr;
      for (std::size_t i = 0; layer && i < layer->features.size(); ++i) {
        const LandFeature& road = desk.layers.features()[layer->features[i]];
        roads.push_back({road.area, outlines_of(road), {}});
      }
    }
  }
  return FeatureIndex{roads};
}

FeatureIndex villages_of(const Project& project, Date day) {
  std::vector<LayerFeature> villages;
  for (const NamedPlace& place : project.places({day})) {
    if (place.position && (place.people || place.type.find("opulated") != std::string::npos || place.type.find("village") != std::string::npos)) {
      villages.push_back({{}, {}, {*place.position}});
    }
  }
  return FeatureIndex{villages};
}

Json ring_json(const Ring& ring) {
  auto corners = Json::array();
  for (const Position p : ring) corners.push_back({degrees(p.lon), degrees(p.lat)});
  corners.push_back(corners.front());
  return corners;
}

Json figures(const Candidate& c, std::size_t rank) {
  Json json{{"rank", rank}, {"score", c.score}, {"area_m2", c.area_m2}, {"cells", c.cells}, {"lon", degrees(c.middle.lon)}, {"lat", degrees(c.middle.lat)}};
  if (c.road_m) json["road_m"] = *c.road_m;
  if (c.village_m) json["village_m"] = *c.village_m;
  if (c.slope) json["slope_percent"] = *c.slope * 100;
  return json;
}

Json geojson(const Suitability& found) {
  auto features = Json::array();
  for (std::size_t i = 0; i < found.candidates.size(); ++i) {
    auto polygons = Json::array();
    for (const Polygon& polygon : found.candidates[i].ground) {
      auto rings = Json::array({ring_json(polygon.outer)});
      for (const Ring& hole : polygon.holes) rings.push_back(ring_json(hole));
      polygons.push_back(rings);
    }
    features.push_back({{"type", "Feature"}, {"properties", figures(found.candidates[i], i + 1)},
                        {"geometry", {{"type", "MultiPolygon"}, {"coordinates", polygons}}}});
  }
  return {{"type", "FeatureCollection"}, {"features", features}};
}

void suit(SuitOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(options.burial.on);
  const SitingDesk desk = siting_desk(project, {day}, project.extent({day}));
  const Within within{desk.ground, options.division};
  const JudgingOptions judging = judging_of(options.burial);
  const SitingChoice choice = rules_for(desk.desk.siting(), {desk.ground.codes(within.id()), judging.law_day.value_or(day), "cemetery", judging.sets});
  const SitingCheck check{desk.layers, choice.rules, desk.heights.get(), judging.view};
  std::unordered_map<DivisionId, bool> known;
  options.request.region = project.extent({day});
  options.request.steepest = std::tan(options.steepest_deg * std::numbers::pi / 180);
  options.request.inside = [&](Position p) {
    const DivisionId leaf = desk.ground.at(p);
    const auto [found, fresh] = known.emplace(leaf, false);
    if (fresh) found->second = within(leaf);
    return found->second;
  };
  if (options.near_villages) options.request.weights.villages = -1;
  const FeatureIndex roads = roads_of(desk), villages = villages_of(project, day);
  const Suitability found = suitable_ground(check, options.request, &roads, &villages, desk.heights.get());
  std::vector<Finding> findings = choice.findings;
  for (Finding& gap : check.gaps()) findings.push_back(std::move(gap));
  if (!options.out.empty()) write_whole(options.out, geojson(found).dump(1) + "\n");
  if (shared.json) {
    auto broken = Json::object();
    for (std::size_t r = 0; r < found.broken.size(); ++r) broken[check.rules()[r].id()] = found.broken[r];
    auto list = Json::array();
    for (std::size_t i = 0; i < found.candidates.size(); ++i) list.push_back(figures(found.candidates[i], i + 1));
    return print_json({{"cell_m", found.cell_m}, {"cells", found.cells}, {"suitable", found.suitable}, {"steep", found.steep},
                       {"unjudged", found.unjudged}, {"broken", broken}, {"candidates", list}, {"findings", to_json(findings)}});
  }
  print_findings(findings, shared.language);
  const auto or_dash = [](std::optional<double> value, double times, int decimals) { return value ? fixed(*value * times, decimals) : std::string{"–"}; };
  for (std::size_t i = 0; i < found.candidates.size(); ++i) {
    const Candidate& c = found.candidates[i];
    fmt::print("{:>3}  {} ha at {}  road {} m, village {} m, slope {} %, score {}\n", i + 1, fixed(c.area_m2 / 1e4, 1), lon_lat(c.middle),
               or_dash(c.road_m, 1, 0), or_dash(c.village_m, 1, 0), or_dash(c.slope, 100, 0), fixed(c.score, 2));
  }
  fmt::print("{} of {} cells of {} m are suitable, {} more are too steep, {} could not be judged; {} candidates of {} ha and more\n", found.suitable,
             found.cells, shortest(found.cell_m), found.steep, found.unjudged, found.candidates.size(), shortest(options.request.least_area_m2 / 1e4));
  if (!options.out.empty()) fmt::print("Wrote {}\n", options.out);
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
  made->add_option("--most", options->request.most_candidates, "Candidates told")->shows_default();
  made->add_flag("--near-villages", options->near_villages, "Near villages is better; else far from them is");
  made->add_option("--geojson", options->out, "Write the candidates here");
  add_burial_options(*made, options->burial);
  made->callback([=, &shared] { suit(*options, shared); });
}

}  // namespace merestone
