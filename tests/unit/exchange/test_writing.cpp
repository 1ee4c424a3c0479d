// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reading.hpp"
#include "data/exchange/writing.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

#include <sys/resource.h>

#include <csignal>

using namespace merestone;
using namespace merestone::test;

namespace {

NamedPlace place(const std::string& id, std::vector<GeographicalName> names, std::optional<Position> position) {
  NamedPlace result;
  result.local_id = id;
  result.type = "populatedPlace";
  result.names = std::move(names);
  result.position = position;
  return result;
}

/// Two square communes of one department, and a lake between the second and the sea.
struct Ground {
  Territory territory;
  DivisionFacts facts;

  Ground() {
    const auto at = [](double lon, double lat) { return from_degrees(lon, lat); };
    const Position middle[] = {at(1, 0), at(1, 1)};
    const Position west[] = {at(1, 1), at(0, 1), at(0, 0), at(1, 0)};
    const Position east[] = {at(1, 0), at(2, 0), at(2, 1), at(1, 1)};
    territory.mesh.add(middle, 0, 1);
    territory.mesh.add(west, 0, nobody);
    territory.mesh.add(east, 1, nobody);
    territory.holders = {{DivisionId{1}}, {DivisionId{2}}};
    for (const std::int64_t id : {1, 2, 3}) {
      facts.versions.push_back({DivisionId{id}, id == 3 ? 2 : 4, id == 3 ? "department" : "commune", {}, {}});
      facts.codes.push_back({DivisionId{id}, "insee", id == 3 ? "49" : "4900" + std::to_string(id), {}});
      facts.names.push_back({DivisionId{id}, id == 3 ? "Maine-et-Loire" : "Commune " + std::to_string(id), "fr", "official", {}});
      if (id != 3) facts.memberships.push_back({DivisionId{id}, DivisionId{3}, MembershipKind::legal, {}});
    }
  }
  DivisionRegister divisions() const { return {facts, parse_date("2018-01-01")}; }
};

}  // namespace

TEST_CASE("divisions of a level, with their ground and area") {
  const Ground ground;
  const ExportLayer communes = divisions_layer(ground.territory, ground.divisions(), 4);
  REQUIRE(communes.rows() == 2);
  CHECK(communes.values[0] == "49001");
  CHECK(communes.values[4] == "49");
  const ExportLayer departments = divisions_layer(ground.territory, ground.divisions(), 2);
  REQUIRE(departments.rows() == 1);
  CHECK(polygons_from_wkb(departments.shapes[0]).at(0).outer.size() == 6);
  const auto area = [](const ExportLayer& layer, std::size_t row) { return std::stod(layer.values[row * 7 + 5]); };
  CHECK(area(departments, 0) == Approx(area(communes, 0) + area(communes, 1)).epsilon(1e-9));
  CHECK(area(communes, 0) == Approx(12308.463846).epsilon(1e-7));  // 1° by 1° between parallels
}

TEST_CASE("lines with both sides and length") {
  const Ground ground;
  const ExportLayer lines = lines_layer(ground.territory, ground.divisions(), 4);
  REQUIRE(lines.rows() == 3);
  const std::vector<std::string> middle(lines.values.begin(), lines.values.begin() + 5);
  CHECK(middle == std::vector<std::string>{"4", "49001", "Commune 1", "49002", "Commune 2"});
  CHECK(std::stod(lines.values[5]) == Approx(110574.389).epsilon(1e-6));
  CHECK(lines.values[6] == "0");
  CHECK(lines.values[7] == "2");
  CHECK(lines.values[8] == "49");
  CHECK(lines.values[10].empty());
  Territory territory = ground.territory;
  for (std::size_t i = 0; i < territory.mesh.arcs.size(); ++i) territory.stretches.push_back({static_cast<std::int64_t>(i + 1)});
  const ExportLayer contested = lines_layer(territory, ground.divisions(), 4, {territory.stretches[0]});  // scenario 32
  CHECK(contested.values[6] == "1");
  CHECK(contested.values[13] == "0");
  CHECK(lines_layer(ground.territory, ground.divisions(), 2).rows() == 2);
}

TEST_CASE("what is written comes back the same") {
  const Folder folder;
  const Ground ground;
  const auto divisions = ground.divisions();
  for (const char* name : {"d.gpkg", "d.geojson", "d.shp", "d.zip", "d.fgb"}) {
    INFO(name);
    CHECK(write_layers(folder.path(name), {divisions_layer(ground.territory, divisions, 4)}).empty());
    const auto delivery = read_divisions(folder.path(name), {});
    CHECK(errors_in(delivery.findings).empty());
    REQUIRE(delivery.divisions.size() == 2);
    CHECK(std::set{delivery.divisions[0].code, delivery.divisions[1].code} == std::set<std::string>{"49001", "49002"});
    CHECK(delivery.divisions[0].parent_code == "49");
    CHECK(delivery.divisions[0].level == 4);
    REQUIRE(delivery.rings.size() == 2);
    CHECK(twice_area(delivery.rings.ring(0)) == Wide{2} * nanodegrees_per_degree * nanodegrees_per_degree);
  }
}

