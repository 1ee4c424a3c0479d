// SPDX-License-Identifier: Apache-2.0
#include "cli/command/commands.hpp"
#include "cli/command/line_command.hpp"
#include "cli/command/line_edit.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/command/line_upkeep.hpp"
#include "cli/words/json.hpp"
#include "gis/base/list.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

void list_lines(const SheetOptions& options, Level level, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {day_of(options.on)});
  auto lines = Json::array();
  for (const BoundaryLine& line : desk.lines) {
    if (level > 0 && line.level != level) continue;
    const LineRecord* record = desk.record(line.id);
    const std::string status = record ? std::string{to_text(record->status)} : "no record";
    const std::string status_words = record ? sheet_word("line-status", status, shared.language) : told("told.no_record", shared.language);
    const std::string name = name_of(desk.index(), line), codes = codes_of(desk.index(), line);
    const std::size_t stones = desk.monuments_on(line.id).size();
    lines.push_back({{"line", codes}, {"code", record ? record->code : ""}, {"name", name}, {"level", line.level},
                     {"status", status}, {"monuments", stones}});
    if (!shared.json) tell("told.line_listed", shared.language, {{"codes", fmt::format("{:<16} {:<6}", codes, record ? record->code : "")}, {"name", name}, {"status", status_words},
                                                                 {"monuments", told_count(stones, {"told.monument", "told.monuments"}, shared.language)}});
  }
  if (shared.json) print_json({{"on", to_string(desk.as_of.day)}, {"lines", lines}});
}

void tell_course(const std::string& called, const SheetOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {day_of(options.on)});
  const BoundaryLine& line = desk.line(called);
  const Phrases phrases{options.language.empty() ? language_of_sheet(shared) : options.language};
  auto sentences = Json::array();
  for (const CourseSection& section : course_sections(project, desk, line)) {
    const std::string words = course_words(section, phrases);
    sentences.push_back(words);
    if (!shared.json) fmt::print("{}\n", words);
  }
  if (shared.json) print_json({{"line", codes_of(desk.index(), line)}, {"course", sentences}});
}

std::string kept_file(const Document& document, Language language) {
  return document.sha256.empty() ? "" : told("told.kept_file", language, {{"sha256", document.sha256}});
}

