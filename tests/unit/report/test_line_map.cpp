// SPDX-License-Identifier: Apache-2.0
#include "cli/report/document.hpp"
#include "cli/report/line_map.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "tests/unit/report/country.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace merestone;

namespace {

struct Maps {
  test::Country country;
  Territory ground = derive(country.snapshot, StatusQuo{});
  DivisionRegister divisions{country.history, country.on};
  LineMaps maps{ground, divisions, country.lines};
};

std::set<std::string> labels_of(const Sheet& sheet) {
  std::set<std::string> labels;
  for (const SheetGround& ground : sheet.grounds) {
    CHECK(ground.role == SheetGround::Role::neighbour);  // no side is the subject
    labels.insert(ground.label);
  }
  return labels;
}

Monument stone(const BoundaryLine& line, Position at) {
  Monument monument;
  monument.number = "5253001Q";
  monument.lines = {line.id};
  monument.position = at;
  monument.witnesses = {{"temple", "step", 90, 120}, {"bridge", "middle", 200, 60}};
  return monument;
}

}  // namespace

TEST_CASE("the map of a line shows all of it, both sides alike, and its monuments by number") {
  const Maps it;
  const BoundaryLine& line = it.country.lines.front();
  const Sheet sheet = it.maps.of_line(line, {{stone(line, test::at(0, 4)), {}, {}}});
  CHECK(labels_of(sheet).count("Near") == 1);
  CHECK(labels_of(sheet).count("Far") == 1);
  std::size_t own = 0;
  for (const SheetLine& drawn : sheet.lines) own += drawn.outline;
  CHECK(own == line.parts.size());
  REQUIRE(sheet.places.size() == 1);
  CHECK(sheet.places.front().label == "5253001Q");
}

TEST_CASE("boundary points that are no stones have no mark on the map of a line") {
  const Maps it;
  const BoundaryLine& line = it.country.lines.front();
  Monument point = stone(line, test::at(0, 4));
  point.kind = MonumentKind::point;
  CHECK(it.maps.of_line(line, {{point, {}, {}}}).places.empty());
}

TEST_CASE("a location sketch puts witness objects where azimuth and distance put them") {
  const Maps it;
  const Monument monument = stone(it.country.lines.front(), test::at(0, 4));
  const Sheet sheet = it.maps.of_monument(monument);
  REQUIRE(sheet.places.size() == 3);
  CHECK(sheet.places[1].label == "temple");
  CHECK(distance_m(monument.position, sheet.places[1].position) == Approx(120).margin(0.01));
  CHECK(geodesic(monument.position, sheet.places[2].position).azimuth_deg == Approx(200).margin(0.01));
  CHECK(scale_of(sheet) > 0);
  CHECK(scale_of(sheet) <= 5000);  // some hundred metres across
}

TEST_CASE("a sheet carries its map only where there is ground to show") {
  const Maps it;
  const BoundaryLine& line = it.country.lines.front();
  const auto has_map = [](const ReportDocument& document) {
    return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) { return std::holds_alternative<MapPlate>(block); });
  };
  LineSheet sheet;
  sheet.name = "Near–Far line";
  CHECK_FALSE(has_map(compose_line_sheet(sheet, Phrases{"en"})));
  sheet.map = it.maps.of_line(line, {});
  for (const char* language : {"en", "zh", "fr"}) CHECK(has_map(compose_line_sheet(sheet, Phrases{language})));
}
