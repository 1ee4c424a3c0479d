// SPDX-License-Identifier: Apache-2.0
/// The ground that two parties of a dispute contest, cut out of the stretches on record.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/boundaries/boundary.hpp"
#include "gis/divisions/register.hpp"
#include "gis/proposals/band.hpp"

#include <optional>
#include <span>
#include <vector>

namespace merestone {

struct PairBand {
  ContestedBand band;                ///< A's ground lies on the left of both claims
  std::optional<Polyline> in_force;  ///< the situation on the ground from terminal to terminal; none where it runs elsewhere
  std::vector<Finding> notes;        ///< proposal.end_on_border
};

/// Strips between the line as `a` claims it and as `b` does, the one with most ground first. A party that claims nothing
/// itself has the situation on the ground for its claim; of the parties' members, each counts as the party.
///
/// 1. Claims are those of the pictures (gis/territory), not those that were drawn: where a claim leaves the border, both
///    run on along it, so they end at one position, which is one of the border. A proposal from terminal to terminal is
///    therefore a line that redraw() takes for a settlement.
/// 2. Where the claims reach the border with a third division at different places, the terminal is half-way between, and
///    the border belongs to both claims up to there: the note proposal.end_on_border says where.
/// 3. Ground that only others contest, and what one claims as an island without any line of the other, is in no strip.
///
/// `near` holds all stretches in the box of the dispute. @throws Error{Fault::invalid} what band_between() says.
std::vector<PairBand> bands_between(const Snapshot& near, const DivisionRegister& divisions, DisputeId dispute, DivisionId a,
                                    DivisionId b);

/// Strips in faces that `a` and `b` claim against each other while a third party's line, which neither claims alike, cuts
/// their claims short, as around the junction of three: `faces` are those that are A's as A claims and B's as B claims. A
/// face is a strip where one run of its outline is A's claim and one B's; the terminals lie half-way along what is left
/// of the outline, with the note proposal.end_at_third, for there the third party has its say. Others are left out.
std::vector<PairBand> bands_in_faces(std::span<const Polygon> faces, const Snapshot& near, const DivisionRegister& divisions,
                                     DisputeId dispute, DivisionId a, DivisionId b);

}  // namespace merestone
