// SPDX-License-Identifier: Apache-2.0
#include "gis/relief/coverage.hpp"

#include <algorithm>
#include <unordered_map>

namespace merestone {
namespace {

Level finest_level(std::span<const DivisionId> homes, std::span<const SettledPlace> places, const DivisionRegister& divisions) {
  Level finest = 0;
  const auto add = [&](DivisionId id) {
    if (const DivisionState* state = divisions.find(id)) finest = std::max(finest, state->level);
  };
  for (const DivisionId id : homes) add(id);
  for (const SettledPlace& place : places) add(place.division);
  return finest;
}

}  // namespace

ShelterCoverage shelter_coverage(std::span<const Shelter> shelters, std::span<const DivisionId> homes, std::span<const HazardZone> zones,
                                 std::span<const SettledPlace> places, const DivisionRegister& divisions, const ShelterRules& rules,
                                 const ShelterQuestion& question, const Terrain* terrain) {
  ShelterCoverage result;
  result.question = question;
  if (result.question.level == 0) result.question.level = finest_level(homes, places, divisions);
  result.states = shelter_states(shelters, zones, rules, terrain);

  std::unordered_map<DivisionId, std::size_t> at;
  for (const DivisionState& division : divisions.all()) {
    if (division.level != result.question.level) continue;
    at.emplace(division.id, result.gaps.size());
    result.gaps.push_back({division.id});
  }
  const auto gap_of = [&](DivisionId finest) -> ShelterGap* {
    const auto found = at.find(divisions.at_level(finest, result.question.level));
    return found == at.end() ? nullptr : &result.gaps[found->second];
  };
  const auto both = [&](DivisionId finest, const auto& act) {
    act(result.whole);
    if (ShelterGap* gap = gap_of(finest)) act(*gap);
  };

  std::vector<Refuge> refuges;
  for (std::size_t i = 0; i < shelters.size(); ++i) {
    const bool counts = result.states[i].counts_for(shelters[i], question.hazard);
    const std::int64_t capacity = result.states[i].capacity;
    refuges.push_back({shelters[i].position, counts ? capacity : 0, counts ? service_radius_m(shelters[i], rules) : -1});
    const bool left_out = !counts && shelters[i].serves(question.hazard);
    both(homes[i], [&](ShelterGap& gap) {
      if (counts) gap.capacity += capacity, ++gap.shelters;
      if (left_out) gap.excluded += capacity;
    });
  }
  std::vector<PeopleAt> people;
  for (const SettledPlace& place : places) people.push_back({place.position, place.people});
  result.nearest = to_nearest(people, refuges);
  result.best = within_capacity(people, refuges);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::int64_t all = std::max<std::int64_t>(0, places[i].people), out = result.best.out_of_reach[i], without = result.best.unserved[i];
    both(places[i].division, [&](ShelterGap& gap) {
      gap.people += all, gap.served += all - without, gap.out_of_reach += out, gap.full += without - out;
    });
    if (gap_of(places[i].division) == nullptr) result.unplaced += all;
  }
  return result;
}

}  // namespace merestone
