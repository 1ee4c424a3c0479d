// SPDX-License-Identifier: Apache-2.0
#include "data/office/grave_opinion.hpp"

#include "gis/geodesy/local_plane.hpp"

#include <algorithm>

namespace merestone {

GraveOpinion opinion_on(const Project& project, const AsOf& as_of, const std::string& number) {
  constexpr double view_m = 5000;
  const BurialDesk desk = burial_desk(project, as_of);
  const Grave& grave = desk.grave(number);
  const GroundHolders holders{project, as_of};
  const Date day = act_day(grave, as_of.day);
  GraveSetting setting;
  setting.codes = holders.codes(holders.at(grave.position));
  setting.in_facility = desk.facility_of(grave) != nullptr;

  GraveOpinion opinion;
  SitingQuestion question;
  question.codes = setting.codes;
  question.day = day;
  const std::vector<const SitingRules*> packs = desk.siting();
  SitingChoice choice = rules_for(packs, question);
  opinion.findings = std::move(choice.findings);
  if (!choice.rules.empty()) {
    const bool looks = std::any_of(choice.rules.begin(), choice.rules.end(), [](const ChosenRule& r) { return r.rule->test == SitingTest::visible; });
    std::unique_ptr<Terrain> heights;
    if (looks) {
      const LocalPlane plane{grave.position};
      Box around;
      for (const double x : {-view_m, view_m}) {
        for (const double y : {-view_m, view_m}) around.add(plane.to_position({x, y}));
      }
      heights = heights_around(project, as_of, around);
    }
    const SitingLayers layers = siting_layers(project, as_of);
    const SitingCheck check{layers, choice.rules, heights.get()};
    const std::vector<Finding> gaps = check.gaps();
    opinion.findings.insert(opinion.findings.end(), gaps.begin(), gaps.end());
    for (const SitingHit& hit : check.judge({grave.position, grave.accuracy_m.value_or(0)})) {
      const std::string& law = check.rules()[hit.rule].rule->law;
      const bool told = std::find(opinion.zones.begin(), opinion.zones.end(), law) != opinion.zones.end();
      if (hit.verdict == SitingVerdict::broken && !told) opinion.zones.push_back(law);
    }
    setting.in_zone = !opinion.zones.empty();
  }
  const std::vector<GraveTypeRule> types = desk.grave_types();
  const GraveTyping typing = types_of(grave, setting, types, day);
  if (const GraveTypeRule* called = typing.called()) {
    opinion.grave_class = called->id;
    opinion.words = called->words;
  }
  return opinion;
}

}  // namespace merestone
