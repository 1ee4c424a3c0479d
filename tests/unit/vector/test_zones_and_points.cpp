// SPDX-License-Identifier: Apache-2.0
/// What lies on the ground: hazard zones, places, sites, monuments.
#include "tests/unit/vector/drawing.hpp"

using namespace merestone;
using test::features;
using test::once;
using test::values;

namespace {

Ring box(double west, double south, double east, double north) {
  return {from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)};
}

struct Ground {
  Territory territory;
  DivisionRegister divisions = test::plain_divisions(1);
  std::vector<LevelView> views;
  Ground() {
    RingSet rings;
    rings.add(box(0, 0, 4, 4), 0);
    territory = test::territory_of(rings, 1);
    views = test::views_of(territory, divisions);
  }
  TileContents contents() const { return {territory, divisions, views}; }
};

TileOptions to_zoom(int zoom) {
  TileOptions options;
  options.max_zoom = zoom;
  return options;
}

}  // namespace

TEST_CASE("hazard zones may overlap and leave the ground") {
  const Ground ground;
  const Polygon with_hole{box(1, 1, 3, 3), {{from_degrees(1.5, 1.5), from_degrees(1.5, 2.5), from_degrees(2.5, 2.5), from_degrees(2.5, 1.5)}}};
  const std::vector<HazardZone> zones{{{1}, "a", "flood", 2, "River", {with_hole}, "generated", {}},
                                      {{2}, "b", "wildfire", 4, "", {{box(2, 2, 6, 6), {}}}, "", {}}};
  TileContents contents = ground.contents();
  contents.hazards = zones;
  const auto tiles = test::draw(contents, to_zoom(3));
  const auto drawn = features(tiles, 3, "hazards");
  REQUIRE(drawn.size() >= 2);
  Wide flood = 0;
  Wide fire = 0;
  for (const auto& zone : drawn) {
    Wide twice = 0;
    for (const Polygon& part : zone.shape) {
      twice += twice_area(part.outer);
      for (const Ring& hole : part.holes) twice += twice_area(hole);
    }
    (zone.values.at("kind") == "flood" ? flood : fire) += twice;
    CHECK(zone.values.at("severity") == (zone.values.at("kind") == "flood" ? "2" : "4"));
  }
  CHECK(static_cast<double>(fire) / static_cast<double>(flood) == Approx(16.0 / 3).margin(0.3));
  CHECK(once(values(drawn, "source")) == std::set<std::string>{"generated"});
  CHECK(once(values(drawn, "name")) == std::set<std::string>{"River"});
}

TEST_CASE("a zone whose outline crosses itself is left out and told of") {
  const Ground ground;
  const std::vector<HazardZone> zones{{{1}, "bow", "flood", 1, "Bow", {{{from_degrees(1, 1), from_degrees(3, 3), from_degrees(3, 1), from_degrees(1, 3)}, {}}}, "", {}}};
  TileContents contents = ground.contents();
  contents.hazards = zones;
  test::Memory memory;
  const TileReport report = make_tiles(contents, to_zoom(3), memory);
  const auto left_out = std::count_if(report.findings.begin(), report.findings.end(),
                                      [](const Finding& f) { return f.rule == "tiles.zone_left_out"; });
  const bool drawn = !features(memory.tiles, 3, "hazards").empty();
  CHECK((left_out == 1) != drawn);
}

