// SPDX-License-Identifier: Apache-2.0
/// The lines between two claims by t = dA / (dA + dB), geodesic distances to A's and B's claim, and those proposals
/// that are one of them.
#pragma once

#include "gis/proposals/proposal.hpp"

#include <memory>
#include <span>
#include <vector>

namespace merestone {

/// 1. Lines of the family are simple, stay inside the contested ground, pass every place where the claims meet, and
///    do not cross each other: a greater t lies nearer to B's claim everywhere.
/// 2. Positions keep t to a centimetre of ground: |(1 − t) dA − t dB| < 1 cm, measured on the ellipsoid; where claims
///    come nearer than that, and at places with several nearest points, the plane's line stands.
/// 3. Sections less than 5 cm wide on average hold nothing to divide: lines follow A's claim there.
/// Making one takes the Voronoi diagram of the claims, O(n log n); a line of it some milliseconds for 1,000 positions.
class LineFamily {
 public:
  /// @throws Error{Fault::invalid} proposal.too_close.
  explicit LineFamily(const ContestedBand& band);
  LineFamily(LineFamily&&) noexcept;
  LineFamily& operator=(LineFamily&&) noexcept;
  ~LineFamily();

  /// `t` in [0, 1]; 0 and 1 are the claims. Where the claims leave a terminal at more than half a circle, a wedge of
  /// ground is as far from one as from the other; for t = ½ `turn` turns the line through it, from A's side (0) to
  /// B's (1). @throws Error{Fault::invalid} proposal.bad_share outside; with the place, proposal.leaves_ground or
  /// proposal.self_crossing where claims that wind leave no room for a line.
  Polyline line(double t, double turn = 0.5) const;
  bool has_wedge() const;
  /// Of a position in contested ground; nothing elsewhere.
  std::optional<double> t_at(Position p) const;

  /// Square metres between A's claim and line(t, turn), which A concedes where both claim the ground; not polished.
  double conceded_by_a_m2(double t, double turn = 0.5) const;
  /// Of all contested ground.
  double ground_m2() const;

  const ContestedBand& band() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// As far from one claim as from the other.
Proposal equidistant_line(const LineFamily& family);
/// "weighted": `t` of the way from A's claim to B's.
Proposal weighted_line(const LineFamily& family, double t);

/// "equal_area" for a share of ½, else "share_of_area": the line of the family up to which A keeps `share_of_a` of the
/// contested ground. Positions are moved sideways by millimetres until the residual, told in `results`, is below
/// a square metre; beside narrow ground it may stay at a centimetre times the lengths of line and claim. Where the family
/// jumps over a bay the ground in between is divided again (`results`: divided_again).
/// @throws Error{Fault::invalid} proposal.unequal with the residual when even so no line divides as asked.
Proposal area_share_line(const LineFamily& family, double share_of_a = 0.5);

/// Something that weighs at one position: the people of a village.
struct PointWeight {
  Position position;
  double weight = 0;
};
/// "equal_people" and so on, `method` says of what: A keeps as near to `share_of_a` of the weight in contested ground
/// as places allow, for a place goes whole to one side. Of the lines that do, the one nearest to the equidistant line
/// that keeps away from the places on both its sides. It is off by no more than half the heaviest place; bays and wedges
/// are divided again as above. @throws Error{Fault::invalid} proposal.nothing_to_share when nothing weighs anything
/// there, proposal.unequal.
Proposal weight_share_line(const LineFamily& family, std::span<const PointWeight> weights, const std::string& method,
                           double share_of_a = 0.5);

}  // namespace merestone
