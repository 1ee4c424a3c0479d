// SPDX-License-Identifier: Apache-2.0
#include "data/office/grave_judging.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {
namespace {

/// Around one position too: heights must reach to where it is seen from.
constexpr double seen_from_m = 2000;

Box around_all(const BurialDesk& desk, const SitingLayers& layers) {
  Box box;
  for (const Grave& grave : desk.graves) box.add(grave.position);
  if (!box.empty()) return box;
  for (const LandFeature& feature : layers.features()) box.add(box_of(feature));
  return box;
}

/// Each finding once, though several laws say it.
void add_once(std::vector<Finding>& to, std::vector<Finding> from) {
  for (Finding& one : from) {
    const auto same = [&](const Finding& other) { return other.rule == one.rule && other.facts == one.facts; };
    if (std::none_of(to.begin(), to.end(), same)) to.push_back(std::move(one));
  }
}

}  // namespace

void say_classes(std::vector<Finding>& findings, std::span<const SitingRules* const> rules) {
  for (Finding& finding : findings) {
    const auto at = std::find_if(finding.facts.begin(), finding.facts.end(), [](const auto& fact) { return fact.first == "class"; });
    if (at == finding.facts.end() || finding.facts.back().first == "class_zh") continue;
    const LandClass* known = nullptr;
    for (const SitingRules* law : rules) known = known ? known : law->land_class(at->second);
    if (known != nullptr) finding.facts.insert(finding.facts.end(), {{"class_en", known->words.en}, {"class_zh", known->words.zh}});
  }
}

SitingDesk siting_desk(const Project& project, const AsOf& as_of, const Box& around) {
  BurialDesk desk = burial_desk(project, as_of);
  SitingLayers layers = siting_layers(project, as_of);
  auto heights = heights_around(project, as_of, widened(around.empty() ? around_all(desk, layers) : around, seen_from_m));
  return {std::move(desk), GroundHolders{project, as_of}, std::move(layers), std::move(heights)};
}

GraveJudgements judge_graves(const SitingDesk& at, const JudgingOptions& options, std::span<const Grave* const> asked) {
  const BurialDesk& desk = at.desk;
  GraveJudgements result;
  result.types = desk.grave_types();
  std::vector<const Grave*> graves(asked.begin(), asked.end());
  if (graves.empty()) {
    for (const Grave& grave : desk.graves) graves.push_back(&grave);
  }
  std::vector<Position> positions;
  for (const Grave* grave : graves) positions.push_back(grave->position);
  const auto divisions = at.ground.at(positions);
  const auto packs = desk.siting();

  // Graves of one division and one day of the law share their rules; laws that choose the same sets are one.
  std::map<std::pair<DivisionId, Date>, std::size_t> law_of;
  std::map<std::vector<const SitingRuleSet*>, std::size_t> law_by_sets;
  std::map<DivisionId, std::vector<std::string>> codes;
  std::vector<std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < graves.size(); ++i) {
    GraveJudgement& judged = result.graves.emplace_back();
    judged.grave = graves[i];
    judged.division = divisions[i];
    if (!codes.contains(divisions[i])) codes[divisions[i]] = at.ground.codes(divisions[i]);
    const Date day = options.law_day.value_or(act_day(*graves[i], desk.as_of.day));
    const auto [found, fresh] = law_of.emplace(std::pair{divisions[i], day}, 0);
    if (fresh) {
      SitingChoice choice = rules_for(packs, {codes[divisions[i]], day, "grave", options.sets});
      const auto [known, unseen] = law_by_sets.emplace(choice.sets, result.laws.size());
      if (unseen) {
        JudgedLaw& law = result.laws.emplace_back();
        law.choice = std::move(choice);
        law.check.emplace(at.layers, law.choice.rules, at.heights.get(), options.view);
        add_once(result.findings, law.choice.findings);
        add_once(result.findings, law.check->gaps());
        members.emplace_back();
      }
      found->second = known->second;
    }
    judged.law = found->second;
    members[judged.law].push_back(i);
  }
  for (std::size_t law = 0; law < members.size(); ++law) {
    std::vector<SitedPosition> places;
    for (const std::size_t i : members[law]) places.push_back({graves[i]->position, graves[i]->accuracy_m.value_or(0)});
    auto hits = result.laws[law].check->judge(places);
    for (std::size_t k = 0; k < members[law].size(); ++k) result.graves[members[law][k]].hits = std::move(hits[k]);
  }
  say_classes(result.findings, packs);
  std::map<GraveId, const GraveProtection*> protections;
  for (const GraveProtection& entry : desk.protections) protections.emplace(entry.grave, &entry);
  for (GraveJudgement& judged : result.graves) {
    const Grave& grave = *judged.grave;
    if (const auto entry = protections.find(grave.id); entry != protections.end()) judged.protection = entry->second;
    judged.facility = desk.facility_of(grave);
    GraveSetting setting{codes[judged.division], judged.facility != nullptr, {}};
    if (!result.laws[judged.law].choice.rules.empty()) setting.in_zone = forbids(judged.hits);
    judged.typing = types_of(grave, setting, result.types, act_day(grave, desk.as_of.day));
    judged.limits = stone_findings(grave, setting.codes, desk.burials(), judged.typing.judged_on);
  }
  return result;
}

SiteJudgement judge_site(const SitingDesk& at, const MultiPolygon& site, Date day, const JudgingOptions& options) {
  SiteJudgement result;
  result.site = site;
  result.law_day = day;
  result.accuracy_m = options.site_accuracy_m;
  std::vector<Position> corners;
  for (const Polygon& polygon : site) corners.insert(corners.end(), polygon.outer.begin(), polygon.outer.end());
  const Box box = box_of(site);
  corners.push_back({(box.west + box.east) / 2, (box.south + box.north) / 2});
  std::set<DivisionId> divisions;
  std::vector<std::string> codes;
  for (const DivisionId id : at.ground.at(corners)) {
    if (id.value == 0 || !divisions.insert(id).second) continue;
    for (std::string& code : at.ground.codes(id)) codes.push_back(std::move(code));
  }
  result.divisions.assign(divisions.begin(), divisions.end());
  result.choice = rules_for(at.desk.siting(), {codes, day, options.subject, options.sets});
  result.check.emplace(at.layers, result.choice.rules, at.heights.get(), options.view);
  result.hits = result.check->judge(site, options.site_accuracy_m);
  for (const SitingRuleSet* set : result.choice.sets) {
    result.to_survey.insert(result.to_survey.end(), set->vertical.begin(), set->vertical.end());
  }
  return result;
}

}  // namespace merestone
