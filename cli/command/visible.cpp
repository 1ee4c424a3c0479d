// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/number_of.hpp"
#include "cli/report/map_plate.hpp"
#include "cli/report/phrases.hpp"
#include "cli/report/report_files.hpp"
#include "cli/words/json.hpp"
#include "data/office/visibility_desk.hpp"
#include "gis/base/text.hpp"
#include "tiles/sheet/sheet.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct VisibleOptions {
  std::string at, division, on, out, picture;
  SightQuestion question;
};

constexpr const char* ignored = "vegetation, buildings, weather, and relief finer than a cell";

Json json_of(const SightGround& ground, const SightQuestion& question) {
  return {{"classes", ground.classes}, {"heights", ground.heights}, {"vertical_datum", ground.vertical_datum}, {"heights_of", ground.day},
          {"cell_m", ground.cell_m}, {"observer_m", question.view.observer_m}, {"target_m", question.view.target_m}, {"radius_m", question.view.radius_m},
          {"step_m", question.step_m}, {"refraction", question.view.refraction}, {"ignored", ignored}};
}

void tell_method(const SightGround& ground, const SightQuestion& question) {
  std::string classes;
  for (const std::string& kind : ground.classes) classes += (classes.empty() ? "" : ", ") + kind;
  fmt::print("Looked from {} every {} m, eyes {} m and what is seen {} m above the ground, up to {} m.\n", classes, shortest(question.step_m),
             shortest(question.view.observer_m), shortest(question.view.target_m), shortest(question.view.radius_m));
  fmt::print("Heights: {} ({}{}), cells of {} m. Ignored: {}.\n", ground.heights, ground.vertical_datum, ground.day.empty() ? "" : ", " + ground.day,
             fixed(ground.cell_m, 0), ignored);
}

void tell_place(const VisibleOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Position place = position_of(options.at);
  const SeenPlace seen = seen_place(project, {day_of(options.on)}, place, options.question);
  if (shared.json) {
    auto from = Json::array();
    for (const SeenPlace::From& each : seen.from) {
      from.push_back({{"class", each.kind}, {"id", each.id}, {"name", each.name}, {"seen", each.sight.seen}, {"hidden", each.sight.hidden}, {"unknown", each.sight.unknown}});
      if (each.nearest_m) from.back()["nearest_m"] = *each.nearest_m;
    }
    return print_json({{"lon", degrees(place.lon)}, {"lat", degrees(place.lat)}, {"seen", seen.all.seen}, {"hidden", seen.all.hidden}, {"unknown", seen.all.unknown},
                       {"from", from}, {"method", json_of(seen.ground, options.question)}});
  }
  for (const SeenPlace::From& each : seen.from) {
    fmt::print("  {:<16} {:<20} seen from {} of {}{}{}\n", each.kind, each.name.empty() ? each.id : each.name, each.sight.seen,
               number_of(each.sight.within(), "place", "places"), each.nearest_m ? ", the nearest " + fixed(*each.nearest_m, 0) + " m away" : "",
               each.sight.unknown > 0 ? fmt::format(", {} not known for holes in the heights", each.sight.unknown) : "");
  }
  fmt::print("{}: seen from {} of {} within {} m, {} not known\n", lon_lat(place), seen.all.seen, number_of(seen.all.within(), "place", "places"),
             shortest(options.question.view.radius_m), seen.all.unknown);
  tell_method(seen.ground, options.question);
}

Json geojson(const SeenArea& area, const SightQuestion& question) {
  const Json feature{{"type", "Feature"}, {"properties", {{"code", area.division.code}, {"seen", area.seen}, {"cells", area.cells}, {"unknown", area.unknown}}},
                     {"geometry", {{"type", "MultiPolygon"}, {"coordinates", coordinates_of(area.shape)}}}};
  return {{"type", "FeatureCollection"}, {"name", "visible"}, {"note", json_of(area.ground, question)}, {"features", Json::array({feature})}};
}

void draw(const SeenArea& area, const std::string& path, const Shared& shared) {
  const Phrases phrases{language_of_sheet(shared)};
  constexpr Colour seen{0.96, 0.70, 0.42};
  Sheet sheet;
  sheet.title = phrases.text("visible-title", {{"name", area.division.name}});
  put_marks(sheet, phrases);
  sheet.grounds.push_back({SheetGround::Role::subject, "", area.own});
  sheet.grounds.push_back({SheetGround::Role::subject, "", area.shape, seen});
  for (const Polyline& line : area.lines) sheet.lines.push_back({line, 1, false, false, 0});
  LegendEntry entry;
  entry.symbol = LegendEntry::Symbol::tint;
  entry.text = phrases.text("visible-seen");
  entry.tint = seen;
  sheet.legend.push_back(entry);
  entry.symbol = LegendEntry::Symbol::line;
  entry.text = phrases.text("visible-from");
  entry.rank = 1;
  sheet.legend.push_back(entry);
  write_picture(path, sheet);
}

