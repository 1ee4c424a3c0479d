// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reading.hpp"
#include "data/exchange/writing.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

const ReadOptions communes{.level = 4, .kind = "commune", .language = "fr"};

void check_two_communes(const DivisionDelivery& delivery) {
  CHECK(errors_in(delivery.findings).empty());
  REQUIRE(delivery.divisions.size() == 2);
  const std::size_t at = delivery.divisions[0].code == "49002" ? 0 : 1;  // a spatial index reorders
  const DeliveredDivision& second = delivery.divisions[at];
  CHECK(second.record == at + 1);
  CHECK(second.code == "49002");
  CHECK(second.name == "Écouflant");
  CHECK(second.level == 4);
  CHECK(second.kind == "commune");
  CHECK(second.language == "fr");
  CHECK(second.has_shape);
  REQUIRE(delivery.rings.size() == 2);
  CHECK(delivery.rings.unit == std::vector<UnitIndex>{0, 1});
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(delivery.rings.ring(i).size() == 4);
    CHECK(twice_area(delivery.rings.ring(i)) == Wide{2} * 100'000'000 * 100'000'000);
  }
}

}  // namespace

TEST_CASE("the same two communes come out of every format") {
  const Folder folder;
  const auto written = [&](const std::string& name) {
    write_layers(folder.path(name), {two_communes_layer()});
    return folder.path(name);
  };
  SECTION("GeoPackage") {
    const auto delivery = read_divisions(written("c.gpkg"), communes);
    check_two_communes(delivery);
    CHECK(delivery.detected.format == "GPKG");
    CHECK(delivery.detected.layer == "communes");
    CHECK(delivery.detected.crs == "EPSG:4326");
    CHECK(delivery.detected.records == 2);
    CHECK(delivery.source.title == "c.gpkg");
    CHECK(delivery.source.kind == "coverage");
    CHECK(delivery.source.sha256.size() == 64);
  }
  SECTION("Shapefile") {
    const auto delivery = read_divisions(written("c.shp"), communes);
    check_two_communes(delivery);
    CHECK(delivery.detected.encoding == "UTF-8");
  }
  SECTION("zipped Shapefile") { check_two_communes(read_divisions(written("c.zip"), communes)); }
  SECTION("FlatGeobuf") { check_two_communes(read_divisions(written("c.fgb"), communes)); }
  SECTION("CSV with WKT needs its coordinate system said") {
    const std::string path = written("c.csv");
    CHECK(failure_of([&] { read_divisions(path, communes); }).second == std::set<std::string>{"import.missing_crs"});
    ReadOptions options = communes;
    options.crs = "EPSG:4326";
    check_two_communes(read_divisions(path, options));
  }
  SECTION("GeoJSON that we wrote") { check_two_communes(read_divisions(written("c.geojson"), communes)); }
  SECTION("GeoJSON by hand") {
    const auto delivery = read_divisions(folder.write("c.geojson", two_communes()), communes);
    check_two_communes(delivery);
    CHECK(delivery.detected.columns == std::vector<std::pair<std::string, std::string>>{{"code", "code"}, {"name", "name"}});
  }
  SECTION("TopoJSON") {
    const auto delivery = read_divisions(folder.write("c.topojson", R"({"type":"Topology",
      "objects":{"communes":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","arcs":[[0,1]],"properties":{"code":"49001","name":"Allonnes"}},
        {"type":"Polygon","arcs":[[-1,2]],"properties":{"code":"49002","name":"Écouflant"}}]}},
      "arcs":[[[0.1,47],[0.1,47.1]],[[0.1,47.1],[0,47.1],[0,47],[0.1,47]],[[0.1,47],[0.2,47],[0.2,47.1],[0.1,47.1]]]})"),
                                         communes);
    check_two_communes(delivery);
  }
}

TEST_CASE("records without any shape are superiors, not faults") {
  const Folder folder;
  const auto delivery = read_divisions(
      folder.write("units.csv", "code,name,parent,level,kind\n49,Maine-et-Loire,,2,department\n491,Angers,49,3,arrondissement\n"), {});
  CHECK(errors_in(delivery.findings).empty());
  REQUIRE(delivery.divisions.size() == 2);
  CHECK(delivery.divisions[1].parent_code == "49");
  CHECK(delivery.divisions[1].level == 3);
  CHECK_FALSE(delivery.divisions[1].has_shape);
  CHECK(delivery.rings.size() == 0);
  CHECK(delivery.detected.crs.empty());
}

