// SPDX-License-Identifier: Apache-2.0
#include "gis/relief/shelter.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/hazards/exposure.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

bool known(const std::vector<ReliefWord>& words, const std::string& id) {
  return words.empty() || std::any_of(words.begin(), words.end(), [&](const ReliefWord& w) { return w.id == id; });
}

template <class List>
std::string ids_of(const List& list) {
  std::string ids;
  for (const auto& each : list) ids += (ids.empty() ? "" : ", ") + each.id;
  return ids;
}

/// Slope of the ground by the heights a cell off, 20 m at least, in four directions; nothing where one of them is a hole.
std::optional<double> slope_percent_at(const Terrain& terrain, Position at) {
  const double step = std::max(20.0, terrain.cell_m(at));
  double across = 0;
  for (const double azimuth : {0.0, 90.0}) {
    const double one = terrain.height_at(destination(at, azimuth, step)), other = terrain.height_at(destination(at, azimuth + 180, step));
    if (std::isnan(one) || std::isnan(other)) return {};
    const double rise = (one - other) / (2 * step);
    across += rise * rise;
  }
  return 100 * std::sqrt(across);
}

}  // namespace

bool Shelter::serves(std::string_view hazard) const {
  return hazards.empty() || hazard.empty() || std::find(hazards.begin(), hazards.end(), hazard) != hazards.end();
}

double area_per_head_m2(const Shelter& shelter, const ShelterRules& rules) {
  if (shelter.area_per_head_m2 > 0) return shelter.area_per_head_m2;
  const ShelterDuration* duration = rules.duration(shelter.duration);
  return duration ? duration->area_per_head_m2 : 0;
}

std::int64_t capacity_of(const Shelter& shelter, const ShelterRules& rules) {
  const double each = area_per_head_m2(shelter, rules);
  // What a decimal point costs in binary is no head less: 0.3 / 0.1 is three.
  return each > 0 ? static_cast<std::int64_t>(std::floor(shelter.effective_area_m2 / each + 1e-9)) : 0;
}

double service_radius_m(const Shelter& shelter, const ShelterRules& rules) {
  const ShelterDuration* duration = rules.duration(shelter.duration);
  return duration ? duration->radius_m : 0;
}

std::vector<Finding> shelter_findings(const Shelter& shelter, const ShelterRules& rules, const EventRules& events,
                                      const std::string& file, std::size_t record) {
  std::vector<Finding> findings;
  const auto tell = [&](const char* rule, const char* field, std::vector<std::pair<std::string, std::string>> facts, Severity severity = Severity::error) {
    facts.insert(facts.end(), {{"id", shelter.local_id}, {"name", shelter.name}});
    findings.push_back({.rule = rule, .severity = severity, .subject = {file, std::to_string(record), field}, .facts = std::move(facts)});
  };
  const auto word = [&](const char* field, const std::string& value, bool fits, const std::string& words) {
    if (!fits) tell("shelter.unknown_word", field, {{"field", field}, {"value", value.empty() ? "–" : value}, {"words", words}});
  };
  word("level", shelter.level, known(rules.levels, shelter.level), ids_of(rules.levels));
  word("space", shelter.space, known(rules.spaces, shelter.space), ids_of(rules.spaces));
  word("duration", shelter.duration, rules.durations.empty() || rules.duration(shelter.duration) != nullptr, ids_of(rules.durations));
  for (const std::string& hazard : shelter.hazards) word("hazards", hazard, events.hazards.empty() || events.hazard(hazard) != nullptr, ids_of(events.hazards));
  if (!(shelter.effective_area_m2 > 0)) tell("shelter.bad_area", "effective_area", {{"value", shortest(shelter.effective_area_m2)}});
  if (shelter.area_per_head_m2 < 0) tell("shelter.bad_area", "area_per_head", {{"value", shortest(shelter.area_per_head_m2)}});
  if (shelter.in_use < 0) tell("shelter.negative_use", "in_use", {{"value", std::to_string(shelter.in_use)}});
  if (!findings.empty()) return findings;
  const double each = area_per_head_m2(shelter, rules);
  if (!(each > 0)) {
    tell("shelter.no_area_per_head", "area_per_head", {{"duration", shelter.duration}});
    return findings;
  }
  const std::int64_t capacity = capacity_of(shelter, rules);
  if (shelter.in_use > capacity) {
    tell("shelter.over_capacity", "in_use", {{"used", std::to_string(shelter.in_use)}, {"capacity", std::to_string(capacity)}}, Severity::warning);
  }
  if (const ShelterDuration* duration = rules.duration(shelter.duration); duration && each < duration->area_per_head_m2) {
    tell("shelter.cramped", "area_per_head", {{"value", shortest(each)}, {"least", shortest(duration->area_per_head_m2)}, {"duration", shelter.duration}}, Severity::warning);
  }
  if (shelter.exits && *shelter.exits < rules.least_exits) {
    tell("shelter.few_exits", "exits", {{"value", std::to_string(*shelter.exits)}, {"least", std::to_string(rules.least_exits)}}, Severity::warning);
  }
  return findings;
}

bool ShelterState::counts_for(const Shelter& shelter, std::string_view hazard) const {
  return shelter.serves(hazard) && (hazard.empty() || !std::binary_search(excluded.begin(), excluded.end(), hazard));
}

std::vector<ShelterState> shelter_states(std::span<const Shelter> shelters, std::span<const HazardZone> zones,
                                         const ShelterRules& rules, const Terrain* terrain) {
  std::vector<ShelterState> states(shelters.size());
  std::vector<Position> positions;
  for (const Shelter& shelter : shelters) positions.push_back(shelter.position);
  const auto place_of = [&](std::size_t i) { return Place{degrees(positions[i].lon), degrees(positions[i].lat)}; };
  for (const ZoneHit& hit : zones_at(positions, zones)) {
    const Shelter& shelter = shelters[hit.position];
    const HazardZone& zone = zones[hit.zone];
    ShelterState& state = states[hit.position];
    const bool first = std::find(state.excluded.begin(), state.excluded.end(), zone.kind) == state.excluded.end();
    if (!shelter.serves(zone.kind) || !first) continue;
    state.excluded.push_back(zone.kind);
    state.notes.push_back({.rule = "shelter.in_zone", .severity = Severity::warning, .subject = {{}, shelter.local_id, "hazards"}, .place = place_of(hit.position),
                           .facts = {{"name", shelter.name}, {"hazard", zone.kind}, {"zone", zone.name.empty() ? zone.local_id : zone.name},
                                     {"severity", std::to_string(zone.severity)}}});
  }
  for (std::size_t i = 0; i < shelters.size(); ++i) {
    ShelterState& state = states[i];
    std::sort(state.excluded.begin(), state.excluded.end());
    state.capacity = capacity_of(shelters[i], rules);
    if (terrain) state.slope_percent = slope_percent_at(*terrain, positions[i]);
    if (!state.slope_percent || rules.steepest_percent <= 0 || *state.slope_percent <= rules.steepest_percent) continue;
    state.notes.push_back({.rule = "shelter.steep", .severity = Severity::warning, .subject = {{}, shelters[i].local_id, "position"}, .place = place_of(i),
                           .facts = {{"name", shelters[i].name}, {"slope", fixed(*state.slope_percent, 1)}, {"most", shortest(rules.steepest_percent)}}});
  }
  return states;
}

}  // namespace merestone
