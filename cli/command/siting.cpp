// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_command.hpp"
#include "cli/command/burial_sheets.hpp"
#include "cli/command/commands.hpp"
#include "cli/words/json.hpp"
#include "data/exchange/reading_burials.hpp"
#include "data/office/refuse_errors.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/measure.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct SitingOptions {
  BurialOptions burial;
  std::string file, at, grave, division, crs;
  double accuracy_m = 1;
  bool paper = false;
  SheetOptions sheet;
};

/// What is asked about: grounds, and positions.
std::vector<LandFeature> sites_of(const SitingOptions& options, const Project& project) {
  if (!options.at.empty()) {
    LandFeature site;
    site.name = options.at;
    site.position = position_of(options.at);
    return {site};
  }
  if (options.file.empty()) {
    const std::string what = "name a file with the planned ground, a position with --at LON,LAT, or a grave with --grave NUMBER";
    throw Error{Fault::invalid, what, {{.rule = "cli.usage", .facts = {{"what", what}, {"command", "siting check "}}}}};
  }
  ReadOptions reading;
  reading.kind = "site";
  reading.crs = options.crs;
  reading.extent = project.extent({today()});
  LandDelivery delivery = read_land_features(options.file, reading);
  refuse_errors(delivery.findings, options.file + " cannot be checked");
  return std::move(delivery.features);
}

void check_sites(const SitingOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(options.burial.on);
  std::vector<LandFeature> sites;
  if (options.grave.empty()) {
    sites = sites_of(options, project);
  } else {
    LandFeature site;
    site.name = options.grave;
    site.position = burial_desk(project, {day}).grave(options.grave).position;
    sites.push_back(std::move(site));
  }
  Box around;
  for (const LandFeature& site : sites) around.add(box_of(site));
  const SitingDesk desk = siting_desk(project, {day}, around);
  JudgingOptions judging = judging_of(options.burial);
  judging.site_accuracy_m = options.accuracy_m;
  auto list = Json::array();
  std::vector<Finding> findings;
  std::vector<std::string> files;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    const LandFeature& site = sites[i];
    const std::string name = !site.name.empty() ? site.name : !site.local_id.empty() ? site.local_id : "site " + std::to_string(i + 1);
    const Grave* grave = options.grave.empty() ? nullptr : &desk.desk.grave(options.grave);
    const SiteJudgement judged = grave ? judge_place(desk, *grave, judging) : judge_site(desk, ground_of(site), judging.law_day.value_or(day), judging);
    const auto stone = grave ? stone_findings(*grave, desk.ground.codes(desk.ground.at(grave->position)), desk.desk.burials(), judged.law_day)
                             : std::vector<Finding>{};
    const Box box = box_of(site);
    const auto gaps = judged.check->gaps();
    const auto told_of = findings_of(*judged.check, judged.hits, {{}, name, {}}, {degrees((box.west + box.east) / 2), degrees((box.south + box.north) / 2)},
                                     grave && desk.desk.protection(grave->id) != nullptr);
    for (const auto& group : {judged.choice.findings, gaps, told_of, stone}) findings.insert(findings.end(), group.begin(), group.end());
    if (options.paper) {
      const auto paths = write_siting_opinion(project, desk, judged, name, options.sheet, grave);
      files.insert(files.end(), paths.begin(), paths.end());
    }
    auto hits = Json::array();
    for (const SitingHit& hit : judged.hits) hits.push_back(to_json(*judged.check, hit));
    auto sets = Json::array();
    for (const SitingRuleSet* set : judged.choice.sets) sets.push_back(set->id);
    list.push_back({{"site", name}, {"area_m2", area_m2(judged.site)}, {"sets", sets}, {"rules", judged.choice.rules.size()},
                    {"forbidden", forbids(judged.hits)}, {"not_judged", gaps.size()}, {"hits", hits}});
    if (shared.json) continue;
    std::string names;
    for (const DivisionId id : judged.divisions) names += (names.empty() ? "" : ", ") + division_name(desk.ground.divisions(), id);
    fmt::print("{}: {} in {}, {} rules: {}\n", name, site.position ? "a position" : fixed(area_m2(judged.site), 0) + " m²", names.empty() ? "–" : names,
               judged.choice.rules.size(),
               forbids(judged.hits)                      ? "forbidden"
               : !judged.hits.empty() || !gaps.empty() ? "to be judged"
                                                         : "nothing stands against it");
  }
  say_classes(findings, desk.desk.siting());
  if (shared.json) return print_json({{"sites", list}, {"files", files}, {"findings", to_json(findings)}});
  std::fflush(stdout);
  print_findings(findings, shared.language);
  for (const std::string& file : files) fmt::print("Wrote {}\n", file);
}

