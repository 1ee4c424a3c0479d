// SPDX-License-Identifier: Apache-2.0
/// The same tiles by whatever way they are made, and as many of them as there must be.
#include "tests/support/patchwork.hpp"
#include "tests/unit/vector/drawing.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

using namespace merestone;
namespace fs = std::filesystem;

namespace {

/// 8 by 8 crooked fields with hazards, places and sites on them.
struct Country {
  Territory territory;
  DivisionRegister divisions;
  std::vector<LevelView> views;
  std::vector<HazardZone> hazards;
  std::vector<NamedPlace> places;
  std::vector<TileSite> sites;

  TileContents contents() const { return {territory, divisions, views, {}, places, hazards, sites}; }
};

Country country(double west, double step) {
  test::Random random{7};
  const test::Patchwork fields = test::patchwork(random, 8, 8, west, 45, step);
  RingSet rings;
  for (std::size_t i = 0; i < fields.rings.size(); ++i) rings.add(fields.rings[i], static_cast<UnitIndex>(i));
  Country made{test::territory_of(rings, 64), test::plain_divisions(64), {}, {}, {}, {}};
  made.views = test::views_of(made.territory, made.divisions);
  for (std::int64_t i = 0; i < 64; ++i) {
    const Ring& field = fields.rings[static_cast<std::size_t>(i)];
    const std::string number = std::to_string(i);
    if (i % 5 == 0) made.hazards.push_back({{i + 1}, number, "flood", 1 + static_cast<int>(i % 4), "Zone " + number, {{field, {}}}, "test", {}});
    made.places.push_back({{i + 1}, number, "town", {{"Town " + number, "fr", "official"}}, field[0], {}});
    if (i % 7 == 0) {
      made.sites.push_back({.layer = i % 2 == 0 ? SiteLayer::facilities : SiteLayer::shelters, .id = i + 1, .position = field[1], .kind = "cemetery",
                            .name = "Rest " + number, .capacity = 100, .used = i, .source = "test"});
    }
  }
  return made;
}

TileOptions to_zoom(int zoom) {
  TileOptions options;
  options.max_zoom = zoom;
  return options;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("tiles drawn anew are those of the whole set, byte for byte") {
  const Country land = country(3, 0.2);
  const auto whole = test::draw(land.contents(), to_zoom(9));
  std::vector<TileAddress> some{{9, 0, 0}};  // where nothing lies
  std::size_t count = 0;
  for (const auto& [address, bytes] : whole) {
    if (count++ % 3 == 0) some.push_back(address);
  }
  const auto redrawn = make_tiles_at(land.contents(), to_zoom(9), some);
  REQUIRE(redrawn.size() == some.size());
  CHECK(redrawn.front().bytes.empty());
  for (std::size_t i = 1; i < some.size(); ++i) {
    CHECK(redrawn[i].address == some[i]);
    CHECK((redrawn[i].bytes == whole.at(some[i])));
  }
}

TEST_CASE("the folder holds the same tiles") {
  const Country land = country(3, 0.2);
  const fs::path folder = fs::temp_directory_path() / ("merestone-tiles-" + std::to_string(getpid()));
  const auto whole = test::draw(land.contents(), to_zoom(8));
  const auto writer = open_archive_writer(folder.string());
  make_tiles(land.contents(), to_zoom(8), *writer);
  writer->finish(facts_of(land.contents(), to_zoom(8)));
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator{folder}) files += entry.path().extension() == ".mvt" ? 1U : 0U;
  CHECK(files == whole.size());
  for (const auto& [address, bytes] : whole) {
    const fs::path path = folder / std::to_string(address.zoom) / std::to_string(address.x) / (std::to_string(address.y) + ".mvt");
    CHECK((bytes_of(path) == bytes));
  }
  fs::remove_all(folder);
}

TEST_CASE("the deepest zooms lose nothing: every division is an area, at fourteen too") {
  const Country land = country(3, 0.01);
  const auto tiles = test::draw(land.contents(), to_zoom(14));
  for (int zoom = 10; zoom <= 14; ++zoom) {
    const auto divisions = test::features(tiles, zoom, "divisions");
    CHECK(test::once(test::values(divisions, "code")).size() == 64);
    for (const auto& feature : divisions) CHECK(feature.type == 3);
    CHECK(test::values(test::features(tiles, zoom, "labels"), "name").size() ==
          test::once(test::values(test::features(tiles, zoom, "labels"), "name")).size());
  }
  const auto& [address, bytes] = *tiles.rbegin();
  CHECK(address.zoom == 14);
  CHECK(test::read_vector_tile(gunzip(bytes, 1U << 28)).at("divisions").extent == 2048);
}

TEST_CASE("ground on both sides of the antimeridian is drawn on both edges of the world, without a line between") {
  RingSet rings;
  rings.add(Ring{from_degrees(178, 10), from_degrees(180, 10), from_degrees(180, 12), from_degrees(178, 12)}, 0);
  rings.add(Ring{from_degrees(-180, 10), from_degrees(-178, 10), from_degrees(-178, 12), from_degrees(-180, 12)}, 0);
  const Territory both = test::territory_of(rings, 1);
  const DivisionRegister divisions = test::plain_divisions(1);
  const auto views = test::views_of(both, divisions);
  const auto tiles = test::draw({both, divisions, views}, to_zoom(5));
  std::set<std::uint32_t> columns;
  for (const auto& [address, bytes] : tiles) {
    if (address.zoom == 5) columns.insert(address.x);
  }
  CHECK(columns == std::set<std::uint32_t>{0, 31});
  for (const auto& line : test::features(tiles, 5, "boundaries")) {
    for (const auto& path : line.paths) {
      for (std::size_t i = 1; i < path.size(); ++i) {
        const bool on_edge = path[i].lon == path[i - 1].lon && (path[i].lon <= 0 || path[i].lon >= 2048);
        CHECK_FALSE(on_edge);
      }
    }
  }
}

TEST_CASE("the size of a small country is what it was") {
  const Country land = country(3, 0.2);
  const auto tiles = test::draw(land.contents(), to_zoom(8));
  std::map<std::string, std::size_t> counts;
  std::size_t vertices = 0;
  std::size_t bytes = 0;
  for (int zoom = 0; zoom <= 8; ++zoom) {
    for (const char* layer : {"divisions", "boundaries", "labels"}) {
      const auto found = test::features(tiles, zoom, layer);
      counts[layer] += found.size();
      for (const auto& feature : found) {
        for (const Polygon& part : feature.shape) vertices += part.outer.size();
      }
    }
  }
  for (const auto& [address, tile] : tiles) bytes += tile.size();
  CAPTURE(counts, vertices, bytes, tiles.size());
  CHECK(tiles.size() == 16);
  CHECK(counts["labels"] <= 110);
  CHECK(vertices <= 2400);
  CHECK(bytes <= 25'000);
}
