// SPDX-License-Identifier: Apache-2.0
#include "cli/command/commands.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/command/relief.hpp"
#include "cli/report/thematic_map.hpp"
#include "data/exchange/reading_relief.hpp"
#include "data/office/refuse_errors.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

Moment moment_of(const std::string& text) {
  if (const auto moment = parse_moment(text)) return *moment;
  throw Error{Fault::invalid, "not a moment: " + text, {{.rule = "event.bad_moment", .facts = {{"value", text}}}}};
}

struct Opening {
  DisasterEvent event;
  std::string started, ended, area, reason;
  ReadOptions reading;
};

MultiPolygon area_in(const std::string& file, const ReadOptions& reading) {
  MultiPolygon area;
  const LineDelivery drawn = read_drawn_lines(file, reading);
  refuse_errors(drawn.findings, file + " was not read");
  for (const DeliveredLine& part : drawn.lines) area.insert(area.end(), part.area.begin(), part.area.end());
  if (area.empty()) throw Error{Fault::invalid, "no area", {{.rule = "event.no_area", .subject = {file, {}, {}}}}};
  return area;
}

void open(Opening& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  options.event.started = moment_of(options.started);
  if (!options.ended.empty()) options.event.ended = moment_of(options.ended);
  if (!options.area.empty()) options.event.area = area_in(options.area, options.reading);
  const Revision revision = open_event(project, {shared.author, options.reason, {}, {}}, options.event);
  if (shared.json) return print_json({{"event", options.event.local_id}, {"revision", revision}});
  fmt::print("Opened {} as revision {}.\n", options.event.local_id, revision);
}

/// What is not given stays.
void update(Opening& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  DisasterEvent event = find_event(project, options.event.local_id);
  if (!options.ended.empty()) event.ended = moment_of(options.ended);
  if (!options.event.name.empty()) event.name = options.event.name;
  if (!options.event.severity.empty()) event.severity = options.event.severity;
  if (!options.area.empty()) event.area = area_in(options.area, options.reading);
  const Revision revision = update_event(project, {shared.author, options.reason, {}, {}}, event);
  if (shared.json) return print_json({{"event", event.local_id}, {"revision", revision}});
  fmt::print("Updated {} as revision {}.\n", event.local_id, revision);
}

void list(const Shared& shared) {
  const auto project = Project::open(shared.project);
  const EventRules rules = relief_rules(project).events;
  auto all = Json::array();
  for (const DisasterEvent& e : events_of(project)) {
    if (!shared.json) {
      fmt::print("{}  {:<16} {} {}\n", to_string(e.started), e.ended ? to_string(*e.ended) : "–", e.local_id,
                 (e.name.empty() ? "" : e.name + ", ") + in_language(hazard_words(rules, e.hazard), shared));
      continue;
    }
    Json json{{"event", e.local_id}, {"name", e.name}, {"hazard", e.hazard}, {"severity", e.severity}, {"started", to_string(e.started)}};
    if (e.ended) json["ended"] = to_string(*e.ended);
    all.push_back(std::move(json));
  }
  if (shared.json) print_json({{"events", all}});
}

struct Reports {
  TableOptions table;
  std::string event;
};

void take_in_reports(Reports& options, const Shared& shared) {
  auto project = Project::open(shared.project, options.table.dry_run ? Access::read : Access::write);
  const ReportDelivery delivery = read_report_table(options.table.file, options.table.reading, options.event);
  refuse_wrong(delivery, options.table);
  const ReportsOutcome outcome = options.table.dry_run
                                     ? check_reports(project, options.event, delivery.reports, delivery.source.title)
                                     : record_reports(project, act_of(options.table, shared, delivery.source), options.event, delivery.reports);
  tell_taken(options.table, delivery, outcome.findings, {"figure", "figures"}, outcome.recorded, outcome.revision, shared);
  if (!shared.json && outcome.same > 0) fmt::print("{} were on record already.\n", outcome.same);
}

struct Asking {
  std::string event, stage, until, divisions_of;
  int level = 0;
  SheetOptions sheet;
};

