// SPDX-License-Identifier: Apache-2.0
#include "data/office/grave_opinion.hpp"

#include "data/office/grave_judging.hpp"
#include "gis/geodesy/local_plane.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr double view_m = 5000;

Box surroundings(Position p) {
  const LocalPlane plane{p};
  Box around;
  for (const double x : {-view_m, view_m}) {
    for (const double y : {-view_m, view_m}) around.add(plane.to_position({x, y}));
  }
  return around;
}

}  // namespace

GraveOpinion opinion_on(const Project& project, const AsOf& as_of, const std::string& number) {
  const Position where = burial_desk(project, as_of).grave(number).position;
  const SitingDesk desk = siting_desk(project, as_of, surroundings(where));
  const Grave* const asked[] = {&desk.desk.grave(number)};
  const GraveJudgements judgements = judge_graves(desk, {}, asked);
  GraveOpinion opinion;
  opinion.findings = judgements.findings;
  const GraveJudgement& judged = judgements.graves.front();
  const JudgedLaw& law = judgements.laws[judged.law];
  for (const SitingHit& hit : judged.hits) {
    if (hit.verdict != SitingVerdict::broken || !law.check) continue;
    const std::string& zone = law.check->rules()[hit.rule].rule->law;
    if (std::find(opinion.zones.begin(), opinion.zones.end(), zone) == opinion.zones.end()) opinion.zones.push_back(zone);
  }
  if (const GraveTypeRule* called = judged.typing.called()) {
    opinion.grave_class = called->id;
    opinion.words = called->words;
  }
  return opinion;
}

}  // namespace merestone
