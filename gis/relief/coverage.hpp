// SPDX-License-Identifier: Apache-2.0
/// Shelters against the people of a prefecture: gaps and overload, by division and by shelter.
#pragma once

#include "gis/divisions/register.hpp"
#include "gis/relief/assignment.hpp"
#include "gis/relief/shelter.hpp"

namespace merestone {

/// A village with its people and the finest division that it lies in; no id where that is not known.
struct SettledPlace {
  std::string name{};
  Position position{};
  std::int64_t people = 0;
  DivisionId division{};
};

struct ShelterQuestion {
  std::string hazard{};  ///< empty: whatever the hazard, and no shelter is left out
  Level level = 0;       ///< of the divisions that gaps are told for; 0: the finest that holds places or shelters
};

struct ShelterGap {
  DivisionId division{};
  std::int64_t people = 0;
  std::int64_t capacity = 0;       ///< of the shelters on its ground that count for the hazard
  std::int64_t excluded = 0;       ///< capacity that was left out because of its zones
  std::int64_t served = 0;         ///< of its people, in whatever division, within capacity
  std::int64_t full = 0;           ///< of its people: shelters are in reach, but full
  std::int64_t out_of_reach = 0;
  std::size_t shelters = 0;
};

struct ShelterCoverage {
  ShelterQuestion question{};          ///< with its level
  std::vector<ShelterState> states{};  ///< by shelter
  Assignment nearest{}, best{};        ///< places and shelters as given; capacity 0 for those that do not count
  std::vector<ShelterGap> gaps{};      ///< of all divisions of the level, in the register's order
  ShelterGap whole{};                  ///< with places and shelters whose division is not known
  std::int64_t unplaced = 0;           ///< people of places whose division is not known at the level
};

/// `homes` are the finest divisions of the shelters' ground.
ShelterCoverage shelter_coverage(std::span<const Shelter> shelters, std::span<const DivisionId> homes, std::span<const HazardZone> zones,
                                 std::span<const SettledPlace> places, const DivisionRegister& divisions, const ShelterRules& rules,
                                 const ShelterQuestion& question, const Terrain* terrain = nullptr);

}  // namespace merestone
