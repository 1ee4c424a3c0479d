// SPDX-License-Identifier: Apache-2.0
/// Who can go to which shelter: by straight geodesic distance within each shelter's radius of service. Ways on the ground
/// are longer; no road is looked at.
#pragma once

#include "gis/geometry/position.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

struct PeopleAt {
  Position position{};
  std::int64_t people = 0;
};
struct Refuge {
  Position position{};
  std::int64_t capacity = 0;
  double radius_m = 0;
};

struct Allocation {
  std::size_t from = 0;  ///< index of PeopleAt
  std::size_t to = 0;    ///< index of Refuge
  std::int64_t people = 0;
  double distance_m = 0;
  friend bool operator==(const Allocation&, const Allocation&) = default;
};

struct Assignment {
  std::vector<Allocation> allocations;   ///< by place, then shelter
  std::vector<std::int64_t> load;        ///< by shelter
  std::vector<std::int64_t> unserved;    ///< by place: people without a shelter
  std::vector<std::int64_t> out_of_reach;  ///< by place: all its people where no shelter is within reach, else 0
  std::int64_t served = 0;
  double person_metres = 0;              ///< sum of people times distance
};

/// Everybody to the nearest shelter within its radius, whatever it takes: where load is over capacity, it overflows.
Assignment to_nearest(std::span<const PeopleAt> places, std::span<const Refuge> refuges);

/// As many as possible find a place, and of all ways to do that the one with the least distance walked in sum (minimum
/// cost flow, exact to the millimetre). A village may be parted.
Assignment within_capacity(std::span<const PeopleAt> places, std::span<const Refuge> refuges);

}  // namespace merestone
