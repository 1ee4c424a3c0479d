// SPDX-License-Identifier: Apache-2.0
#include "cli/command/change_words.hpp"
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "cli/words/json.hpp"
#include "data/office/attempt.hpp"
#include "data/office/changes.hpp"
#include "data/packs/change_document.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <functional>
#include <iterator>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

/// What the document says, whatever the act.
struct DivisionOptions {
  ChangeAct act;
  std::string title, number, authority, approved, announced, effective, reason, code_system, file, superior, entrusted;
  std::vector<std::string> heirs;
  std::vector<double> at;
  bool dry_run = false;
};

std::optional<Date> day_in(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return parse_date(text);
}

/// "340181", or "340181=0.25" with its share of the ground.
Recipient recipient_of(const std::string& text) {
  const auto at = text.find('=');
  if (at == std::string::npos) return {text};
  const auto share = parse_number(std::string_view{text}.substr(at + 1));
  if (!share) {
    const std::string what = "--to takes a code, or a code and its share, as in 340181=0.25; not " + text;
    throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "division "}}}}};
  }
  return {text.substr(0, at), *share};
}

std::string text_of_file(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{file}, {}};
  if (!file) throw Error{Fault::missing, "cannot read " + path, {{.rule = "fault.missing", .facts = {{"what", path}}}}};
  return text;
}

Json json_of(const ChangeReceipt& receipt) {
  auto renumbered = Json::array();
  for (const auto& [from, to] : receipt.renumbered) renumbered.push_back({{"from", from}, {"to", to}});
  auto ground = Json::array();
  for (const auto& g : receipt.ground) {
    ground.push_back({{"from", g.from_code}, {"to", g.to_code}, {"area_m2", g.area_m2}, {"share", g.share}});
  }
  return {{"change", receipt.event.id.value}, {"revision", receipt.revision}, {"effective", to_string(*receipt.event.dates.effective)},
          {"acts", receipt.parts.size()}, {"renumbered", renumbered}, {"ground", ground}, {"findings", to_json(receipt.findings)}};
}

void print_ground(const ChangeReceipt& receipt, Language language) {
  for (const auto& g : receipt.ground) {
    fmt::print("  {}\n", told("told.ground_given", language, {{"from", g.from_code + " " + g.from_name}, {"to", g.to_code + " " + g.to_name},
                                                            {"m2", fixed(g.area_m2, 1)}, {"percent", fixed(100 * g.share, 2)}}));
  }
}

/// What a change would do. It has no number: nothing was recorded.
void tell_trial(const ChangeReceipt& receipt, const Shared& shared) {
  if (shared.json) {
    Json json = json_of(receipt);
    json["change"] = json["revision"] = nullptr;
    return print_json(json);
  }
  tell("told.change_tried", shared.language, {{"day", to_string(*receipt.event.dates.effective)}, {"acts", std::to_string(receipt.parts.size())}});
  print_ground(receipt, shared.language);
  print_findings(receipt.findings, shared.language);
}

void carry_out(const DivisionOptions& options, const Shared& shared, const std::function<ChangeDocument()>& read) {
  auto project = Project::open(shared.project, Access::write);
  const std::string first_reason = !options.reason.empty() ? options.reason : !options.title.empty() ? options.title : "change of divisions";
  const ChangeDocument document = attempted_unless(options.dry_run, project, "divisions.change", {shared.author, first_reason, {}, {}}, read);
  const auto packs = project.packs();
  std::string system = document.code_system;
  if (system.empty()) system = usual_code_system(project.division_facts(), packs);
  const std::string reason = options.reason.empty() ? document.plan.title : options.reason;
  const ActInfo info{shared.author, reason, document.document, {}};
  if (options.dry_run) return tell_trial(try_change(project, info, document.plan, system), shared);
  const auto receipt = change_divisions(project, info, document.plan, system);
  if (shared.json) return print_json(json_of(receipt));
  tell("told.change_recorded", shared.language, {{"change", std::to_string(receipt.event.id.value)}, {"day", to_string(*receipt.event.dates.effective)},
                                                 {"revision", std::to_string(receipt.revision)}});
  print_parts(project, receipt.event.id, shared);
  print_ground(receipt, shared.language);
  print_findings(receipt.findings, shared.language);
}

ChangeDocument document_of(const DivisionOptions& options) {
  ChangeDocument document;
  ChangeAct act = options.act;
  if (!options.superior.empty()) act.superior = options.superior == "none" ? "" : options.superior;
  if (!options.entrusted.empty()) act.entrusted = options.entrusted == "none" ? "" : options.entrusted;
  for (const auto& heir : options.heirs) act.territory.push_back(recipient_of(heir));
  if (options.at.size() == 2) act.seat.at = Place{options.at[0], options.at[1]};
  document.plan = {options.title, options.authority,
                   {day_in(options.approved), day_in(options.announced), day_in(options.effective), {}, {}}, {}, {act}};
  document.document = {{}, "decree", options.title, options.number, options.authority, document.plan.dates.approved, {}, {}};
  document.code_system = options.code_system;
  return document;
}

