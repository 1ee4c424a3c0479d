// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/hand_out.hpp"
#include "cli/command/shared.hpp"
#include "cli/words/json.hpp"
#include "data/office/attempt.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

struct Options {
  HandOut what;
  std::string on;
};

void run(Options& options, const Shared& shared) {
  options.what.as_of.day = day_of(options.on);
  auto project = Project::open(shared.project, options.what.for_public ? Access::write : Access::read);
  const auto done = hand_out(project, options.what, progress_bar(shared));
  end_progress();
  if (options.what.for_public) log_findings(project, "public.export", {shared.author, options.what.path, {}, {}}, done.findings);
  if (shared.json) {
    auto layers = nlohmann::ordered_json::array();
    for (const auto& [name, rows] : done.layers) layers.push_back({{"name", name}, {"rows", rows}});
    return print_json({{"file", options.what.path}, {"on", to_string(options.what.as_of.day)}, {"layers", layers},
                       {"disclaimer", done.disclaimer}, {"findings", to_json(done.findings)}});
  }
  print_findings(done.findings, shared.language);
  fmt::print("Wrote {} as on {}\n", options.what.path, to_string(options.what.as_of.day));
  for (const auto& [name, rows] : done.layers) fmt::print("  {:<24} {:>8}\n", name, rows);
  if (!done.disclaimer.empty()) fmt::print("  what must stand with it: {}\n", done.disclaimer);
}

}  // namespace

void add_export(Command& program, const Shared& shared) {
  auto* command = program.add_command("export", "Hand out divisions, lines, names, zones and sites of a day as a file");
  auto options = std::make_shared<Options>();
  auto& what = options->what;
  command->add_option("FILE", what.path, "NAME.gpkg, .geojson, .shp, .zip (Shapefile), .fgb or .csv")->required();
  command->add_option("--what", what.layers, "Layers; all of them when not given")
      ->delimiter(',')->one_of({"divisions", "lines", "places", "hazards", "cemeteries"});
  command->add_option("--level", what.level, "Of divisions and lines; every level when not given")->in_range(1, 20);
  command->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  command->add_flag("--public", what.for_public, "For the public: leaves out secret layers, adds a disclaimer where lines are in dispute");
  command->add_option("--secret", what.secret, "Layers that the public does not get")
      ->delimiter(',')->one_of({"divisions", "lines", "places", "hazards", "cemeteries"});
  command->add_option("--as-seen-by", what.viewer, "Whose picture of disputed ground; the situation on the ground when not given");
  command->add_flag("--overwrite", what.overwrite, "Replace a file that is there");
  command->footer("Example:  merestone export communes.geojson --what divisions --level 4 --on 2018-06-30\n"
                  "Formats other than .gpkg and .zip hold one layer.");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
