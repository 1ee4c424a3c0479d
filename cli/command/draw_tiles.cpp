// SPDX-License-Identifier: Apache-2.0
#include "cli/command/draw_tiles.hpp"

#include "cli/report/report_files.hpp"
#include "cli/service/map_facts.hpp"
#include "data/office/project.hpp"

#include <filesystem>
#include <set>

namespace merestone {
namespace {

/// Whom to thank and what to beware of: everything that documents and records name, each once.
std::string attribution(const std::vector<Document>& documents, const std::vector<HazardZone>& zones,
                        const std::vector<TileSite>& sites) {
  std::set<std::string> sources;
  for (const auto& document : documents) {
    auto text = document.issuer.empty() ? document.title : document.issuer;
    if (!document.licence.empty()) text += " (" + document.licence + ")";
    sources.insert(text);
  }
  for (const auto& zone : zones) sources.insert("hazard zones: " + (zone.source.empty() ? "source not known" : zone.source));
  for (const auto& site : sites) {
    sources.insert(std::string{site_layers[static_cast<std::size_t>(site.layer)]} + ": " + (site.source.empty() ? "source not known" : site.source));
  }
  std::string out;
  for (const auto& source : sources) out += (out.empty() ? "" : "; ") + source;
  return out;
}

/// "anjou.pmtiles" → "anjou.style.json"; a folder holds its own.
std::string style_path(const std::filesystem::path& archive) {
  if (archive.extension() == ".pmtiles" || archive.extension() == ".mbtiles") {
    return std::filesystem::path{archive}.replace_extension(".style.json").string();
  }
  return (archive / "style.json").string();
}

/// From where the style lies.
std::string tiles_url(const std::filesystem::path& archive) {
  const auto name = archive.filename().string();
  if (archive.extension() == ".pmtiles") return "pmtiles://" + name;
  if (archive.extension() == ".mbtiles") return "mbtiles://" + name;
  return "{z}/{x}/{y}.mvt";
}

}  // namespace

DrawnTiles draw_tiles(const Project& project, const AsOf& as_of, const std::string& path, const std::string& viewpoint,
                      const TileOptions& options, Audience audience, const Progress& progress, const DrawnTheme* theme) {
  if (progress) progress("reading", 0, 0);
  auto map = map_facts(project, as_of, audience);
  const auto view = seen_from(map, viewpoint_of(viewpoint, map.opinions(), map.divisions));
  const bool claimed = !map.snapshot.claims.empty();
  map.snapshot = {};  // large, and all that shows of it is in the view
  auto contents = contents_of(map, view);
  if (theme) contents.themes = {&theme->tiles, 1};

  DrawnTiles drawn{.archive = path, .style = {}, .report = {}, .disputed = view.disputed()};
  const auto archive = open_archive_writer(path);
  drawn.report = make_tiles(contents, options, *archive, progress);
  auto facts = facts_of(contents, options);
  const auto summary = project.summary();
  const auto sources = attribution(project.documents(as_of.revision), map.hazards, map.sites);
  const std::string disclaimer = drawn.disputed ? dispute_disclaimer : "";
  facts.name = summary.title;
  facts.description = "As on " + to_string(as_of.day) + ", revision " + std::to_string(summary.revision);
  facts.attribution = sources + (sources.empty() || disclaimer.empty() ? "" : "; ") + disclaimer;
  if (claimed) facts.viewpoint = viewpoint;
  facts.audience = to_text(audience);
  archive->finish(facts);

  const auto levels = map.divisions.levels();
  drawn.style = style_path(path);
  write_whole(drawn.style, style_json({.name = summary.title, .tiles_url = tiles_url(path), .attribution = sources,
                                       .disclaimer = disclaimer, .levels = {levels.begin(), levels.end()},
                                       .min_zoom = options.min_zoom, .max_zoom = options.max_zoom, .glyphs_url = {},
                                       .theme = theme ? std::optional{theme->style} : std::nullopt}));
  return drawn;
}

}  // namespace merestone