void add_document_options(Command* command, DivisionOptions& options) {
  command->add_option("--title", options.title, "Of the document");
  command->add_option("--number", options.number, "Of the document, such as 国函〔2011〕84号");
  command->add_option("--authority", options.authority, "Who approved");
  command->add_option("--approved", options.approved, "Day, YYYY-MM-DD");
  command->add_option("--announced", options.announced, "Day");
  command->add_option("--effective", options.effective, "Day from which it holds; the day of approval when not given");
  command->add_option("--reason", options.reason, "Written into the audit; the title when not given");
  command->add_option("--code-system", options.code_system, "Of the codes; the usual one of the project when not given");
}

/// An act of its own as a command.
Command* add_act(Command* group, const Shared& shared, const char* name, const char* about, ChangeKind kind,
                  const std::shared_ptr<DivisionOptions>& options) {
  auto* command = group->add_command(name, about);
  options->act.kind = kind;
  command->add_option("CODE", options->act.code, "Of the division")->required();
  command->add_option("--level", options->act.level, kind == ChangeKind::establish ? "1 is the highest; as the pack says of the kind when not given"
                                                                                   : "Of the division, where divisions of several levels have the code");
  add_document_options(command, *options);
  command->callback([&shared, options] { carry_out(*options, shared, [&] { return document_of(*options); }); });
  return command;
}

void add_progress(Command* group, const Shared& shared) {
  struct Days {
    std::int64_t change = 0;
    std::string announced, completed, code_published, reason = "progress of a change";
    bool extended = false;
  };
  auto* command = group->add_command("progress", "Record that a change was announced, completed, or its codes published");
  auto days = std::make_shared<Days>();
  command->add_option("CHANGE", days->change, "Number of the change")->required();
  command->add_option("--announced", days->announced, "Day, YYYY-MM-DD");
  command->add_option("--completed", days->completed, "Day");
  command->add_option("--code-published", days->code_published, "Day");
  command->add_flag("--extended", days->extended, "Completion was given the longer time");
  command->add_option("--reason", days->reason, "Written into the audit");
  command->callback([&shared, days] {
    auto project = Project::open(shared.project, Access::write);
    const auto revision = record_progress(project, {shared.author, days->reason, {}, {}}, ChangeEventId{days->change},
                                          {day_in(days->announced), day_in(days->completed), day_in(days->code_published), days->extended});
    if (shared.json) return print_json({{"change", days->change}, {"revision", revision}});
    tell("told.progress_recorded", shared.language, {{"revision", std::to_string(revision)}});
  });
}

}  // namespace

void add_division(Command& program, const Shared& shared) {
  auto* group = program.add_command("division", "Change divisions: one document, one act");
  group->require_command();
  const auto fresh = [] { return std::make_shared<DivisionOptions>(); };

  auto options = fresh();
  auto* command = add_act(group, shared, "establish", "A new division", ChangeKind::establish, options);
  command->add_option("NAME", options->act.name, "In full, with its generic term")->required();
  command->add_option("--kind", options->act.division_kind, "As the country pack names it")->required();
  command->add_option("--name-language", options->act.language, "Of the name")->shows_default();
  command->add_option("--superior", options->superior, "Code");
  command->add_option("--entrusted", options->entrusted, "Code of who administers it for its superior");
  command->add_option("--seat", options->act.seat.name, "Of its government");

  options = fresh();
  command = add_act(group, shared, "abolish", "A division ends; say where its territory goes", ChangeKind::abolish, options);
  command->add_option("--to", options->heirs, "Code of who takes the territory; code=share for several")->delimiter(',');

  options = fresh();
  command = add_act(group, shared, "rename", "Another specific term; the code stays", ChangeKind::rename, options);
  command->add_option("NAME", options->act.name, "In full")->required();
  command->add_option("--name-language", options->act.language, "Of the name; as before when not given");

  options = fresh();
  command = add_act(group, shared, "move", "Another superior, legal or entrusted", ChangeKind::change_superior, options);
  command->add_option("--superior", options->superior, "Code of the new legal superior, or none");
  command->add_option("--entrusted", options->entrusted, "Code of who administers it, or none");
  command->add_option("--new-code", options->act.new_code, "That replaces its code");

  options = fresh();
  command = add_act(group, shared, "seat", "The seat of government moves", ChangeKind::move_seat, options);
  command->add_option("NAME", options->act.seat.name, "Of the place")->required();
  command->add_option("--at", options->at, "LON,LAT")->delimiter(',')->expected(2);

  options = fresh();
  command = add_act(group, shared, "renumber", "Another code and nothing else", ChangeKind::renumber, options);
  command->add_option("NEW_CODE", options->act.new_code, "The code from then on")->required();

  options = fresh();
  command = group->add_command("change", "Carry out a change of many acts, written down as JSON");
  command->add_option("FILE", options->file, "JSON: title, number, authority, days, acts; see data/packs/change_document.hpp")->required();
  command->add_option("--reason", options->reason, "Written into the audit; the title when not given");
  command->add_flag("--dry-run", options->dry_run, "Judge it and tell which ground would pass; write nothing");
  command->callback([&shared, options] {
    carry_out(*options, shared, [&] { return read_change(options->file, text_of_file(options->file)); });
  });
  add_progress(group, shared);
  add_division_list(*group, shared);
  add_division_use(*group, shared);
  group->footer("Example:  merestone division rename 420600 襄阳市 --title \"襄樊市更名\" --effective 2010-12-09");
}

}  // namespace merestone
