// SPDX-License-Identifier: Apache-2.0
// What lines are proposed with: people counted at places, and heights of the ground.
#include "data/office/planning_acts.hpp"
#include "data/store/heights.hpp"
#include "tests/contract/valley.hpp"

#include <cmath>
#include <limits>

using namespace merestone;
using namespace merestone::test;

namespace {

constexpr float hole = std::numeric_limits<float>::quiet_NaN();

/// Heights over the four communes, with a ridge along 1.08° E and a hole in the north-western corner.
ElevationAdoption ridge(const std::string& name = "ridge.tif", double step = 0.02) {
  ElevationAdoption adoption;
  ElevationGrid& grid = adoption.grid;
  grid.name = name;
  grid.sha256 = std::string(64, 'a');
  grid.day = "2019-05-01";
  grid.crs = "EPSG:4326";
  grid.vertical_datum = "EGM96 height";
  grid.west = 0;
  grid.north = 2.2;
  grid.column_step = grid.row_step = step;
  grid.columns = static_cast<std::uint32_t>(std::lround(2.0 / step));
  grid.rows = static_cast<std::uint32_t>(std::lround(2.2 / step));
  for (std::uint32_t row = 0; row < grid.rows; ++row) {
    for (std::uint32_t column = 0; column < grid.columns; ++column) {
      const double lon = (column + 0.5) * step;
      grid.heights_m.push_back(static_cast<float>(1500 - 1000 * std::abs(lon - 1.08) + row));
    }
  }
  grid.heights_m[0] = hole;
  adoption.accuracy_m = 5;
  adoption.valid = {parse_date("2019-05-01"), open_end};
  return adoption;
}

NamedPlace village(const std::string& id, const std::string& name, double lon, double lat) {
  return {{}, id, "village", {{name, "en", "official"}}, from_degrees(lon, lat), {}};
}

std::optional<PeopleCount> people_of(const Project& project, const std::string& id, const char* day, Revision revision = latest_revision) {
  for (const NamedPlace& place : project.places(on(day, revision))) {
    if (place.local_id == id) return place.people;
  }
  return {};
}

}  // namespace

TEST_CASE("heights come back to the bit, holes too, and pack to a fraction") {
  const ElevationGrid grid = ridge("r", 0.005).grid;
  const std::string packed = pack_heights(grid.heights_m, grid.columns);
  CHECK(packed.size() < grid.heights_m.size() * 2);
  CHECK(packed == pack_heights(grid.heights_m, grid.columns));
  const auto again = unpack_heights(packed, grid.columns, grid.rows);
  REQUIRE(again.size() == grid.heights_m.size());
  CHECK(std::isnan(again[0]));
  CHECK(std::equal(again.begin() + 1, again.end(), grid.heights_m.begin() + 1));
  CHECK(rule_of(refusal([&] { unpack_heights(packed, grid.columns, grid.rows - 1); })) == "terrain.damaged");
  CHECK(rule_of(refusal([&] { unpack_heights(packed.substr(0, 100), grid.columns, grid.rows); })) == "terrain.damaged");
}

