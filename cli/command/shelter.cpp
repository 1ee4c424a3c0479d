// SPDX-License-Identifier: Apache-2.0
#include "cli/command/commands.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/command/relief.hpp"
#include "data/exchange/reading_relief.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct ShelterImport {
  TableOptions table;
  std::string valid_from;
};

void take_in_shelters(ShelterImport& options, const Shared& shared) {
  auto project = Project::open(shared.project, options.table.dry_run ? Access::read : Access::write);
  options.table.reading.extent = project.extent({today()});
  ShelterDelivery delivery = read_shelter_table(options.table.file, options.table.reading);
  refuse_wrong(delivery, options.table);
  for (auto& [shelter, record] : delivery.shelters) {
    if (!options.valid_from.empty() && shelter.valid.from == unknown_start) shelter.valid.from = parse_date(options.valid_from);
  }
  const auto findings = adoption_findings(project, delivery.shelters, delivery.source.title);
  const Revision revision = options.table.dry_run ? 0 : adopt_shelters(project, act_of(options.table, shared, delivery.source), delivery.shelters);
  tell_taken(options.table, delivery, findings, {"shelter", "shelters"}, delivery.shelters.size(), revision, shared);
}

struct Question {
  ShelterQuestion question;
  std::string on;
  int level = 0;
  SheetOptions sheet;
};

void add_question(Command& command, Question& options) {
  command.add_option("--hazard", options.question.hazard, "Count shelters for this hazard only, without those inside its zones");
  command.add_option("--level", options.level, "Of divisions: 3 for counties; the finest when not given");
}

void refuse_unknown_hazard(const EventRules& rules, const std::string& hazard) {
  if (hazard.empty() || rules.hazards.empty() || rules.hazard(hazard) != nullptr) return;
  std::string words;
  for (const HazardKind& h : rules.hazards) words += (words.empty() ? "" : ", ") + h.id;
  throw Error{Fault::invalid, "unknown hazard", {{.rule = "event.unknown_hazard", .facts = {{"event", "–"}, {"value", hazard}, {"words", words}}}}};
}

void show_gaps(Question& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const ShelterDesk desk = shelter_desk(project, {day_of(options.on)});
  refuse_unknown_hazard(desk.rules.events, options.question.hazard);
  options.question.level = options.level;
  const ShelterCoverage coverage = coverage_of(desk, options.question);
  std::vector<Finding> notes;
  for (const ShelterState& state : coverage.states) notes.insert(notes.end(), state.notes.begin(), state.notes.end());
  const auto state_of = [&](const ShelterGap& gap) { return desk.divisions.find(gap.division); };
  if (shared.json) {
    auto rows = Json::array();
    for (const ShelterGap& g : coverage.gaps) {
      rows.push_back({{"code", state_of(g)->code}, {"name", state_of(g)->name}, {"people", g.people}, {"capacity", g.capacity}, {"excluded", g.excluded},
                      {"served", g.served}, {"full", g.full}, {"out_of_reach", g.out_of_reach}});
    }
    auto shelters = Json::array();
    for (std::size_t i = 0; i < desk.shelters.size(); ++i) {
      shelters.push_back({{"id", desk.shelters[i].local_id}, {"capacity", coverage.states[i].capacity}, {"excluded", coverage.states[i].excluded},
                          {"nearest_load", coverage.nearest.load[i]}, {"assigned", coverage.best.load[i]}});
    }
    return print_json({{"hazard", coverage.question.hazard}, {"level", coverage.question.level}, {"distance", "straight, geodesic"}, {"people", coverage.whole.people},
                       {"capacity", coverage.whole.capacity}, {"served", coverage.whole.served}, {"unplaced", coverage.unplaced}, {"divisions", rows},
                       {"shelters", shelters}, {"findings", to_json(notes)}});
  }
  fmt::print("{:<13} {:>9} {:>9} {:>9} {:>9} {:>12}\n", "", "people", "capacity", "served", "full", "out of reach");
  const auto line = [&](const std::string& code, const std::string& name, const ShelterGap& g) {
    fmt::print("{:<13} {:>9} {:>9} {:>9} {:>9} {:>12}  {}{}\n", code, g.people, g.capacity, g.served, g.full, g.out_of_reach, name,
               g.excluded > 0 ? fmt::format("  ({} left out)", g.excluded) : "");
  };
  for (const ShelterGap& g : coverage.gaps) {
    if (g.people > 0 || g.capacity > 0 || g.excluded > 0) line(state_of(g)->code, state_of(g)->name, g);
  }
  line("", Phrases{language_of_sheet(shared)}.text("theme-whole"), coverage.whole);
  fmt::print("Straight geodesic distances; ways on the ground are longer.\n");
  if (coverage.unplaced > 0) fmt::print("{} people live where the division is not known.\n", coverage.unplaced);
  std::fflush(stdout);
  print_findings(notes, shared.language);
}

