// SPDX-License-Identifier: Apache-2.0
/// A change of ground before it is recorded, and its recording. Edits of lines, claims and settlements are all done
/// by this; what they have beside ground is their own.
///
/// * An edit: one version without claim.
/// * Claims of a dispute: a version for every claim that holds from the day on, first the one without claimant; a new
///   or replaced claim is `based_on` that one, a claim that stays on itself. A claim withdrawn is left out (and ended).
/// * A settlement: one version without claim, `based_on` the claim that prevails or the one without claimant, with
///   the agreed line as grant. All that was said under the dispute's claims ends that day.
#pragma once

#include "data/office/project.hpp"
#include "gis/territory/redraw.hpp"

namespace merestone {

struct GroundPlan {
  RedrawRequest request;
  Date from;                 ///< first day of the change
  Revision known = 0;        ///< what it was planned on
  DivisionRegister divisions;  ///< those concerned and their superiors, on that day
  Snapshot near;             ///< all ground of the holders concerned
  Redraw redraw;

  /// Who gains or loses, with the ground that each holds before and after, in one version; sorted by id.
  struct Balance {
    DivisionId division;
    Wide before_um2 = 0;
    Wide after_um2 = 0;
  };
  std::vector<Balance> balance(std::size_t version = 0) const;
};

/// Reads what lies near, by indexes, and works out the change. `more_claims` are such as are not on record yet.
GroundPlan plan_ground(const Project& project, RedrawRequest request, Date from, Revision known = latest_revision,
                       const std::vector<Claim>& more_claims = {});

/// Writes what was planned, inside an act: cut stretches are superseded and their delimitations carried to the pieces
/// with their whole periods, what ends, ends on the day, new statements begin then, and boundary lines follow.
/// The plan is made again on what `writer` finds; where the ground near it has changed since it was made, it is refused.
/// @throws Error invalid with the plan's findings when it is not sound; conflict redraw.stale with the acts that
/// changed ground since; conflict redraw.later_change when ground concerned changes again after the day.
void record_ground(const Project& project, FactWriter& writer, const GroundPlan& plan, DocumentId document);

}  // namespace merestone
