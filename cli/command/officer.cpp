// SPDX-License-Identifier: Apache-2.0
#include "cli/command/commands.hpp"
#include "cli/command/name.hpp"
#include "cli/words/json.hpp"
#include "data/office/officers.hpp"
#include "gis/divisions/lookup.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct Appointing : NameOptions {
  std::string officer, role, division, until;
  int body_level = 0;
};

DivisionId division_in(const Project& project, const std::string& code, Date day) {
  if (code.empty()) return {};
  const auto facts = project.division_facts();
  return division_with_code({facts, day}, facts, code, day).id;
}

void appoint(const Appointing& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  OfficerRole role{0, options.officer, options.role, division_in(project, options.division, options.day()), options.body_level, {}, {options.day(), open_end}};
  if (!options.until.empty()) role.valid.until = parse_date(options.until);
  tell_recorded(shared, {"told.appointed", {{"officer", options.officer}, {"role", options.role}}}, appoint_officer(project, options.info(shared, "appointment"), role, options.carry()));
}

void dismiss(const Appointing& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const auto division = division_in(project, options.division, options.day());
  tell_recorded(shared, {"told.dismissed", {{"officer", options.officer}, {"role", options.role}}},
                dismiss_officer(project, options.info(shared, "dismissal"), options.officer, options.role, division, options.day(), options.carry()));
}

void list(const std::string& on, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(on);
  auto roles = officer_roles(project);
  std::erase_if(roles, [&](const OfficerRole& r) { return !r.valid.contains(day); });
  const DivisionRegister divisions = project.divisions({day, latest_revision});
  auto rows = Json::array();
  for (const auto& r : roles) {
    const DivisionState* state = divisions.find(r.division);
    const std::string where = r.division.value == 0 ? "everywhere" : state != nullptr ? state->code + " " + state->name : "#" + std::to_string(r.division.value);
    rows.push_back({{"officer", r.officer}, {"role", r.role}, {"where", where}, {"body_level", r.body_level}, {"from", to_string(r.valid.from)}, {"until", to_string(r.valid.until)}});
    if (!shared.json) fmt::print("{:<16} {:<12} {}{} {}\n", r.officer, r.role, where, r.body_level > 0 ? fmt::format(", bodies of level {}", r.body_level) : "", in_words(r.valid));
  }
  if (shared.json) print_json({{"officers", rows}});
  else if (roles.empty()) fmt::print("No officers are named: everybody may do everything.\n");
}

void queue(const std::string& officer, const std::string& on, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(on);
  const auto waiting = name_queue(project, officer, day);
  const NameRules rules = names_pack(project).names;
  auto rows = Json::array();
  for (const auto& q : waiting) {
    std::string next;
    for (const auto& state : q.next) next += (next.empty() ? "" : ", ") + step_words(rules, state, shared.language);
    Json row{{"number", q.number}, {"name", q.name}, {"state", q.state}, {"since", to_string(q.since)}, {"next", q.next}, {"overdue", q.overdue}};
    if (q.due) row["due"] = to_string(*q.due);
    rows.push_back(std::move(row));
    if (!shared.json) {
      const std::string stands = told("told.waits", shared.language, {{"since", to_string(q.since)}, {"state", step_words(rules, q.state, shared.language)}, {"next", next}});
      fmt::print("{:<10}  {:<8} {:<12} {}  {}\n", q.due ? to_string(*q.due) : "", q.overdue ? told("told.overdue", shared.language) : "", q.number, q.name, stands);
    }
  }
  if (shared.json) print_json({{"officer", officer}, {"on", to_string(day)}, {"queue", rows}});
  else if (waiting.empty()) fmt::print("{}\n", told("told.nothing_waits", shared.language));
}

}  // namespace

void add_officer(Command& program, const Shared& shared) {
  auto* officer = program.add_command("officer", "Officers: who may do what to names, and what waits for whom");
  officer->require_command();
  std::vector<std::string> roles;
  for (const OfficeRole& role : office_roles()) roles.emplace_back(role.id);

  auto options = std::make_shared<Appointing>();
  auto* command = officer->add_command("appoint", "Give an officer a role; the first one of a project is a manager");
  command->add_option("OFFICER", options->officer, "As acts name their author")->required();
  command->add_option("ROLE", options->role, "What the officer may do")->required()->one_of(roles);
  command->add_option("--in", options->division, "Code of a division: there and in all that lies in it; everywhere when not given");
  command->add_option("--body-level", options->body_level, "Only for decisions of bodies of this level")->in_range(0, 20);
  command->add_option("--until", options->until, "Day on which the role ends");
  add_name_options(*command, *options);
  command->callback([&shared, options] { appoint(*options, shared); });

  options = std::make_shared<Appointing>();
  command = officer->add_command("dismiss", "End a role");
  command->add_option("OFFICER", options->officer, "As acts name their author")->required();
  command->add_option("ROLE", options->role, "Which role")->required()->one_of(roles);
  command->add_option("--in", options->division, "Code of the division that it was given for");
  add_name_options(*command, *options);
  command->callback([&shared, options] { dismiss(*options, shared); });

  struct Asked {
    std::string officer, on;
  };
  auto asked = std::make_shared<Asked>();
  command = officer->add_command("list", "All roles that hold on a day");
  command->add_option("--on", asked->on, "Day; today when not given");
  command->callback([&shared, asked] { list(asked->on, shared); });

  asked = std::make_shared<Asked>();
  command = officer->add_command("queue", "Names that wait, the most urgent first");
  command->add_option("OFFICER", asked->officer, "For whom; for everybody when not given");
  command->add_option("--on", asked->on, "Day; today when not given");
  command->callback([&shared, asked] { queue(asked->officer, asked->on, shared); });
  officer->footer("Example:  merestone officer appoint Mei approver --in 330381 --body-level 3");
}

}  // namespace merestone
