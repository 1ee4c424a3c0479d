// SPDX-License-Identifier: Apache-2.0
/// Acts on monuments and inspections. Each checks everything before it writes and refuses the whole with findings.
#pragma once

#include "data/office/line_acts.hpp"
#include "gis/boundaries/numbering.hpp"

#include <functional>

namespace merestone {

/// The form of numbers on lines of a level; nothing where the office has none and any number will do.
using NumberForms = std::function<std::optional<NumberTemplate>(Level)>;

struct MonumentFiling {
  Monument monument;
  Document agreement;   ///< of its own; nameless for most
};
/// Monuments and boundary points that are new on record.
ActOutcome record_monuments(Project& project, const ActInfo& info, std::vector<MonumentFiling> filings, const NumberForms& forms);
/// A monument is given up from `day` on, by agreement of both sides (BL-05): `info.document` must have a title.
ActOutcome retire_monument(Project& project, const ActInfo& info, MonumentId monument, Date day);

/// Says for each monument how it stands now; where it stands in law is not touched (BL-03).
ActOutcome record_observations(Project& project, const ActInfo& info, std::vector<Observation> observations, Date today);
ActOutcome order_repair(Project& project, const ActInfo& info, RepairOrder order);
/// Ends the open order for `order.monument` with the day, the attendants of both sides and the work of `order` (BL-04).
/// @throws missing repair.none_open.
ActOutcome complete_repair(Project& project, const ActInfo& info, const RepairOrder& order);

/// A step of the inspection that the office calls `local_id`; the first step plans it.
struct StepFiling {
  std::string local_id;
  BoundaryLineId line;
  InspectionKind kind = InspectionKind::regular;
  std::string reason;
  InspectionStep step;
};
ActOutcome take_steps(Project& project, const ActInfo& info, const std::vector<StepFiling>& filings);
ActOutcome record_segment_checks(Project& project, const ActInfo& info, std::vector<SegmentCheck> checks);

}  // namespace merestone
