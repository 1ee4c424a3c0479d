// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_case.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/number_of.hpp"
#include "cli/report/report_files.hpp"
#include "cli/words/json.hpp"
#include "data/office/burial_ledger.hpp"
#include "gis/burials/hotspots.hpp"
#include "gis/burials/route.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <set>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct HotSpotsOptions {
  std::string on, out, within;
  HotSpotOptions grid;
  bool is_public = false, of_cases = false;
};

struct Placed {
  std::vector<Position> positions;
  std::vector<std::string> names;
};

/// Graves of the ledger, or of its cases alone in one of `states`.
Placed placed(const Ledger& ledger, bool of_cases, const std::vector<std::string>& states) {
  const std::set<std::string> wanted(states.begin(), states.end());
  Placed found;
  for (const LedgerSection& section : ledger.sections) {
    for (const LedgerRow& row : section.rows) {
      if (of_cases && row.number.empty()) continue;
      if (!wanted.empty() && wanted.count(row.state) == 0) continue;
      found.positions.push_back(row.position);
      found.names.push_back(row.grave);
    }
  }
  return found;
}

Json feature(Json geometry, Json properties) { return {{"type", "Feature"}, {"properties", std::move(properties)}, {"geometry", std::move(geometry)}}; }
Json point(Position p) { return Json::array({degrees(p.lon), degrees(p.lat)}); }

void hotspots(const HotSpotsOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const AsOf as_of{day_of(options.on)};
  const Ledger ledger = burial_ledger(project, as_of, 4, options.within);
  const GroundHolders ground{project, as_of};
  HotSpots spots = hot_spots(placed(ledger, options.of_cases, {}).positions, options.grid, [&](Position p) { return ground.at(p).value != 0; });
  std::vector<Finding> findings = hot_spot_findings(spots);
  if (options.is_public) findings.clear();  // they tell of single graves
  if (options.is_public) spots = public_hot_spots(std::move(spots), options.grid.cell_m, {.least = ledger.least_public});
  auto features = Json::array();
  for (const HotSpotCell& cell : spots.cells) {
    auto ring = Json::array();
    for (const Position p : cell.outline) ring.push_back(point(p));
    ring.push_back(point(cell.outline.front()));
    Json properties{{"level", cell.level}};
    if (!options.is_public) {
      properties["graves"] = cell.count;
      properties["z"] = cell.z;
    }
    features.push_back(feature({{"type", "Polygon"}, {"coordinates", Json::array({ring})}}, std::move(properties)));
  }
  const Json method{{"method", "Getis-Ord Gi*, binary weights"}, {"cell_m", options.grid.cell_m}, {"band_m", options.grid.band_m}, {"cells", spots.grid_cells}, {"on", to_string(as_of.day)},
                    {"levels", "1, 2, 3: hot at 90, 95, 99 of 100; negative: cold"}};
  Json collection{{"type", "FeatureCollection"}, {"name", "hotspots"}, {"note", method}, {"features", features}};
  if (!options.is_public) collection["findings"] = to_json(findings);
  if (!options.out.empty()) write_whole(options.out, collection.dump(1) + "\n");
  if (shared.json) return print_json(collection);
  print_findings(findings, shared.language);
  for (const HotSpotCell& cell : spots.cells) {
    if (cell.level < 1) continue;
    const Position p = cell.outline.front();
    if (options.is_public) fmt::print("level {}  {:.4f} {:.4f}\n", cell.level, degrees(p.lon), degrees(p.lat));
    else fmt::print("level {}  {:>11}  z {:>5.2f}  {:.4f} {:.4f}\n", cell.level, number_of(static_cast<std::size_t>(cell.count), "grave", "graves"), cell.z, degrees(p.lon), degrees(p.lat));
  }
  fmt::print("Getis-Ord Gi* on {} cells of {:.0f} m, neighbours within {:.0f} m\n", spots.grid_cells, options.grid.cell_m, options.grid.band_m);
  if (!options.out.empty()) fmt::print("Wrote {}\n", options.out);
}

struct RouteOptions {
  std::string on, out, within;
  std::vector<double> from;
  std::vector<std::string> states;
  double day_km = 40;
  std::size_t visits = 20;
};

