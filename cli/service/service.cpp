// SPDX-License-Identifier: Apache-2.0
#include "cli/service/service.hpp"

#include "cli/service/atlas.hpp"
#include "cli/service/http_server.hpp"
#include "cli/service/live_map.hpp"
#include "cli/service/site.hpp"
#include "cli/service/suitable.hpp"
#include "cli/service/what_if.hpp"
#include "gis/base/error.hpp"
#include "tiles/archive/pmtiles_reader.hpp"
#include "tiles/style/style.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <set>

namespace merestone {
namespace {

struct OpenedTiles {
  TileSource source;
  std::string viewpoint;  ///< that the archive shows; empty: it knows of no dispute
};

/// Single graves show to the office alone: an archive that was made for it, or that holds graves and does not say for whom.
bool for_office_alone(const nlohmann::json& metadata) {
  if (!metadata.is_object()) return false;
  if (const auto audience = metadata.find("audience"); audience != metadata.end()) return *audience != to_text(Audience::everybody);
  const auto layers = metadata.find("vector_layers");
  if (layers == metadata.end() || !layers->is_array()) return false;
  return std::any_of(layers->begin(), layers->end(), [](const nlohmann::json& layer) {
    const auto id = layer.is_object() ? layer.find("id") : layer.end();
    return layer.is_object() && id != layer.end() && *id == site_layers[static_cast<std::size_t>(SiteLayer::graves)];
  });
}

OpenedTiles open_tiles(const std::string& path, Audience readers) {
  auto archive = std::make_shared<const PmtilesReader>(path);
  const auto& header = archive->header();
  const bool readable = header.tile == pmtiles::Compression::gzip || header.tile == pmtiles::Compression::none;
  if (header.tile_type != 1 || !readable)
    throw Error{Fault::invalid, path + " does not hold vector tiles that are plain or gzip",
                {{.rule = "service.tiles", .subject = {path, "", ""}}}};
  const auto metadata = nlohmann::json::parse(archive->metadata(), nullptr, false);
  if (readers == Audience::everybody && for_office_alone(metadata))
    throw Error{Fault::invalid, path + " was made for the office alone", {{.rule = "service.office_archive", .subject = {path, "", ""}}}};
  const auto viewpoint = metadata.is_object() ? metadata.find("viewpoint") : metadata.end();
  return {{.tile = [archive](unsigned zoom, std::uint32_t x, std::uint32_t y) {
             return archive->tile({static_cast<int>(zoom), x, y});
           },
           .min_zoom = header.min_zoom, .max_zoom = header.max_zoom, .bounds = header.bounds},
          metadata.is_object() && viewpoint != metadata.end() && viewpoint->is_string() ? viewpoint->get<std::string>() : ""};
}

/// An archive shows disputed ground one way only; the others are drawn as they are asked for.
void add_viewpoints(OpenedTiles& tiles, const Atlas& atlas, const ServiceOptions& asked) {
  if (atlas.opinions.claims.empty()) return;
  TileOptions options;
  options.min_zoom = static_cast<int>(tiles.source.min_zoom);
  options.max_zoom = static_cast<int>(tiles.source.max_zoom);
  tiles.source.seen_tile = [live = std::make_shared<LiveMap>(asked.project, atlas.as_of, options, asked.audience), archive = tiles.source.tile,
                            kept = tiles.viewpoint, divisions = DivisionRegister{atlas.facts, atlas.as_of.day}](
                               const Viewpoint& viewpoint, unsigned zoom, std::uint32_t x, std::uint32_t y) -> std::optional<std::string> {
    if (word_of(viewpoint, divisions) == kept) return archive(zoom, x, y);
    return live->tile(viewpoint, {static_cast<int>(zoom), x, y});
  };
}

StyleMaker style_of(const Atlas& atlas, const TileSource& tiles) {
  StyleOptions style{.name = atlas.title, .tiles_url = {}, .attribution = {}, .levels = {}, .min_zoom = static_cast<int>(tiles.min_zoom),
                     .max_zoom = static_cast<int>(tiles.max_zoom), .glyphs_url = {}};
  const DivisionRegister divisions{atlas.facts, atlas.as_of.day};
  style.levels.assign(divisions.levels().begin(), divisions.levels().end());
  std::set<std::string> sources{atlas.sources.begin(), atlas.sources.end()};
  for (const auto& document : atlas.documents) sources.insert(document.issuer.empty() ? document.title : document.issuer);
  for (const auto& source : sources) style.attribution += (style.attribution.empty() ? "" : "; ") + source;
  if (!atlas.opinions.claims.empty()) style.disclaimer = dispute_disclaimer;
  return [style](const std::string& tiles_url) {
    auto mine = style;
    mine.tiles_url = tiles_url;
    return style_json(mine);
  };
}

}  // namespace

void serve(const ServiceOptions& options) {
  // The port first: someone who has to choose another learns it before a large project is read.
  const Site* site = nullptr;
  HttpServer server{options.port, options.hosts, {}, [&site](const Request& request) { return site->answer(request); }};
  auto tiles = open_tiles(options.tiles_path, options.audience);
  const auto atlas = load_atlas(options.project, options.on.value_or(today()), options.audience, options.viewpoint);
  add_viewpoints(tiles, atlas, options);
  const auto style = style_of(atlas, tiles.source);
  std::vector<std::string> kinds;
  for (const KindCount& zones : atlas.hazards) {
    if (kinds.empty() || kinds.back() != zones.kind) kinds.push_back(zones.kind);
  }
  const auto what_if = std::make_shared<WhatIf>(options.project, atlas.as_of, std::move(kinds));
  Assumptions assumptions{[what_if] { return what_if->hazards(); }, [what_if](const DrawnHazard& drawn) { return what_if->exposure(drawn); }, {}};
  if (options.audience == Audience::office) {
    assumptions.suitable = [ground = std::make_shared<SuitableGround>(options.project, atlas.as_of)](const std::string& code) { return ground->in(code); };
  }
  const Site opened{atlas, std::move(tiles.source), style, std::move(assumptions)};
  site = &opened;
  if (options.ready) options.ready("http://127.0.0.1:" + std::to_string(server.port()) + "/");
  server.run(true);
}

}  // namespace merestone
