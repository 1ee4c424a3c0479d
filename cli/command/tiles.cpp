// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/draw_tiles.hpp"
#include "cli/command/shared.hpp"
#include "cli/words/json.hpp"
#include "data/office/project.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace merestone {
namespace {

struct TilesOptions {
  std::string out;
  std::string on;
  std::string viewpoint = "neutral";
  TileOptions tiles;
  bool for_office = false;
};

/// "x.zip" would become a folder of that name, which nobody means.
void refuse_other_kinds(const std::string& out) {
  const std::string extension = std::filesystem::path{out}.extension().string();
  if (extension.empty() || extension == ".pmtiles" || extension == ".mbtiles" || std::filesystem::is_directory(out)) return;
  throw Error{Fault::invalid, "tiles are not written as " + extension,
              {{.rule = "cli.tiles_name", .subject = {out, {}, {}}, .facts = {{"extension", extension}}}}};
}

void run(const TilesOptions& options, const Shared& shared) {
  refuse_other_kinds(options.out);
  const auto project = Project::open(shared.project);
  const auto drawn = draw_tiles(project, {day_of(options.on)}, options.out, options.viewpoint, options.tiles,
                                options.for_office ? Audience::office : Audience::everybody, progress_bar(shared));
  end_progress();
  if (shared.json) {
    auto zooms = nlohmann::ordered_json::array();
    for (const auto& zoom : drawn.report.zooms) {
      zooms.push_back({{"zoom", zoom.zoom}, {"tiles", zoom.tiles}, {"bytes", zoom.bytes}, {"largest", zoom.largest},
                       {"divisions_as_points", zoom.divisions_as_points}});
    }
    return print_json({{"archive", drawn.archive}, {"style", drawn.style}, {"disputed", drawn.disputed}, {"zooms", zooms},
                       {"findings", to_json(drawn.report.findings)}});
  }
  fmt::print("zoom      tiles        KB   largest KB\n");
  for (const auto& zoom : drawn.report.zooms) {
    fmt::print("{:>4} {:>10} {:>9} {:>12}\n", zoom.zoom, zoom.tiles, fixed(static_cast<double>(zoom.bytes) / 1e3, 1),
               fixed(static_cast<double>(zoom.largest) / 1e3, 1));
  }
  std::fflush(stdout);
  print_findings(drawn.report.findings, shared.language);
  if (drawn.disputed) fmt::print("Something drawn is in dispute: seen as {}, and the map says so\n", options.viewpoint);
  fmt::print("Tiles in {}, style in {}\n", drawn.archive, drawn.style);
}

}  // namespace

void add_tiles(Command& program, const Shared& shared) {
  auto* command = program.add_command("tiles", "Draw vector tiles of a day, and the style that shows them");
  auto options = std::make_shared<TilesOptions>();
  command->add_option("OUT", options->out, "NAME.pmtiles, NAME.mbtiles, or a folder")->required();
  command->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  command->add_option("--viewpoint", options->viewpoint, "How to see disputed ground: neutral, status-quo, claimed-by:CODE, seen-by:VIEWER")->shows_default();
  command->add_flag("--office", options->for_office, "For the office alone: single graves show too");
  command->add_option("--min-zoom", options->tiles.min_zoom, "Lowest zoom")->in_range(0, 22)->shows_default();
  command->add_option("--max-zoom", options->tiles.max_zoom, "Highest zoom")->in_range(0, 22)->shows_default();
  command->footer("Example:  merestone tiles anjou.pmtiles --on 2018-06-30 --max-zoom 12");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
