// SPDX-License-Identifier: Apache-2.0
#include "cli/command/name.hpp"

#include "cli/command/search_index.hpp"
#include "cli/words/json.hpp"
#include "data/office/naming_checks.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct Checked {
  NamingQuestion question;
  std::string on;
  SizeOptions measured;
  std::vector<double> at;
  std::vector<std::string> exempted;
};

struct Compared {
  std::string by = "name";
  std::string on;
  int level = 3;
  int class_level = 2;
};

/// "PN-06=the village is called so since 1936".
NamingExemption exemption_of(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    const std::string what = "--exempt takes a rule and the reason, as in PN-06=\"named after the old village\"; not " + text;
    throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "name check "}}}}};
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

void check(const Checked& options, const Shared& shared) {
  NamingQuestion question = options.question;
  question.day = day_of(options.on);
  question.request.size = options.measured.size();
  if (options.at.size() == 2) question.position = from_degrees(options.at[0], options.at[1]);
  for (const std::string& text : options.exempted) question.request.exempted.push_back(exemption_of(text));
  const auto project = Project::open(shared.project);
  const auto names = NameSearch::open(project, index_file(shared.project), today());
  question.names = &names;
  const auto found = naming_findings(project, question);
  const char* outcome = found.empty() ? "pass" : word_of(outcome_of(found));
  if (shared.json) {
    Json list = Json::array();
    for (const NamingFinding& each : found) {
      Json json = to_json(each.finding);
      json["outcome"] = word_of(each.outcome);
      json["law"] = each.law;
      list.push_back(std::move(json));
    }
    return print_json({{"name", question.request.text}, {"outcome", outcome}, {"findings", list}});
  }
  fmt::print("{}: {}\n", question.request.text, term_word("outcome", outcome, shared.language));
  std::fflush(stdout);
  std::vector<Finding> findings;
  for (const NamingFinding& each : found) findings.push_back(each.finding);
  print_findings(findings, shared.language);
}

void compare(const Compared& options, const Shared& shared) {
  const SameBy by = options.by == "name" ? SameBy::name : SameBy::sound;
  const auto [names, report] = same_names_on_record(Project::open(shared.project), by, options.level, options.class_level, day_of(options.on));
  if (shared.json) {
    Json counts = Json::array();
    for (const SameCount& each : report.counts) {
      counts.push_back({{"division", each.division.code}, {"division_name", each.division.name}, {"class", each.class_code}, {"groups", each.groups}, {"names", each.names}});
    }
    Json groups = Json::array();
    for (const SameGroup& each : report.groups) {
      Json members = Json::array();
      for (const std::size_t i : each.members) members.push_back({{"place", names[i].place}, {"name", names[i].text}, {"division", names[i].division}});
      groups.push_back({{"division", each.division.code}, {"division_name", each.division.name}, {"class", each.class_code}, {"key", each.key}, {"members", members}});
    }
    return print_json({{"by", options.by}, {"counts", counts}, {"groups", groups}});
  }
  if (report.groups.empty()) fmt::print("{}\n", told("told.none_same", shared.language));
  for (const SameGroup& each : report.groups) {
    const std::string& code = each.division.code;
    fmt::print("{:<8} {:<6} {}×", code.empty() ? "–" : code + " " + each.division.name, each.class_code, each.members.size());
    for (const std::size_t i : each.members) fmt::print(" {} ({})", names[i].text, names[i].division.empty() ? "#" + std::to_string(names[i].place) : names[i].division);
    fmt::print("\n");
  }
}

}  // namespace

void add_name_checks(Command& name, const Shared& shared) {
  auto* command = name.add_command("check", "Say what stands against a name: same and like ones, characters, lists, generic terms");
  auto options = std::make_shared<Checked>();
  NamingRequest& request = options->question.request;
  command->add_option("TEXT", request.text, "The name")->required();
  command->add_option("--class", request.class_code, "Class code of the pack, as in 23400; none for a division");
  command->add_option("--level", request.level, "Level of the division that is named; none for another place")->in_range(0, 20);
  command->add_option("--in", options->question.division, "Code of the finest division that holds it");
  command->add_option("--at", options->at, "LON,LAT: finds division and built-up area that hold it")->delimiter(',')->expected(2);
  command->add_option("--built-up-area", request.built_up_area, "Built-up area in which streets and buildings are unique");
  add_size_options(*command, options->measured);
  command->add_flag("--famous", request.famous, "A famous natural feature: unique in the nation");
  command->add_option("--instead-of", request.former, "The name that it replaces");
  command->add_flag("--protected", request.former_protected, "That one is on the protection list");
  command->add_flag("--plan", request.protection_plan, "and a protection plan is attached");
  command->add_option("--exempt", options->exempted, "RULE=REASON why a warning does not hold, as in PN-06=…");
  command->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  command->callback([&shared, options] { check(*options, shared); });

  auto* same = name.add_command("same", "List names that are the same, or sound the same, by division and class");
  auto compared = std::make_shared<Compared>();
  same->add_option("--by", compared->by, "name or sound")->one_of({"name", "sound"})->shows_default();
  same->add_option("--level", compared->level, "Names are compared within divisions of this level; 0 for all together")->in_range(0, 99)->shows_default();
  same->add_option("--class-level", compared->class_level, "and within classes of this level of their tree, 1 at its top; 0 for all together")->in_range(0, 9)->shows_default();
  same->add_option("--on", compared->on, "Day, YYYY-MM-DD; today when not given");
  same->callback([&shared, compared] { compare(*compared, shared); });
}

}  // namespace merestone
