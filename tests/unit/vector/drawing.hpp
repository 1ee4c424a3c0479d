// SPDX-License-Identifier: Apache-2.0
/// Small grounds, drawn into tiles that a test can look into.
#pragma once

#include "gis/mesh/build.hpp"
#include "gis/mesh/faces.hpp"
#include "tests/support/vector_tile.hpp"
#include "tiles/archive/gzip.hpp"
#include "tiles/vector/tileset.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace merestone::test {

class Memory final : public ArchiveWriter {
 public:
  void add(TileAddress address, std::string_view tile) override { tiles[address] = tile; }
  void finish(const ArchiveFacts&) override {}
  std::map<TileAddress, std::string> tiles;
};

/// Divisions of one level with codes and names by number.
inline DivisionRegister plain_divisions(std::int64_t count, Level level = 1) {
  DivisionFacts facts;
  for (std::int64_t id = 1; id <= count; ++id) {
    facts.versions.push_back({{id}, level, "county", {}, {}});
    facts.codes.push_back({{id}, "test", "C" + std::to_string(id), {}});
    facts.names.push_back({{id}, "Name " + std::to_string(id), "fr", "official", {}});
  }
  return {facts, parse_date("2020-01-01")};
}

/// Ground from rings, unit i held by division i + 1.
inline Territory territory_of(const RingSet& rings, std::int64_t units) {
  Territory territory;
  territory.mesh = build_mesh(rings).mesh;
  for (std::size_t arc = 0; arc < territory.mesh.arcs.size(); ++arc) {
    territory.stretches.push_back({static_cast<std::int64_t>(arc) + 1});
  }
  for (std::int64_t unit = 1; unit <= units; ++unit) territory.holders.push_back({DivisionId{unit}});
  territory.faces = trace_faces(territory.mesh);
  std::erase_if(territory.faces, [](const Face& face) { return face.unit == nobody; });
  return territory;
}

inline std::vector<LevelView> views_of(const Territory& territory, const DivisionRegister& divisions) {
  std::vector<LevelView> views;
  for (const Level level : divisions.levels()) views.push_back(at_level(territory, divisions, level));
  return views;
}

inline std::map<TileAddress, std::string> draw(const TileContents& contents, const TileOptions& options) {
  Memory memory;
  make_tiles(contents, options, memory);
  return std::move(memory.tiles);
}

/// All features of one layer at one zoom, tile after tile.
inline std::vector<TileFeature> features(const std::map<TileAddress, std::string>& tiles, int zoom, const std::string& layer) {
  std::vector<TileFeature> found;
  for (const auto& [address, bytes] : tiles) {
    if (address.zoom != zoom) continue;
    const auto layers = read_vector_tile(gunzip(bytes, 1U << 28));
    const auto at = layers.find(layer);
    if (at != layers.end()) found.insert(found.end(), at->second.features.begin(), at->second.features.end());
  }
  return found;
}

inline std::multiset<std::string> values(const std::vector<TileFeature>& features, const std::string& key) {
  std::multiset<std::string> found;
  for (const TileFeature& feature : features) {
    const auto at = feature.values.find(key);
    if (at != feature.values.end()) found.insert(at->second);
  }
  return found;
}

inline std::set<std::string> once(const std::multiset<std::string>& words) { return {words.begin(), words.end()}; }

}  // namespace merestone::test
