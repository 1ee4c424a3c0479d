// SPDX-License-Identifier: Apache-2.0
#include "cli/command/commands.hpp"
#include "cli/command/line_command.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/command/line_upkeep.hpp"
#include "cli/words/json.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

void tell_due(int year, bool paper, const SheetOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {day_of(options.on)});
  if (year == 0) year = static_cast<int>(std::chrono::year_month_day{desk.as_of.day}.year()) + 1;
  const int years = inspection_years(project);
  const auto entries = due_entries(project, desk, year, years);
  std::vector<Finding> findings;
  if (years == 0) findings.push_back({.rule = "inspection.no_rule", .severity = Severity::note});
  if (paper) {
    const Phrases phrases{options.language};
    const DueList due{sheet_head(project, desk), year, entries, years};
    return tell_files(write_files(due, phrases, sheet_stem(options, "due-" + std::to_string(year)), options.formats), shared);
  }
  auto list = Json::array();
  double length_m = 0;
  std::size_t monuments = 0;
  for (const DueEntry& entry : entries) {
    const bool overdue = entry.due.overdue(desk.as_of.day);
    length_m += entry.length_m;
    monuments += entry.monuments;
    list.push_back({{"line", entry.codes}, {"name", entry.name}, {"last_filed", entry.due.last_filed ? to_string(*entry.due.last_filed) : ""},
                    {"due", to_string(*entry.due.due)}, {"overdue", overdue}, {"length_m", entry.length_m}, {"monuments", entry.monuments}});
    if (!shared.json) {
      tell(overdue ? "told.inspection_of_line_overdue" : "told.inspection_of_line", shared.language,
           {{"due", to_string(*entry.due.due)}, {"line", entry.name}, {"km", fixed(entry.length_m / 1000, 2)},
            {"monuments", told_count(entry.monuments, {"told.monument", "told.monuments"}, shared.language)}});
    }
  }
  if (shared.json) return print_json({{"year", year}, {"lines", list}, {"length_m", length_m}, {"monuments", monuments}, {"findings", to_json(findings)}});
  tell("told.inspections_in_year", shared.language,
       {{"lines", told_count(entries.size(), {"told.line", "told.lines"}, shared.language)}, {"year", std::to_string(year)}, {"km", fixed(length_m / 1000, 2)},
        {"monuments", told_count(monuments, {"told.monument", "told.monuments"}, shared.language)}});
  std::fflush(stdout);
  print_findings(findings, shared.language);
}

void list_inspections(const Shared& shared) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {today()});
  auto list = Json::array();
  for (const Inspection& i : desk.inspections) {
    const InspectionRecord record = desk.inspection_record(i);
    const std::string line = name_of(desk.index(), desk.line(i.line));
    const std::string state{i.state() ? to_text(*i.state()) : "-"};
    list.push_back({{"inspection", i.local_id}, {"line", line}, {"kind", to_text(i.kind)}, {"state", state},
                    {"unseen_monuments", record.unseen_monuments}, {"unseen_segments", record.unseen_segments}});
    if (!shared.json) {
      tell("told.inspection", shared.language,
           {{"inspection", fmt::format("{:<10}", i.local_id)}, {"line", line}, {"kind", sheet_word("inspection-kind", to_text(i.kind), shared.language)},
            {"state", sheet_word("inspection-state", state, shared.language)},
            {"monuments", told_count(record.unseen_monuments.size(), {"told.monument", "told.monuments"}, shared.language)},
            {"segments", told_count(record.unseen_segments.size(), {"told.segment", "told.segments"}, shared.language)}});
    }
  }
  if (shared.json) print_json({{"inspections", list}});
}

void write_report(const std::string& called, const SheetOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {day_of(options.on)});
  InspectionReport report = inspection_report(project, desk, called);
  const Territory ground = derive(project.snapshot(desk.as_of), StatusQuo{});
  std::vector<MonumentEntry> stones;
  for (const InspectionReport::Stone& stone : report.stones) stones.push_back(stone.entry);
  report.map = LineMaps{ground, desk.divisions, desk.lines}.of_line(desk.line(report.inspection.line), stones);
  tell_files(write_files(report, Phrases{options.language}, sheet_stem(options, "inspection-" + called), options.formats), shared);
}

}  // namespace

void add_inspection(Command& program, const Shared& shared) {
  auto* command = program.add_command("inspection", "Joint inspections, patrols and hidden risks of lines");
  command->require_command();
  command->fallthrough();
  auto table = std::make_shared<TableOptions>();
  auto* step = command->add_command("step", "Plan inspections and take their steps, up to the filing");
  add_table_options(*step, *table, false);
  step->callback([=, &shared] {
    take_table(*table, shared, "inspections.step", {"told.step", "told.steps"}, read_step_table,
               [](Project& p, const ActInfo& info, StepDelivery& d) { return take_steps(p, info, d.steps); },
               [](const StepDelivery& d) { return d.steps.size(); });
  });
  auto* record = command->add_command("record", "How segments were found; monuments are observed with 'monument observe'");
  add_table_options(*record, *table, false);
  record->callback([=, &shared] {
    take_table(*table, shared, "segments.check", {"told.segment", "told.segments"}, read_segment_check_table,
               [](Project& p, const ActInfo& info, SegmentCheckDelivery& d) { return record_segment_checks(p, info, d.checks); },
               [](const SegmentCheckDelivery& d) { return d.checks.size(); });
  });
  auto* patrol = command->add_command("patrol", "Take in patrols along lines");
  add_table_options(*patrol, *table, false);
  patrol->callback([=, &shared] {
    take_table(*table, shared, "patrols.record", {"told.patrol_counted", "told.patrols"}, read_patrol_table,
               [](Project& p, const ActInfo& info, PatrolDelivery& d) { return record_patrols(p, info, d.patrols); },
               [](const PatrolDelivery& d) { return d.patrols.size(); });
  });
  auto* risk = command->add_command("risk", "Take in hidden risks; those on record get a further version");
  add_table_options(*risk, *table, true);
  risk->callback([=, &shared] {
    take_table(*table, shared, "risks.record", {"told.risk_counted", "told.risks"}, read_risk_table,
               [](Project& p, const ActInfo& info, RiskDelivery& d) { return record_risks(p, info, d.risks); },
               [](const RiskDelivery& d) { return d.risks.size(); });
  });
  add_peace(*command, shared);
  auto* list = command->add_command("list", "Inspections and where they stand");
  list->callback([&shared] { list_inspections(shared); });

  auto sheet = std::make_shared<SheetOptions>();
  auto year = std::make_shared<int>(0);
  auto paper = std::make_shared<bool>(false);
  auto* due = command->add_command("due", "Lines whose joint inspection is due by the end of a year");
  due->add_option("--year", *year, "The year; the next one when not given")->in_range(1900, 2200);
  due->add_flag("--sheet", *paper, "Write it as HTML and PDF");
  add_sheet_options(*due, *sheet);
  due->callback([=, &shared] { tell_due(*year, *paper, *sheet, shared); });
  auto called = std::make_shared<std::string>();
  auto* report = command->add_command("report", "The report of an inspection, for both governments to sign, as HTML and PDF");
  report->add_option("INSPECTION", *called, "The office's number of it")->required();
  auto report_sheet = std::make_shared<SheetOptions>();
  add_sheet_options(*report, *report_sheet);
  report->callback([=, &shared] { write_report(*called, *report_sheet, shared); });
  command->footer("Example:  merestone inspection due --year 2027");
}

}  // namespace merestone
