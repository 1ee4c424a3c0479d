// SPDX-License-Identifier: Apache-2.0
#include "cli/command/demo_sample.hpp"
#include "cli/command/dispute.hpp"
#include "cli/command/line_command.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/command/number_of.hpp"
#include "cli/words/words.hpp"
#include "data/exchange/reading_lines.hpp"
#include "data/exchange/rows.hpp"
#include "data/office/refuse_errors.hpp"
#include "gis/base/list.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace merestone {
namespace {

/// One table, checked whole and recorded.
template <class Read, class Act, class Rows>
void take(const DemoSample& sample, const Shared& shared, const std::string& name, Noun what, const Read& read,
          const Act& act, Rows rows) {
  const DemoStep step{"record " + name};
  TableOptions options{.file = sample.folder + "/" + name, .reason = "demonstration", .reading = {}};
  auto project = Project::open(sample.project, Access::write);
  const LineDesk desk = line_desk(project, {today()});
  options.reading.extent = project.extent({today()});
  auto delivery = read(options.file, options.reading, desk);
  refuse_wrong(delivery, options);
  const ActOutcome outcome = act(project, act_of(options, shared, delivery.source), delivery);
  step.done(counted((delivery.*rows).size(), what, outcome.findings));
}

/// The river as it runs today, against the line that was agreed along it (BL-06, scenario 11).
void compare_river(const DemoSample& sample, const Shared& shared) {
  const DemoStep step{"compare rivers-2024.geojson"};
  const Date surveyed = parse_date("2024-10-12");
  auto project = Project::open(sample.project, Access::write);
  auto delivery = read_feature_lines(sample.folder + "/rivers-2024.geojson", {});
  refuse_errors(delivery.findings, "the rivers cannot be compared");
  delivery.source.kind = "survey";
  const BoundaryLineId line = line_desk(project, {surveyed}).line("临棠线").id;
  const FeatureOutcome outcome = compare_feature(project, {shared.author, "demonstration", delivery.source, {}},
                                                 {line, Carrier::watercourse, std::move(delivery.lines), surveyed, 2});
  step.done(fmt::format("{} along water, {} left by it", number_of(outcome.shifts.size(), "segment", "segments"), outcome.moved));
}

}  // namespace

void record_demo_lines(const DemoSample& sample, const Shared& shared) {
  const auto steps = [](Project& p, const ActInfo& info, StepDelivery& d) { return take_steps(p, info, d.steps); };
  take(sample, shared, "lines.csv", {"line", "lines"}, read_line_record_table,
       [](Project& p, const ActInfo& info, LineRecordDelivery& d) { return record_lines(p, info, d.filings); }, &LineRecordDelivery::filings);
  take(sample, shared, "monuments.csv", {"monument", "monuments"}, read_monument_table,
       [](Project& p, const ActInfo& info, MonumentDelivery& d) { return record_monuments(p, info, d.filings, number_forms(p, {})); },
       &MonumentDelivery::filings);
  take(sample, shared, "segments.csv", {"segment", "segments"}, read_segment_table,
       [](Project& p, const ActInfo& info, SegmentDelivery& d) { return record_segments(p, info, d.segments); }, &SegmentDelivery::segments);
  compare_river(sample, shared);
  take(sample, shared, "inspection_steps.csv", {"step", "steps"}, read_step_table, steps, &StepDelivery::steps);
  take(sample, shared, "observations.csv", {"observation", "observations"}, read_observation_table,
       [](Project& p, const ActInfo& info, ObservationDelivery& d) { return record_observations(p, info, d.observations, today()); },
       &ObservationDelivery::observations);
  take(sample, shared, "inspection_segments.csv", {"segment", "segments"}, read_segment_check_table,
       [](Project& p, const ActInfo& info, SegmentCheckDelivery& d) { return record_segment_checks(p, info, d.checks); },
       &SegmentCheckDelivery::checks);
  take(sample, shared, "inspection_reports.csv", {"step", "steps"}, read_step_table, steps, &StepDelivery::steps);
  take(sample, shared, "patrols.csv", {"patrol", "patrols"}, read_patrol_table,
       [](Project& p, const ActInfo& info, PatrolDelivery& d) { return record_patrols(p, info, d.patrols); }, &PatrolDelivery::patrols);
  take(sample, shared, "peace.csv", {"entry", "entries"}, read_peace_table,
       [](Project& p, const ActInfo& info, PeaceDelivery& d) { return record_peace(p, info, d.entries, today()); }, &PeaceDelivery::entries);
  take(sample, shared, "risks.csv", {"risk", "risks"}, read_risk_table,
       [](Project& p, const ActInfo& info, RiskDelivery& d) { return record_risks(p, info, d.risks); }, &RiskDelivery::risks);
}