TEST_CASE("a shape is missing only where its level has shapes") {
  const Folder folder;
  const std::string level4 = R"({"code":"49001","name":"A","level":4})";
  const std::string level2 = R"({"code":"49","name":"M","level":2})";
  CHECK(errors_in(read_divisions(folder.write("a.geojson", geojson({{level4, square(0, 47)}, {level2, "null"}})), {}).findings)
            .empty());
  const auto delivery = read_divisions(
      folder.write("b.geojson", geojson({{level4, square(0, 47)}, {R"({"code":"49002","name":"B","level":4})", "null"}})), {});
  CHECK(finding(delivery.findings, "import.null_geometry").subject.record == "2");
}

TEST_CASE("holes, parts and turning sense") {
  const Folder folder;
  const std::string shape = R"({"type":"MultiPolygon","coordinates":[
    [[[0,0],[0,4],[4,4],[4,0],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]],
    [[[5,0],[6,0],[6,0],[6,1],[5,0]]]]})";
  const auto delivery = read_divisions(folder.write("m.geojson", geojson({{commune("1", "M"), shape}})), communes);
  REQUIRE(delivery.rings.size() == 3);
  CHECK(twice_area(delivery.rings.ring(0)) > 0);
  CHECK(twice_area(delivery.rings.ring(1)) < 0);
  CHECK(delivery.rings.ring(2).size() == 3);
  CHECK(errors_in(delivery.findings).empty());
}

TEST_CASE("a layer is chosen by name, or because it is the only one with shapes") {
  const Folder folder;
  ExportLayer register_only = two_communes_layer();
  register_only.name = "register";
  register_only.shape = ExportLayer::Shape::none;
  register_only.shapes.clear();
  write_layers(folder.path("one.gpkg"), {register_only, two_communes_layer()});
  CHECK(read_divisions(folder.path("one.gpkg"), communes).detected.layer == "communes");
  ReadOptions named = communes;
  named.layer = "register";
  CHECK(read_divisions(folder.path("one.gpkg"), named).detected.layer == "register");

  ExportLayer other = two_communes_layer();
  other.name = "other";
  write_layers(folder.path("two.gpkg"), {two_communes_layer(), other});
  CHECK(failure_of([&] { read_divisions(folder.path("two.gpkg"), communes); }).second ==
        std::set<std::string>{"import.which_layer"});
  named.layer = "absent";
  CHECK(failure_of([&] { read_divisions(folder.path("two.gpkg"), named); }).second ==
        std::set<std::string>{"import.no_layer"});
  const FileDescription description = describe_file(folder.path("two.gpkg"));
  REQUIRE(description.layers.size() == 2);
  CHECK(description.format == "GPKG");
  CHECK(description.layers[1].name == "other");
  CHECK(description.layers[1].records == 2);
  CHECK(description.layers[1].crs == "EPSG:4326");
  CHECK(description.layers[1].columns ==
        std::vector<std::pair<std::string, std::string>>{{"code", "String"}, {"name", "String"}});
}

TEST_CASE("projected coordinates come to the ground") {
  const Folder folder;
  const std::string lambert = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},)";
  const std::string path = folder.write(
      "l93.geojson", geojson({{commune("49007", "Angers"),
                               R"({"type":"Polygon","coordinates":[[[432000,6713000],[433000,6713000],[433000,6714000],[432000,6713000]]]})"}},
                             lambert));
  const auto delivery = read_divisions(path, communes);
  CHECK(errors_in(delivery.findings).empty());
  CHECK(delivery.detected.crs == "EPSG:2154");
  CHECK_FALSE(fact(finding(delivery.findings, "import.transformed"), "operation").empty());
  REQUIRE(delivery.rings.size() == 1);
  const Position corner = delivery.rings.positions[0];  // cs2cs EPSG:2154 EPSG:4326
  CHECK(std::abs(degrees(corner.lon) - -0.5588) < 0.01);
  CHECK(std::abs(degrees(corner.lat) - 47.469) < 0.01);
}
