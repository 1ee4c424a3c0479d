// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "cli/service/service.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

struct ServeOptions {
  ServiceOptions service;
  std::string on;
  bool for_office = false;
};

}  // namespace

void add_serve(Command& program, const Shared& shared) {
  auto* command = program.add_command("serve", "Show the map in a browser, on this computer only");
  auto options = std::make_shared<ServeOptions>();
  command->add_option("--tiles", options->service.tiles_path, "Archive made by 'merestone tiles'")->required();
  command->add_option("--port", options->service.port, "Port; 0 takes any free one")->shows_default();
  command->add_option("--on", options->on, "Day to show, YYYY-MM-DD; today when not given");
  command->add_option("--viewpoint", options->service.viewpoint, "How to see disputed ground first: neutral, status-quo, claimed-by:CODE, seen-by:VIEWER")->shows_default();
  command->add_flag("--office", options->for_office, "For the office alone: single graves show too");
  command->add_option("--host", options->service.hosts, "Further host names that a proxy passes on");
  command->footer("Example:  merestone serve --tiles anjou.pmtiles --port 8080");
  command->callback([&shared, options] {
    options->service.project = shared.project;
    options->service.audience = options->for_office ? Audience::office : Audience::everybody;
    if (!options->on.empty()) options->service.on = parse_date(options->on);
    options->service.ready = [&shared](const std::string& url) {
      if (shared.json) print_json({{"url", url}});
      else fmt::print("The map is at {} (Ctrl-C ends it)\n", url);
      std::fflush(stdout);
    };
    serve(options->service);
  });
}

}  // namespace merestone
