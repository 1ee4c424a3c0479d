// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/terrain/elevation.hpp"
#include "gis/terrain/flow.hpp"

#include <cmath>
#include <limits>

using namespace merestone;

namespace {

ElevationGrid grid() {
  return {.name = "dem.tif", .sha256 = "", .day = "", .crs = "EPSG:4326", .vertical_datum = "EGM96 height", .west = 10,
          .north = 50, .column_step = 1, .row_step = 1, .columns = 3, .rows = 2, .heights_m = {0, 10, 20, 100, 110, 120}};
}

std::string first_rule(const ElevationGrid& g) {
  const auto findings = elevation_findings(g);
  return findings.empty() ? "" : findings[0].rule;
}

PlaneRaster raster(std::int32_t columns, std::vector<float> values) {
  PlaneRaster made;
  made.columns = columns;
  made.rows = static_cast<std::int32_t>(values.size()) / columns;
  made.values = std::move(values);
  return made;
}

}  // namespace

TEST_CASE("heights are read between the middles of cells") {
  const Terrain terrain{grid()};
  CHECK(terrain.height_at(from_degrees(10.5, 49.5)) == Approx(0));
  CHECK(terrain.height_at(from_degrees(11, 49)) == Approx(55));
  CHECK(std::isnan(terrain.height_at(from_degrees(9, 49))));
}

TEST_CASE("a projected grid is asked in its own system") {
  ElevationGrid lambert = grid();
  lambert.crs = "EPSG:2154";
  lambert.west = 700000;
  lambert.north = 6600000;
  lambert.column_step = lambert.row_step = 1000;
  const Terrain terrain{lambert};
  // 3° E, 46.5° N is the origin of Lambert-93: 700,000 and 6,600,000.
  CHECK(terrain.height_at(from_degrees(3.0065, 46.4955)) == Approx(0).margin(2));
  CHECK(terrain.cell_m(from_degrees(3.01, 46.49)) == Approx(1000).epsilon(0.01));
}

TEST_CASE("grids that are no source of heights are refused with the rule") {
  CHECK(first_rule(grid()).empty());
  ElevationGrid bad = grid();
  bad.vertical_datum = "";
  CHECK(first_rule(bad) == "terrain.no_vertical_datum");
  CHECK_THROWS_AS(Terrain{bad}, Error);
  bad = grid();
  bad.heights_m.pop_back();
  CHECK(first_rule(bad) == "terrain.bad_grid");
  bad = grid();
  bad.heights_m[4] = -32768;
  CHECK(first_rule(bad) == "terrain.impossible_height");
  bad = grid();
  bad.heights_m[4] = std::numeric_limits<float>::quiet_NaN();
  CHECK(first_rule(bad) == "terrain.holes");
  CHECK_NOTHROW(Terrain{bad});
  bad.heights_m.assign(6, std::numeric_limits<float>::quiet_NaN());
  CHECK(first_rule(bad) == "terrain.empty");
  bad = grid();
  bad.row_step = -1;
  CHECK(first_rule(bad) == "terrain.bad_grid");
}

TEST_CASE("a sink is filled to where it spills") {
  const PlaneRaster heights = raster(5, {9, 9, 9, 9, 9,
                                         9, 1, 1, 1, 9,
                                         9, 1, 0, 1, 5,
                                         9, 1, 1, 1, 9,
                                         9, 9, 9, 9, 9});
  const std::vector<float> filled = without_sinks(heights);
  CHECK(filled[12] == Approx(5));
  CHECK(filled[14] == 5);
  CHECK(filled[12] > filled[14]);
}

TEST_CASE("all ground of a valley drains through its mouth") {
  const PlaneRaster heights = raster(3, {5, 3, 5,
                                         6, 4, 6,
                                         7, 5, 7});
  const std::vector<std::uint32_t> drained = accumulation(heights, without_sinks(heights));
  CHECK(drained[1] == 9);
  CHECK(drained[4] >= 3);
}

TEST_CASE("water rising from both sides meets on the crest") {
  const PlaneRaster heights = raster(5, {0, 3, 8, 4, 1,
                                         0, 2, 9, 5, 1});
  const std::vector<std::uint8_t> seeds{1, 0, 0, 0, 2, 1, 0, 0, 0, 2};
  const std::vector<std::uint8_t> labels = flooded(heights, seeds, std::vector<std::uint8_t>(10, 1));
  CHECK(labels[1] == 1);
  CHECK(labels[6] == 1);
  CHECK(labels[3] == 2);
  CHECK(labels[8] == 2);
}