void route(const RouteOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Ledger ledger = burial_ledger(project, {day_of(options.on)}, 4, options.within);
  const Placed stops = placed(ledger, true, options.states);
  const Position office = from_degrees(options.from.at(0), options.from.at(1));
  const Route found = plan_route(office, stops.positions, stops.names, {options.day_km * 1000, options.visits});
  auto days = Json::array(), features = Json::array();
  for (std::size_t i = 0; i < found.days.size(); ++i) {
    const RouteDay& day = found.days[i];
    auto visits = Json::array(), line = Json::array({point(office)});
    for (const std::size_t stop : day.stops) {
      visits.push_back(stops.names[stop]);
      line.push_back(point(stops.positions[stop]));
    }
    line.push_back(point(office));
    days.push_back({{"day", i + 1}, {"length_m", day.length_m}, {"graves", visits}});
    features.push_back(feature({{"type", "LineString"}, {"coordinates", line}}, {{"day", i + 1}, {"length_m", day.length_m}, {"graves", visits}}));
  }
  const char* method = "nearest neighbour and 2-opt, straight lines on the ellipsoid";
  if (!options.out.empty()) write_whole(options.out, Json{{"type", "FeatureCollection"}, {"name", "route"}, {"note", method}, {"features", features}}.dump(1) + "\n");
  if (shared.json) return print_json({{"method", method}, {"length_m", found.length_m}, {"days", days}, {"findings", to_json(found.findings)}});
  print_findings(found.findings, shared.language);
  for (std::size_t i = 0; i < found.days.size(); ++i) {
    std::string visits;
    for (const std::size_t stop : found.days[i].stops) visits += " " + stops.names[stop];
    fmt::print("day {:>2}  {:>6.1f} km {}\n", i + 1, found.days[i].length_m / 1000, visits);
  }
  fmt::print("{}, {}, {:.1f} km along straight lines ({})\n", number_of(stops.names.size(), "grave", "graves"), number_of(found.days.size(), "day", "days"),
             found.length_m / 1000, "nearest neighbour and 2-opt");
  if (!options.out.empty()) fmt::print("Wrote {}\n", options.out);
}

}  // namespace

void add_hotspots(Command& program, const Shared& shared) {
  auto* command = program.add_command("hotspots", "Tell where graves outside facilities gather more than chance would have it (Getis-Ord Gi*)");
  auto options = std::make_shared<HotSpotsOptions>();
  command->add_option("--cell", options->grid.cell_m, "Metres")->positive()->shows_default();
  command->add_option("--band", options->grid.band_m, "Metres within which cells are neighbours")->positive()->shows_default();
  command->add_option("--on", options->on, "As of this day, YYYY-MM-DD; today when not given");
  command->add_option("--division,--within", options->within, "Code of a division");
  command->add_flag("--cases", options->of_cases, "Only graves that a case is about");
  command->add_flag("--public", options->is_public, "For everybody: hot cells with enough graves, without figures");
  command->add_option("--out", options->out, "GeoJSON");
  command->footer("Example:  merestone hotspots --cell 1000 --band 2000 --out hotspots.geojson");
  command->callback([&shared, options] { hotspots(*options, shared); });
}

void add_route(Command& program, const Shared& shared) {
  auto* command = program.add_command("route", "Plan the way of inspectors past the graves of cases, day by day");
  auto options = std::make_shared<RouteOptions>();
  command->add_option("--from", options->from, "LON,LAT of the office")->delimiter(',')->expected(2)->required();
  command->add_option("--state", options->states, "Only cases in this state; several times for several");
  command->add_option("--division,--within", options->within, "Code of a division");
  command->add_option("--on", options->on, "As of this day, YYYY-MM-DD; today when not given");
  command->add_option("--day-km", options->day_km, "Longest way of a day, there and back")->positive()->shows_default();
  command->add_option("--visits", options->visits, "Most graves of a day")->positive()->shows_default();
  command->add_option("--out", options->out, "GeoJSON");
  command->footer("Example:  merestone route --from 112.05 31.27 --state lead --day-km 60");
  command->callback([&shared, options] { route(*options, shared); });
}

}  // namespace merestone
