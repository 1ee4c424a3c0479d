// SPDX-License-Identifier: Apache-2.0
#include "cli/command/line_upkeep.hpp"

#include "cli/command/line_command.hpp"
#include "cli/words/json.hpp"
#include "data/db/refusal.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct ProjectOptions {
  std::string file, title, builder, begins;
  std::vector<std::string> consents;
  ReadOptions reading;
};

void record_project(ProjectOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  auto delivery = read_path_file(project, "line_project.record", shared, options.file, options.reading);
  if (delivery.lines.size() != 1) throw wrong_option("line", "a project is one line; " + options.file + " has " + std::to_string(delivery.lines.size()));
  LineProject building;
  building.title = options.title;
  building.builder = options.builder;
  if (!options.begins.empty()) building.begins_on = parse_date(options.begins);
  building.path = delivery.lines.front();
  const auto divisions = project.divisions({today()});
  for (const std::string& consent : options.consents) {
    const auto at = consent.find('=');
    const DivisionState* division = divisions.find_code(consent.substr(0, at));
    if (!division || at == std::string::npos) throw wrong_option("line", "--consent takes the code of a division and a day, as in 341722=2026-01-31; not " + consent);
    building.consents.push_back({division->id, parse_date(consent.substr(at + 1)), ""});
  }
  const auto outcome = record_line_project(project, {shared.author, building.title, delivery.source, {}}, building, today());
  if (shared.json) return print_json({{"project", outcome.id.value}, {"crossings", outcome.crossings.size()}, {"revision", outcome.revision}, {"findings", to_json(outcome.findings)}});
  print_findings(outcome.findings, shared.language);
  tell("told.project_recorded", shared.language, {{"revision", std::to_string(outcome.revision)},
                                                  {"lines", told_count(outcome.crossings.size(), {"told.line", "told.lines"}, shared.language)}});
}

struct ConsentOptions {
  std::string title, by, on, permit, document;
};

/// By title; the last one recorded where several have it.
const LineProject& project_called(const LineDesk& desk, const std::string& title) {
  const auto at = std::find_if(desk.projects.rbegin(), desk.projects.rend(), [&](const LineProject& p) { return p.title == title; });
  if (at == desk.projects.rend()) refuse(Fault::missing, "building.unknown", "no such project", {{"project", title}});
  return *at;
}

void consent(const ConsentOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const LineDesk desk = line_desk(project, {today()});
  const LineProject& building = project_called(desk, options.title);
  const DivisionState* division = desk.divisions.find_code(options.by);
  if (!division) throw wrong_option("line", "--by takes the code of a division on record; not " + options.by);
  ActInfo info{shared.author, division->name + ": " + building.title, {}, {}};
  if (!options.document.empty()) {
    info.document.kind = "consent";
    info.document.title = options.document;
    info.document.number = options.permit;
    info.document.issued = day_of(options.on);
  }
  const auto outcome = record_consent(project, info, building.id, {division->id, day_of(options.on), options.permit}, today());
  if (shared.json) return print_json({{"project", building.id.value}, {"revision", outcome.revision}, {"findings", to_json(outcome.findings)}});
  print_findings(outcome.findings, shared.language);
  tell("told.consented", shared.language, {{"division", division->name}, {"project", building.title}, {"revision", std::to_string(outcome.revision)}});
}

void list_projects(const Shared& shared) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {today()});
  auto list = Json::array();
  for (const ProjectStanding& standing : stand_projects(project, desk, desk.lines)) {
    const LineProject& building = *standing.project;
    auto crosses = Json::array(), missing = Json::array(), consents = Json::array();
    std::vector<std::string> given, lines, wanting;
    for (const LineProject::Consent& c : building.consents) {
      const DivisionState* division = desk.divisions.find(c.division);
      const std::string name = division ? division->name : std::to_string(c.division.value);
      const std::string day = c.given_on ? to_string(*c.given_on) : "-";
      consents.push_back({{"division", name}, {"on", day}, {"permit", c.document}});
      given.push_back(name + " " + day);
    }
    for (const Crossing& crossing : standing.crossings) {
      const std::string name = name_of(desk.index(), desk.line(crossing.line));
      crosses.push_back({{"line", codes_of(desk.index(), desk.line(crossing.line))}, {"name", name}, {"times", crossing.at.size()}});
      lines.push_back(name);
    }
    for (const ConsentingSide& side : standing.missing) {
      missing.push_back(side.name);
      wanting.push_back(side.name);
    }
    const std::string begins = building.begins_on ? to_string(*building.begins_on) : "-";
    list.push_back({{"title", building.title}, {"builder", building.builder}, {"begins", begins}, {"crosses", crosses}, {"consents", consents}, {"missing", missing}});
    if (shared.json) continue;
    const auto listed = [&](const std::vector<std::string>& parts, const char* none) { return parts.empty() ? told(none, shared.language) : told_list(parts, shared.language); };
    tell(wanting.empty() ? "told.project" : "told.project_wanting", shared.language,
         {{"begins", begins}, {"project", building.title}, {"lines", listed(lines, "told.no_line")}, {"consents", listed(given, "told.none")}, {"missing", told_list(wanting, shared.language)}});
  }
  if (shared.json) return print_json({{"projects", list}});
  if (list.empty()) tell("told.no_projects", shared.language);
}

