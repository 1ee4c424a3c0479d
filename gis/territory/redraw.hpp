// SPDX-License-Identifier: Apache-2.0
/// The one way in which ground changes hands: new lines are noded into the lines around them, and the faces that come
/// of it are given to other holders. Edits of a line, claims in a dispute, proposals and settlements are all this.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/geometry/area.hpp"
#include "gis/territory/territory.hpp"

namespace merestone {

/// What lies on the left of a new line, as far as the border that was, goes to `left`, and on its right to `right`:
/// the ground of the other side that is reached from the line without crossing it or any line of the version.
/// Parties are divisions of any level. A side without id keeps what it holds, and whoever of the parties holds the
/// ground that the other side gets gives it up.
struct LineGrant {
  Polyline path;
  DivisionId left;
  DivisionId right;
};

/// All ground inside goes to `to`.
struct AreaGrant {
  MultiPolygon area;
  DivisionId to;
};

/// One picture of the ground that comes of the redrawing: an earlier picture, changed by grants.
struct Version {
  std::optional<ClaimId> claim;     ///< whose picture it is; none where nobody disputes it any more
  std::optional<ClaimId> based_on;  ///< the picture that it changes: as this claim has it; none: the situation on the ground
  std::vector<LineGrant> lines;
  std::vector<AreaGrant> areas;
};

/// Which division gets ground that goes to one whose members hold its ground.
enum class FinestHolder {
  longest_border,  ///< the member with the longest border along that face, face by face from the old border inwards;
                   ///< of equals the one with the smaller id; where none adjoins, the party itself
  party,           ///< the party itself: which of its members is decided later
};

/// An edit of settled ground is one version without claim. A dispute has one version for each claim that it has from
/// then on, none left out, first the one without claimant (the situation on the ground). A settlement is one version
/// without claim again.
struct RedrawRequest {
  std::vector<Version> versions;
  std::optional<DisputeId> dispute;  ///< what is said under its claims is replaced by the versions
  std::vector<DivisionId> parties;   ///< nobody else may gain or lose; in this order they are called A, B, C…
  FinestHolder finest = FinestHolder::longest_border;
  EdgeKind edges = EdgeKind::lonlat;  ///< how the positions of new lines are joined
  std::string carrier{};              ///< what the new lines follow
  double accuracy_m = 0;              ///< how well they are known
};

/// What is said of a stretch from the day of the redrawing on.
struct Statement {
  DivisionId left;
  DivisionId right;
  std::optional<ClaimId> claim;
  DelimitationId kept;  ///< the delimitation that goes on; no id for a new one
};

/// A new stretch: part of one that was (`of`), in its direction, or a new line.
struct RedrawnStretch {
  StretchId of;
  Polyline path;
  EdgeKind edges = EdgeKind::lonlat;
  std::string carrier{};
  double accuracy_m = 0;
  std::vector<Statement> said;  ///< what else was said of `of` ends on the day
};

/// A stretch that keeps its path; what was said of it and is not kept ends on the day.
struct RestatedStretch {
  StretchId stretch;
  std::vector<Statement> said;
};

/// A face that goes from one holder to another in one version. A holder without id is the ground outside.
struct Transfer {
  std::size_t version = 0;
  DivisionId from;
  DivisionId to;
  Polygon ground;
  Wide area_um2 = 0;  ///< on the ellipsoid
};

/// A face about which the versions differ; adjacent ones that all versions treat alike are one.
struct ContestedFace {
  Polygon ground;
  Wide area_um2 = 0;
  std::vector<DivisionId> holders;  ///< by version: the finest division that would hold it
  std::vector<DivisionId> claimants;  ///< parties that claim it (claimants.hpp), in the order of the request; maybe none
  std::vector<ClaimId> claimed_by;  ///< the claims that give it to their own claimant against the situation on the ground
  std::string label;                ///< the letters of the claimants: "AB", "BC", "ABC"; empty: unclaimed
};

/// An edge of a stretch that had to be bent, by less than a nanodegree, to meet a new line at a whole nanodegree.
struct Bend {
  StretchId stretch;
  Position at;
  Wide left_gains_um2 = 0;
};

struct Redraw {
  std::vector<StretchId> cut;             ///< stretches that end; their parts are in `stretches`
  std::vector<RedrawnStretch> stretches;
  std::vector<RestatedStretch> restated;
  std::vector<Transfer> transfers;
  std::vector<ContestedFace> contested;
  std::vector<Bend> bends;
  std::vector<Finding> findings;          ///< by version, see below
  std::vector<DivisionId> wanted;         ///< holders whose ground the grants reach, and of which `near` has only parts
  std::vector<bool> refused;              ///< by version: it has an error, and stands here without its grants

  bool sound() const;  ///< no finding is an error: what stands here may be recorded
};

/// 1. The pictures that come out are coverages: derive() finds the same holders for the same viewpoints.
/// 2. Nobody but the parties gains or loses a face. Total area stays, but for `bends` of outer borders (each less
///    than 0.1 mm wide), which tell to the square micrometre who gained.
/// 3. Statements that hold in all versions carry no claim; stretches that divide nothing get no statement.
/// 4. The result does not depend on the direction in which lines or rings are given.
/// 5. Errors: redraw.too_short, redraw.self_crossing, redraw.same_party; redraw.side_no_party (a side that is no party); redraw.open (an end stands free or reaches no
///    border of the ground concerned; the gap in metres), redraw.divides_nothing; redraw.foreign_ground and
///    redraw.outside_ground (ground of a third party, of nobody); redraw.granted_twice, redraw.other_dispute,
///    redraw.seam, redraw.too_fine. Warnings: redraw.no_change, redraw.most_ground (sides mixed up?).
///
/// `near` holds all stretches around every face that the grants touch; ground farther off may be incomplete. Whoever
/// reads it piece by piece adds the ground of those `wanted`, and asks again until there are none.
/// Deterministic. Cost: O(n log n) in positions of `near` and the grants.
Redraw redraw(const Snapshot& near, const DivisionRegister& divisions, const RedrawRequest& request);

/// The ground after `plan`, for looking at before it is recorded. New stretches and delimitations get the numbers that
/// follow the largest in `before`. Claims and acceptances stay.
Snapshot redrawn(const Snapshot& before, const Redraw& plan);

/// Ground that the delimitations of one picture give to a division; they must all be in `ground`.
Wide held_um2(const Snapshot& ground, const Viewpoint& viewpoint, DivisionId holder);

}  // namespace merestone
