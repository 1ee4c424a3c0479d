// SPDX-License-Identifier: Apache-2.0
/// Emergency shelters (domain.md §6; GB/T 44012, GB 51143): how many people each takes, and against which hazards.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/hazards/hazard.hpp"
#include "gis/law/relief_rules.hpp"
#include "gis/terrain/elevation.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace merestone {

using ShelterId = Id<struct ShelterTag>;

struct Shelter {
  ShelterId id{};
  std::string local_id{};
  std::string name{};
  std::string level{};     ///< word of the rules: "township"
  std::string space{};     ///< "outdoor", "indoor"
  std::string duration{};  ///< "emergency", "short"
  double effective_area_m2 = 0;
  double area_per_head_m2 = 0;         ///< 0: as the rules say of its duration
  std::vector<std::string> hazards{};  ///< that it serves; empty: all
  std::int64_t in_use = 0;             ///< people it holds
  std::optional<int> exits{};
  std::string equipment{};
  Position position{};
  std::string source{};
  Period valid{};
  DocumentId document{};               ///< that says so; of a delivered one, none: the act's own

  bool serves(std::string_view hazard) const;
};

/// Its own area per head, else that of the rules; 0 where neither says.
double area_per_head_m2(const Shelter& shelter, const ShelterRules& rules);
/// Effective area over area per head, rounded down; 0 where no area per head is known.
std::int64_t capacity_of(const Shelter& shelter, const ShelterRules& rules);
/// Of its duration; 0 where the rules have none.
double service_radius_m(const Shelter& shelter, const ShelterRules& rules);

/// What is wrong with one shelter. Errors: shelter.unknown_word (level, space, duration or hazard that the rules do not
/// have), shelter.bad_area, shelter.negative_use, shelter.no_area_per_head. Warnings: shelter.over_capacity (more people
/// than it takes), shelter.cramped (less area per head than the rules ask), shelter.few_exits.
std::vector<Finding> shelter_findings(const Shelter& shelter, const ShelterRules& shelters, const EventRules& events,
                                      const std::string& file, std::size_t record);

/// A shelter on a day among the hazard zones of that day.
struct ShelterState {
  std::int64_t capacity = 0;
  std::vector<std::string> excluded{};  ///< hazards that it serves by itself but lies in a zone of, sorted
  std::optional<double> slope_percent{};
  std::vector<Finding> notes{};         ///< shelter.in_zone, shelter.steep

  bool counts_for(const Shelter& shelter, std::string_view hazard) const;
};

/// One for each shelter. It is left out of the capacity for a hazard whose zone holds it, and kept for the others.
/// `terrain` gives slopes where there is one.
std::vector<ShelterState> shelter_states(std::span<const Shelter> shelters, std::span<const HazardZone> zones,
                                         const ShelterRules& rules, const Terrain* terrain = nullptr);

}  // namespace merestone
