// SPDX-License-Identifier: Apache-2.0
#include "cli/command/change_words.hpp"
#include "cli/command/command.hpp"
#include "cli/command/commands.hpp"
#include "cli/command/shared.hpp"
#include "data/office/project.hpp"
#include "gis/base/text.hpp"
#include "gis/divisions/comparison.hpp"
#include "gis/territory/crosswalk.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct CompareOptions {
  std::string first;
  std::string second;
  Level level = 0;
  Revision revision = latest_revision;
};

/// Both days, loaded.
struct TwoDays {
  TwoDays(const CompareOptions& options, const Shared& shared)
      : project{Project::open(shared.project)}, first{day_of(options.first), options.revision}, second{day_of(options.second), options.revision},
        facts{project.division_facts(options.revision)}, before{facts, first.day}, after{facts, second.day} {}
  Crosswalk walk(Level level) const {
    const Crosswalk finest = crosswalk(project.snapshot(first), project.snapshot(second));
    return level == 0 ? finest : at_level(finest, before, after, level);
  }
  Project project;
  AsOf first, second;
  DivisionFacts facts;
  DivisionRegister before, after;
};

Json card(const Cards& cards, DivisionId id, Date day) {
  if (id.value == 0) return nullptr;
  return {{"code", cards.code(id, day)}, {"name", cards.name(id, day)}};
}

