// SPDX-License-Identifier: Apache-2.0
/// Heights and counts of people in: what the file says, what it does not, and what it must not.
#include "data/exchange/reading_planning.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace merestone;
using namespace merestone::test;

namespace {

const std::string ascii =
    "ncols 4\nnrows 3\nxllcorner 112.0\nyllcorner 31.0\ncellsize 0.5\nNODATA_value -9999\n"
    "10 20 30 40\n11 21.5 31 -9999\n12 22 32 42\n";
const std::string wgs84 = R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],)"
                          R"(UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]])";

ElevationOptions datum() { return {"1985 National Height Datum", "2019", 25'000'000}; }
const std::string sample = MERESTONE_SAMPLES "/lanze/dem.tif";

std::set<std::string> refused(const std::string& path, const ReadOptions& options = {}, const ElevationOptions& heights = datum()) {
  return failure_of([&] { read_elevation(path, options, heights); }).second;
}

}  // namespace

TEST_CASE("an ASCII grid: rows from north, no data as holes, the system from the .prj beside it or from the caller") {
  const Folder folder;
  const std::string path = folder.write("heights.asc", ascii);
  CHECK(refused(path) == std::set<std::string>{"import.missing_crs"});
  ReadOptions options;
  options.crs = "EPSG:4326";
  const ElevationDelivery given = read_elevation(path, options, datum());
  folder.write("heights.prj", wgs84);
  const ElevationDelivery delivery = read_elevation(path, {}, datum());
  CHECK(errors_in(delivery.findings).empty());
  CHECK(fact(finding(delivery.findings, "terrain.holes"), "share") == "8.33333");
  const ElevationGrid& grid = delivery.grid;
  CHECK(grid.crs == "EPSG:4326");
  CHECK(grid.name == "heights.asc");
  CHECK(grid.day == "2019");
  CHECK(grid.sha256.size() == 64);
  CHECK(grid.columns == 4);
  CHECK(grid.rows == 3);
  CHECK(grid.west == Approx(112));
  CHECK(grid.north == Approx(32.5));
  CHECK(grid.column_step == Approx(0.5));
  REQUIRE(grid.heights_m.size() == 12);
  CHECK(grid.heights_m[0] == 10);
  CHECK(grid.heights_m[5] == 21.5F);
  CHECK(std::isnan(grid.heights_m[7]));
  CHECK(grid.heights_m[11] == 42);
  CHECK(given.grid.heights_m[11] == 42);
  CHECK(delivery.source.sha256 == grid.sha256);
}

TEST_CASE("a GeoTIFF of posts: heights are those of the middles of cells") {
  const ElevationDelivery delivery = read_elevation(sample, {}, datum());
  CHECK(errors_in(delivery.findings).empty());
  const ElevationGrid& grid = delivery.grid;
  CHECK(delivery.detected.format == "GTiff");
  CHECK(grid.crs == "EPSG:4326");
  CHECK(grid.columns == 376);
  CHECK(grid.rows == 313);
  CHECK(grid.west == Approx(111.7992));  // half a cell before the first post
  CHECK(grid.north == Approx(31.5008));
  const Terrain terrain{grid};
  CHECK(terrain.height_at(from_degrees(112.1, 31.25)) > 0);
  CHECK(std::isnan(terrain.height_at(from_degrees(113, 31.25))));
}

TEST_CASE("heights without vertical datum are not taken; the caller may name it") {
  CHECK(errors_in(read_elevation(sample, {}, {}).findings) == std::set<std::string>{"terrain.no_vertical_datum"});
}

