// SPDX-License-Identifier: Apache-2.0
#include "cli/command/exposure.hpp"

#include "cli/command/commands.hpp"
#include "cli/command/line_command.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/words/json.hpp"
#include "data/office/hazard_findings.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

std::string km2(double area_m2) { return fixed(area_m2 / 1e6, 3); }

/// "village", "shelters".
std::string thing_word(const std::string& kind, std::size_t count) {
  static const Phrases phrases{"en"};
  return phrases.word(count == 1 ? "exposure-one" : "exposure-thing", kind);
}

std::string counts_of(const ExposureReport& report, const std::vector<std::size_t>& counts) {
  std::string text;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0 && report.point_kinds[i] != "people") text += fmt::format(", {} {}", counts[i], thing_word(report.point_kinds[i], counts[i]));
  }
  return text;
}

void tell_open(const ExposureReport& report) {
  const ExposureUnresolved& open = report.unresolved;
  fmt::print("Unresolved: {} of {} people ({} %), {} of {} villages never counted, {} places without position, {} km² of zones in no division\n",
             open.people, open.of_people, fixed(100 * open.people_share(), 2), open.villages_uncounted, open.villages,
             open.places_without_position, km2(open.zones_beyond_m2));
}

void tell_carried(const ExposureReport& report, const CarriedExposure& carried) {
  fmt::print("On the divisions of {}:\n", to_string(carried.to));
  for (const CarriedExposure::Line& line : carried.lines) {
    fmt::print("  {:<8} {:<20} {} {}: {} km², {} people, {} of them estimated\n", line.division.code, line.division.name, line.kind,
               severity_word(report.scales, line.kind, line.severity, false), km2(line.area_m2), fixed(line.people, 0), fixed(line.people_shared, 0));
  }
  for (const CarriedExposure::Share& share : carried.shares) {
    fmt::print("  share: {} to {} on {}: {}{}\n", share.from.name, share.to.name, to_string(share.day),
               share.known ? fixed(100 * share.share, 2) + " % of the " : std::string{"not on record, of the "}, share.by_people ? "people" : "ground");
  }
  if (carried.people_unplaced > 0 || carried.area_unplaced > 0) {
    fmt::print("  not carried over for want of shares: {} people, {} km²\n", fixed(carried.people_unplaced, 0), km2(carried.area_unplaced));
  }
}

Json json_of(const CarriedExposure& carried) {
  Json lines = Json::array();
  for (const CarriedExposure::Line& line : carried.lines) {
    lines.push_back({{"code", line.division.code}, {"name", line.division.name}, {"kind", line.kind}, {"severity", line.severity},
                     {"area_m2", line.area_m2}, {"people", line.people}, {"area_estimated_m2", line.area_shared}, {"people_estimated", line.people_shared}});
  }
  Json shares = Json::array();
  for (const CarriedExposure::Share& share : carried.shares) {
    shares.push_back({{"from", share.from.name}, {"to", share.to.name}, {"day", to_string(share.day)}, {"share", share.share},
                      {"of", share.by_people ? "people" : "ground"}, {"known", share.known}});
  }
  return {{"on", to_string(carried.to)}, {"lines", lines}, {"shares", shares}, {"people_unplaced", carried.people_unplaced},
          {"area_unplaced_m2", carried.area_unplaced}};
}

void tell(const ExposureReport& report, const CarriedExposure* carried, std::optional<SavedRun> saved, bool named, const Shared& shared) {
  if (shared.json) {
    Json document{{"parameters", Json::parse(parameters_of(report))}, {"inputs", Json::parse(inputs_of(report))}};
    document.update(Json::parse(results_of(report)));
    if (carried) document["carried"] = json_of(*carried);
    if (saved) document["run"] = saved->number;
    return print_json(document);
  }
  fmt::print("Exposure on {}{}, by level {}\n", to_string(report.as_of.day), report.query.what_if.empty() ? "" : " to an assumed hazard", report.level);
  for (const ExposureLine& line : report.lines) {
    fmt::print("  {:<8} {:<20} {} {}: {} km² ({} %), {} people{}\n", line.division.code.empty() ? "–" : line.division.code,
               line.division.name.empty() ? "in no division" : line.division.name, line.kind,
               severity_word(report.scales, line.kind, line.severity, false), km2(line.area_m2), fixed(100 * line.share, 2), line.people,
               counts_of(report, line.counts));
  }
  if (report.lines.empty()) {
    const auto zones = std::find_if(report.inputs.begin(), report.inputs.end(), [](const ExposureInput& input) { return input.layer == "hazard_zones"; });
    const bool none = zones != report.inputs.end() && zones->records == 0;
    fmt::print("  {}\n", none ? "no hazard zone that was asked about is on record for this day" : "nothing lies in a zone");
  }
  for (std::size_t i = 0; named && i < report.named.size(); ++i) {
    const ExposureReport::Named& one = report.named[i];
    fmt::print("  {} {} in {}: {} {}\n", thing_word(one.point_kind, 1), one.name, one.division.name, one.kind, severity_word(report.scales, one.kind, one.severity, false));
  }
  tell_open(report);
  if (carried) tell_carried(report, *carried);
  if (saved) fmt::print("Kept as run {}, revision {}\n", saved->number, saved->revision);
}