void list(const Question& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const ReliefRules rules = relief_rules(project);
  auto all = Json::array();
  for (const Shelter& s : shelters_on(project, {day_of(options.on)})) {
    const std::int64_t capacity = capacity_of(s, rules.shelters);
    std::string hazards;
    for (const std::string& h : s.hazards) hazards += (hazards.empty() ? "" : ", ") + h;
    if (!shared.json) {
      fmt::print("{:<8} {:>7} {:<10} {:<9} {:<22} {}{}\n", s.local_id, capacity, s.level, s.duration, hazards, s.name, s.in_use > capacity ? "  over capacity" : "");
      continue;
    }
    all.push_back({{"id", s.local_id}, {"name", s.name}, {"level", s.level}, {"space", s.space}, {"duration", s.duration}, {"capacity", capacity}, {"in_use", s.in_use},
                   {"hazards", s.hazards}, {"radius_m", service_radius_m(s, rules.shelters)}});
  }
  if (shared.json) print_json({{"shelters", all}});
}

void report(Question& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  options.question.level = options.level;
  refuse_unknown_hazard(relief_rules(project).events, options.question.hazard);
  const ShelterSheet sheet = shelter_sheet(project, {day_of(options.sheet.on)}, options.question);
  const std::string name = "shelters" + (options.question.hazard.empty() ? "" : "-" + options.question.hazard) + "-" + options.sheet.language;
  tell_files(write_files(sheet, Phrases{options.sheet.language}, sheet_stem(options.sheet, name), options.sheet.formats), shared);
}

}  // namespace

void add_shelter(Command& program, const Shared& shared) {
  auto* command = program.add_command("shelter", "Emergency shelters: capacity, who can go where, gaps");
  command->require_command();
  command->footer("Example:  merestone shelter gaps --hazard flood --level 3");

  auto import = std::make_shared<ShelterImport>();
  auto* importing = command->add_command("import", "Shelters from a table; one with an id on record is a further version");
  add_table_options(*importing, import->table, false);
  importing->add_option("--valid-from", import->valid_from, "Since when those hold that do not say, YYYY-MM-DD");
  importing->callback([&shared, import] { take_in_shelters(*import, shared); });

  auto listing = std::make_shared<Question>();
  auto* all = command->add_command("list", "Shelters with what they take");
  all->add_option("--on", listing->on, "Day, YYYY-MM-DD; today when not given");
  all->callback([&shared, listing] { list(*listing, shared); });

  auto gaps = std::make_shared<Question>();
  auto* showing = command->add_command("gaps", "People with and without a place, by division");
  add_question(*showing, *gaps);
  showing->add_option("--on", gaps->on, "Day, YYYY-MM-DD; today when not given");
  showing->footer("Example:  merestone shelter gaps --hazard flood --level 3");
  showing->callback([&shared, gaps] { show_gaps(*gaps, shared); });

  auto printing = std::make_shared<Question>();
  auto* reporting = command->add_command("report", "The same on paper, with stock against need");
  add_question(*reporting, *printing);
  reporting->add_option("--on", printing->sheet.on, "Day, YYYY-MM-DD; today when not given");
  reporting->add_option("--out", printing->sheet.out, "Folder")->shows_default();
  reporting->add_option("--format", printing->sheet.formats, "html, pdf, csv")->delimiter(',')->one_of({"html", "pdf", "csv"});
  reporting->add_option("--sheet-language", printing->sheet.language, "Of the sheet")->one_of({"en", "zh"})->shows_default();
  reporting->callback([&shared, printing] { report(*printing, shared); });
}

}  // namespace merestone
