// SPDX-License-Identifier: Apache-2.0
#include "data/office/suitability_desk.hpp"

#include "data/db/refusal.hpp"

#include <unordered_map>

namespace merestone {
namespace {

FeatureIndex roads_of(const SitingDesk& desk) {
  std::vector<LayerFeature> roads;
  for (const CountryPack& pack : desk.desk.packs) {
    for (const LandClass& kind : pack.siting.classes) {
      const auto* layer = kind.access ? desk.layers.layer(kind.id) : nullptr;
      for (std::size_t i = 0; layer && i < layer->features.size(); ++i) {
        const LandFeature& road = desk.layers.features()[layer->features[i]];
        roads.push_back({road.area, outlines_of(road), {}});
      }
    }
  }
  return FeatureIndex{roads};
}

FeatureIndex villages_of(const Project& project, const AsOf& as_of) {
  std::vector<LayerFeature> villages;
  for (const NamedPlace& place : project.places(as_of)) {
    if (place.position && (place.people || place.type.find("opulated") != std::string::npos || place.type.find("village") != std::string::npos)) {
      villages.push_back({{}, {}, {*place.position}});
    }
  }
  return FeatureIndex{villages};
}

std::string name_of(const DivisionRegister& divisions, DivisionId id) {
  const DivisionState* division = id.value == 0 ? nullptr : divisions.find(id);
  return division == nullptr ? "–" : division->name;
}

}  // namespace

SitingDesk suitability_desk(const Project& project, const AsOf& as_of) { return siting_desk(project, as_of, project.extent(as_of)); }

SuitabilityAnswer suitability_in(const Project& project, const SitingDesk& desk, SuitabilityRequest request, const std::string& code,
                                 const JudgingOptions& judging) {
  const AsOf& as_of = desk.desk.as_of;
  const DivisionRegister& divisions = desk.ground.divisions();
  const DivisionState* division = divisions.find_code(code);
  if (division == nullptr) refuse(Fault::missing, "division.unknown_code", "no such division", {{"code", code}});
  SuitabilityAnswer answer;
  answer.division = division->id;
  answer.name = division->name;
  answer.law_day = judging.law_day.value_or(as_of.day);
  const SitingChoice choice = rules_for(desk.desk.siting(), {desk.ground.codes(division->id), answer.law_day, "cemetery", judging.sets});
  const SitingCheck check{desk.layers, choice.rules, desk.heights.get(), judging.view};
  std::unordered_map<DivisionId, bool> known;
  request.region = project.extent(as_of);
  request.holder = [&](Position p) {
    const DivisionId leaf = desk.ground.at(p);
    const auto [found, fresh] = known.emplace(leaf, false);
    if (fresh) found->second = leaf.value != 0 && divisions.lies_in(leaf, division->id);
    return found->second ? leaf : DivisionId{};
  };
  const FeatureIndex roads = roads_of(desk), villages = villages_of(project, as_of);
  answer.found = suitable_ground(check, request, &roads, &villages, desk.heights.get());
  for (const Candidate& c : answer.found.candidates) answer.divisions.push_back(name_of(divisions, c.division));
  for (std::size_t r = 0; r < check.rules().size(); ++r) answer.rules.push_back({check.rules()[r].id(), check.rules()[r].rule->words, answer.found.broken[r]});
  answer.findings = choice.findings;
  for (Finding& gap : check.gaps()) answer.findings.push_back(std::move(gap));
  say_classes(answer.findings, desk.desk.siting());
  return answer;
}

}  // namespace merestone
