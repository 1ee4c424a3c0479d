// SPDX-License-Identifier: Apache-2.0
/// The lines between two claims on which t = dA / (dA + dB) is the same: t = 0 is A's claim, ½ the line equidistant
/// from both, 1 is B's. For this folder only.
///
/// The Voronoi diagram of all edges of both claims (Boost.Polygon, exact predicates on int32) is walked along each
/// claim. From the nearest point f of the claim to a point v of the diagram, t grows without a turn, since B is
/// farther than A all the way: each such spoke meets a line of the family at most once. Spokes do not cross, so the
/// lines do not cross, neither themselves nor each other nor the claims. Bays of A so wide that t falls again in
/// them are cut off where it does; what remains hangs together with B. (Equidistance: R. H. Kennedy, Brief Remarks on
/// Median Lines, 1958; IHO S-51, the TALOS manual. Weighted: Aurenhammer, Voronoi Diagrams, 1991.)
#pragma once

#include "gis/proposals/band.hpp"
#include "gis/proposals/plane_path.hpp"

#include <vector>

namespace merestone::proposals {

class LevelLines {
 public:
  /// @throws Error{Fault::invalid} proposal.too_close when the claims of the section come nearer to each other, or
  /// to themselves, than the grid of the diagram can tell (1/2^29 of the extent).
  LevelLines(const BandSection& section, bool closed, const LocalPlane& plane);

  /// From first to last position of the section; closed bands repeat the first point. `t` in (0, 1). Where claims
  /// leave a terminal at more than half a circle, a wedge of ground is as far from one as from the other: t = ½ all
  /// over it. For that t, `turn` in [0, 1] turns the line through the wedge, from A's side to B's.
  PlaneLine line(double t, double turn = 0.5) const;
  bool has_wedge() const;
  double t_at(PlanePoint p) const;

 private:
  /// An edge of the diagram, walked along with the claim to one side.
  struct Piece {
    PlanePoint from, to;
    PlanePoint site_from, site_to;  ///< the nearest part of the claim; equal for a corner
    bool curved = false;            ///< a parabola around `focus` over the line `along`, `height` beside it
    PlanePoint focus, along;
    double height = 0;
    bool between = false;     ///< between the claims, so that t is ½; else between parts of the walked claim
    bool with_other = false;  ///< between the claims proper, not at the wedge of a terminal

    PlanePoint place(double at) const;
    PlanePoint foot(PlanePoint place) const { return foot_on(site_from, site_to, place); }
  };
  struct Stop {
    std::size_t piece = 0;
    double at = 0;         ///< along the piece, 0 to 1
    std::size_t twin = 0;  ///< the stop at the same place on the other side of the edge; itself when there is none
  };
  struct Walk {
    std::vector<Piece> pieces;
    std::vector<Stop> stops;
  };

  PlaneLine follow(const Walk& walk, const NearestOnPath& other, double t) const;
  PlaneLine median(double turn) const;

  friend class DiagramWalker;
  bool closed_;
  NearestOnPath a_;
  NearestOnPath b_;
  Walk along_a_;
  Walk along_b_;
};

}  // namespace merestone::proposals
