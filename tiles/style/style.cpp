// SPDX-License-Identifier: Apache-2.0
#include "tiles/style/style.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* paper = "#f7f5f0";
constexpr const char* ink = "#2f2a35";
constexpr const char* line_ink = "#7a4b7d";
constexpr double claim_width = 1.134;  // 0.3 mm at 96 pixels to the inch
constexpr const char* halo = "rgba(255, 255, 255, 0.85)";

Json layer(const std::string& id, const char* type, const char* source_layer) {
  return {{"id", id}, {"type", type}, {"source", "merestone"}, {"source-layer", source_layer}};
}

Json is(const char* attribute, const Json& value) { return {"==", {"get", attribute}, value}; }

/// Grows with the map: `thin` pixels at `from`, `thick` at `to`.
Json growing(int from, double thin, int to, double thick) {
  return {"interpolate", {"exponential", 1.4}, {"zoom"}, from, thin, to, thick};
}

Json hazards() {
  Json fill = layer("hazards", "fill", "hazards");
  fill["paint"] = {{"fill-color", {"match", {"get", "kind"}, "flood", "#3b82c4", "landslide", "#a0672e", "wildfire",
                                   "#d9572b", "earthquake", "#8a4fb5", "#6b7280"}},
                   {"fill-opacity", {"interpolate", {"linear"}, {"get", "severity"}, 1, 0.15, 4, 0.5}}};
  return fill;
}

/// Ground for pointing at; in sight only where several claim it.
Json divisions(int level) {
  Json fill = layer("divisions-" + std::to_string(level), "fill", "divisions");
  fill["filter"] = {"all", is("level", level), {"==", {"geometry-type"}, "Polygon"}};
  fill["paint"] = {{"fill-color", {"case", {"has", "disputed"}, "#e0a13a", "#ffffff"}},
                   {"fill-opacity", {"case", {"has", "disputed"}, 0.35, 0.0}}};
  return fill;
}

/// Ground in the colour of its class. What hazards and names lie over it stays in sight.
Json themed(const ThemeStyle& theme) {
  Json colour = {"match", {"get", theme.attribute + "_class"}};
  for (std::size_t i = 0; i < theme.colours.size(); ++i) {
    colour.push_back(i + 1);
    colour.push_back(theme.colours[i]);
  }
  colour.push_back(theme.without_data);
  Json fill = layer("theme-" + theme.attribute, "fill", "divisions");
  fill["filter"] = {"all", is("level", theme.level), {"==", {"geometry-type"}, "Polygon"}};
  fill["paint"] = {{"fill-color", std::move(colour)}, {"fill-opacity", 0.85}};
  return fill;
}

/// Divisions too small for the scale are dots of their finest level.
Json specks(int level) {
  Json dot = layer("divisions-specks", "circle", "divisions");
  dot["filter"] = {"all", is("level", level), {"==", {"geometry-type"}, "Point"}};
  dot["paint"] = {{"circle-radius", 0.5}, {"circle-color", line_ink}, {"circle-opacity", 0.4}};
  return dot;
}

/// The finer the level, the thinner its lines. @param step 0 for the highest
Json boundaries(int level, std::size_t step, bool disputed) {
  const double weight = std::max(0.35, 1.6 - 0.5 * static_cast<double>(step));
  Json line = layer("boundaries-" + std::to_string(level) + (disputed ? "-disputed" : ""), "line", "boundaries");
  line["filter"] = {"all", is("admin_level", level), {disputed ? "==" : "!=", {"get", "disputed"}, 1},
                    {"!", {"has", "claimed_by"}}};
  line["layout"] = {{"line-join", "round"}, {"line-cap", disputed ? "butt" : "round"}};
  line["paint"] = {{"line-color", line_ink},
                   {"line-width", growing(4, 0.5 * weight, 14, 2.5 * weight)},
                   {"line-opacity", {"case", is("outer", 1), 0.35, 0.85}}};
  if (disputed) line["paint"]["line-dasharray"] = {3, 2};
  return line;
}

/// Ground in dispute, in sight at every zoom; paler where no party claims it.
Json disputes() {
  Json fill = layer("disputes", "fill", "disputes");
  fill["filter"] = {"==", {"geometry-type"}, "Polygon"};
  fill["paint"] = {{"fill-color", "#e0a13a"}, {"fill-opacity", {"case", {"has", "claimed_by"}, 0.35, 0.15}}};
  return fill;
}

/// Contested ground too small for the scale.
Json dispute_specks() {
  Json dot = layer("disputes-specks", "circle", "disputes");
  dot["filter"] = {"==", {"geometry-type"}, "Point"};
  dot["paint"] = {{"circle-radius", 3}, {"circle-color", "#e0a13a"}, {"circle-opacity", 0.6}};
  return dot;
}

