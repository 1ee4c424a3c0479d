// SPDX-License-Identifier: Apache-2.0
#include "tiles/archive/archive_writer.hpp"

#include "tiles/archive/folder_writer.hpp"
#include "tiles/archive/mbtiles_writer.hpp"
#include "tiles/archive/pmtiles_writer.hpp"

#include <nlohmann/json.hpp>

namespace merestone {

std::unique_ptr<ArchiveWriter> open_archive_writer(const std::string& path) {
  if (path.ends_with(".pmtiles")) return std::make_unique<PmtilesWriter>(path);
  if (path.ends_with(".mbtiles")) return std::make_unique<MbtilesWriter>(path);
  return std::make_unique<FolderWriter>(path);
}

std::string metadata_json(const ArchiveFacts& facts) {
  nlohmann::json layers = nlohmann::json::array();
  for (const ArchiveFacts::Layer& layer : facts.layers) {
    nlohmann::json fields = nlohmann::json::object();
    for (const auto& [name, type] : layer.fields) fields[name] = type;
    layers.push_back({{"id", layer.name},
                      {"description", ""},
                      {"minzoom", layer.min_zoom},
                      {"maxzoom", layer.max_zoom},
                      {"fields", std::move(fields)}});
  }
  nlohmann::json all{{"name", facts.name},       {"description", facts.description},
                           {"attribution", facts.attribution}, {"type", "overlay"},
                           {"format", "pbf"},          {"vector_layers", std::move(layers)}};
  if (!facts.viewpoint.empty()) all["viewpoint"] = facts.viewpoint;
  if (!facts.audience.empty()) all["audience"] = facts.audience;
  return all.dump();
}

}  // namespace merestone
