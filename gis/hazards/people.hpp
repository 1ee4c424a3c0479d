// SPDX-License-Identifier: Apache-2.0
/// People of a whole spread over places inside it (dasymetric mapping; domain.md §6, DR-03).
#pragma once

#include "gis/base/finding.hpp"
#include "gis/geometry/position.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace merestone {

/// People counted for a whole: a township, a village.
struct PeopleSource {
  std::string code;
  std::int64_t people = 0;
};

/// Where some of them may live: a building with its floor area, a natural village with 1 or its households.
struct PeopleWeight {
  std::size_t source = 0;  ///< index of the whole
  Position position{};
  double weight = 0;
};

struct SpreadPeople {
  std::vector<std::int64_t> people;     ///< by weight
  std::int64_t unresolved = 0;          ///< of wholes without any weight: nowhere to put them, never spread elsewhere
  std::vector<std::size_t> without;     ///< those wholes
};

/// exposure.negative_people, exposure.negative_weight (also what is no number), exposure.unknown_source; the record is the
/// index counted from 1.
std::vector<Finding> people_findings(std::span<const PeopleSource> sources, std::span<const PeopleWeight> weights,
                                     const std::string& file);

/// In whole people, by largest remainders (equals in order): what comes to the places of a whole is exactly its people.
/// @throws Error invalid with the findings of people_findings().
SpreadPeople spread_people(std::span<const PeopleSource> sources, std::span<const PeopleWeight> weights);

}  // namespace merestone
