// SPDX-License-Identifier: Apache-2.0
#include "cli/service/map_facts.hpp"

#include "data/office/dispute_file.hpp"
#include "data/office/line_desk.hpp"
#include "data/office/relief_acts.hpp"

#include <algorithm>

namespace merestone {

const char* const dispute_disclaimer =
    "Lines in dispute are shown without prejudice to any party's claim / 争议界线的画法不代表对任何一方主张的认可";

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

}  // namespace

bool MapView::disputed() const {
  return !claims.empty() || std::any_of(territory.holders.begin(), territory.holders.end(),
                                        [](const Holders& holders) { return holders.size() > 1; });
}

std::vector<TileDispute> dispute_names(const Project& project, const AsOf& as_of) {
  std::vector<TileDispute> names;
  for (const auto& one : dispute_cases(project, as_of.revision)) {
    std::string state;
    for (const auto& step : one.steps) {
      if (step.day <= as_of.day) state = step.state;
    }
    names.push_back({one.dispute, one.title, state});
  }
  return names;
}

std::vector<TileMonument> monument_marks(const Project& project, const AsOf& as_of) {
  std::vector<TileMonument> marks;
  for (const auto& [monument, judgement] : standing_monuments(project, as_of)) {
    if (monument.kind == MonumentKind::point) continue;
    marks.push_back({monument.id.value, monument.position, monument.number, std::string{to_text(monument.kind)},
                     std::string{to_text(judgement.status)}});
  }
  return marks;
}

std::vector<TileSite> planned_sites(const Project& project, const AsOf& as_of) {
  std::vector<TileSite> sites;
  add_facilities(project, as_of, sites);
  add_relief(project, as_of, sites);
  return sites;
}

MapFacts map_facts(const Project& project, const AsOf& as_of) {
  return {.snapshot = project.snapshot(as_of), .divisions = project.divisions(as_of), .lines = project.lines(as_of),
          .places = project.places(as_of), .hazards = project.hazard_zones(as_of), .sites = planned_sites(project, as_of),
          .monuments = monument_marks(project, as_of), .disputes = dispute_names(project, as_of)};
}

MapView seen_from(const MapFacts& facts, const Viewpoint& viewpoint) {
  MapView view{derive(facts.snapshot, viewpoint), {}, tile_claims(facts.snapshot, viewpoint)};
  for (const auto level : facts.divisions.levels()) view.levels.push_back(at_level(view.territory, facts.divisions, level));
  return view;
}

TileContents contents_of(const MapFacts& facts, const MapView& view) {
  return {.territory = view.territory, .divisions = facts.divisions, .views = view.levels, .lines = facts.lines, .places = facts.places,
          .hazards = facts.hazards, .sites = facts.sites, .claims = view.claims, .disputes = facts.disputes,
          .monuments = facts.monuments};
}

}  // namespace merestone
