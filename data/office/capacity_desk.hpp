// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/burial_desk.hpp"
#include "gis/burials/capacity.hpp"

namespace merestone {

/// What is asked of a plan; what is not given comes from the record and the law.
struct PlanRequest {
  std::string code;                      ///< of the division
  Date day{};
  double deaths_per_thousand = 0;
  std::int64_t people = -1;              ///< below 0: the counts on record
  std::optional<double> years{}, share{};
};

struct PlanDesk {
  DivisionId division;
  BurialDesk desk;
  CapacityPlan plan;
  std::vector<std::size_t> facilities{};  ///< those that count, by position in desk.facilities
  std::vector<FacilityUse> uses{};        ///< of these
  std::size_t counted_places = 0;         ///< that the people were counted at; 0 when they were given
  std::optional<Date> last_count{};
  std::string source{};                   ///< of years and share; empty: as asked
  /// plan.no_people where nobody was counted; plan.no_facilities; plan.rate_unknown, how many fill at an unknown rate.
  std::vector<Finding> findings{};
};

/// FU-10 and FU-23 for a division. Those facilities count that hold remains, are open or full, and serve it: whose record names
/// it, one above or one below; where none is named, those that lie in it.
/// @throws Error missing division.unknown_code
PlanDesk plan_desk(const Project& project, const GroundHolders& ground, const PlanRequest& request);

}  // namespace merestone
