// SPDX-License-Identifier: Apache-2.0
/// Line opinions, claims and what viewers say of them, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/boundaries/boundary.hpp"
#include "gis/disputes/opinion.hpp"
#include "gis/disputes/perspective.hpp"

#include <unordered_set>

namespace merestone {

std::vector<Kept<LineOpinion>> read_opinions(Connection& connection, DisputeId dispute, Revision revision);
/// A new opinion with what it rests on; its id in `opinion` is not looked at. Returns its id.
LineOpinionId add_opinion(FactWriter& writer, const LineOpinion& opinion);

/// A further version of an opinion, which ends on `until`; one that begins later than that is left as it is.
void end_opinion(FactWriter& writer, const Kept<LineOpinion>& kept, Date until);

/// A further version of an opinion, which says otherwise.
void renew_opinion(FactWriter& writer, const Kept<LineOpinion>& kept, const LineOpinion& version);

/// Days on which a claim rests: nobody claims anything under it.
struct ClaimRest {
  ClaimId claim;
  Period days;
};
std::vector<Kept<ClaimRest>> read_claim_rests(Connection& connection, DisputeId dispute, Revision revision);
void add_claim_rest(FactWriter& writer, const ClaimRest& rest);

/// Claims in one dispute, whatever their days.
std::vector<Claim> read_claims_of(Connection& connection, DisputeId dispute, Revision revision);

/// Claims without claimant, of all disputes and days: what is said under them is the situation on the ground.
std::unordered_set<ClaimId> read_claims_on_the_ground(Connection& connection, Revision revision);

/// The box of all stretches that are said to be something under a claim of the dispute; empty when nothing is.
Box read_dispute_box(Connection& connection, DisputeId dispute, const Window& window);

std::vector<Kept<Acceptance>> read_acceptances(Connection& connection, const Window& window);
std::vector<Kept<Perspective>> read_perspectives(Connection& connection, const Window& window);
void add_perspective(FactWriter& writer, const Perspective& perspective);

}  // namespace merestone
