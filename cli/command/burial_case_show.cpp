// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_case.hpp"
#include "data/office/burial_ledger.hpp"
#include "gis/base/text.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

std::string state_words(const EnforcementRules& rules, const std::string& state, const Shared& shared) {
  const EnforcementStep* step = rules.step(state);
  return step == nullptr ? state : in_language(step->step.words, shared);
}

std::string clock_words(const EnforcementRules& rules, const std::string& id, const Shared& shared) {
  for (const EnforcementClock& clock : rules.clocks) {
    if (clock.id == id) return in_language(clock.words, shared);
  }
  return id;
}

const EnforcementRules* rules_of(const CountryPack& pack, const BurialCase& one) {
  for (const EnforcementRules& set : pack.enforcement) {
    if (set.id == one.rules) return &set;
  }
  return nullptr;
}

/// A number as it is counted: 10号 after 9号.
std::string counted(const std::string& number) {
  constexpr std::size_t width = 12;
  std::string key, run;
  for (const char c : number + ' ') {
    if (c >= '0' && c <= '9') {
      run += c;
      continue;
    }
    if (!run.empty()) key.append(width - std::min(width, run.size()), '0').append(run);
    run.clear();
    key += c;
  }
  return key;
}

void list(const std::string& state, const Shared& shared) {
  const auto project = Project::open(shared.project);
  auto cases = burial_cases(project);
  std::erase_if(cases, [&](const BurialCase& one) { return !state.empty() && one.state() != state; });
  std::ranges::stable_sort(cases, {}, [](const BurialCase& one) { return counted(one.number); });
  if (shared.json) {
    auto all = Json::array();
    for (const BurialCase& one : cases) {
      all.push_back({{"number", one.number}, {"state", one.state()}, {"since", to_string(one.acts.back().day)}, {"source", one.source}, {"class", one.grave_class},
                     {"land_class", one.land_class}, {"rules", one.rules}, {"revision", one.revision}});
    }
    return print_json({{"cases", all}});
  }
  if (cases.empty()) return fmt::print("No cases.\n");
  const CountryPack pack = enforcement_pack(project);
  std::map<std::string, Wording> classes;
  for (const CountryPack& law : project.packs()) {
    for (const GraveTypeRule& type : law.burials.grave_types) classes.emplace(type.id, type.words);
  }
  for (const BurialCase& one : cases) {
    const EnforcementRules* rules = rules_of(pack, one);
    fmt::print("{:<22} {} {:<24} {}\n", one.number, to_string(one.acts.back().day), rules ? state_words(*rules, one.state(), shared) : one.state(),
               classes.contains(one.grave_class) ? in_language(classes[one.grave_class], shared) : one.grave_class);
  }
}

Json json_of(const BurialCaseFile& file) {
  const BurialCase& one = file.one;
  auto acts = Json::array();
  for (const BurialAct& act : one.acts) {
    Json json{{"state", act.state}, {"day", to_string(act.day)}, {"body", act.body}, {"note", act.note}};
    if (act.due) json["due"] = to_string(*act.due);
    if (!act.corrections.empty()) json["corrections"] = act.corrections;
    if (!act.receiver.empty()) json["receiver"] = act.receiver;
    if (!act.outcome.empty()) json["outcome"] = act.outcome;
    if (const Document* document = file.document(act.document)) json["document"] = {{"title", document->title}, {"number", document->number}, {"sha256", document->sha256}};
    acts.push_back(std::move(json));
  }
  auto clocks = Json::array();
  for (const CaseClock& clock : file.clocks) {
    Json json{{"clock", clock.clock}, {"kind", clock.kind == EnforcementClock::Kind::wait ? "wait" : "deadline"}, {"since", to_string(clock.since)}, {"due", to_string(clock.due)},
              {"overdue", clock.overdue}};
    if (clock.stopped) json["stopped"] = to_string(*clock.stopped);
    clocks.push_back(std::move(json));
  }
  auto photos = Json::array();
  for (const CasePhoto& photo : file.photos) {
    Json json{{"label", photo.label}, {"phase", photo.phase}, {"view", photo.view}, {"taken_at", photo.taken.taken_at}, {"sha256", photo.sha256}};
    if (photo.taken.position) json["position"] = {degrees(photo.taken.position->lon), degrees(photo.taken.position->lat)};
    photos.push_back(std::move(json));
  }
  auto parties = Json::array();
  for (const CasePerson& party : file.parties) parties.push_back({{"person", party.person.value}, {"role", party.role}, {"erased", party.erased}});
  Json json{{"number", one.number},       {"grave", file.grave.local_id},   {"state", one.state()},     {"source", one.source},
            {"rules", one.rules},         {"judged_by", one.judged_by},     {"class", one.grave_class}, {"land_class", one.land_class},
            {"owner_known", std::string{to_text(one.owner_known)}},         {"zones", one.zones},       {"village", file.village},
            {"township", file.township},  {"acts", acts},                   {"next", file.next},        {"clocks", clocks},
            {"photos", photos},           {"pairs", file.pairs.size()},     {"parties", parties},       {"revision", one.revision}};
  if (file.court.day) json["court_possible"] = to_string(*file.court.day);
  if (!file.court.missing.empty()) json["court_needs"] = file.court.missing;
  return json;
}

