// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/number_of.hpp"
#include "cli/words/json.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct GraveOptions {
  BurialOptions burial;
  std::string number, division, type;
  std::vector<std::string> numbers;
  bool unlawful = false;
};

/// Everything needed to say something of the graves of one day; judgements point into the desk.
struct Judged {
  explicit Judged(const GraveOptions& options, const Shared& shared, const std::vector<std::string>& numbers = {})
      : project{Project::open(shared.project)}, at{siting_desk(project, {day_of(options.burial.on)})} {
    std::vector<const Grave*> asked;
    for (const std::string& number : numbers) asked.push_back(&at.desk.grave(number));
    if (at.desk.graves.empty()) return;
    all = judge_graves(at, judging_of(options.burial), asked);
  }
  Project project;
  SitingDesk at;
  GraveJudgements all;

  const SitingCheck& check(const GraveJudgement& judged) const { return *all.laws[judged.law].check; }
  std::string called(const GraveJudgement& judged) const { return judged.typing.called() ? judged.typing.called()->id : "–"; }
};

std::string number_or_dash(const std::optional<double>& value) { return value ? shortest(*value) : "–"; }

std::string range(const Grave& grave) {
  const auto day = [](const std::optional<Date>& d) { return d ? to_string(*d) : std::string{"?"}; };
  return day(grave.built_from) + " to " + day(grave.built_until);
}

Json json_of(const Judged& judged, const GraveJudgement& one) {
  const Grave& grave = *one.grave;
  auto types = Json::array(), open = Json::array(), hits = Json::array();
  for (const GraveType& type : one.typing.types) types.push_back({{"type", type.rule->id}, {"source", type.rule->source}, {"reasons", to_json(type.reasons)}});
  for (const GraveType& type : one.typing.open) open.push_back({{"type", type.rule->id}, {"unknown", type.unknown}});
  for (const SitingHit& hit : one.hits) hits.push_back(to_json(judged.check(one), hit));
  const auto codes = judged.at.ground.codes(one.division);
  Json json{{"grave", grave.local_id}, {"lon", degrees(grave.position.lon)}, {"lat", degrees(grave.position.lat)},
            {"division", codes.empty() ? "" : codes.front()}, {"types", types}, {"open", open}, {"hits", hits}, {"unlawful", one.unlawful()},
            {"judged_on", to_string(one.typing.judged_on)}};
  if (const auto area = grave.whole_area_m2()) json["area_m2"] = *area;
  if (grave.remains) json["remains"] = *grave.remains;
  if (grave.stone_height_m) json["stone_height_m"] = *grave.stone_height_m;
  if (!one.limits.empty()) json["limits"] = to_json(one.limits);
  if (one.protection) json["protected"] = {{"kind", to_text(one.protection->kind)}, {"list", one.protection->list}, {"entry", one.protection->entry}};
  if (one.facility) json["facility"] = one.facility->facility.local_id;
  return json;
}

void list_graves(const GraveOptions& options, const Shared& shared) {
  const Judged judged{options, shared};
  std::optional<Within> within;
  if (!options.division.empty()) within.emplace(judged.at.ground, options.division);
  auto list = Json::array();
  std::size_t shown = 0;
  for (const GraveJudgement& one : judged.all.graves) {
    if (within && !(*within)(one.division)) continue;
    if (options.unlawful && !one.unlawful()) continue;
    const auto& types = one.typing.types;
    if (!options.type.empty() && std::none_of(types.begin(), types.end(), [&](const GraveType& t) { return t.rule->id == options.type; })) continue;
    ++shown;
    if (shared.json) {
      list.push_back(json_of(judged, one));
      continue;
    }
    const Grave& grave = *one.grave;
    fmt::print("{:<8} {:<18} {}  {} m², {} buried  {}{}\n", grave.local_id, judged.called(one), division_name(judged.at.ground.divisions(), one.division),
               number_or_dash(grave.whole_area_m2()), grave.remains ? std::to_string(*grave.remains) : "–", lon_lat(grave.position),
               one.protection ? "  protected" : "");
  }
  if (shared.json) return print_json({{"graves", list}});
  fmt::print("{}\n", number_of(shown, "grave", "graves"));
}

void show_grave(const GraveOptions& options, const Shared& shared) {
  const Judged judged{options, shared, {options.number}};
  const GraveJudgement& one = judged.all.graves.front();
  const Grave& grave = *one.grave;
  if (shared.json) return print_json(json_of(judged, one));
  const auto chain = one.division.value == 0 ? std::vector<const DivisionState*>{} : judged.at.ground.divisions().chain(one.division);
  std::string where;
  for (const DivisionState* division : chain) where += (where.empty() ? "" : ", ") + division->name;
  std::string village = "–";
  for (const NamedPlace& place : judged.project.places({judged.at.desk.as_of.day})) {
    if (place.id == grave.village && grave.village.value != 0) village = place.names.front().text;
  }
  fmt::print("{}  {} ({}{})\n", grave.local_id, lon_lat(grave.position), grave.method.empty() ? "method not known" : grave.method,
             grave.accuracy_m ? ", ±" + shortest(*grave.accuracy_m) + " m" : "");
  fmt::print("  in {}; village {}\n", where.empty() ? "no division on record" : where, village);
  fmt::print("  {} m² and {} m² of annexes, hardened: {}, buried: {}, form: {}{}\n", number_or_dash(grave.area_m2), number_or_dash(grave.annex_m2),
             to_text(grave.hardened), grave.remains ? std::to_string(*grave.remains) : "–", to_text(grave.form),
             grave.stone_height_m ? ", stone " + shortest(*grave.stone_height_m) + " m" : "");
  fmt::print("  built {}; first seen {}; {}\n", range(grave), grave.first_seen ? to_string(*grave.first_seen) : "–", in_words(grave.valid));
  if (!grave.land_class.empty()) fmt::print("  surveyed as on {}\n", grave.land_class);
  if (one.facility) fmt::print("  a plot of {}\n", one.facility->facility.name);
  if (one.protection) {
    const GraveProtection& entry = *one.protection;
    fmt::print("  kept: {}{}{}\n", to_text(entry.kind), entry.list.empty() ? "" : ", " + entry.list, entry.entry.empty() ? "" : ", no. " + entry.entry);
  }
  for (const GraveType& type : one.typing.types) fmt::print("  {}: {}\n", in_language(type.rule->words, shared), type.rule->source);
  for (const GraveType& type : one.typing.open) {
    std::string fields;
    for (const std::string& field : type.unknown) fields += (fields.empty() ? "" : ", ") + field;
    fmt::print("  {}? not known: {}\n", in_language(type.rule->words, shared), fields);
  }
  for (const SitingHit& hit : one.hits) fmt::print("  {}\n", told(judged.check(one), hit));
  if (!grave.note.empty()) fmt::print("  {}\n", grave.note);
  std::fflush(stdout);
  print_findings(one.limits, shared.language);
}