void run(const ExposureOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, options.save.empty() ? Access::read : Access::write);
  const ExposureDesk desk = desk_of(options, project);
  const ExposureReport report = desk.exposure(query_of(options, desk));
  std::optional<CarriedExposure> carried;
  if (!options.to.empty()) carried = desk.carried(report, day_of(options.to));
  std::optional<SavedRun> saved;
  if (!options.save.empty()) saved = save_run(project, {shared.author, options.save, {}, {}}, report, options.save);
  tell(report, carried ? &*carried : nullptr, saved, options.named, shared);
}

void write_sheet(const ExposureOptions& options, const SheetOptions& paper, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const ExposureDesk desk = desk_of(options, project);
  const ExposureReport report = desk.exposure(query_of(options, desk));
  std::optional<CarriedExposure> carried;
  if (!options.to.empty()) carried = desk.carried(report, day_of(options.to));
  const Phrases phrases{paper.language};
  const ExposureSheet sheet = exposure_sheet(project, desk, report, carried ? &*carried : nullptr, phrases);
  tell_files(write_files(sheet, phrases, sheet_stem(paper, "exposure-" + (options.division.empty() ? "all" : options.division)), paper.formats), shared);
}

void list_runs(const Shared& shared) {
  const auto project = Project::open(shared.project);
  auto list = Json::array();
  for (const ExposureRun& one : exposure_runs(project)) {
    list.push_back({{"run", one.number}, {"title", one.title}, {"on", to_string(one.day)}, {"revision", one.known}, {"author", one.author},
                    {"recorded_at", one.recorded_at}, {"sha256", one.digest}});
    if (!shared.json) fmt::print("{:>4}  {}  {}  {}  {}\n", one.number, to_string(one.day), one.digest.substr(0, 12), one.author, one.title);
  }
  if (shared.json) print_json({{"runs", list}});
}

void repeat(std::int64_t number, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const ExposureRun run = exposure_run(project, number);
  const RepeatedRun again = repeat_run(project, run);
  if (shared.json) {
    return print_json({{"run", number}, {"same", again.same}, {"same_today", again.same_today}, {"changed", again.changed}, {"method", method_of(run)},
                       {"method_today", exposure_method}, {"findings", to_json(again.findings)}});
  }
  print_findings(again.findings, shared.language);
  fmt::print("Run {} from the record as it was then: {}\n", number, again.same ? "the same" : "NOT the same");
  fmt::print("From the record as it is now: {}\n", again.same_today ? "the same" : "other figures");
  for (const std::string& layer : again.changed) fmt::print("  changed since: {}\n", layer);
}