void add_question(Command& command, Asking& options) {
  command.add_option("EVENT", options.event, "The office's number of the event")->required();
  command.add_option("--stage", options.stage, "As it stood with this stage: initial, update, final; the last when not given");
  command.add_option("--until", options.until, "Only what was reported up to then, as in 2022-07-15T12:00");
  command.add_option("--level", options.level, "Of divisions: 3 for counties; that of the reports when not given");
  command.add_option("--divisions-of", options.divisions_of, "Carry figures over to the divisions of this later day, YYYY-MM-DD");
}

BulletinQuestion question_of(const Asking& options, const EventRules& rules) {
  BulletinQuestion question{options.stage, {}, options.level, {}};
  if (!options.stage.empty() && rules.order_of(options.stage) < 0) {
    std::string words;
    for (const ReportStage& s : rules.stages) words += (words.empty() ? "" : ", ") + s.id;
    throw Error{Fault::invalid, "unknown stage", {{.rule = "event.unknown_stage", .facts = {{"value", options.stage}, {"words", words}, {"event", options.event}}}}};
  }
  if (!options.until.empty()) question.until = moment_of(options.until);
  return question;
}

Json json_of(const BulletinTable& table) {
  const Bulletin& b = table.bulletin;
  const auto cells = [&](const BulletinRow& row) {
    auto values = Json::object();
    for (std::size_t i = 0; i < b.indicators.size(); ++i) {
      if (!row.cells[i].value) continue;
      Json cell{{"value", *row.cells[i].value}};
      if (row.cells[i].before) cell["before"] = *row.cells[i].before;
      if (row.cells[i].shared > 0) cell["shared"] = row.cells[i].shared;
      values[b.indicators[i]] = std::move(cell);
    }
    return values;
  };
  auto rows = Json::array();
  for (std::size_t r = 0; r < b.rows.size(); ++r) {
    rows.push_back({{"code", table.codes[r]}, {"name", table.names[r]}, {"stage", b.rows[r].stage}, {"figures", cells(b.rows[r])}});
  }
  return {{"stage", b.question.stage}, {"level", b.question.level}, {"divisions_of", to_string(*b.question.onto)}, {"rows", rows}, {"whole", cells(b.whole)},
          {"findings", to_json(b.findings)}};
}

/// "affected people 190", "crops affected 20.5 ha": with the unit where the words do not tell it.
std::string told_figure(const IndicatorRule& rule, double value, const Phrases& phrases, const Shared& shared) {
  const std::string words = in_language(rule.words, shared), unit = in_language(rule.unit, shared);
  const bool told = unit.empty() || words.find(unit) != std::string::npos;
  return words + " " + figure_words(rule, value, phrases) + (told ? "" : " " + unit);
}

void show(const Asking& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const EventRules rules = relief_rules(project).events;
  const DisasterEvent event = find_event(project, options.event);
  BulletinQuestion question = question_of(options, rules);
  if (!options.divisions_of.empty()) question.onto = parse_date(options.divisions_of);
  const BulletinTable table = bulletin_table(project, event_bulletin(project, event, question));
  if (shared.json) {
    auto json = json_of(table);
    json["event"] = event.local_id;
    return print_json(json);
  }
  const Bulletin& b = table.bulletin;
  const ReportStage* stage = rules.stage(b.question.stage);
  fmt::print("{} {}, {}, divisions of {}\n", event.local_id, event.name, stage ? in_language(stage->words, shared) : b.question.stage, to_string(*b.question.onto));
  const Phrases phrases{language_of_sheet(shared)};
  for (std::size_t i = 0; i < b.indicators.size(); ++i) {
    const IndicatorRule* rule = find_indicator(rules.losses, b.indicators[i]);
    const BulletinCell& cell = b.whole.cells[i];
    if (!rule || !cell.value) continue;
    std::string change;
    if (cell.before && *cell.before != *cell.value) {
      const double more = *cell.value - *cell.before;
      change = fmt::format("  ({}{} since the stage before)", more > 0 ? "+" : "", figure_words(*rule, more, phrases));
    }
    fmt::print("  {}{}\n", told_figure(*rule, *cell.value, phrases, shared), change);
  }
  for (std::size_t r = 0; r < b.rows.size(); ++r) {
    std::string line = fmt::format("{:<13} {}:", table.codes[r], table.names[r]);
    for (std::size_t i = 0; i < b.indicators.size(); ++i) {
      const BulletinCell& cell = b.rows[r].cells[i];
      const IndicatorRule* rule = find_indicator(rules.losses, b.indicators[i]);
      if (rule && cell.value) line += " " + told_figure(*rule, *cell.value, phrases, shared) + (cell.shared > 0 ? " (estimated in part)" : "") + ";";
    }
    line.pop_back();
    fmt::print("{}\n", line);
  }
  std::fflush(stdout);
  print_findings(b.findings, shared.language);
}