void show_line(const std::string& called, const Shared& shared, const std::string& on) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {day_of(on)});
  const BoundaryLine& line = desk.line(called);
  const LineSheet sheet = line_sheet(project, desk, line, inspection_years(project));
  const LineRecord* record = desk.record(line.id);
  const auto day = [](std::optional<Date> d) { return d ? to_string(*d) : std::string{}; };
  if (shared.json) {
    Json document{{"line", sheet.codes}, {"name", sheet.name}, {"level", line.level}, {"length_m", sheet.length_m},
                  {"monuments", sheet.monuments.size()}, {"segments", desk.segments_of(line.id).size()}, {"due", day(sheet.due.due)},
                  {"last_filed", day(sheet.due.last_filed)}};
    if (record) {
      document["status"] = to_text(record->status);
      document["code"] = record->code;
      document["other_name"] = record->other_name;
      document["approving_body"] = record->approving_body;
      document["accuracy_m"] = accuracy_of(*record);
      const auto paper = [&](const std::optional<Document>& d) {
        return d ? Json{{"title", d->title}, {"number", d->number}, {"issued", day(d->issued)}, {"sha256", d->sha256}} : Json{};
      };
      document["approval"] = paper(sheet.approval);
      document["agreement"] = paper(sheet.agreement);
      document["published_by"] = record->published_by;
      document["published_on"] = day(record->published_on);
    }
    document["moved"] = Json::array();
    for (const KeptShift& shift : desk.shifts) {
      for (const Segment& s : desk.segments_of(line.id)) {
        if (s.id == shift.segment) document["moved"].push_back({{"segment", s.ordinal}, {"greatest_m", shift.shift.greatest_m}, {"on", to_string(shift.on)}});
      }
    }
    document["projects"] = Json::array();
    for (const ProjectStanding& standing : stand_projects(project, desk, {&line, 1})) {
      if (standing.crossings.empty()) continue;
      auto missing = Json::array();
      for (const ConsentingSide& side : standing.missing) missing.push_back(side.name);
      document["projects"].push_back({{"title", standing.project->title}, {"begins", day(standing.project->begins_on)}, {"missing", missing}});
    }
    return print_json(document);
  }
  const Language language = shared.language;
  const auto say = [language](const char* rule, ToldFacts facts) { fmt::print("  {}\n", told(rule, language, std::move(facts))); };
  tell("told.line_head", language, {{"name", sheet.name}, {"codes", sheet.codes}, {"level", std::to_string(line.level)}, {"km", fixed(sheet.length_m / 1000, 3)}});
  if (record) {
    const std::string also = told_list(further_names(*record, sheet.name), language);
    say(also.empty() ? "told.code" : "told.code_and_names", {{"code", record->code.empty() ? "–" : record->code}, {"names", also}});
    say(record->approving_body.empty() ? "told.status" : "told.status_approved",
        {{"status", sheet_word("line-status", to_text(record->status), language)}, {"body", record->approving_body}});
    const auto paper = [&](const char* rule, const std::string& title, const Document& d) {
      fmt::print("  {}{}\n", told(rule, language, {{"title", title}, {"day", day(d.issued)}}), kept_file(d, language));
    };
    if (sheet.approval) paper("told.approval", sheet.approval->number, *sheet.approval);
    if (record->published_on) say(record->published_by.empty() ? "told.published" : "told.published_by", {{"day", day(record->published_on)}, {"body", record->published_by}});
    if (sheet.agreement) paper("told.agreement", sheet.agreement->title, *sheet.agreement);
  }
  fmt::print("  {}\n", told_list({told_count(sheet.monuments.size(), {"told.monument_or_point", "told.monuments_and_points"}, language),
                                 told_count(desk.segments_of(line.id).size(), {"told.segment", "told.segments"}, language)}, language));
  if (sheet.due.due) say(sheet.due.overdue(desk.as_of.day) ? "told.inspection_overdue" : "told.inspection_due", {{"due", day(sheet.due.due)}});
  for (const KeptShift& shift : desk.shifts) {
    for (const Segment& s : desk.segments_of(line.id)) {
      if (s.id == shift.segment) say("told.feature_moved", {{"segment", std::to_string(s.ordinal)}, {"m", fixed(shift.shift.greatest_m, 1)}, {"day", to_string(shift.on)}});
    }
  }
  for (const ProjectStanding& standing : stand_projects(project, desk, {&line, 1})) {
    if (standing.crossings.empty()) continue;
    const std::string begins = standing.project->begins_on ? told("told.work_from", language, {{"day", day(standing.project->begins_on)}}) : "";
    std::vector<std::string> missing;
    for (const ConsentingSide& side : standing.missing) missing.push_back(side.name);
    say(missing.empty() ? "told.crossed_by" : "told.crossed_without_consent", {{"project", standing.project->title}, {"begins", begins}, {"sides", told_list(missing, language)}});
  }
}

struct CompareOptions {
  std::string file, line, carrier = "watercourse", surveyed_on;
  double accuracy_m = 0;
  ReadOptions reading;
};

void compare(CompareOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const LineDesk desk = line_desk(project, {parse_date(options.surveyed_on)});
  const auto carrier = from_text<Carrier>(options.carrier);
  if (!carrier) throw wrong_option("line", "--carrier is one of " + std::string{words_of<Carrier>()});
  const BoundaryLine& line = desk.line(options.line);
  options.reading.extent = project.extent({parse_date(options.surveyed_on)});
  auto delivery = read_path_file(project, "feature.compare", shared, options.file, options.reading);
  delivery.source.kind = "survey";
  const auto outcome = compare_feature(project, {shared.author, "compared with " + delivery.source.title, delivery.source, {}},
                                       {line.id, *carrier, std::move(delivery.lines), parse_date(options.surveyed_on), options.accuracy_m});
  if (shared.json) return print_json({{"compared", outcome.shifts.size()}, {"revision", outcome.revision}, {"findings", to_json(outcome.findings)}});
  print_findings(outcome.findings, shared.language);
  tell(outcome.revision > 0 ? "told.compared_moved" : "told.compared", shared.language,
       {{"segments", told_count(outcome.shifts.size(), {"told.segment", "told.segments"}, shared.language)}, {"moved", std::to_string(outcome.moved)},
        {"revision", std::to_string(outcome.revision)}});
}

