// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "data/office/project.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {

void add_init(Command& program, const Shared& shared) {
  auto* command = program.add_command("init", "Make an empty project");
  auto title = std::make_shared<std::string>("Untitled");
  command->add_option("--title", *title, "Name of the project, as maps and reports show it")->shows_default();
  auto packs = std::make_shared<std::vector<std::string>>();
  command->add_option("--pack", *packs, "Country packs, by id (cn, ch, ph, fr) or folder; neutral when not given");
  command->footer("Example:  merestone init --project anjou.sqlite --title \"Maine-et-Loire\"");
  command->callback([&shared, title, packs] {
    const auto summary = Project::create(shared.project, *title, shared.author, *packs).summary();
    if (shared.json) {
      return print_json({{"project", shared.project}, {"title", summary.title}, {"engine", summary.engine},
                         {"revision", summary.revision}, {"audit_head", summary.audit_head}});
    }
    fmt::print("Made the project {} ({}, {}).\n", shared.project, summary.title, summary.engine);
  });
}

}  // namespace merestone
