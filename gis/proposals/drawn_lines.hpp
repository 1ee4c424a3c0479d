// SPDX-License-Identifier: Apache-2.0
/// Proposals that are drawn by rule: along a parallel, a meridian, the shortest way or a constant course; and any
/// line made simpler.
#pragma once

#include "gis/proposals/proposal.hpp"

#include <cstddef>

namespace merestone {

enum class CourseKind {
  parallel,  ///< the latitude of `from`
  meridian,  ///< the longitude of `from`
  geodesic,  ///< the shortest way from `from` to `to`
  rhumb,     ///< the constant course from `from` to `to`
};

/// "parallel", "meridian", "geodesic", "rhumb": the course as far as it runs through contested ground, and along the
/// claim that it left at where it runs outside. Given positions at most 500 m apart, so that edges straight in longitude and
/// latitude keep to it. `results`: share_on_course of the length.
/// @throws Error{Fault::invalid} proposal.outside_band when it does not enter; proposal.leaves_ground when it leaves
/// across one claim and comes back across the other; proposal.closed_band.
Proposal course_line(const ContestedBand& band, CourseKind kind, Position from, Position to = {});

struct Simpler {
  std::size_t most_corners = 20;      ///< between terminals
  double most_moved_m2 = 0;           ///< of ground that changes sides by leaving out one corner; 0 for no bound
};
/// "simplified": fewer corners, so that fewer monuments mark it, without a square metre for either side: of four
/// corners in a row the middle two become one that keeps the area (Kronenfeld et al., Simplification of polylines by
/// segment collapse, 2020), those that move least ground first. Collapses that would leave contested ground, meet the line or move
/// more than `most_moved_m2` are not made. `results`: corners, net_m2 between the lines.
Proposal simplified_line(const ContestedBand& band, const Polyline& line, const Simpler& wanted = {});

}  // namespace merestone
