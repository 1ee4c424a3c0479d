// SPDX-License-Identifier: Apache-2.0
#include "cli/command/attempts.hpp"
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "data/office/project.hpp"
#include "gis/divisions/lookup.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct InfoOptions {
  std::string code;
  std::string on;
  std::string list;
  bool audit = false;
  bool attempts = false;
};

Json json_of(const DivisionState& division) {
  return {{"code", division.code}, {"name", division.name}, {"level", division.level}, {"kind", division.kind}};
}

std::string line_of(const DivisionState& division) {
  return fmt::format("{:<16} {:<8} {}", division.kind, division.code, division.name);
}

/// Divisions of a day by level and kind: 2 department 1, 3 arrondissement 4, …
std::map<std::pair<Level, std::string>, std::size_t> counted(const DivisionRegister& divisions) {
  std::map<std::pair<Level, std::string>, std::size_t> counts;
  for (const auto& division : divisions.all()) ++counts[{division.level, division.kind}];
  return counts;
}

void about_project(const Project& project, Date day, const Shared& shared) {
  const auto summary = project.summary();
  const auto counts = counted(project.divisions({day}));
  if (shared.json) {
    auto levels = Json::array();
    for (const auto& [key, count] : counts) levels.push_back({{"level", key.first}, {"kind", key.second}, {"count", count}});
    return print_json({{"project", shared.project}, {"title", summary.title}, {"engine", summary.engine},
                       {"revision", summary.revision}, {"audit_head", summary.audit_head},
                       {"divisions", summary.divisions}, {"stretches", summary.stretches},
                       {"boundary_lines", summary.boundary_lines}, {"places", summary.places},
                       {"hazard_zones", summary.hazard_zones}, {"facilities", summary.facilities},
                       {"documents", summary.documents}, {"on", to_string(day)}, {"levels", levels}});
  }
  fmt::print("{}\n  project     {} ({})\n  revision    {}, audit head {}\n", summary.title, shared.project, summary.engine,
             summary.revision, summary.audit_head);
  fmt::print("On record, of all days\n  {} divisions, {} stretches, {} boundary lines, {} places, {} hazard zones, "
             "{} burial facilities, {} documents\n",
             summary.divisions, summary.stretches, summary.boundary_lines, summary.places, summary.hazard_zones,
             summary.facilities, summary.documents);
  fmt::print("Divisions on {}\n", to_string(day));
  for (const auto& [key, count] : counts) fmt::print("  level {}  {:>7} {}\n", key.first, count, key.second);
  if (counts.empty()) fmt::print("  none\n");
}