/// What the parties say: every one at the same weight, told apart by colour alone.
Json claims() {
  Json line = layer("claims", "line", "boundaries");
  line["filter"] = {"has", "claimed_by"};
  line["layout"] = {{"line-join", "round"}, {"line-cap", "round"}};
  line["paint"] = {{"line-color", {"match", {"get", "party"}, 1, "#c8102e", 2, "#1f4fd8", 3, "#1b8a5a", "#8a4fb5"}},
                   {"line-width", claim_width}};
  return line;
}

Json dots(const char* id, const char* color, double small, double large) {
  Json dot = layer(id, "circle", id);
  dot["paint"] = {{"circle-color", color},
                  {"circle-radius", growing(6, small, 16, large)},
                  {"circle-stroke-color", "#ffffff"},
                  {"circle-stroke-width", 1}};
  return dot;
}

Json text(const std::string& id, const char* source_layer, double small, double large, const char* color) {
  Json symbol = layer(id, "symbol", source_layer);
  symbol["layout"] = {{"text-field", {"get", "name"}},
                      {"text-font", {"Noto Sans Regular"}},
                      {"text-size", growing(4, small, 14, large)},
                      {"text-max-width", 8}};
  symbol["paint"] = {{"text-color", color}, {"text-halo-color", halo}, {"text-halo-width", 1.2}};
  return symbol;
}

Json labels(int level, std::size_t step) {
  const double weight = 1.0 - 0.12 * static_cast<double>(std::min<std::size_t>(step, 3));
  Json symbol = text("labels-" + std::to_string(level), "labels", 13 * weight, 18 * weight, ink);
  symbol["filter"] = is("level", level);
  symbol["layout"]["symbol-sort-key"] = step;
  return symbol;
}

}  // namespace

std::string style_json(const StyleOptions& options) {
  std::vector<int> levels = options.levels;
  std::sort(levels.begin(), levels.end());
  Json source = {{"type", "vector"}};
  if (options.tiles_url.starts_with("pmtiles://")) {
    source["url"] = options.tiles_url;
  } else {
    source["tiles"] = Json::array({options.tiles_url});
    source["minzoom"] = options.min_zoom;
    source["maxzoom"] = options.max_zoom;
  }
  std::string attribution = options.attribution;
  if (!options.disclaimer.empty()) attribution += (attribution.empty() ? "" : "; ") + options.disclaimer;
  if (!attribution.empty()) source["attribution"] = attribution;

  Json layers = Json::array();
  layers.push_back({{"id", "paper"}, {"type", "background"}, {"paint", {{"background-color", paper}}}});
  if (options.theme) layers.push_back(themed(*options.theme));
  layers.push_back(hazards());
  for (const int level : levels) layers.push_back(divisions(level));
  if (!levels.empty()) layers.push_back(specks(levels.back()));
  layers.push_back(disputes());
  layers.push_back(dispute_specks());
  for (const bool disputed : {false, true}) {  // finer lines lie below coarser ones
    for (std::size_t i = levels.size(); i > 0; --i) layers.push_back(boundaries(levels[i - 1], i - 1, disputed));
  }
  layers.push_back(claims());
  layers.push_back(dots("facilities", "#4f7a4b", 2, 6));
  layers.push_back(dots("shelters", "#1f6fb2", 2, 6));
  layers.push_back(dots("depots", "#b2741f", 2, 6));
  Json graves = dots("graves", "#6b5b4b", 1.2, 4);
  graves["minzoom"] = 10;
  layers.push_back(std::move(graves));
  layers.push_back(dots("monuments", "#8c1d18", 1.5, 5));
  Json numbers = text("monuments-numbers", "monuments", 9, 11, "#8c1d18");
  numbers["minzoom"] = 12;
  numbers["layout"]["text-field"] = {"get", "number"};
  numbers["layout"]["text-anchor"] = "left";
  numbers["layout"]["text-offset"] = {0.5, 0};
  layers.push_back(std::move(numbers));
  layers.push_back(dots("places", "#5b5563", 1, 3));
  Json names = text("places-names", "places", 10, 13, "#5b5563");
  names["minzoom"] = 9;
  names["layout"]["text-anchor"] = "top";
  names["layout"]["text-offset"] = {0, 0.4};
  layers.push_back(std::move(names));
  for (std::size_t i = levels.size(); i > 0; --i) layers.push_back(labels(levels[i - 1], i - 1));

  Json style = {{"version", 8}, {"name", options.name}, {"sources", {{"merestone", std::move(source)}}}};
  if (!options.glyphs_url.empty()) style["glyphs"] = options.glyphs_url;
  if (options.theme) {
    Json legend = Json::array();
    for (std::size_t i = 0; i < options.theme->labels.size() && i < options.theme->colours.size(); ++i) {
      legend.push_back({{"label", options.theme->labels[i]}, {"colour", options.theme->colours[i]}});
    }
    style["metadata"] = {{"merestone:legend", std::move(legend)}};
  }
  style["layers"] = std::move(layers);
  return style.dump(2) + "\n";
}

}  // namespace merestone
