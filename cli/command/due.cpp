// SPDX-License-Identifier: Apache-2.0
#include "cli/command/change_words.hpp"
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/line_sheets.hpp"
#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
#include "cli/report/phrases.hpp"
#include "data/office/burial_cases.hpp"
#include "data/office/changes.hpp"
#include "data/office/dispute_file.hpp"
#include "data/office/name_acts.hpp"
#include "data/office/name_workflow.hpp"
#include "data/office/relief_acts.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct DueOptions {
  std::string on;
  bool all = false;
};

/// Something that waits for an office.
struct Task {
  Date due;
  bool overdue = false;
  std::optional<Date> done{};
  std::string topic;
  std::string what;
  std::string subject;
  std::int64_t number = 0;
};

std::vector<Task> tasks_of_changes(const Project& project, Date day, Language language) {
  const auto record = project.changes();
  const auto packs = project.packs();
  const auto documents = project.documents();
  std::vector<Task> tasks;
  for (const ChangeEvent& event : record.events) {
    const auto pack = std::find_if(packs.begin(), packs.end(), [&](const CountryPack& p) { return p.id == event.pack; });
    if (pack == packs.end()) continue;
    std::vector<ChangePart> parts;
    std::copy_if(record.parts.begin(), record.parts.end(), std::back_inserter(parts), [&](const ChangePart& p) { return p.event == event.id; });
    for (const ChangeDue& due : due_days(event, parts, *pack, day)) {
      const auto clock = std::find_if(pack->clocks.begin(), pack->clocks.end(), [&](const Clock& c) { return c.id == due.clock; });
      const std::string words = language == Language::chinese ? clock->words.zh : clock->words.en;
      tasks.push_back({due.due, due.overdue, due.done, "division", words, cited(event, documents), event.id.value});
    }
  }
  return tasks;
}

void add_names(std::vector<Task>& tasks, const Project& project, Date day, Language language) {
  for (const NameTask& t : name_tasks(project, day)) {
    tasks.push_back({t.due, t.overdue, t.done, "name", language == Language::chinese ? t.words.zh : t.words.en, t.number + " " + t.name, 0});
  }
  for (const SignTask& t : sign_tasks(project, day)) {
    tasks.push_back({t.due, t.overdue, {}, "sign", language == Language::chinese ? "巡查地名标志" : "inspect the sign", t.number + " " + t.text, 0});
  }
}

void add_burials(std::vector<Task>& tasks, const Project& project, Date day, const Phrases& phrases, const Shared& shared) {
  for (const BurialTask& t : burial_tasks(project, day)) {
    const std::string what = t.words.en.empty() ? phrases.text("task-joint-action") : in_language(t.words, shared);
    tasks.push_back({t.due, t.overdue, t.done, "burial", what, t.number, 0});
  }
}

void add_relief(std::vector<Task>& tasks, const Project& project, Date day, const Phrases& phrases, const Shared& shared) {
  for (const ReliefTask& t : relief_tasks(project, day)) {
    const bool stock = t.kind == ReliefTask::Kind::expiring_stock;
    const std::string what = stock ? phrases.text("task-expiring-stock") : phrases.text("task-report", {{"stage", in_language(t.stage, shared)}});
    tasks.push_back({t.due, t.overdue, t.done, "relief", what, t.subject, 0});
  }
}

void add_disputes(std::vector<Task>& tasks, const Project& project, Date day, const Phrases& phrases, const Shared& shared) {
  for (const DisputeTask& t : dispute_tasks(project, day)) {
    tasks.push_back({t.step.due, t.step.overdue, t.step.left, "dispute", phrases.text("task-state", {{"state", in_language(t.state, shared)}}),
                     t.number + " " + t.title, 0});
  }
}

/// Joint inspections up to the end of the next year, hidden risks, and what neighbours do again.
void add_lines(std::vector<Task>& tasks, const Project& project, Date day, const Phrases& phrases) {
  const LineDesk desk = line_desk(project, {day});
  const int next_year = static_cast<int>(std::chrono::year_month_day{day}.year()) + 1;
  const auto called = [&](BoundaryLineId line) { return name_of(desk.index(), desk.line(line)); };
  for (const DueEntry& entry : due_entries(project, desk, next_year, inspection_years(project))) {
    tasks.push_back({*entry.due.due, entry.due.overdue(day), {}, "line", phrases.text("task-inspection"), entry.name, 0});
  }
  for (const HiddenRisk& risk : desk.risks) {
    if (risk.due_on) tasks.push_back({*risk.due_on, risk.closed_on ? *risk.closed_on > *risk.due_on : *risk.due_on < day, risk.closed_on, "line", phrases.text("task-risk"), risk.local_id + " " + called(risk.line), 0});
  }
  for (const PeaceEntry& entry : due_again(desk.peace, day)) {
    tasks.push_back({*entry.next_on, true, {}, "line", phrases.text("task-again", {{"activity", phrases.word("peace", to_text(entry.activity))}}), called(entry.line), 0});
  }
}

void run(const DueOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(options.on);
  auto tasks = tasks_of_changes(project, day, shared.language);
  add_names(tasks, project, day, shared.language);
  const Phrases phrases{language_of_sheet(shared)};
  add_burials(tasks, project, day, phrases, shared);
  add_relief(tasks, project, day, phrases, shared);
  add_disputes(tasks, project, day, phrases, shared);
  add_lines(tasks, project, day, phrases);
  if (!options.all) std::erase_if(tasks, [](const Task& task) { return task.done.has_value(); });
  std::stable_sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) { return a.due < b.due; });
  if (shared.json) {
    auto list = Json::array();
    for (const Task& task : tasks) {
      Json json{{"due", to_string(task.due)}, {"overdue", task.overdue}, {"topic", task.topic}, {"what", task.what},
                {"subject", task.subject}, {"number", task.number}};
      if (task.done) json["done"] = to_string(*task.done);
      list.push_back(std::move(json));
    }
    return print_json({{"on", to_string(day)}, {"due", list}});
  }
  for (const Task& task : tasks) {
    const Language language = shared.language;
    const std::string state = task.done ? told(task.overdue ? "told.done_late" : "told.done", language, {{"day", to_string(*task.done)}})
                                        : task.overdue ? told("told.overdue", language) : "";
    const std::string_view topic = term_word("task_topic", task.topic, language);
    if (task.number == 0) fmt::print("{}  {:<8} {:<28} {} {}\n", to_string(task.due), state, task.what, topic, task.subject);
    else fmt::print("{}  {:<8} {:<28} {} {} ({})\n", to_string(task.due), state, task.what, topic, task.number, task.subject);
  }
  if (tasks.empty()) tell("told.nothing_due", shared.language);
}

}  // namespace

void add_due(Command& program, const Shared& shared) {
  auto* command = program.add_command("due", "Say what must be done by when, and what is overdue");
  auto options = std::make_shared<DueOptions>();
  command->add_option("--on", options->on, "As seen on this day, YYYY-MM-DD; today when not given");
  command->add_flag("--all", options->all, "Also what is done");
  command->footer("Example:  merestone due --on 2012-08-01");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