TEST_CASE("positions survive to the nanodegree") {
  const Folder folder;
  const Position odd{-123'456'789, 47'987'654'321};
  for (const char* name : {"p.gpkg", "p.geojson", "p.shp", "p.fgb", "p.csv"}) {
    INFO(name);
    const auto findings =
        write_layers(folder.path(name), {places_layer({place("1", {{"Angers", "fr", "official"}, {"昂热", "zh", "official"}}, odd),
                                                       place("2", {{"Nowhere", "en", "official"}}, {})})});
    const bool holds_shapes_only = name == std::string{"p.fgb"};
    if (holds_shapes_only) CHECK(finding(findings, "export.without_shape").subject.record == "2");
    const auto delivery = read_places(folder.path(name), {});
    CHECK(errors_in(delivery.findings).empty());
    REQUIRE(delivery.places.size() == (holds_shapes_only ? 1 : 2));
    CHECK(delivery.places[0].position == odd);
    CHECK(delivery.places[0].names.at(1).text == "昂热");
    CHECK(delivery.places[0].names.at(1).language == "zh");
    CHECK(delivery.places[0].type == "populatedPlace");
    if (!holds_shapes_only) CHECK_FALSE(delivery.places[1].position);
  }
}

TEST_CASE("hazards and facilities go out and come back") {
  const Folder folder;
  HazardZone zone;
  zone.local_id = "f1";
  zone.kind = "flood";
  zone.severity = 3;
  zone.source = "generated";
  zone.valid = {parse_date("2018-01-01"), parse_date("2020-01-01")};
  zone.shape = {{{from_degrees(0, 0), from_degrees(1, 0), from_degrees(1, 1)}, {}}};
  Facility facility;
  facility.local_id = "c1";
  facility.kind = "cemetery";
  facility.name = "Est";
  facility.capacity = 950;
  facility.used = 12;
  facility.position = from_degrees(0.5, 0.5);
  write_layers(folder.path("all.gpkg"), {hazards_layer({zone}), facilities_layer({facility})});
  const auto zones = read_hazard_zones(folder.path("all.gpkg"), {.layer = "hazards"});
  CHECK(errors_in(zones.findings).empty());
  REQUIRE(zones.zones.size() == 1);
  CHECK(zones.zones[0].severity == 3);
  CHECK(zones.zones[0].valid == zone.valid);
  CHECK(zones.zones[0].shape.at(0).outer == zone.shape[0].outer);
  const auto facilities = read_facilities(folder.path("all.gpkg"), {.layer = "facilities"});
  REQUIRE(facilities.facilities.size() == 1);
  CHECK(facilities.facilities[0].capacity == 950);
  CHECK(facilities.facilities[0].position == facility.position);
}

TEST_CASE("what a Shapefile cannot hold is told") {
  const Folder folder;
  ExportLayer layer = two_communes_layer();
  layer.columns.push_back({"a_name_too_long", ExportLayer::Column::Type::text});
  layer.columns.push_back({"a_name_too_wide", ExportLayer::Column::Type::text});
  layer.values = {"1", "A", "x", std::string(253, 'y') + "é", "2", "B", "", ""};
  const auto findings = write_layers(folder.path("c.shp"), {layer});
  CHECK(fact(finding(findings, "export.short_names"), "names") == "a_name_too_long = a_name_too, a_name_too_wide = a_name_to1");
  CHECK(finding(findings, "export.text_cut").severity == Severity::warning);
  CHECK(errors_in(read_divisions(folder.path("c.shp"), {.level = 4}).findings).empty());
}

TEST_CASE("a file that is there stays unless it may be replaced") {
  const Folder folder;
  for (const char* name : {"c.gpkg", "c.shp", "c.geojson"}) {
    INFO(name);
    write_layers(folder.path(name), {two_communes_layer()});
    const std::string before = bytes_of(folder.path(name));
    const auto listed = folder.list();
    CHECK(failure_of([&] { write_layers(folder.path(name), {places_layer({})}); }) ==
          std::pair{Fault::conflict, std::set<std::string>{"export.exists"}});
    CHECK(bytes_of(folder.path(name)) == before);
    CHECK(folder.list() == listed);
    CHECK_NOTHROW(write_layers(folder.path(name), {two_communes_layer()}, {.overwrite = true}));
  }
}

TEST_CASE("refused targets leave nothing behind") {
  const Folder folder;
  const auto rule = [&](const std::string& name, std::size_t layers = 1) {
    return failure_of([&] { write_layers(folder.path(name), std::vector<ExportLayer>(layers, two_communes_layer())); }).second;
  };
  CHECK(rule("c.xlsx") == std::set<std::string>{"export.unknown_format"});
  CHECK(rule("absent/c.gpkg") == std::set<std::string>{"export.no_folder"});
  CHECK(rule("c.geojson", 2) == std::set<std::string>{"export.one_layer"});
  CHECK(folder.list().empty());
}

TEST_CASE("a disk that is full leaves the old file as it was") {
  const Folder folder;
  write_layers(folder.path("c.gpkg"), {two_communes_layer()});
  const std::string before = bytes_of(folder.path("c.gpkg"));
  rlimit unlimited{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &unlimited) == 0);
  const rlimit little{20'000, unlimited.rlim_max};
  ::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &little) == 0);
  std::pair<Fault, std::set<std::string>> failure;
  for (const char* name : {"c.gpkg", "new.gpkg"}) {
    failure = failure_of([&] { write_layers(folder.path(name), {two_communes_layer()}, {.overwrite = true}); });
    CHECK(failure == std::pair{Fault::unavailable, std::set<std::string>{"export.failed"}});
  }
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &unlimited) == 0);
  CHECK(bytes_of(folder.path("c.gpkg")) == before);
  CHECK(folder.list() == std::vector<std::string>{"c.gpkg"});
}