void compare_days(const CompareOptions& options, const Shared& shared) {
  const TwoDays days{options, shared};
  const Cards cards{days.facts};
  const Date d1 = days.first.day, d2 = days.second.day;
  const Comparison found = compare(days.before, days.after);
  std::vector<CrosswalkRow> passed;  // ground between divisions that live on both days
  for (const CrosswalkRow& row : days.walk(options.level).rows) {
    const bool both = days.after.find(row.from) != nullptr && days.before.find(row.to) != nullptr;
    if (row.from != row.to && both) passed.push_back(row);
  }
  if (shared.json) {
    const auto list = [&](const std::vector<DivisionId>& ids, Date day) {
      auto all = Json::array();
      for (const DivisionId id : ids) all.push_back(card(cards, id, day));
      return all;
    };
    const auto altered = [&](const std::vector<Altered>& changes) {
      auto all = Json::array();
      for (const Altered& a : changes) all.push_back({{"code", cards.code(a.division, d2)}, {"before", a.before}, {"after", a.after}});
      return all;
    };
    auto moved = Json::array();
    for (const Reassigned& m : found.moved) {
      moved.push_back({{"division", card(cards, m.division, d2)}, {"superior", m.kind == MembershipKind::legal ? "legal" : "entrusted"},
                       {"before", card(cards, m.before, d1)}, {"after", card(cards, m.after, d2)}});
    }
    auto ground = Json::array();
    for (const CrosswalkRow& row : passed) {
      ground.push_back({{"from", card(cards, row.from, d1)}, {"to", card(cards, row.to, d2)}, {"area_m2", square_metres(row.area_um2)}, {"weight", row.weight}});
    }
    return print_json({{"first", to_string(d1)}, {"second", to_string(d2)}, {"began", list(found.began, d2)}, {"ended", list(found.ended, d1)},
                       {"renamed", altered(found.renamed)}, {"renumbered", altered(found.renumbered)}, {"other_kind", altered(found.other_kind)},
                       {"moved", moved}, {"ground", ground}});
  }
  const Language language = shared.language;
  const auto nobody_or = [&](DivisionId id, Date day) { return id.value == 0 ? told("told.nobody", language) : cards.both(id, day); };
  tell("told.two_days", language, {{"first", to_string(d1)}, {"second", to_string(d2)}, {"before", std::to_string(days.before.all().size())},
                                   {"after", std::to_string(days.after.all().size())}});
  const auto head = [&](const char* rule, std::size_t count) {
    if (count > 0) tell(rule, language, {{"count", std::to_string(count)}});
  };
  head("told.ended", found.ended.size());
  for (const DivisionId id : found.ended) fmt::print("  {}\n", cards.both(id, d1));
  head("told.began", found.began.size());
  for (const DivisionId id : found.began) fmt::print("  {}\n", cards.both(id, d2));
  head("told.renamed_divisions", found.renamed.size());
  for (const Altered& a : found.renamed) fmt::print("  {}: {} -> {}\n", cards.code(a.division, d2), a.before, a.after);
  head("told.renumbered", found.renumbered.size());
  for (const Altered& a : found.renumbered) fmt::print("  {}: {} -> {}\n", cards.name(a.division, d2), a.before, a.after);
  head("told.of_another_kind", found.other_kind.size());
  for (const Altered& a : found.other_kind) fmt::print("  {}: {} -> {}\n", cards.both(a.division, d2), a.before, a.after);
  head("told.under_another_superior", found.moved.size());
  for (const Reassigned& m : found.moved) {
    fmt::print("  {}{}: {} -> {}\n", cards.both(m.division, d2), m.kind == MembershipKind::entrusted ? told("told.by_entrustment", language) : "",
               m.before.value == 0 ? told("told.no_superior", language) : cards.both(m.before, d1), m.after.value == 0 ? told("told.no_superior", language) : cards.both(m.after, d2));
  }
  head("told.ground_passed", passed.size());
  for (const CrosswalkRow& row : passed) {
    fmt::print("  {}\n", told("told.piece_passed", language, {{"from", nobody_or(row.from, d1)}, {"to", nobody_or(row.to, d2)}, {"m2", fixed(square_metres(row.area_um2), 0)}}));
  }
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

void print_crosswalk(const CompareOptions& options, const Shared& shared) {
  const TwoDays days{options, shared};
  const Cards cards{days.facts};
  const Date d1 = days.first.day, d2 = days.second.day;
  const Crosswalk walk = days.walk(options.level);
  if (shared.json) {
    auto rows = Json::array();
    for (const CrosswalkRow& row : walk.rows) {
      rows.push_back({{"from", card(cards, row.from, d1)}, {"to", card(cards, row.to, d2)}, {"area_m2", square_metres(row.area_um2)},
                      {"weight", row.weight}, {"of_target", row.of_target}});
    }
    auto targets = Json::array();
    for (const TargetQuality& target : walk.targets) targets.push_back({{"to", card(cards, target.to, d2)}, {"quality", target.quality}});
    return print_json({{"first", to_string(d1)}, {"second", to_string(d2)}, {"total_m2", square_metres(walk.total_um2)},
                       {"lost_m2", square_metres(walk.lost_um2)}, {"gained_m2", square_metres(walk.gained_um2)}, {"quality", walk.quality},
                       {"rows", rows}, {"targets", targets}});
  }
  fmt::print("from_code,from_name,to_code,to_name,area_m2,weight,of_target\n");
  for (const CrosswalkRow& row : walk.rows) {
    const auto code = [&](DivisionId id, Date day) { return id.value == 0 ? "" : quoted(cards.code(id, day)) + "," + quoted(cards.name(id, day)); };
    fmt::print("{},{},{},{},{}\n", row.from.value == 0 ? "," : code(row.from, d1), row.to.value == 0 ? "," : code(row.to, d2),
               fixed(square_metres(row.area_um2), 3), shortest(row.weight), shortest(row.of_target));
  }
  const auto m2 = [](Wide um2) { return fixed(square_metres(um2), 0); };
  fmt::print(stderr, "{}\n", told("told.crosswalk", shared.language, {{"rows", std::to_string(walk.rows.size())}, {"m2", m2(walk.total_um2)}, {"quality", fixed(walk.quality, 4)},
                                                                   {"lost", m2(walk.lost_um2)}, {"gained", m2(walk.gained_um2)}}));
}

void add_level(Command* command, CompareOptions& options) {
  command->add_option("--level", options.level, "Of the divisions; the finest that hold ground when not given");
  command->add_option("--revision", options.revision, "As recorded up to this revision; the latest when not given");
}

}  // namespace

void add_compare(Command& program, const Shared& shared) {
  auto* command = program.add_command("compare", "Say what differs between two days");
  auto options = std::make_shared<CompareOptions>();
  command->add_option("--on", options->first, "First day, YYYY-MM-DD")->required();
  command->add_option("--and", options->second, "Second day")->required();
  add_level(command, *options);
  command->footer("Example:  merestone compare --on 2018-12-31 --and 2019-01-01");
  command->callback([&shared, options] { compare_days(*options, shared); });
}

void add_crosswalk(Command& program, const Shared& shared) {
  auto* command = program.add_command("crosswalk", "Table from the divisions of one day to those of another, with weights (CSV, or JSON)");
  auto options = std::make_shared<CompareOptions>();
  command->add_option("FIRST", options->first, "Day, YYYY-MM-DD")->required();
  command->add_option("SECOND", options->second, "Day")->required();
  add_level(command, *options);
  command->footer("Example:  merestone crosswalk 2018-12-31 2019-01-01 >crosswalk.csv");
  command->callback([&shared, options] { print_crosswalk(*options, shared); });
}

}  // namespace merestone