void record_demo_projects(const DemoSample& sample, const Shared& shared) {
  const DemoStep step{"record projects.csv"};
  auto project = Project::open(sample.project, Access::write);
  std::size_t projects = 0, lines = 0, consents = 0;
  std::string missing;
  for (const TableRow& row : read_rows(sample.folder + "/projects.csv", {"title", "builder", "begins_on", "consents", "file"})) {
    auto delivery = read_feature_lines(sample.folder + "/" + row.at("file"), {});
    refuse_errors(delivery.findings, row.at("file") + " cannot be recorded");
    const std::vector<std::string> given = parted(row.at("consents"), ';');
    const Date asked = parse_date(parted(given.front(), '=').at(1));
    LineProject building;
    building.title = row.at("title");
    building.builder = row.at("builder");
    building.begins_on = parse_date(row.at("begins_on"));
    building.path = std::move(delivery.lines.front());
    const auto recorded = record_line_project(project, {shared.author, "demonstration", delivery.source, {}}, building, asked);
    ActOutcome last{recorded.revision, recorded.findings};
    for (const std::string& consent : given) {
      const auto parts = parted(consent, '=');
      const Date day = parse_date(parts.at(1));
      const std::string& letter = parts.at(2);
      const Document document{{}, "consent", building.title + "同意函", letter, {}, day, {}, {}};
      last = record_consent(project, {shared.author, "demonstration", document, {}}, recorded.id,
                            {division_of(project, parts.at(0), day), day, letter}, day);
      ++consents;
    }
    std::erase_if(last.findings, [](const Finding& f) { return f.rule != "building.needs_consent"; });
    for (const Finding& f : last.findings) missing += "; " + in_words(f, shared.language);
    ++projects;
    lines += recorded.crossings.size();
  }
  step.done(fmt::format("{} across {}, {}{}", number_of(projects, "project", "projects"), number_of(lines, "line", "lines"),
                        number_of(consents, "consent", "consents"), missing));
}

void write_demo_line_sheets(const std::string& project_file, const std::string& folder) {
  const DemoStep step{"sheets of lines (zh)"};
  const auto project = Project::open(project_file);
  const LineDesk desk = line_desk(project, {today()});
  const int years = inspection_years(project);
  const Phrases phrases{"zh"};
  const std::vector<std::string> formats{"html", "pdf"};
  const Territory ground = derive(project.snapshot(desk.as_of), StatusQuo{});
  const LineMaps maps{ground, desk.divisions, desk.lines};
  std::size_t sheets = 0, forms = 0;
  for (const BoundaryLine& line : desk.lines) {
    const LineRecord* record = desk.record(line.id);
    if (!record) continue;
    LineSheet sheet = line_sheet(project, desk, line, years);
    sheet.map = maps.of_line(line, sheet.monuments);
    write_files(sheet, phrases, folder + "/line-" + record->code, formats);
    ++sheets;
  }
  for (const Monument& monument : desk.monuments) {
    if (desk.judge(monument).status < MonumentStatus::damaged) continue;
    MonumentForm form = monument_form(project, desk, monument);
    form.map = maps.of_monument(monument);
    write_files(form, phrases, folder + "/monument-" + monument.number, formats);
    ++forms;
  }
  std::map<BoundaryLineId, const Inspection*> last_filed;
  for (const Inspection& inspection : desk.inspections) {
    if (inspection.state() != InspectionState::filed || desk.record(inspection.line) == nullptr) continue;
    const Inspection*& last = last_filed[inspection.line];
    if (last == nullptr || last->steps.back().on < inspection.steps.back().on) last = &inspection;
  }
  for (const auto& [line, inspection] : last_filed) {
    InspectionReport report = inspection_report(project, desk, inspection->local_id);
    std::vector<MonumentEntry> stones;
    for (const InspectionReport::Stone& stone : report.stones) stones.push_back(stone.entry);
    report.map = maps.of_line(desk.line(line), stones);
    write_files(report, phrases, folder + "/inspection-" + desk.record(line)->code, formats);
  }
  const int year = static_cast<int>(std::chrono::year_month_day{today()}.year());
  write_files(DueList{sheet_head(project, desk), year, due_entries(project, desk, year, years), years}, phrases, folder + "/inspections-due", formats);
  step.done(fmt::format("{}, {}, {}, those due in {}", number_of(sheets, "line", "lines"), number_of(forms, "monument", "monuments"),
                        number_of(last_filed.size(), "inspection", "inspections"), year));
}

}  // namespace merestone