void check_graves(const GraveOptions& options, const Shared& shared) {
  const Judged judged{options, shared, options.numbers};
  std::vector<Finding> findings = judged.all.findings;
  std::map<std::string, std::size_t> by_rule;
  std::size_t hit = 0, kept = 0, unlawful = 0;
  for (const GraveJudgement& one : judged.all.graves) {
    const Grave& grave = *one.grave;
    if (one.protection) ++kept;
    if (one.unlawful()) ++unlawful;
    if (forbids(one.hits)) ++hit;
    for (const SitingHit& h : one.hits) {
      if (h.verdict == SitingVerdict::broken) ++by_rule[judged.check(one).rules()[h.rule].id()];
    }
    findings.insert(findings.end(), one.limits.begin(), one.limits.end());
    for (Finding& found : findings_of(judged.check(one), one.hits, {{}, grave.local_id, {}}, {degrees(grave.position.lon), degrees(grave.position.lat)},
                                      one.protection != nullptr)) {
      findings.push_back(std::move(found));
    }
  }
  say_classes(findings, judged.at.desk.siting());
  if (shared.json) {
    return print_json({{"graves", judged.all.graves.size()}, {"in_zones", hit}, {"protected", kept}, {"unlawful", unlawful}, {"by_rule", by_rule},
                       {"findings", to_json(findings)}});
  }
  print_findings(findings, shared.language);
  for (const auto& [rule, count] : by_rule) fmt::print("{:<28} {}\n", rule, number_of(count, "grave", "graves"));
  fmt::print("{} checked, {} in forbidden zones, {} outside the law, {} protected\n", number_of(judged.all.graves.size(), "grave", "graves"), hit, unlawful, kept);
}

void tell_types(const GraveOptions& options, const Shared& shared) {
  const Judged judged{options, shared};
  std::map<std::string, std::size_t> called, also, open;
  for (const GraveJudgement& one : judged.all.graves) {
    ++called[judged.called(one)];
    for (const GraveType& type : one.typing.types) ++also[type.rule->id];
    for (const GraveType& type : one.typing.open) ++open[type.rule->id];
  }
  if (shared.json) return print_json({{"called", called}, {"holds", also}, {"open", open}});
  std::vector<std::string> seen;
  for (const GraveTypeRule& rule : judged.at.desk.grave_types()) {
    if (std::find(seen.begin(), seen.end(), rule.id) != seen.end()) continue;
    seen.push_back(rule.id);
    fmt::print("{:<18} {} called so, holds for {}, open for {}  {}\n", rule.id, number_of(called[rule.id], "grave", "graves"), also[rule.id], open[rule.id],
               in_language(rule.words, shared));
  }
  fmt::print("{:<18} {}\n", "none of them", number_of(called["–"], "grave", "graves"));
}

}  // namespace

void add_grave(Command& program, const Shared& shared) {
  auto* command = program.add_command("grave", "Graves: their record, types, zones; 'new-graves' counts them against a baseline");
  command->require_command();
  command->fallthrough();
  auto options = std::make_shared<GraveOptions>();
  add_grave_acts(*command, shared);
  auto* list = command->add_command("list", "Graves that stand on a day, with what they are called");
  add_burial_options(*list, options->burial);
  list->add_option("--division", options->division, "Only in the division with this code");
  list->add_option("--type", options->type, "Only of this type: scattered, hardened_oversize, living, …");
  list->add_flag("--unlawful", options->unlawful, "Only those outside the law and not protected");
  list->callback([=, &shared] { list_graves(*options, shared); });
  auto* show = command->add_command("show", "One grave: record, type with reason, zones");
  add_burial_options(*show, options->burial);
  show->add_option("NUMBER", options->number, "The office's number of it")->required();
  show->callback([=, &shared] { show_grave(*options, shared); });
  auto* check = command->add_command("check", "Graves against the siting rules: zones hit, distances, what is seen from roads");
  add_burial_options(*check, options->burial);
  check->add_option("NUMBER", options->numbers, "Only these; all when none is given");
  check->callback([=, &shared] { check_graves(*options, shared); });
  auto* types = command->add_command("types", "How many graves there are of each type");
  add_burial_options(*types, options->burial);
  types->callback([=, &shared] { tell_types(*options, shared); });
  command->footer("Example:  merestone grave check g-0001");
}

}  // namespace merestone
