// SPDX-License-Identifier: Apache-2.0
/// Whether there is room for the dead: need by FU-10, use and years left by FU-23 (domain.md §5.4, 5.6).
#pragma once

#include "gis/burials/facility_record.hpp"
#include "gis/law/burial_rules.hpp"

#include <optional>
#include <span>

namespace merestone {

/// What is expected where nothing can be promised.
struct CapacityRequest {
  std::int64_t people = 0;         ///< resident population
  double deaths_per_thousand = 0;  ///< in a year
  double years = 20;               ///< service years
  double share = 0.5;              ///< of placements, that welfare facilities take
};

/// FU-10: people × death rate × years × share, not rounded. @throws Error invalid capacity.bad_figure for negative figures,
/// a rate above 1,000 ‰ or a share above 1.
double placements_needed(const CapacityRequest& request);

/// How fast a facility fills, and from what that was told.
struct FillRate {
  enum class Basis { none, placements, counts };
  Basis basis = Basis::none;
  double per_year = 0;
  int first_year = 0;  ///< of the years or counts it rests on
  int last_year = 0;
};
/// The mean of placements of the last five years on record up to `day`, else what the types' own counts say, each from its
/// first to its last: nothing when one with room left was not counted twice, at least a year apart, without falling.
FillRate fill_rate(const FacilityFile& file, Date day);

/// FU-23.
struct FacilityUse {
  std::int64_t planned = 0;
  std::int64_t used = 0;
  std::int64_t available = 0;             ///< negative when overfull
  std::optional<double> used_share;       ///< used ÷ approved capacity; above 1 when overfull, nothing without capacity
  FillRate rate;
  std::optional<double> years_left;       ///< free ÷ mean annual; nothing when the rate is not known or 0
};
FacilityUse use_of(const FacilityFile& file, Date day);
/// The sum of several: years left by the sum of free ones and of rates, nothing when the rate of one that still has free
/// plots is not known.
FacilityUse together(std::span<const FacilityUse> uses);

struct CapacityPlan {
  CapacityRequest request;
  double needed = 0;                 ///< FU-10
  std::int64_t available = 0;        ///< in facilities that hold remains and are open; overfull ones count 0
  std::int64_t overfull = 0;         ///< remains beyond capacity, in all of them
  double gap = 0;                    ///< needed − available; negative when there is room to spare
  double placements_per_year = 0;    ///< people × death rate × share
  std::optional<double> years_left;  ///< available ÷ placements a year
};
CapacityPlan plan_capacity(const CapacityRequest& request, std::span<const FacilityUse> uses);

}  // namespace merestone
