// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_case.hpp"
#include "cli/command/burial_tables.hpp"
#include "cli/command/number_of.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

struct ImportOptions : BurialTables {
  ActingRole acting;
};

void import(const ImportOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const PlayedTables played = play_burial_tables(project, shared.author, options, options.acting);
  if (shared.json) return print_json({{"cases", played.cases}, {"kept", played.kept}, {"acts", played.acts}, {"persons", played.persons}});
  fmt::print("{}, {} kept as protected, {}, {}\n", number_of(played.cases, "case", "cases"), number_of(played.kept, "grave", "graves"),
             number_of(played.acts, "act", "acts"), number_of(played.persons, "person", "persons"));
}

}  // namespace

void add_burial_case_import(Command& group, const Shared& shared) {
  auto* command = group.add_command("import", "Take down cases from tables: their acts in the order of time, each as it would be by hand");
  auto options = std::make_shared<ImportOptions>();
  command->add_option("ACTS", options->acts, "CSV of acts (data/sample/lanze/burial_acts.csv)")->required();
  command->add_option("--photos", options->photos, "CSV of photos");
  command->add_option("--persons", options->persons, "CSV of owners, families, complainants; needs --role enforcement");
  command->add_option("--role", options->acting.role, "In which you act");
  command->callback([&shared, options] { import(*options, shared); });
}

}  // namespace merestone
