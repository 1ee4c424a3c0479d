// SPDX-License-Identifier: Apache-2.0
#include "cli/service/planned_sites.hpp"

#include "data/office/burial_cases.hpp"
#include "data/office/burial_desk.hpp"
#include "data/office/relief_acts.hpp"

#include <map>

namespace merestone {
namespace {

/// Facilities for the dead as points.
void add_facilities(const Project& project, const AsOf& as_of, std::vector<TileSite>& sites) {
  for (const auto& one : project.facilities(as_of)) {
    sites.push_back({.layer = SiteLayer::facilities, .id = one.id.value, .position = one.position, .kind = one.kind, .name = one.name,
                     .capacity = one.capacity, .used = one.used, .source = one.source});
  }
}

/// Where people go, and what is kept for them. A shelter inside a zone of a hazard that it is meant for is "excluded".
void add_relief(const Project& project, const AsOf& as_of, std::vector<TileSite>& sites) {
  const ShelterRules rules = relief_rules(project).shelters;
  const auto shelters = shelters_on(project, as_of);
  const auto states = shelters.empty() ? std::vector<ShelterState>{} : shelter_states(shelters, project.hazard_zones(as_of), rules);
  for (std::size_t i = 0; i < shelters.size(); ++i) {
    const Shelter& one = shelters[i];
    sites.push_back({.layer = SiteLayer::shelters, .id = one.id.value, .position = one.position, .kind = one.space, .name = one.name,
                     .status = states[i].excluded.empty() ? "" : "excluded", .capacity = states[i].capacity, .used = one.in_use, .source = one.source});
  }
  for (const auto& one : depots_on(project, as_of)) {
    sites.push_back({.layer = SiteLayer::depots, .id = one.id.value, .position = one.position, .kind = one.level, .name = one.name, .capacity = one.covers_people,
                     .source = one.source});
  }
}

/// Graves outside facilities.
void add_graves(const Project& project, const AsOf& as_of, std::vector<TileSite>& sites) {
  const BurialDesk desk = burial_desk(project, as_of);
  if (desk.graves.empty()) return;
  const auto rules = desk.grave_types();
  const GroundHolders ground{project, as_of};
  std::map<GraveId, std::string> states;  // of the day
  for (const BurialCase& one : burial_cases(project, as_of.revision)) {
    for (const BurialAct& act : one.acts) {
      if (act.day <= as_of.day) states[one.grave] = act.state;
    }
  }
  std::vector<Position> positions;
  for (const Grave& grave : desk.graves) positions.push_back(grave.position);
  const auto homes = ground.at(positions);
  std::map<DivisionId, std::vector<std::string>> codes;
  for (std::size_t i = 0; i < desk.graves.size(); ++i) {
    const Grave& grave = desk.graves[i];
    if (desk.facility_of(grave) != nullptr) continue;
    const auto [at, is_new] = codes.try_emplace(homes[i]);
    if (is_new) at->second = ground.codes(homes[i]);
    const auto typing = types_of(grave, {at->second, false, {}}, rules, act_day(grave, as_of.day));
    const auto state = states.find(grave.id);
    sites.push_back({.layer = SiteLayer::graves, .id = grave.id.value, .position = grave.position,
                     .kind = typing.called() != nullptr ? typing.called()->id : "", .name = grave.local_id,
                     .status = desk.protection(grave.id) != nullptr ? "protected" : state != states.end() ? state->second : "",
                     .source = grave.source});
  }
}

}  // namespace

std::string_view to_text(Audience audience) { return audience == Audience::office ? "office" : "everybody"; }

std::vector<TileSite> planned_sites(const Project& project, const AsOf& as_of, Audience audience) {
  std::vector<TileSite> sites;
  add_facilities(project, as_of, sites);
  add_relief(project, as_of, sites);
  if (audience == Audience::office) add_graves(project, as_of, sites);
  return sites;
}

}  // namespace merestone
