// SPDX-License-Identifier: Apache-2.0
#include "cli/command/demo_sample.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/command/relief.hpp"
#include "cli/command/theme.hpp"
#include "data/exchange/reading_relief.hpp"
#include "data/office/indicator_acts.hpp"
#include "data/office/refuse_errors.hpp"

#include <fmt/core.h>

namespace merestone {
namespace {

constexpr const char* the_flood = "示例灾-2022-07";

ActInfo act_of(const Shared& shared, Document source) {
  source.issuer = "Merestone sample, invented for demonstration";
  source.licence = "CC0-1.0";
  return {shared.author, "demonstration", std::move(source), {}};
}

}  // namespace

void record_demo_relief(const DemoSample& sample, const Shared& shared) {
  const auto file = [&](const char* name) { return sample.folder + "/" + name; };
  auto project = Project::open(sample.project, Access::write);
  ReadOptions reading;
  reading.extent = project.extent({today()});
  {
    const DemoStep step{"indicators.csv"};
    const ValueDelivery delivery = read_value_table(file("indicators.csv"), reading);
    refuse_errors(delivery.findings, "indicators.csv was not recorded");
    const ValuesOutcome outcome = record_values(project, act_of(shared, delivery.source), delivery.values);
    step.done(counted(outcome.recorded, {"figure", "figures"}, outcome.findings));
  }
  {
    const DemoStep step{"shelters.csv, depots.csv, stock.csv"};
    ShelterDelivery shelters = read_shelter_table(file("shelters.csv"), reading);
    refuse_errors(shelters.findings, "shelters.csv was not recorded");
    for (auto& [shelter, record] : shelters.shelters) shelter.valid.from = parse_date("2016-01-01");
    adopt_shelters(project, act_of(shared, shelters.source), shelters.shelters);
    DepotDelivery depots = read_depot_table(file("depots.csv"), reading);
    refuse_errors(depots.findings, "depots.csv was not recorded");
    for (auto& [depot, record] : depots.depots) depot.valid.from = parse_date("2016-01-01");
    adopt_depots(project, act_of(shared, depots.source), depots.depots);
    const StockDelivery stock = read_stock_table(file("stock.csv"), reading, parse_date("2025-01-01"));
    refuse_errors(stock.findings, "stock.csv was not recorded");
    record_stock(project, act_of(shared, stock.source), stock.lots);
    step.done(fmt::format("{}, {}, {}", number_of(shelters.shelters.size(), "shelter", "shelters"),
                          number_of(depots.depots.size(), "depot", "depots"), number_of(stock.lots.size(), "lot", "lots")));
  }
  const DemoStep step{"event_reports.csv"};
  DisasterEvent flood;
  flood.local_id = the_flood, flood.hazard = "flood", flood.name = "2022年7月洪涝（示例）", flood.severity = "III";
  flood.started = *parse_moment("2022-07-15T07:00");
  flood.ended = *parse_moment("2022-08-17T00:00");
  open_event(project, act_of(shared, {}), flood);
  const ReportDelivery reports = read_report_table(file("event_reports.csv"), reading);
  refuse_errors(reports.findings, "event_reports.csv was not recorded");
  const ReportsOutcome outcome = record_reports(project, act_of(shared, reports.source), the_flood, reports.reports);
  step.done(counted(outcome.recorded, {"figure", "figures"}, outcome.findings));
}

void write_demo_relief(const std::string& project_file, const std::string& folder) {
  const DemoStep step{"figures, shelters, a flood (zh)"};
  const auto project = Project::open(project_file);
  const Phrases phrases{"zh"};
  const std::vector<std::string> formats{"html", "pdf", "csv"};
  ThemeOptions rate;
  rate.indicator = "cremation_rate";
  Theme theme = make_theme(project, rate, "zh");
  add_theme_map(project, theme);
  write_files(theme.sheet, phrases, folder + "/cremation-rate-zh", formats);
  write_files(shelter_sheet(project, {today()}, {"flood", 4}), phrases, folder + "/shelters-flood-zh", formats);
  write_files(event_bulletin_sheet(project, find_event(project, the_flood), {}, {}), phrases, folder + "/flood-2022-zh", formats);
  step.done("HTML, PDF, CSV");
}

}  // namespace merestone