void tell_log(const std::string& called, const std::string& on, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const LineDesk desk = line_desk(project, {day_of(on)});
  const BoundaryLine& line = desk.line(called);
  struct Entry {
    Date on;
    std::string what, by, note;
    std::string what_words, note_words;  ///< as the reader calls them
  };
  const Language language = shared.language;
  std::vector<Entry> entries;
  for (const Patrol& p : desk.patrols) {
    if (p.line == line.id) entries.push_back({p.on, "patrol", p.by, p.note, told("told.patrol", language), p.note});
  }
  for (const HiddenRisk& r : desk.risks) {
    if (r.line != line.id) continue;
    const ToldFacts facts{{"risk", r.local_id}, {"day", r.closed_on ? to_string(*r.closed_on) : ""}};
    const auto in = [&](const char* rule, Language reader) { return told(rule, reader, facts); };
    const char* stands = r.closed_on ? "told.risk_closed" : "told.risk_open";
    entries.push_back({r.found_on, in("told.risk", Language::english), r.found_by, in(stands, Language::english), in("told.risk", language), in(stands, language)});
  }
  for (const PeaceEntry& e : desk.peace) {
    if (e.line != line.id) continue;
    const std::string with = e.left_by.empty() || e.right_by.empty() ? e.left_by + e.right_by : e.left_by + ", " + e.right_by;
    const std::string note = e.document + (e.document.empty() || e.note.empty() ? "" : "; ") + e.note;
    entries.push_back({e.on, std::string{to_text(e.activity)}, with, note, sheet_word("peace", to_text(e.activity), language), note});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.on < b.on; });
  auto list = Json::array();
  auto due = Json::array();
  for (const Entry& e : entries) {
    list.push_back({{"on", to_string(e.on)}, {"what", e.what}, {"by", e.by}, {"note", e.note}});
    if (!shared.json) fmt::print("{}  {:<14} {}{}{}\n", to_string(e.on), e.what_words, e.by, e.note.empty() ? "" : language == Language::chinese ? "；" : "; ", e.note_words);
  }
  for (const PeaceEntry& e : due_again(desk.peace, desk.as_of.day)) {
    if (e.line != line.id) continue;
    due.push_back({{"what", to_text(e.activity)}, {"due", to_string(*e.next_on)}});
    if (!shared.json) tell("told.due_again", language, {{"due", to_string(*e.next_on)}, {"what", sheet_word("peace", to_text(e.activity), language)}, {"last", to_string(e.on)}});
  }
  if (shared.json) return print_json({{"line", name_of(desk.index(), line)}, {"log", list}, {"due", due}});
  if (entries.empty()) tell("told.empty_log", language, {{"line", name_of(desk.index(), line)}});
}

}  // namespace

void add_line_projects(Command& line, const Shared& shared) {
  auto building = std::make_shared<ProjectOptions>();
  auto* crossing = line.add_command("project", "Record a building project and say which lines it crosses");
  crossing->add_option("FILE", building->file, "Its route or outline, one line")->required();
  crossing->add_option("--title", building->title, "What is built")->required();
  crossing->add_option("--builder", building->builder, "By whom");
  crossing->add_option("--begins", building->begins, "When work begins");
  crossing->add_option("--consent", building->consents, "CODE=DAY of a division that consented");
  crossing->callback([=, &shared] { record_project(*building, shared); });

  auto given = std::make_shared<ConsentOptions>();
  auto* agreed = line.add_command("consent", "Record the consent of a division to a project on record");
  agreed->add_option("TITLE", given->title, "Of the project")->required();
  agreed->add_option("--by", given->by, "Code of the division")->required();
  agreed->add_option("--on", given->on, "Day of the consent; today when not given");
  agreed->add_option("--permit", given->permit, "Number of the permit");
  agreed->add_option("--document", given->document, "Title of the document");
  agreed->callback([=, &shared] { consent(*given, shared); });
  auto* projects = line.add_command("projects", "Projects near lines: which they cross, who consented and who has not");
  projects->callback([&shared] { list_projects(shared); });
}

void add_peace(Command& inspection, const Shared& shared) {
  auto table = std::make_shared<TableOptions>();
  auto* peace = inspection.add_command("peace", "Take in the log of peaceful boundaries: meetings, agreements, pacts, screenings");
  add_table_options(*peace, *table, false);
  peace->callback([=, &shared] {
    take_table(*table, shared, "peace_log.record", {"told.entry", "told.entries"}, read_peace_table,
               [](Project& p, const ActInfo& info, PeaceDelivery& d) { return record_peace(p, info, d.entries, today()); },
               [](const PeaceDelivery& d) { return d.entries.size(); });
  });
  auto called = std::make_shared<std::string>();
  auto on = std::make_shared<std::string>();
  auto* log = inspection.add_command("log", "What was done along a line between inspections, and what is due again");
  log->add_option("LINE", *called, "Codes of its divisions, its code or name")->required();
  log->add_option("--on", *on, "Day; today when not given");
  log->callback([=, &shared] { tell_log(*called, *on, shared); });
}

}  // namespace merestone
