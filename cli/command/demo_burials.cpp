// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_command.hpp"
#include "cli/command/burial_ledger.hpp"
#include "cli/command/burial_sheets.hpp"
#include "cli/command/burial_tables.hpp"
#include "cli/command/demo_sample.hpp"
#include "cli/command/exposure.hpp"
#include "cli/command/intake.hpp"
#include "cli/command/line_command.hpp"
#include "cli/command/line_sheets.hpp"
#include "data/exchange/reading_burials.hpp"

#include <fmt/core.h>

namespace merestone {
namespace {

constexpr const char* burials_source = "Merestone sample, invented for demonstration";
const std::vector<std::string> formats{"html", "pdf", "csv"};

struct DemoLayer {
  const char* name;
  IntakeKind kind;
};
constexpr DemoLayer layers[] = {{"water.geojson", IntakeKind::land},   {"roads.geojson", IntakeKind::land}, {"landcover.geojson", IntakeKind::land},
                                {"settlement.geojson", IntakeKind::land}, {"graves.csv", IntakeKind::graves}};

/// The opinion on the ground of the first grave of the sample: beside the reservoir, in sight of the expressway.
void write_opinion(const Project& project, const std::string& folder) {
  const BurialDesk graves = burial_desk(project, {today()});
  const Grave& first = graves.grave("g-0001");
  Box around;
  around.add(first.position);
  const SitingDesk desk = siting_desk(project, {today()}, around);
  const SiteJudgement judged = judge_place(desk, first, {});
  SheetOptions sheet;
  sheet.out = folder;
  sheet.language = "zh";
  sheet.formats = formats;
  write_siting_opinion(project, desk, judged, "g-0001", sheet, &desk.desk.grave("g-0001"));
}

/// What was placed in each year, so that plans know how fast facilities fill.
void record_years(const DemoSample& sample, const Shared& shared) {
  const DemoStep step{"facility_years.csv"};
  TableOptions options{.file = sample.folder + "/facility_years.csv", .reason = "demonstration", .reading = {}};
  auto project = Project::open(sample.project, Access::write);
  FacilityFileDelivery delivery = read_facility_years(options.file, options.reading);
  refuse_wrong(delivery, options);
  adopt_facility_files(project, act_of(options, shared, delivery.source), delivery.facilities, OnRecord::amend);
  std::size_t years = 0;
  for (const DeliveredFacility& each : delivery.facilities) years += each.years.size();
  step.done(counted(years, {"year", "years"}, delivery.findings));
}

}  // namespace

void record_demo_burials(const DemoSample& sample, const Shared& shared) {
  for (const auto& [name, kind] : layers) {
    const DemoStep step{std::string{"import "} + name};
    IntakeRequest request{.file = sample.folder + "/" + name, .kind = kind, .reading = {}, .valid_from = parse_date("2001-01-01"), .code_system = {}, .author = shared.author,
                          .reason = "demonstration"};
    request.issuer = burials_source;
    request.licence = "CC0-1.0";
    const auto result = take_in(sample.project, request, progress_bar(shared));
    step.done(counted(result.records, {"record", "records"}, result.findings));
  }
  record_years(sample, shared);
  const DemoStep step{"cases against graves"};
  auto project = Project::open(sample.project, Access::write);
  const BurialTables tables{sample.folder + "/burial_acts.csv", sample.folder + "/burial_photos.csv", sample.folder + "/burial_persons.csv"};
  const PlayedTables played = play_burial_tables(project, shared.author, tables, {"enforcement"});
  step.done(fmt::format("{}, {} kept, {}", number_of(played.cases, "case", "cases"), number_of(played.kept, "grave", "graves"),
                        number_of(played.acts, "act", "acts")));
}

void write_demo_burials(const std::string& project_file, const std::string& folder) {
  const DemoStep step{"ledger, siting, ground, exposure (zh)"};
  const auto project = Project::open(project_file);
  const Phrases phrases{"zh"};
  const AsOf now{today()};
  const LedgerSheet ledger = ledger_sheet(project, burial_ledger(project, now, 4, {}), {}, now);
  write_files(ledger, phrases, folder + "/graves-ledger-zh", formats);
  write_opinion(project, folder);
  PlanRequest request;
  request.code = "990100";
  request.day = today();
  request.deaths_per_thousand = 7.1;  // as the figures of the sample have it
  CemeteryPlan plan = cemetery_plan(project, request);
  SheetOptions sheet;
  sheet.out = folder;
  sheet.language = "zh";
  sheet.formats = formats;
  write_cemetery_plan(plan, sheet);
  SuitabilityRequest ground;
  ground.most_of_division = 3;
  write_suitability(suitability_sheet(project, ground, "990102", now, {}), sheet);
  ExposureOptions asked;
  asked.level = 3;
  const ExposureDesk desk = desk_of(asked, project);
  write_files(exposure_sheet(project, desk, desk.exposure(query_of(asked, desk)), nullptr, phrases), phrases, folder + "/exposure-zh", formats);
  step.done("HTML, PDF, CSV");
}

}  // namespace merestone