TEST_CASE("grids that are none are refused with the reason") {
  const Folder folder;
  ReadOptions options;
  options.crs = "EPSG:4326";
  CHECK(refused(folder.path("none.tif")) == std::set<std::string>{"import.no_file"});
  CHECK(refused(folder.write("page.tif", "<html>")) == std::set<std::string>{"import.format_mismatch"});
  CHECK(refused(folder.write("heights.csv", "a,b\n1,2\n")) == std::set<std::string>{"import.unknown_format"});
  CHECK(refused(folder.write("words.asc", "this is no grid\n"), options) == std::set<std::string>{"import.damaged"});
  const std::string whole = bytes_of(sample);
  CHECK(refused(folder.write("cut.tif", std::string_view{whole}.substr(0, whole.size() / 2))) == std::set<std::string>{"import.damaged"});
  CHECK(refused(folder.write("head.tif", std::string_view{whole}.substr(0, 100))) == std::set<std::string>{"import.damaged"});
  CHECK(refused(sample, {}, {"EGM96 height", "", 1000}) == std::set<std::string>{"terrain.too_large"});
  CHECK(failure_of([&] { read_places(sample, {}); }).second == std::set<std::string>{"import.unknown_format"});
}

TEST_CASE("heights nobody can stand at, and a grid of no heights, are told") {
  const Folder folder;
  ReadOptions options;
  options.crs = "EPSG:4326";
  std::string deep = ascii;
  deep.replace(deep.find("21.5"), 4, "-32768");
  const auto found = read_elevation(folder.write("deep.asc", deep), options, datum());
  const Finding& impossible = finding(found.findings, "terrain.impossible_height");
  CHECK(fact(impossible, "row") == "2");
  CHECK(fact(impossible, "column") == "2");
  const std::string empty = "ncols 2\nnrows 2\nxllcorner 1\nyllcorner 1\ncellsize 1\nNODATA_value -9999\n-9999 -9999\n-9999 -9999\n";
  CHECK(errors_in(read_elevation(folder.write("empty.asc", empty), options, datum()).findings) == std::set<std::string>{"terrain.empty"});
}

TEST_CASE("an old datum without parameters is not guessed for heights either (CR-03)") {
  const Folder folder;
  ReadOptions options;
  options.crs = "EPSG:4214";  // Beijing 1954
  const auto delivery = read_elevation(folder.write("old.asc", ascii), options, datum());
  CHECK(errors_in(delivery.findings) == std::set<std::string>{"crs.ballpark"});
}

TEST_CASE("counts of people: by id and day, from the file or for all") {
  const Folder folder;
  const std::string path = folder.write("people.csv", "id,population,counted_on\nv1,120,2020-11-01\nv2,,2020-11-01\nv3,80,\n");
  const CountDelivery dated = read_population(path, {}, parse_date("2010-11-01"));
  CHECK(errors_in(dated.findings).empty());
  REQUIRE(dated.counts.size() == 2);
  CHECK(dated.counts[0].local_id == "v1");
  CHECK(dated.counts[0].count == PeopleCount{120, parse_date("2020-11-01")});
  CHECK(dated.counts[1].count.counted == parse_date("2010-11-01"));
  CHECK(errors_in(read_population(path, {}).findings) == std::set<std::string>{"import.missing_value"});
  CHECK(errors_in(read_population(folder.write("bad.csv", "id,人口,统计时间\nv1,-3,2020-11-01\nv2,1,soon\n"), {}).findings) ==
        std::set<std::string>{"import.out_of_range", "import.bad_date"});
}

TEST_CASE("places bring people along, and give them out again") {
  const Folder folder;
  const std::string path = folder.write("places.csv", "id,name,lon,lat,人口,统计时间\nv1,Mill,1,1,120,2020-11-01\nv2,Ford,1,1,,\n");
  const PlaceDelivery delivery = read_places(path, {});
  REQUIRE(delivery.places.size() == 2);
  CHECK(delivery.places[0].people == PeopleCount{120, parse_date("2020-11-01")});
  CHECK(!delivery.places[1].people);
  const ExportLayer layer = places_layer(delivery.places);
  CHECK(layer.columns.back().name == "counted_on");
  const std::size_t width = layer.columns.size();
  CHECK(layer.values[width - 2] == "120");
  CHECK(layer.values[2 * width - 2].empty());
}