TEST_CASE("a grid of heights is a fact: kept whole under its digest, sealed by the audit, read back as it came") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const ElevationAdoption adoption = ridge();
  const Revision revision = adopt_elevation(project, act("Survey of 2019"), adoption);
  CHECK(project.elevations(on("2019-04-30")).empty());
  CHECK(project.elevations(on("2020-01-01", revision - 1)).empty());
  const auto all = project.elevations(on("2020-01-01"));
  REQUIRE(all.size() == 1);
  CHECK(all[0].grid.vertical_datum == "EGM96 height");
  CHECK(all[0].grid.sha256 == adoption.grid.sha256);
  CHECK(all[0].accuracy_m == 5);
  CHECK(all[0].holes == 1);
  CHECK(all[0].highest_m > all[0].lowest_m);
  CHECK(all[0].cell_m == Approx(2211).epsilon(0.01));
  CHECK(project.content(all[0].content)->media_type == heights_media_type);
  const ElevationGrid grid = project.elevation_grid(all[0]);
  REQUIRE(grid.heights_m.size() == adoption.grid.heights_m.size());
  CHECK(std::isnan(grid.heights_m[0]));
  CHECK(grid.heights_m[1234] == adoption.grid.heights_m[1234]);
  CHECK(Terrain{grid}.height_at(from_degrees(1.09, 1.0)) == Approx(Terrain{adoption.grid}.height_at(from_degrees(1.09, 1.0))));
  CHECK(project.verify_audit().empty());

  SECTION("the finest that covers the ground is chosen, or the one that is named") {
    adopt_elevation(project, act("Finer"), ridge("finer.tif", 0.01));
    const Box valley = box_of(Valley::line({{0.9, 1.1}, {1.2, 1.9}}));
    CHECK(choose_elevation(project, on("2020-01-01"), valley).grid.name == "finer.tif");
    CHECK(choose_elevation(project, on("2020-01-01"), valley, "ridge.tif").grid.name == "ridge.tif");
    const Error none = refusal([&] { choose_elevation(project, on("2020-01-01"), box_of(Valley::line({{30, 1}, {31, 2}}))); });
    CHECK(rule_of(none) == "terrain.none");
    CHECK(none.fault() == Fault::missing);
  }
  SECTION("what does not lie here, has no datum or is impossible is refused, and nothing is written") {
    ElevationAdoption far = ridge("far.tif");
    far.grid.west += 60;
    CHECK(rule_of(refusal([&] { adopt_elevation(project, act(), far); })) == "terrain.elsewhere");
    ElevationAdoption vague = ridge("vague.tif");
    vague.grid.vertical_datum.clear();
    CHECK(rule_of(refusal([&] { adopt_elevation(project, act(), vague); })) == "terrain.no_vertical_datum");
    ElevationAdoption deep = ridge("deep.tif");
    deep.grid.heights_m[7] = -32768;
    CHECK(rule_of(refusal([&] { adopt_elevation(project, act(), deep); })) == "terrain.impossible_height");
    CHECK(project.summary().revision == revision);
  }
}

TEST_CASE("people are counted at places, by day; a better count of a day supersedes, and what was known stays known") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  NamedPlace mill = village("v1", "Upper Mill", 1.05, 1.5);
  mill.people = {{100, parse_date("2010-11-01")}};
  adopt_places(project, by("Ada"), {mill, village("v2", "Lower Mill", 1.15, 1.5)});
  const auto counted = [](const char* id, std::int64_t people, const char* day) {
    return DeliveredCount{id, {people, parse_date(day)}, 1};
  };
  const Revision first = adopt_population(project, act("Census of 2020"), {counted("v1", 120, "2020-11-01"), counted("v2", 80, "2020-11-01")});
  CHECK(people_of(project, "v1", "2015-01-01")->people == 100);
  CHECK(people_of(project, "v1", "2021-01-01")->people == 120);
  CHECK(people_of(project, "v2", "2015-01-01")->people == 80);  // the first count after the day
  adopt_population(project, act("Corrected"), {counted("v1", 125, "2020-11-01")});
  CHECK(people_of(project, "v1", "2021-01-01")->people == 125);
  CHECK(people_of(project, "v1", "2021-01-01", first)->people == 120);
  CHECK(people_of(project, "v2", "2021-01-01")->people == 80);

  adopt_places(project, by("Ada"), {village("v2", "Another mill", 1.3, 1.5)});
  const auto before = project.summary().revision;
  const Error refused = refusal([&] {
    adopt_population(project, act(), {counted("v9", 1, "2020-11-01"), counted("v2", 1, "2020-11-01"), counted("v1", 1, "2021-01-01"),
                                      counted("v1", 2, "2021-01-01")});
  });
  CHECK(rules_of(refused.findings()) == Rules{"population.unknown_place", "population.ambiguous_place", "population.counted_twice"});
  CHECK(project.summary().revision == before);
  CHECK(project.verify_audit().empty());
}