void tell_rules(const SitingOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const Date day = day_of(options.burial.on);
  const auto packs = project.packs();
  std::vector<const SitingRules*> rules;
  for (const CountryPack& pack : packs) rules.push_back(&pack.siting);
  SitingQuestion question{{}, day, "grave", options.burial.sets};
  if (!options.division.empty()) {
    const DivisionRegister divisions = project.divisions({day});
    const DivisionState* division = divisions.find_code(options.division);
    if (division == nullptr) {
      throw Error{Fault::missing, "no division " + options.division, {{.rule = "division.unknown_code", .facts = {{"code", options.division}}}}};
    }
    for (const DivisionState* each : divisions.chain(division->id)) question.codes.push_back(each->code);
  }
  const bool all = options.division.empty() && options.burial.sets.empty();
  SitingChoice choice = all ? SitingChoice{} : rules_for(rules, question);
  auto list = Json::array();
  for (const CountryPack& pack : packs) {
    for (const SitingRuleSet& set : pack.siting.sets) {
      if (!all && std::find(choice.sets.begin(), choice.sets.end(), &set) == choice.sets.end()) continue;
      auto told = Json::array();
      if (!shared.json) {
        fmt::print("{}  {}{}, {}{}\n", set.id, in_language(set.words, shared), set.jurisdiction.empty() ? "" : " (" + set.jurisdiction + ")", in_words(set.valid),
                   set.text == TextStatus::not_obtained ? "; text not obtained" : set.by_name_only ? "; by name only" : "");
      }
      for (const SitingRule& rule : set.rules) {
        std::string classes;
        for (const std::string& kind : rule.classes) classes += (classes.empty() ? "" : ", ") + kind;
        const std::string figure = rule.distance_m ? shortest(*rule.distance_m) + " m" : rule.test == SitingTest::inside ? "" : "no figure";
        told.push_back({{"rule", rule.id}, {"law", rule.law}, {"test", word_of(rule.test)}, {"classes", rule.classes}, {"source", rule.source}});
        if (rule.distance_m) told.back()["distance_m"] = *rule.distance_m;
        if (!shared.json) fmt::print("  {:<14} {:<8}{:<10} {}: {}\n", rule.id, word_of(rule.test), figure, classes, in_language(rule.words, shared));
      }
      list.push_back({{"set", set.id}, {"jurisdiction", set.jurisdiction}, {"from", to_string(set.valid.from)}, {"until", to_string(set.valid.until)},
                      {"rules", told}});
    }
  }
  say_classes(choice.findings, rules);
  if (shared.json) return print_json({{"sets", list}, {"findings", to_json(choice.findings)}});
  std::fflush(stdout);
  print_findings(choice.findings, shared.language);
}

void tell_classes(const SitingOptions& options, const Shared& shared) {
  const auto project = Project::open(shared.project);
  const SitingLayers layers = siting_layers(project, {day_of(options.burial.on)});
  auto list = Json::array();
  std::set<std::string> told;
  for (const CountryPack& pack : project.packs()) {
    for (const LandClass& kind : pack.siting.classes) {
      if (!told.insert(kind.id).second) continue;
      const auto* layer = layers.layer(kind.id);
      const std::size_t count = layer ? layer->features.size() : 0;
      list.push_back({{"class", kind.id}, {"en", kind.words.en}, {"zh", kind.words.zh}, {"aliases", kind.aliases}, {"features", count}});
      if (!shared.json) fmt::print("{:<16} {:>6} {:<8}  {}\n", kind.id, count, count == 1 ? "feature" : "features", in_language(kind.words, shared));
    }
  }
  if (shared.json) print_json({{"classes", list}});
}

}  // namespace

void add_siting(Command& program, const Shared& shared) {
  auto* command = program.add_command("siting", "Where graves and cemeteries may be: rules, checks, suitable ground");
  command->require_command();
  command->fallthrough();
  auto options = std::make_shared<SitingOptions>();
  auto* check = command->add_command("check", "Planned grounds, a position or the place of a grave against the rules");
  check->add_option("FILE", options->file, "Areas or positions: GeoJSON, GeoPackage, Shapefile");
  check->add_option("--at", options->at, "A position, LON,LAT");
  check->add_option("--grave", options->grave, "The place of this grave, by the rules on graves of the day of its act");
  check->add_option("--crs", options->crs, "Coordinate system, over what the file says");
  check->add_option("--accuracy", options->accuracy_m, "Of the outline, metres")->in_range(0.0, 1000.0);
  check->add_option("--day", options->burial.on, "Day of the facts, YYYY-MM-DD; today when not given");
  check->add_option("--law", options->burial.law, "Day whose rules judge; that of the facts when not given");
  check->add_option("--set", options->burial.sets, "Rules by name, whatever their jurisdiction: cn-50")->delimiter(',');
  check->add_option("--look-every", options->burial.look_every_m, "Metres between places on a road from which is looked")->in_range(5.0, 5000.0);
  check->add_flag("--sheet", options->paper, "Write a siting opinion for each as HTML and PDF");
  check->add_option("--out", options->sheet.out, "Folder for the sheets")->shows_default();
  check->add_option("--format", options->sheet.formats, "html, pdf, csv")->delimiter(',')->one_of({"html", "pdf", "csv"});
  check->add_option("--report-language", options->sheet.language, "Of the sheet")->one_of({"en", "zh", "fr"})->shows_default();
  check->callback([=, &shared] { check_sites(*options, shared); });
  auto* rules = command->add_command("rules", "Sets of rules: all of the project's law, or those that hold somewhere");
  rules->add_option("--division", options->division, "Those that hold in the division with this code");
  rules->add_option("--set", options->burial.sets, "These")->delimiter(',');
  rules->add_option("--on", options->burial.on, "Day, YYYY-MM-DD; today when not given");
  rules->callback([=, &shared] { tell_rules(*options, shared); });
  auto* classes = command->add_command("classes", "Classes of features that rules speak of, and how many are on record");
  classes->add_option("--on", options->burial.on, "Day, YYYY-MM-DD; today when not given");
  classes->callback([=, &shared] { tell_classes(*options, shared); });
  add_siting_suit(*command, shared);
  command->footer("Example:  merestone siting check new-cemetery.geojson --sheet");
}

}  // namespace merestone
