// SPDX-License-Identifier: Apache-2.0
#include "data/office/capacity_desk.hpp"

#include "data/db/refusal.hpp"

#include <algorithm>

namespace merestone {
namespace {

bool holds_remains(const BurialDesk& desk, const FacilityFile& file) {
  for (const BurialRules* rules : desk.burials()) {
    if (const FacilityKind* kind = rules->facility(file.facility.kind)) return kind->holds_remains;
  }
  return file.planned() > 0;
}

}  // namespace

PlanDesk plan_desk(const Project& project, const GroundHolders& ground, const PlanRequest& request) {
  const DivisionRegister& divisions = ground.divisions();
  const DivisionState* division = divisions.find_code(request.code);
  if (division == nullptr) refuse(Fault::missing, "division.unknown_code", "no such division", {{"code", request.code}});
  PlanDesk made{division->id, burial_desk(project, {request.day}), {}, {}, {}, 0, {}, {}, {}};

  CapacityRequest& figures = made.plan.request;
  for (const CountryPack& pack : made.desk.packs) {
    const auto& rule = pack.burials.capacity;
    if (!rule || !rule->valid.contains(request.day) || !request.code.starts_with(rule->jurisdiction) || !made.source.empty()) continue;
    figures.years = rule->years;
    figures.share = rule->share;
    made.source = rule->source;
  }
  figures.years = request.years.value_or(figures.years);
  figures.share = request.share.value_or(figures.share);
  figures.deaths_per_thousand = request.deaths_per_thousand;
  figures.people = std::max<std::int64_t>(request.people, 0);
  if (request.people < 0) {
    for (const NamedPlace& place : project.places({request.day})) {
      if (!place.people || !place.position || !divisions.lies_in(ground.at(*place.position), division->id)) continue;
      figures.people += place.people->people;
      made.last_count = std::max(made.last_count.value_or(unknown_start), place.people->counted);
      ++made.counted_places;
    }
    if (made.counted_places == 0) made.findings.push_back({.rule = "plan.no_people", .severity = Severity::warning, .facts = {{"code", request.code}}});
  }
  std::size_t unknown = 0;
  for (std::size_t i = 0; i < made.desk.facilities.size(); ++i) {
    const FacilityFile& file = made.desk.facilities[i];
    const bool open = file.record.state == FacilityState::open || file.record.state == FacilityState::full;
    if (!open || !holds_remains(made.desk, file)) continue;
    const bool serves = file.services.empty()
                            ? divisions.lies_in(ground.at(file.facility.position), division->id)
                            : std::any_of(file.services.begin(), file.services.end(), [&](const FacilityService& s) {
                                return divisions.lies_in(s.division, division->id) || divisions.lies_in(division->id, s.division);
                              });
    if (!serves) continue;
    made.facilities.push_back(i);
    made.uses.push_back(use_of(file, request.day));
    if (made.uses.back().rate.basis == FillRate::Basis::none) ++unknown;
  }
  if (made.facilities.empty()) made.findings.push_back({.rule = "plan.no_facilities", .severity = Severity::warning, .facts = {{"code", request.code}}});
  if (unknown > 0) {
    made.findings.push_back({.rule = "plan.rate_unknown", .severity = Severity::note,
                             .facts = {{"count", std::to_string(unknown)}, {"of", std::to_string(made.facilities.size())}}});
  }
  made.plan = plan_capacity(figures, made.uses);
  return made;
}

}  // namespace merestone
