// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reading.hpp"
#include "data/exchange/writing.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstring>

using namespace merestone;
using namespace merestone::test;

namespace {

const ReadOptions communes{.level = 4};

/// A good record and one with `geometry`: the finding must name the second.
void check_found(const std::string& geometry, const std::string& rule) {
  INFO(geometry);
  const Folder folder;
  const auto delivery = read_divisions(
      folder.write("c.geojson", geojson({{commune("1", "A"), square(0, 47)}, {commune("2", "B"), geometry}})), communes);
  CHECK(errors_in(delivery.findings) == std::set<std::string>{rule});
  CHECK(finding(delivery.findings, rule).subject.record == "2");
  CHECK(finding(delivery.findings, rule).subject.file.ends_with("c.geojson"));
  CHECK(delivery.divisions[0].has_shape);
  CHECK_FALSE(delivery.divisions[1].has_shape);
  CHECK(delivery.rings.size() == 1);
}

}  // namespace

TEST_CASE("GeoJSON: each bad geometry is a finding on its record") {
  check_found(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]})", "import.ring_not_closed");
  check_found(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]})", "import.ring_too_short");
  check_found(R"({"type":"Polygon","coordinates":[]})", "import.empty_geometry");
  check_found(R"({"type":"MultiPolygon","coordinates":[]})", "import.empty_geometry");
  check_found("null", "import.null_geometry");
  check_found(R"({"type":"LineString","coordinates":[[0,0],[1,1]]})", "import.wrong_geometry");
  check_found(R"({"type":"Point","coordinates":[0,0]})", "import.wrong_geometry");
  check_found(R"({"type":"GeometryCollection","geometries":[]})", "import.wrong_geometry");
  check_found(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,95],[0,0]]]})", "import.off_globe");
  check_found(R"({"type":"Polygon","coordinates":[[[0,0],[200,0],[1,1],[0,0]]]})", "import.off_globe");
}

TEST_CASE("GeoPackage, FlatGeobuf, Shapefile: bad geometry inside well-formed files") {
  const Folder folder;
  const struct {
    Bytes wkb;
    const char* rule;
  } cases[] = {
      {raw_polygon({{0, 0}, {1, 0}, {1, 1}, {0, 1}}), "import.ring_not_closed"},
      {raw_polygon({{0, 0}, {1, 0}, {0, 0}}), "import.ring_too_short"},
      {raw_polygon({{0, 0}, {1, 0}, {1, -91}, {0, 0}}), "import.off_globe"},
  };
  for (const auto& [wkb, rule] : cases) {
    for (const char* name : {"c.gpkg", "c.fgb"}) {
      INFO(name << " " << rule);
      write_layers(folder.path(name), {two_communes_layer(wkb)}, {.overwrite = true});
      const auto delivery = read_divisions(folder.path(name), communes);
      CHECK(errors_in(delivery.findings) == std::set<std::string>{rule});
    }
  }
  ExportLayer without = two_communes_layer();
  without.shapes[1].clear();
  for (const char* name : {"n.gpkg", "n.shp"}) {
    INFO(name);
    write_layers(folder.path(name), {without});
    CHECK(errors_in(read_divisions(folder.path(name), communes).findings) == std::set<std::string>{"import.null_geometry"});
  }
}

TEST_CASE("NaN and infinity are found in binary files") {
  const Folder folder;
  for (const double bad : {NAN, INFINITY}) {
    for (const char* name : {"c.gpkg", "c.fgb", "c.shp"}) {
      INFO(name << " " << bad);
      const double easternmost = 0.1 + 0.1;
      write_layers(folder.path(name), {two_communes_layer()}, {.overwrite = true});
      std::string bytes = bytes_of(folder.path(name));
      char from[8], to[8];
      std::memcpy(from, &easternmost, 8);
      std::memcpy(to, &bad, 8);
      std::size_t replaced = 0;
      for (std::size_t at = 0; (at = bytes.find(std::string_view{from, 8}, at)) != bytes.npos; at += 8, ++replaced) {
        bytes.replace(at, 8, to, 8);
      }
      REQUIRE(replaced >= 2);
      folder.write(name, bytes);
      CHECK(errors_in(read_divisions(folder.path(name), communes).findings) == std::set<std::string>{"import.not_a_number"});
    }
  }
}

TEST_CASE("text where coordinates should be is never taken for a missing shape") {
  const Folder folder;
  for (const std::string coordinates : {R"([[["a",0],[1,0],[1,1],["a",0]]])", R"([[[null,0],[1,0],[1,1],[null,0]]])",
                                        R"([[[0],[1],[1],[0]]])", R"([[0,0],[1,0],[1,1],[0,0]])", R"("far away")"}) {
    INFO(coordinates);
    const std::string path = folder.write(
        "c.geojson", geojson({{commune("1", "A"), square(0, 47)},
                              {commune("2", "B"), R"({"type":"Polygon","coordinates":)" + coordinates + "}"}}));
    CHECK_FALSE(errors_in(read_divisions(path, communes).findings).empty());
  }
}
