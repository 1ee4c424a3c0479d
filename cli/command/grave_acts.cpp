// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_command.hpp"
#include "cli/command/intake.hpp"
#include "cli/command/number_of.hpp"
#include "data/office/burial_acts.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

struct ActOptions {
  std::string number, on, list, entry, kind = "heritage", reason;
  IntakeRequest request;
  std::vector<std::string> columns;
};

void tell(Revision revision, const std::string& what, const Shared& shared) {
  if (shared.json) return print_json({{"revision", revision}});
  fmt::print("{} as revision {}.\n", what, revision);
}

void import_graves(ActOptions& options, const Shared& shared) {
  IntakeRequest& request = options.request;
  map_columns(request.reading, options.columns, "grave import ");
  request.kind = IntakeKind::graves;
  request.author = shared.author;
  const IntakeResult result = take_in(shared.project, request, progress_bar(shared));
  end_progress();
  if (shared.json) return print_json({{"records", result.records}, {"same", result.same}, {"revision", result.revision}});
  print_findings(result.findings, shared.language);
  const std::string graves = number_of(result.records - result.same, "grave", "graves");
  if (request.dry_run) fmt::print("Nothing stands against adopting {}; nothing was written (--dry-run).\n", graves);
  else if (result.revision == 0) fmt::print("Nothing new: {} on record already.\n", number_of(result.same, "grave is", "graves are"));
  else fmt::print("Adopted {} as revision {}{}.\n", graves, result.revision, result.same > 0 ? fmt::format("; {} on record already", number_of(result.same, "was", "were")) : "");
}

ActInfo info_of(const ActOptions& options, const Shared& shared) { return {shared.author, options.reason, {}, {}}; }

}  // namespace

void add_grave_acts(Command& command, const Shared& shared) {
  auto options = std::make_shared<ActOptions>();
  auto* survey = command.add_command("import", "A survey of graves, checked whole; as 'import --as graves'");
  survey->add_option("FILE", options->request.file, "CSV, GeoPackage, GeoJSON, Shapefile; data/sample/FORMATS.md has the columns")->required();
  survey->add_option("--map", options->columns, "Our field = their column, as in grave=墓号,hardened=硬化")->delimiter(',');
  survey->add_option("--crs", options->request.reading.crs, "Coordinate system, over what the file says");
  survey->add_option("--encoding", options->request.reading.encoding, "Of the text, as in GB18030");
  survey->add_flag("--update", options->request.update, "Graves on record get a further version where they differ");
  survey->add_flag("--dry-run", options->request.dry_run, "Read and check, write nothing");
  survey->add_option("--reason", options->request.reason, "Why, for the audit");
  survey->callback([=, &shared] { import_graves(*options, shared); });

  auto* end = command.add_command("end", "A grave is there no more: moved, removed or levelled");
  end->add_option("NUMBER", options->number, "The office's number of it")->required();
  end->add_option("--on", options->on, "Since this day, YYYY-MM-DD")->required();
  end->add_option("--reason", options->reason, "What became of it")->required();
  end->callback([=, &shared] {
    auto project = Project::open(shared.project, Access::write);
    tell(end_graves(project, info_of(*options, shared), {{options->number, parse_date(options->on)}}), "Grave " + options->number + " ended", shared);
  });

  auto* protect = command.add_command("protect", "A grave is on a list of protected graves: kept, and no case");
  protect->add_option("NUMBER", options->number, "The office's number of it")->required();
  protect->add_option("--kind", options->kind, "Why it is kept")->one_of({"heritage", "martyr", "custom", "other"})->shows_default();
  protect->add_option("--list", options->list, "Name of the list")->required();
  protect->add_option("--entry", options->entry, "Its number there");
  protect->add_option("--on", options->on, "Since this day, YYYY-MM-DD")->required();
  protect->add_option("--reason", options->reason, "Why, for the audit");
  protect->callback([=, &shared] {
    auto project = Project::open(shared.project, Access::write);
    GraveProtection entry{{}, *burial_term<ProtectionKind>(options->kind), options->list, options->entry, {parse_date(options->on), open_end}, 0};
    tell(protect_graves(project, info_of(*options, shared), {{options->number, entry}}), "Grave " + options->number + " protected", shared);
  });
}

}  // namespace merestone