void write_sheet(const std::string& called, const SheetOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {day_of(options.on)});
  const BoundaryLine& line = desk.line(called);
  const Phrases phrases{options.language};
  const Territory ground = derive(project.snapshot(desk.as_of), StatusQuo{});
  const LineMaps maps{ground, desk.divisions, desk.lines};
  LineSheet sheet = line_sheet(project, desk, line, inspection_years(project));
  sheet.map = maps.of_line(line, sheet.monuments);
  tell_files(write_files(sheet, phrases, sheet_stem(options, "line-" + codes_of(desk.index(), line)), options.formats), shared);
}

}  // namespace

void add_line(Command& program, const Shared& shared) {
  auto* command = program.add_command("line", "Boundary lines: legal record, segments, course, features that moved");
  command->require_command();
  command->fallthrough();
  auto sheet = std::make_shared<SheetOptions>();
  auto called = std::make_shared<std::string>();
  auto level = std::make_shared<Level>(0);
  const auto with_line = [&](Command* sub) { sub->add_option("LINE", *called, "Codes of its divisions (341722/341723), its code or name")->required(); };

  auto* list = command->add_command("list", "Lines on record");
  list->add_option("--on", sheet->on, "Day; today when not given");
  list->add_option("--level", *level, "Only lines of this level");
  list->callback([=, &shared] { list_lines(*sheet, *level, shared); });

  auto* show = command->add_command("show", "One line: record, monuments, what is due");
  with_line(show);
  show->add_option("--on", sheet->on, "Day; today when not given");
  show->callback([=, &shared] { show_line(*called, shared, sheet->on); });

  auto* course = command->add_command("course", "The course in words, from monument to monument");
  with_line(course);
  auto words = std::make_shared<SheetOptions>();
  words->language.clear();
  course->add_option("--on", words->on, "Day; today when not given");
  course->add_option("--report-language", words->language, "en, zh or fr; that of the program when not given")->one_of({"en", "zh", "fr"});
  course->callback([=, &shared] { tell_course(*called, *words, shared); });

  auto* paper = command->add_command("sheet", "The line sheet, HTML and PDF");
  with_line(paper);
  add_sheet_options(*paper, *sheet);
  paper->callback([=, &shared] { write_sheet(*called, *sheet, shared); });

  auto table = std::make_shared<TableOptions>();
  auto* record = command->add_command("record", "Take in legal records of lines");
  add_table_options(*record, *table, false);
  record->callback([=, &shared] {
    take_table(*table, shared, "lines.record", {"told.line", "told.lines"}, read_line_record_table,
               [](Project& p, const ActInfo& info, LineRecordDelivery& d) { return record_lines(p, info, d.filings); },
               [](const LineRecordDelivery& d) { return d.filings.size(); });
  });
  auto* segment = command->add_command("segment", "Take in segments of lines");
  add_table_options(*segment, *table, false);
  segment->callback([=, &shared] {
    take_table(*table, shared, "segments.record", {"told.segment", "told.segments"}, read_segment_table,
               [](Project& p, const ActInfo& info, SegmentDelivery& d) { return record_segments(p, info, d.segments); },
               [](const SegmentDelivery& d) { return d.segments.size(); });
  });

  auto comparing = std::make_shared<CompareOptions>();
  auto* compared = command->add_command("compare", "Compare a surveyed river or road with the segments along it; the line stays");
  compared->add_option("FILE", comparing->file, "Lines: GeoJSON, GeoPackage, Shapefile")->required();
  compared->add_option("--line", comparing->line, "Which line")->required();
  compared->add_option("--carrier", comparing->carrier, "What was surveyed")->shows_default();
  compared->add_option("--surveyed-on", comparing->surveyed_on, "Day of the survey")->required();
  compared->add_option("--accuracy", comparing->accuracy_m, "Of the survey, metres (standard deviation)")->required();
  compared->add_option("--crs", comparing->reading.crs, "Over what the file says");
  compared->callback([=, &shared] { compare(*comparing, shared); });

  add_line_projects(*command, shared);
  add_line_edit(*command, shared);
  command->footer("Example:  merestone line course 青阳石台线 --report-language zh");
}

}  // namespace merestone