void bulletin(const Asking& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const BulletinQuestion question = question_of(options, relief_rules(project).events);
  std::optional<Date> later;
  if (!options.divisions_of.empty()) later = parse_date(options.divisions_of);
  const EventBulletin sheet = event_bulletin_sheet(project, find_event(project, options.event), question, later);
  const std::string name = options.event + "-" + sheet.then.bulletin.question.stage + "-" + options.sheet.language;
  tell_files(write_files(sheet, Phrases{options.sheet.language}, sheet_stem(options.sheet, name), options.sheet.formats), shared);
}

}  // namespace

void add_event(Command& program, const Shared& shared) {
  auto* command = program.add_command("event", "Disasters and their reports by township: initial, update, final");
  command->require_command();
  command->footer("Example:  merestone event report 示例灾-2022-07 --from event_reports.csv");

  auto opening = std::make_shared<Opening>();
  auto* opened = command->add_command("open", "A disaster has begun");
  opened->add_option("EVENT", opening->event.local_id, "The office's number for it")->required();
  opened->add_option("--hazard", opening->event.hazard, "Of the rules: flood, earthquake, …")->required();
  opened->add_option("--started", opening->started, "As in 2022-07-15T07:00")->required();
  auto updating = std::make_shared<Opening>();
  auto* updated = command->add_command("update", "What became known of it: its end, its area");
  updated->add_option("EVENT", updating->event.local_id, "The office's number for it")->required();
  for (const auto& [one, options] : {std::pair{opened, opening}, std::pair{updated, updating}}) {
    one->add_option("--ended", options->ended, "As in 2022-07-20T18:00");
    one->add_option("--name", options->event.name, "What people call it");
    one->add_option("--severity", options->event.severity, "Warning or response level of the rules: I, II, III, IV");
    one->add_option("--area", options->area, "File with the area that it struck");
    one->add_option("--reason", options->reason, "Why: written into the audit");
  }
  opened->callback([&shared, opening] { open(*opening, shared); });
  updated->callback([&shared, updating] { update(*updating, shared); });

  command->add_command("list", "All of them")->callback([&shared] { list(shared); });

  auto reports = std::make_shared<Reports>();
  auto* reporting = command->add_command("report", "Reports by township from a table; a later one stands in place of an earlier one");
  reporting->add_option("EVENT", reports->event, "The office's number of the event")->required();
  add_table_options(*reporting, reports->table, false);
  reporting->footer("Example:  merestone event report 示例灾-2022-07 --from event_reports.csv");
  reporting->callback([&shared, reports] { take_in_reports(*reports, shared); });

  auto asking = std::make_shared<Asking>();
  auto* showing = command->add_command("show", "What stands, by division");
  add_question(*showing, *asking);
  showing->callback([&shared, asking] { show(*asking, shared); });

  auto printing = std::make_shared<Asking>();
  auto* sheet = command->add_command("bulletin", "The same on paper, with what changed since the stage before");
  add_question(*sheet, *printing);
  sheet->add_option("--out", printing->sheet.out, "Folder")->shows_default();
  sheet->add_option("--format", printing->sheet.formats, "html, pdf, csv")->delimiter(',')->one_of({"html", "pdf", "csv"});
  sheet->add_option("--sheet-language", printing->sheet.language, "Of the sheet")->one_of({"en", "zh"})->shows_default();
  sheet->callback([&shared, printing] { bulletin(*printing, shared); });
}

}  // namespace merestone