void about_division(const Project& project, const std::string& code, Date day, const Shared& shared) {
  const auto facts = project.division_facts();
  const DivisionRegister divisions{facts, day};
  const auto& division = division_with_code(divisions, facts, code, day);
  const auto chain = divisions.chain(division.id);
  const auto members = divisions.members(division.id);
  const auto card = [&](DivisionId id, Date on) {
    const DivisionRegister then{facts, on};
    const auto* found = then.find(id);
    return found != nullptr ? *found : DivisionState{.id = id};
  };
  auto changes = Json::array();
  for (const auto& change : facts.successions) {
    if (change.from != division.id && change.to != division.id) continue;
    const auto day_before = change.day - std::chrono::days{1};
    changes.push_back({{"day", to_string(change.day)}, {"from", json_of(card(change.from, day_before))},
                       {"to", json_of(card(change.to, change.day))}, {"reason", change.reason}});
  }
  if (shared.json) {
    auto document = json_of(division);
    document["on"] = to_string(day);
    document["from"] = to_string(division.valid.from);
    document["until"] = to_string(division.valid.until);
    document["superiors"] = Json::array();
    for (auto it = chain.begin() + 1; it != chain.end(); ++it) document["superiors"].push_back(json_of(**it));
    if (const auto* keeper = divisions.find(division.entrusted_to)) document["entrusted_to"] = json_of(*keeper);
    document["names"] = Json::array();
    for (const auto& name : facts.names) {
      if (name.division != division.id) continue;
      document["names"].push_back({{"text", name.text}, {"language", name.language}, {"status", name.status},
                                   {"from", to_string(name.valid.from)}, {"until", to_string(name.valid.until)}});
    }
    document["members"] = Json::array();
    for (const auto* member : members) document["members"].push_back(json_of(*member));
    document["changes"] = changes;
    return print_json(document);
  }
  fmt::print("{} on {}, {}\n", line_of(division), to_string(day), in_words(division.valid));
  for (auto it = chain.begin() + 1; it != chain.end(); ++it) fmt::print("  in  {}\n", line_of(**it));
  if (const auto* keeper = divisions.find(division.entrusted_to)) fmt::print("  entrusted to  {}\n", line_of(*keeper));
  for (const auto& name : facts.names) {
    if (name.division != division.id) continue;
    const auto language = name.language == "und" ? "" : name.language + ", ";
    fmt::print("  named {} ({}{}), {}\n", name.text, language, name.status, in_words(name.valid));
  }
  for (const auto& change : changes) {
    fmt::print("  {}: {} {} -> {} {}, {}\n", change["day"].get<std::string>(), change["from"]["code"].get<std::string>(),
               change["from"]["name"].get<std::string>(), change["to"]["code"].get<std::string>(),
               change["to"]["name"].get<std::string>(), change["reason"].get<std::string>());
  }
  if (!members.empty()) fmt::print("{} members\n", members.size());
  for (const auto* member : members) fmt::print("  {}\n", line_of(*member));
}

/// Divisions of the day whose name or code contains the text.
void about_names(const Project& project, const std::string& text, Date day, const Shared& shared) {
  const auto divisions = project.divisions({day});
  auto found = Json::array();
  for (const auto& division : divisions.all()) {
    if (division.name.find(text) == std::string::npos && division.code.find(text) == std::string::npos) continue;
    if (shared.json) found.push_back(json_of(division));
    else fmt::print("{}\n", line_of(division));
  }
  if (shared.json) print_json({{"on", to_string(day)}, {"divisions", found}});
}

void about_audit(const Project& project, const Shared& shared) {
  auto entries = Json::array();
  for (const auto& entry : project.audit()) {
    if (!shared.json) {
      fmt::print("{:>5}  {}  {:<20} {:<12} {}\n       {}\n", entry.revision, entry.recorded_at, entry.act, entry.author,
                 entry.reason, entry.hash);
      continue;
    }
    entries.push_back({{"revision", entry.revision}, {"act", entry.act}, {"author", entry.author}, {"reason", entry.reason},
                       {"recorded_at", entry.recorded_at}, {"facts", Json::parse(entry.facts, nullptr, false)},
                       {"previous", entry.previous}, {"hash", entry.hash}});
  }
  if (shared.json) print_json({{"audit", entries}});
}

void run(const InfoOptions& options, const Shared& shared) {
  const auto day = day_of(options.on);
  const auto project = Project::open(shared.project);
  if (options.attempts) return tell_attempts(shared);
  if (options.audit) return about_audit(project, shared);
  if (!options.list.empty()) return about_names(project, options.list, day, shared);
  if (!options.code.empty()) return about_division(project, options.code, day, shared);
  about_project(project, day, shared);
}

}  // namespace

void add_info(Command& program, const Shared& shared) {
  auto* command = program.add_command("info", "Say what is on record: the project, a division, the audit");
  auto options = std::make_shared<InfoOptions>();
  command->add_option("CODE", options->code, "Of a division, CODE@LEVEL where several levels have it; the whole project when not given");
  command->add_option("--on", options->on, "Day, YYYY-MM-DD; today when not given");
  command->add_option("--list", options->list, "Divisions whose name or code contains this text");
  command->add_flag("--audit", options->audit, "Every act: when, who, what, why, and its hash");
  command->add_flag("--attempts", options->attempts, "Acts that were refused, and why");
  command->footer("Example:  merestone info 49007 --on 2018-06-30");
  command->callback([&shared, options] { run(*options, shared); });
}

}  // namespace merestone
