// SPDX-License-Identifier: Apache-2.0
#include "cli/command/line_command.hpp"

#include "cli/words/json.hpp"
#include "data/office/refuse_errors.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace merestone {

Error wrong_option(const std::string& command, const std::string& what) {
  return Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", command + " "}}}}};
}

void add_table_options(Command& command, TableOptions& options, bool positions) {
  command.add_option("--from", options.file, "The table, CSV; data/sample/FORMATS.md has the columns")->required();
  command.add_option("--encoding", options.reading.encoding, "Of its text, where it is not UTF-8: GB18030");
  command.add_option("--reason", options.reason, "Why: written into the audit");
  command.add_flag("--dry-run", options.dry_run, "Check only");
  if (!positions) return;
  command.add_option("--crs", options.reading.crs, "Of its coordinates, where the zone in the easting does not tell: EPSG:4548");
  command.add_option("--operation", options.reading.operation, "Parameters of an old datum: \"+proj=helmert +x=…\"");
  command.add_option("--operation-accuracy", options.reading.operation_accuracy_m, "That came with them, metres");
  command.add_flag("--accept-approximate", options.reading.accept_approximate_crs, "Take an old datum without parameters (up to 100 m off)");
  command.add_flag("--trust-axes", options.reading.trust_axes, "Northing and easting are right as they are");
}

ActInfo act_of(const TableOptions& options, const Shared& shared, Document source) {
  source.kind = "table";
  return {shared.author, options.reason.empty() ? source.title : options.reason, std::move(source), {}};
}

void refuse_wrong(const Delivery& delivery, const TableOptions& options) {
  refuse_errors(delivery.findings, options.file + " was not recorded");
}

FeatureDelivery read_path_file(Project& project, const char* act_name, const Shared& shared, const std::string& file, const ReadOptions& reading) {
  return attempted(project, act_name, {shared.author, file, {}, {}}, [&] {
    FeatureDelivery delivery = read_feature_lines(file, reading);
    refuse_errors(delivery.findings, file + " was not recorded");
    return delivery;
  });
}

void tell_outcome(const Delivery& delivery, const ActOutcome& outcome, const TableOptions& options, ToldNoun what,
                  std::size_t count, const Shared& shared) {
  std::vector<Finding> findings = delivery.findings;
  findings.insert(findings.end(), outcome.findings.begin(), outcome.findings.end());
  if (shared.json) {
    return print_json({{"file", options.file}, {"crs", delivery.detected.crs}, {"records", count}, {"revision", outcome.revision},
                       {"findings", to_json(findings)}});
  }
  std::erase_if(findings, [](const Finding& f) { return f.rule == "import.columns"; });
  print_findings(findings, shared.language);
  tell(options.dry_run ? "told.fit_to_record" : "told.recorded", shared.language,
       {{"what", told_count(count, what, shared.language)}, {"revision", std::to_string(outcome.revision)}});
}

void add_sheet_options(Command& command, SheetOptions& options) {
  command.add_option("--on", options.on, "Day, YYYY-MM-DD; today when not given");
  command.add_option("--out", options.out, "Folder for the files")->shows_default();
  command.add_option("--format", options.formats, "html, pdf or both")->delimiter(',')->one_of({"html", "pdf"})->shows_default();
  command.add_option("--report-language", options.language, "Of the sheet")->one_of({"en", "zh", "fr"})->shows_default();
}

std::string sheet_stem(const SheetOptions& options, const std::string& name) {
  make_folder(options.out);
  std::string safe = name;
  for (char& c : safe) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '-' && (c & 0x80) == 0) c = '_';
  }
  return options.out + "/" + safe;
}

void tell_files(const std::vector<std::string>& paths, const Shared& shared) {
  if (shared.json) return print_json({{"files", paths}});
  for (const auto& path : paths) tell("told.wrote", shared.language, {{"path", path}});
}

}  // namespace merestone
