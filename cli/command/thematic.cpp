// SPDX-License-Identifier: Apache-2.0
#include "cli/command/commands.hpp"
#include "cli/command/draw_tiles.hpp"
#include "cli/command/theme.hpp"
#include "cli/report/map_plate.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/thematic_map.hpp"
#include "cli/words/json.hpp"
#include "data/office/project.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>


namespace merestone {
namespace {

struct ThematicOptions {
  ThemeOptions theme;
  std::string out, language = "en";
  double width_mm = 180, height_mm = 160;
  int min_zoom = 0, max_zoom = 12;
};

constexpr double points_per_mm = 72 / 25.4;

void tell_classes(const Theme& theme, const std::string& language) {
  const Thematic& thematic = theme.sheet.thematic;
  if (!thematic.classes) return;
  const Phrases phrases{language};
  for (std::size_t i = 0; i < thematic.classes->size(); ++i) {
    fmt::print("{:>4}  {}\n", thematic.classes->counts[i], class_words(thematic, i, phrases));
  }
  if (thematic.classes->without > 0) fmt::print("{:>4}  {}\n", thematic.classes->without, phrases.text("theme-no-data"));
}

nlohmann::ordered_json json_of(const Theme& theme) {
  const Thematic& thematic = theme.sheet.thematic;
  auto classes = nlohmann::ordered_json::array();
  for (std::size_t i = 0; thematic.classes && i < thematic.classes->size(); ++i) {
    classes.push_back({{"over", thematic.classes->lower(i)}, {"to", thematic.classes->uppers[i]}, {"count", thematic.classes->counts[i]}});
  }
  return {{"indicator", thematic.table.rule.id}, {"year", thematic.table.question.year}, {"level", thematic.table.question.level},
          {"divisions_of", to_string(thematic.day)}, {"classes", std::move(classes)},
          {"without", thematic.classes ? thematic.classes->without : thematic.rows.size()}, {"findings", to_json(thematic.table.findings)}};
}

void tell(const Theme& theme, const std::vector<std::string>& files, const ThematicOptions& options, const Shared& shared) {
  if (shared.json) {
    auto json = json_of(theme);
    json["files"] = files;
    return print_json(json);
  }
  tell_classes(theme, options.language);
  std::fflush(stdout);
  print_findings(theme.sheet.thematic.table.findings, shared.language);
  if (theme.sheet.thematic.classes) print_findings(theme.sheet.thematic.classes->findings, shared.language);
  tell_files(files, shared);
}

void draw_map(const ThematicOptions& options, const Shared& shared) {
  refuse_unless_picture(options.out);
  const auto project = Project::open(shared.project);
  Theme theme = make_theme(project, options.theme, options.language);
  add_theme_map(project, theme);
  const Phrases phrases{options.language};
  Sheet& map = theme.sheet.map;
  map.width = options.width_mm * points_per_mm;
  map.height = options.height_mm * points_per_mm;
  map.title = theme_title(theme.sheet, phrases);
  add_legend(map, theme.sheet.thematic, theme.sheet.ramp, phrases);
  write_picture(options.out, map);
  tell(theme, {options.out}, options, shared);
}

void draw_theme_tiles(const ThematicOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Theme theme = make_theme(project, options.theme, options.language);
  TileOptions tiles;
  tiles.min_zoom = options.min_zoom;
  tiles.max_zoom = options.max_zoom;
  const DrawnTheme drawing{tile_theme(theme), theme_style(theme, options.language)};
  const auto drawn = draw_tiles(project, {theme.sheet.thematic.day}, options.out, "neutral", tiles, Audience::everybody, progress_bar(shared), &drawing);
  end_progress();
  tell(theme, {drawn.archive, drawn.style}, options, shared);
}

}  // namespace

void add_thematic(Command& program, const Shared& shared) {
  auto* command = program.add_command("thematic", "Maps of an indicator by division, in classes");
  command->require_command();
  command->footer("Example:  merestone thematic map cremation_rate --year 2024 --level 4 --out cremation.png");
  auto options = std::make_shared<ThematicOptions>();
  auto* map = command->add_command("map", "A sheet: PNG, SVG or PDF");
  add_figure_options(*map, options->theme);
  add_class_options(*map, options->theme);
  map->add_option("--out", options->out, "File, .png, .svg or .pdf")->required();
  map->add_option("--sheet-language", options->language, "Of the sheet")->one_of({"en", "zh"})->shows_default();
  map->add_option("--width", options->width_mm, "Millimetres")->in_range(60.0, 2000.0)->shows_default();
  map->add_option("--height", options->height_mm, "Millimetres")->in_range(60.0, 2000.0)->shows_default();
  map->footer("Example:  merestone thematic map cremation_rate --year 2024 --level 4 --out cremation.png");
  map->callback([&shared, options] { draw_map(*options, shared); });
  options = std::make_shared<ThematicOptions>();
  auto* tiles = command->add_command("tiles", "Vector tiles whose divisions carry value and class, and the style that colours them");
  add_figure_options(*tiles, options->theme);
  add_class_options(*tiles, options->theme);
  tiles->add_option("--out", options->out, "NAME.pmtiles, NAME.mbtiles, or a folder")->required();
  tiles->add_option("--sheet-language", options->language, "Of the legend")->one_of({"en", "zh"})->shows_default();
  tiles->add_option("--min-zoom", options->min_zoom, "Lowest zoom")->in_range(0, 22)->shows_default();
  tiles->add_option("--max-zoom", options->max_zoom, "Highest zoom")->in_range(0, 22)->shows_default();
  tiles->callback([&shared, options] { draw_theme_tiles(*options, shared); });
}

}  // namespace merestone
