// SPDX-License-Identifier: Apache-2.0
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "cli/words/json.hpp"
#include "data/office/project.hpp"
#include "gis/territory/findings.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace merestone {
namespace {

struct Options {
  std::string on;
  std::size_t examples = 5;
};

void run(const Options& options, const Shared& shared) {
  const AsOf as_of{day_of(options.on)};
  const auto project = Project::open(shared.project);
  const auto progress = progress_bar(shared);
  const auto stage = [&progress](std::string_view words) {
    if (progress) progress(words, 0, 0);
  };
  stage("audit");
  auto findings = project.verify_audit();
  stage("reading lines");
  const auto snapshot = project.snapshot(as_of);
  const auto divisions = project.divisions(as_of);
  stage("ground");
  auto ground = territory_findings(derive(snapshot, StatusQuo{}), divisions);
  std::ranges::move(ground, std::back_inserter(findings));
  end_progress();

  const auto summary = project.summary();
  const bool sound = std::ranges::none_of(findings, [](const Finding& f) { return f.severity == Severity::error; });
  if (!sound) throw Error{Fault::invalid, "the project is not sound", findings};
  if (shared.json) {
    return print_json({{"on", to_string(as_of.day)}, {"revision", summary.revision}, {"audit_head", summary.audit_head},
                       {"sound", sound}, {"findings", to_json(findings)}});
  }
  print_findings(findings, shared.language, options.examples);
  fmt::print("Sound on {}: {} acts in an unbroken chain, head {}; {} stretches, {} divisions, {} findings.\n",
             to_string(as_of.day), summary.revision, summary.audit_head, snapshot.stretches.size(), divisions.all().size(),
             findings.size());
}

}  // namespace

void add_check(Command& program, const Shared& shared) {
  auto* command = program.add_command("check", "Check the audit chain and the ground of a project");
  auto options = std::make_shared<Options>();
  command->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  command->add_option("--examples", options->examples, "Findings to show of each rule")->shows_default();
  command->footer("Example:  merestone check --on 2018-06-30\n"
                  "A file that is not adopted yet is checked by: merestone import FILE --as divisions --dry-run");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