TEST_CASE("all places show at the last zoom, and further out one for each square, the first of them") {
  const Ground ground;
  std::vector<NamedPlace> places;
  for (std::int64_t i = 0; i < 100; ++i) {
    places.push_back({{i + 1}, "", "town", {{"Town " + std::to_string(i), "fr", "official"}, {"Stadt", "de", "official"}},
                      from_degrees(1 + 0.01 * static_cast<double>(i % 10), 1 + 0.01 * static_cast<double>(i / 10)), {}});
  }
  places.push_back({{200}, "", "", {{"Nowhere"}}, {}, {}});
  TileContents contents = ground.contents();
  contents.places = places;
  const auto tiles = test::draw(contents, to_zoom(8));
  const auto all = features(tiles, 8, "places");
  CHECK(all.size() == 100);
  CHECK(all.front().values.at("name:de") == "Stadt");
  CHECK(all.front().values.at("type") == "town");
  std::multiset<std::string> before;
  for (int zoom = 0; zoom <= 8; ++zoom) {  // what shows stays in sight further in
    const auto now = values(features(tiles, zoom, "places"), "name");
    CHECK(std::includes(now.begin(), now.end(), before.begin(), before.end()));
    before = now;
  }
  CHECK(values(features(tiles, 0, "places"), "name") == std::multiset<std::string>{"Town 0"});
}

TEST_CASE("sites and monuments carry what is known of them, each in its layer") {
  const Ground ground;
  const std::vector<TileSite> sites{
      {.layer = SiteLayer::facilities, .id = 1, .position = from_degrees(1, 1), .kind = "columbarium", .name = "Quiet", .capacity = 300, .used = 0, .source = "generated"},
      {.layer = SiteLayer::graves, .id = 1, .position = from_degrees(1, 1), .kind = "scattered", .status = "found", .count = 7},
      {.layer = SiteLayer::depots, .id = 1, .position = from_degrees(1, 1), .kind = "county"}};
  const std::vector<TileMonument> monuments{{7, from_degrees(2, 2), "(AB)01", "double", "damaged"},
                                            {0, from_degrees(3, 3), "(AB)02", "", ""}};
  TileContents contents = ground.contents();
  contents.sites = sites;
  contents.monuments = monuments;
  const auto tiles = test::draw(contents, to_zoom(6));
  for (const int zoom : {0, 6}) {
    const auto facility = features(tiles, zoom, "facilities");
    REQUIRE(facility.size() == 1);
    CHECK(facility.front().values == std::map<std::string, std::string>{{"kind", "columbarium"}, {"name", "Quiet"},
                                                                        {"capacity", "300"}, {"used", "0"}, {"source", "generated"}});
    CHECK(features(tiles, zoom, "graves").front().values ==
          std::map<std::string, std::string>{{"kind", "scattered"}, {"status", "found"}, {"count", "7"}});
    CHECK(features(tiles, zoom, "depots").size() == 1);
    CHECK(features(tiles, zoom, "shelters").empty());
  }
  const auto stones = features(tiles, 6, "monuments");
  REQUIRE(stones.size() == 2);
  CHECK(values(stones, "number") == std::multiset<std::string>{"(AB)01", "(AB)02"});
  CHECK(values(stones, "kind") == std::multiset<std::string>{"double"});
  CHECK(values(stones, "status") == std::multiset<std::string>{"damaged"});
}

TEST_CASE("the archive's facts name every layer that is drawn, with its fields") {
  const Ground ground;
  const std::vector<TileMonument> monuments{{7, from_degrees(2, 2), "(AB)01", "double", "damaged"}};
  const std::vector<TileSite> sites{{.layer = SiteLayer::shelters, .id = 1, .position = from_degrees(1, 1), .kind = "outdoor", .name = "School",
                                     .status = "excluded", .count = 1, .capacity = 80, .used = 90, .source = "test"}};
  TileContents contents = ground.contents();
  contents.monuments = monuments;
  contents.sites = sites;
  const ArchiveFacts facts = facts_of(contents, to_zoom(6));
  std::map<std::string, std::set<std::string>> fields;
  for (const auto& layer : facts.layers) {
    for (const auto& [name, type] : layer.fields) fields[layer.name].insert(name);
  }
  for (const auto& [address, bytes] : test::draw(contents, to_zoom(6))) {
    for (const auto& [name, layer] : test::read_vector_tile(gunzip(bytes, 1U << 28))) {
      REQUIRE(fields.contains(name));
      for (const auto& feature : layer.features) {
        for (const auto& [key, value] : feature.values) CHECK(fields[name].contains(key));
      }
    }
  }
}
