// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/write_reports.hpp"
#include "data/office/project.hpp"
#include "gis/divisions/lookup.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <cctype>
#include <filesystem>

namespace merestone {
namespace {

struct ReportOptions {
  std::string code;
  std::string on;
  std::string out = ".";
  ReportOrder order;
};

/// Codes come from files of others: what is no letter or digit must not become a path.
std::string file_name(std::string code) {
  for (char& c : code) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '-') c = '_';
  }
  return code;
}

void run(ReportOptions& options, const Shared& shared) {
  auto& order = options.order;
  order.as_of.day = day_of(options.on);
  const auto project = Project::open(shared.project);
  const auto facts = project.division_facts();
  order.division = division_with_code({facts, order.as_of.day}, facts, options.code, order.as_of.day).id;
  make_folder(options.out);
  order.stem = options.out + "/" + file_name(options.code) + "-" + to_string(order.as_of.day);
  const auto paths = write_reports(project, order);
  if (shared.json) return print_json({{"code", options.code}, {"on", to_string(order.as_of.day)}, {"files", paths}});
  for (const auto& path : paths) fmt::print("Wrote {}\n", path);
}

}  // namespace

void add_report(Command& program, const Shared& shared) {
  auto* command = program.add_command("report", "Write the boundary report of a division on a day");
  auto options = std::make_shared<ReportOptions>();
  auto& order = options->order;
  command->add_option("CODE", options->code, "Of the division")->required();
  command->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  command->add_option("--out", options->out, "Folder; files are named CODE-DAY")->shows_default();
  command->add_option("--format", order.formats, "Any of html, pdf, txt")
      ->delimiter(',')->one_of({"html", "pdf", "txt"})->shows_default();
  command->add_option("--report-language", order.language, "Of the report")
      ->one_of({"en", "zh", "fr"})->shows_default();
  command->add_option("--office", order.office, "Who signs; the project's title when not given");
  command->footer("Example:  merestone report 49007 --on 2018-06-30 --out reports --report-language fr");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