void tell_area(const VisibleOptions& options, const Shared& shared) {
  if (!options.picture.empty()) refuse_unless_picture(options.picture);
  const auto project = Project::open(shared.project);
  const SeenArea area = seen_area(project, {day_of(options.on)}, options.division, options.question);
  auto files = Json::array();
  if (!options.out.empty()) write_whole(options.out, geojson(area, options.question).dump(1) + "\n"), files.push_back(options.out);
  if (!options.picture.empty()) draw(area, options.picture, shared), files.push_back(options.picture);
  const double seen_m2 = static_cast<double>(area.seen) * area.cell_m2;
  const auto km2 = [](double m2) { return fixed(m2 / 1e6, 2); };
  const auto share = [&](double m2) { return fixed(area.ground_m2 > 0 ? 100 * m2 / area.ground_m2 : 0, 1); };
  if (shared.json) {
    return print_json({{"code", area.division.code}, {"name", area.division.name}, {"cells", area.cells}, {"seen", area.seen}, {"unknown", area.unknown},
                       {"cell_m2", area.cell_m2}, {"area_m2", area.ground_m2}, {"seen_m2", seen_m2}, {"unknown_m2", area.unknown_m2()}, {"most_observers", area.most}, {"observers", area.observers}, {"observers_unknown", area.observers_unknown},
                       {"files", files}, {"method", json_of(area.ground, options.question)}});
  }
  fmt::print("{}: {} of {} km² are seen ({} %), {} km² not known ({} %); from {}, {} of them off the heights\n", area.division.name, km2(seen_m2), km2(area.ground_m2),
             share(seen_m2), km2(area.unknown_m2()), share(area.unknown_m2()), number_of(area.observers, "place", "places"), area.observers_unknown);
  tell_method(area.ground, options.question);
  for (const Json& file : files) fmt::print("Wrote {}\n", file.get<std::string>());
}

void add_question(Command& command, VisibleOptions& options) {
  command.add_option("--from", options.question.classes, "Classes of the land from which is looked, as in railway,expressway; those of rules on sight when not given")->delimiter(',');
  command.add_option("--radius", options.question.view.radius_m, "Metres; nothing further away counts as seen")->in_range(1.0, 100000.0)->shows_default();
  command.add_option("--observer-height", options.question.view.observer_m, "Of the eyes above the ground, metres")->in_range(0.0, 1000.0)->shows_default();
  command.add_option("--target-height", options.question.view.target_m, "Of what is seen above the ground, metres")->in_range(0.0, 1000.0)->shows_default();
  command.add_option("--look-every", options.question.step_m, "Metres between places on a line from which is looked")->in_range(5.0, 5000.0)->shows_default();
  command.add_option("--refraction", options.question.view.refraction, "Share of the earth's curvature that bent light makes good")->in_range(0.0, 0.9)->shows_default();
  command.add_option("--on", options.on, "Day, YYYY-MM-DD; today when not given");
}

}  // namespace

void add_visible(Command& program, const Shared& shared) {
  auto* command = program.add_command("visible", "What is seen from roads and railways, by the heights of the ground alone");
  command->require_command();
  command->fallthrough();
  auto at = std::make_shared<VisibleOptions>();
  auto* place = command->add_command("place", "From how many places of which road a position is seen: lines of sight, one by one");
  place->add_option("POSITION", at->at, "LON,LAT")->required();
  add_question(*place, *at);
  place->callback([=, &shared] { tell_place(*at, shared); });
  auto in = std::make_shared<VisibleOptions>();
  auto* area = command->add_command("area", "The ground of a division that is seen, as a map");
  area->add_option("DIVISION", in->division, "Its code")->required();
  add_question(*area, *in);
  area->add_option("--out", in->out, "GeoJSON of the ground that is seen");
  area->add_option("--picture", in->picture, "A map of it: .png, .svg, .pdf");
  area->callback([=, &shared] { tell_area(*in, shared); });
  command->footer("Example:  merestone visible place 112.05,31.26 --from expressway --radius 2000");
}

}  // namespace merestone
