// SPDX-License-Identifier: Apache-2.0
/// How a monument stands, derived from what was seen of it; never kept.
#pragma once

#include "gis/boundaries/monument.hpp"

namespace merestone {

enum class MonumentStatus { not_observed, in_place, damaged, displaced, missing };
std::string_view to_text(MonumentStatus status);

struct MonumentJudgement {
  MonumentStatus status = MonumentStatus::not_observed;
  std::optional<Date> on;          ///< of the observation that decided
  std::optional<double> moved_m;   ///< between the legal position and the last one measured
  double azimuth_deg = 0;          ///< true, from the legal position to the measured one
  double allowed_m = 0;            ///< what the accuracies of both positions explain
};

struct MonumentRules {
  /// A monument counts as displaced when it is farther off than this many times the combined standard deviation:
  /// with both good to 0.1 m, beyond 0.28 m. A point that did not move exceeds it in one case of fifty.
  double tolerance = 2;
};

/// The worst that holds on `day`: missing before displaced before damaged. The last observation up to that day tells
/// whether it is there and whole, the last measured one whether it is in place. What was seen before a repair was
/// done no longer counts. `observations` and `repairs` may be those of many monuments, in any order.
MonumentJudgement judge(const Monument& monument, std::span<const Observation> observations,
                        std::span<const RepairOrder> repairs, Date day, const MonumentRules& rules = {});

}  // namespace merestone
