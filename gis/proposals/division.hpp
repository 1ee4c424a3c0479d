// SPDX-License-Identifier: Apache-2.0
/// Finds the line between two claims that divides something as asked: ground, people. For this folder only.
///
/// What A concedes grows from line to line of a family, but it can jump: a bay of a winding claim falls to one side whole
/// where its mouth closes. There the ground between the last line before and the first after is divided again by lines
/// between these two.
#pragma once

#include "gis/proposals/family.hpp"

#include <functional>

namespace merestone::proposals {

/// Runs through a family from A's claim to B's: t up to ½, then the turn through the wedges at terminals, then t again.
class Sweep {
 public:
  explicit Sweep(const LineFamily& family) : family_{family}, end_{family.has_wedge() ? 3.0 : 1.0} {}

  struct Member {
    double t, turn;
  };
  double end() const { return end_; }
  Member at(double x) const;
  Polyline line(double x) const { return family_.line(at(x).t, at(x).turn); }

 private:
  const LineFamily& family_;
  double end_;
};

struct Divided {
  Polyline line;
  double excess = 0;      ///< of what A concedes by it over what is asked
  double t = 0;           ///< where the family as given was left
  std::size_t again = 0;  ///< how often ground was divided again
};

/// The line with the least excess among those tried, until one has no more than `allowed`.
/// @param excess of a line of the family, growing from A's claim to B's.
/// @throws Error{Fault::invalid} what LineFamily::line() says when no line can be drawn at all.
Divided divide(const LineFamily& family, const std::function<double(const Polyline&)>& excess, double allowed);

}  // namespace merestone::proposals