void compare(const std::vector<std::int64_t>& numbers, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const ExposureRun runs[] = {exposure_run(project, numbers.at(0)), exposure_run(project, numbers.at(1))};
  const auto differences = compare_runs(runs[0], runs[1]);
  const auto scales = risk_scales(project);
  auto open = Json::array();
  for (const ExposureRun& run : runs) open.push_back(Json::parse(run.results).at("unresolved"));
  const std::vector<Finding> methods = comparison_findings(runs[0], runs[1]);
  auto list = Json::array();
  for (const ExposureDifference& d : differences) {
    list.push_back({{"code", d.code}, {"name", d.name}, {"kind", d.kind}, {"severity", d.severity}, {"area_m2", {d.area_m2[0], d.area_m2[1]}},
                    {"people", {d.people[0], d.people[1]}}});
    if (!shared.json) {
      fmt::print("{:<8} {:<20} {} {}: {} -> {} km², {} -> {} people\n", d.code, d.name, d.kind, severity_word(scales, d.kind, d.severity, false), km2(d.area_m2[0]), km2(d.area_m2[1]),
                 d.people[0], d.people[1]);
    }
  }
  if (shared.json) return print_json({{"runs", numbers}, {"differences", list}, {"unresolved", open}, {"findings", to_json(methods)}});
  std::fflush(stdout);
  print_findings(methods, shared.language);
  if (differences.empty()) fmt::print("No difference\n");
  for (std::size_t i = 0; i < 2; ++i) {
    fmt::print("Unresolved in run {}: {} of {} people ({} %), {} of {} villages never counted, {} km² of zones in no division\n", numbers[i],
               open[i].at("people").get<std::int64_t>(), open[i].at("of_people").get<std::int64_t>(), fixed(100 * open[i].at("people_share").get<double>(), 2),
               open[i].at("villages_uncounted").get<std::size_t>(), open[i].at("villages").get<std::size_t>(), km2(open[i].at("zones_beyond_m2").get<double>()));
  }
}

void add_question(Command& command, ExposureOptions& options) {
  command.add_option("--on", options.on, "Day of the event, YYYY-MM-DD; today when not given");
  command.add_option("--division", options.division, "Code of the division to look into; all when not given");
  command.add_option("--level", options.level, "Level of the rows; right below the division when not given");
  command.add_option("--kind", options.kinds, "Hazards, with commas; all when not given")->delimiter(',');
  command.add_option("--what-if", options.what_if, "File with the area of an assumed hazard, or with its track");
  command.add_option("--as", options.hazard, "Hazard that the file assumes")->shows_default();
  command.add_option("--severity", options.severity, "Of the assumed hazard; the highest when not given");
  command.add_option("--radius", options.radius_m, "Metres that the assumed hazard reaches beyond what is drawn");
  command.add_option("--crs", options.reading.crs, "Coordinate system of the file, over what it says");
  command.add_option("--people", options.people, "File of people by division (code, people), spread over natural villages");
  command.add_option("--to", options.to, "Day on whose divisions the figures stand a second time, by succession shares");
}

}  // namespace

void add_exposure(Command& program, const Shared& shared) {
  auto* command = program.add_command("exposure", "Who and what lies in hazard zones, by division and day");
  command->require_command();
  command->fallthrough();
  auto options = std::make_shared<ExposureOptions>();
  auto* show = command->add_command("show", "The figures, with what they leave open");
  add_question(*show, *options);
  show->add_option("--save", options->save, "Keep the figures as a run under this title");
  show->add_flag("--named", options->named, "Villages and facilities by name too");
  show->callback([=, &shared] { run(*options, shared); });

  auto sheet = std::make_shared<ExposureOptions>();
  auto paper = std::make_shared<SheetOptions>();
  auto* report = command->add_command("report", "The exposure sheet with map and bars, as HTML, PDF and CSV");
  add_question(*report, *sheet);
  report->add_option("--out", paper->out, "Folder for the files")->shows_default();
  report->add_option("--format", paper->formats, "html, pdf, csv or several")->delimiter(',')->one_of({"html", "pdf", "csv"})->shows_default();
  report->add_option("--report-language", paper->language, "Of the sheet")->one_of({"en", "zh", "fr"})->shows_default();
  report->callback([=, &shared] { write_sheet(*sheet, *paper, shared); });

  auto* runs = command->add_command("runs", "Runs on record");
  runs->callback([&shared] { list_runs(shared); });
  auto number = std::make_shared<std::int64_t>(0);
  auto* again = command->add_command("repeat", "Make a run again, from the record as it was then and as it is now");
  again->add_option("RUN", *number, "Its number")->required();
  again->callback([=, &shared] { repeat(*number, shared); });
  auto numbers = std::make_shared<std::vector<std::int64_t>>();
  auto* both = command->add_command("compare", "What differs between two runs");
  both->add_option("RUNS", *numbers, "Two numbers")->required()->expected(2);
  both->callback([=, &shared] { compare(*numbers, shared); });
  command->footer("Example:  merestone exposure show --on 2022-07-01 --kind flood --to 2024-01-01");
}

}  // namespace merestone
