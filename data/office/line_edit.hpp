// SPDX-License-Identifier: Apache-2.0
/// Editing a line: an act on shared stretches. Both sides follow from it, so neither can be forgotten.
#pragma once

#include "data/office/acts.hpp"
#include "data/office/ground_plan.hpp"

namespace merestone {

struct LineEdit {
  std::vector<LineGrant> lines;  ///< every one names both its sides
  Date from;                     ///< first day of the new line
  FinestHolder finest = FinestHolder::longest_border;
  EdgeKind edges = EdgeKind::lonlat;
  std::string carrier{};
  double accuracy_m = 0;
};

/// What the edit would do, with the findings that would forbid it. Nothing is written. The plan may be shown, kept,
/// and given to record_edit() later. `known`: the revision that somebody looked at, for whom it is made.
GroundPlan plan_edit(const Project& project, const LineEdit& edit, Revision known = latest_revision);

/// redraw.moves_village, a warning, for each natural village whose ground changes hands: that is a change of divisions,
/// which has an approval of its own (Regulations 1989 Art. 14; domain.md §2.3).
std::vector<Finding> village_findings(const Project& project, const GroundPlan& plan);

/// Records an edit that was planned: "line.edit". The audit entry tells the areas of each side before and after.
/// @throws Error invalid with the findings when it crosses, stands free or leaves a face open; conflict redraw.stale
/// when somebody changed the ground near it since it was planned; conflict redraw.later_change.
Revision record_edit(Project& project, const ActInfo& info, const GroundPlan& plan);

/// Puts the ground back as it was before an edit, as a new act: "line.undo". What the edit ended goes on with the
/// periods and documents it had; its own statements are superseded. An undoing can be undone.
/// @throws Error missing redraw.no_edit when that act was none; conflict redraw.built_upon when later acts changed
/// what it wrote.
Revision undo_edit(Project& project, const ActInfo& info, Revision edit);

}  // namespace merestone