void show(const std::string& number, const std::string& on, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const BurialCaseFile file = burial_case_file(project, number, {day_of(on)});
  if (shared.json) return print_json(json_of(file));
  const BurialCase& one = file.one;
  fmt::print("{}: {}\n", one.number, state_words(file.rules, one.state(), shared));
  fmt::print("  grave        {}{}\n", file.grave.local_id, file.village.empty() ? "" : ", " + file.township + file.village);
  if (!one.grave_class.empty()) fmt::print("  class        {} ({})\n", in_language(file.class_words, shared), one.grave_class);
  fmt::print("  land         {}\n", one.land_class);
  fmt::print("  judged by    {}\n", one.judged_by.empty() ? "–" : in_language(file.judged_by, shared));
  for (const BurialAct& act : one.acts) {
    const EnforcementBody* body = file.rules.body(act.body);
    fmt::print("  {} {:<24} {}{}{}\n", to_string(act.day), state_words(file.rules, act.state, shared), body ? in_language(body->words, shared) : act.body, act.due ? ", due " + to_string(*act.due) : "",
               act.note.empty() ? "" : ": " + act.note);
  }
  for (const CaseClock& clock : file.clocks) {
    const char* state = clock.stopped ? ", stopped" : clock.overdue ? ", overdue" : "";
    fmt::print("  until {} {}{}\n", to_string(clock.due), clock_words(file.rules, clock.clock, shared), state);
  }
  if (one.state() == "notice" || one.state() == "demand") {
    fmt::print("  court        {}\n", file.court.day ? "from " + to_string(*file.court.day) + " on" : "not before: " + clock_words(file.rules, file.court.missing, shared));
  }
  fmt::print("  photos       {}, pairs before and after {}\n", file.photos.size(), file.pairs.size());
  fmt::print("  parties      {}\n", file.parties.size());
  std::string next;
  for (const std::string& state : file.next) next += (next.empty() ? "" : ", ") + state_words(file.rules, state, shared);
  if (!next.empty()) fmt::print("  next         {}\n", next);
}

}  // namespace

void add_burial_case_questions(Command& group, const Shared& shared) {
  {
    auto* command = group.add_command("list", "Cases and how far they have come");
    auto state = std::make_shared<std::string>();
    command->add_option("--state", *state, "Only those in this state");
    command->callback([&shared, state] { list(*state, shared); });
  }
  struct Options {
    std::string number, on;
  };
  auto* command = group.add_command("show", "Everything on file but who the parties are");
  auto options = std::make_shared<Options>();
  command->add_option("NUMBER", options->number, "Of the case")->required();
  command->add_option("--on", options->on, "As seen on this day, YYYY-MM-DD; today when not given");
  command->callback([&shared, options] { show(options->number, options->on, shared); });
}

}  // namespace merestone
