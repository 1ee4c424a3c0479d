// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_command.hpp"
#include "cli/command/burial_sheets.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/number_of.hpp"
#include "cli/words/json.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace merestone {
namespace {

struct PlanOptions {
  PlanRequest request;
  std::string on;
  bool paper = false;
  SheetOptions sheet;
};

void plan(PlanOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  options.request.day = day_of(options.on);
  CemeteryPlan made = cemetery_plan(project, options.request);
  const CapacityPlan& plan = made.plan;
  const std::string people_from = made.counted_places == 0 || !made.last_count
                                      ? "as given"
                                      : fmt::format("{}, counted up to {}", number_of(made.counted_places, "place", "places"), to_string(*made.last_count));
  std::vector<std::string> files;
  if (options.paper) files = write_cemetery_plan(made, options.sheet);
  if (shared.json) {
    auto list = nlohmann::ordered_json::array();
    for (const PlannedFacility& f : made.facilities) {
      list.push_back({{"name", f.name}, {"kind", f.kind}, {"planned", f.use.planned}, {"used", f.use.used}, {"available", f.use.available}});
      if (f.use.years_left) list.back()["years_left"] = *f.use.years_left;
    }
    nlohmann::ordered_json json{{"division", made.name}, {"people", plan.request.people}, {"counted", people_from}, {"deaths_per_thousand", plan.request.deaths_per_thousand},
                                {"years", plan.request.years}, {"share", plan.request.share}, {"needed", plan.needed}, {"available", plan.available},
                                {"overfull", plan.overfull}, {"gap", plan.gap}, {"facilities", list}, {"files", files}, {"findings", to_json(made.findings)}};
    if (plan.years_left) json["years_left"] = *plan.years_left;
    return print_json(json);
  }
  fmt::print("{}: {} people ({}), {} ‰ deaths a year, {} years, {} % in welfare facilities\n", made.name, plan.request.people, people_from,
             shortest(plan.request.deaths_per_thousand), shortest(plan.request.years), fixed(plan.request.share * 100, 0));
  fmt::print("FU-10: {} placements needed; {} free in {}, {} over capacity\n", fixed(plan.needed, 0), plan.available,
             number_of(made.facilities.size(), "facility", "facilities"), plan.overfull);
  fmt::print("{} {}; free ones last {}\n", plan.gap > 0 ? "Missing:" : "To spare:", fixed(std::abs(plan.gap), 0),
             plan.years_left ? fixed(*plan.years_left, 1) + " years" : "as long as nobody dies");
  std::fflush(stdout);
  print_findings(made.findings, shared.language);
  for (const std::string& file : files) fmt::print("Wrote {}\n", file);
}

}  // namespace

void add_cemetery(Command& program, const Shared& shared) {
  auto* command = program.add_command("cemetery", "Planning of cemeteries");
  command->require_command();
  command->fallthrough();
  auto options = std::make_shared<PlanOptions>();
  auto* made = command->add_command("plan", "Need against room, by FU-10 and FU-23, for a division");
  made->add_option("DIVISION", options->request.code, "Its code")->required();
  made->add_option("--death-rate", options->request.deaths_per_thousand, "Deaths a year of a thousand people")->required()->in_range(0.0, 1000.0);
  made->add_option("--people", options->request.people, "Resident population; counts on record when not given")->not_negative();
  made->add_option("--years", options->request.years, "Service years; as the law says, else 20")->positive();
  made->add_option("--share", options->request.share, "Share of placements in welfare facilities; as the law says, else 0.5")->in_range(0.0, 1.0);
  made->add_option("--day", options->on, "Day, YYYY-MM-DD; today when not given");
  made->add_flag("--sheet", options->paper, "Write it as HTML and PDF");
  made->add_option("--out", options->sheet.out, "Folder for the files")->shows_default();
  made->add_option("--format", options->sheet.formats, "html, pdf, csv")->delimiter(',')->one_of({"html", "pdf", "csv"});
  made->add_option("--report-language", options->sheet.language, "Of the sheet")->one_of({"en", "zh", "fr"})->shows_default();
  made->callback([=, &shared] { plan(*options, shared); });
  command->footer("Example:  merestone cemetery plan 990102 --death-rate 7.2 --sheet");
}

}  // namespace merestone
