// SPDX-License-Identifier: Apache-2.0
/// The course of a line in words-free form (domain.md §3.4): few legs with direction and length.
#pragma once

#include "gis/geometry/edge_kind.hpp"
#include "gis/geometry/position.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace merestone {

/// Points of the 16-point rose of true north: 0 north, 1 north by north-east, 2 north-east, 4 east … 15.
/// Half-open: an azimuth on the limit of two sectors belongs to the next one clockwise, so 11°15′ is already 1
/// and 123°45′ is 6 (south-east).
int rose_sector(double true_azimuth_deg);

struct CourseLeg {
  Position from;
  Position to;
  double azimuth_deg = 0;  ///< true, of the shortest way from `from` to `to`, in [0, 360)
  int sector = 0;          ///< see rose_sector()
  double length_m = 0;     ///< along the line, not along the chord
};

struct CourseRules {
  std::size_t most_legs = 8;
  double tolerance_share = 0.02;  ///< a leg may leave the line by this share of the line's length …
  double tolerance_m = 50;        ///< … or by this much, whichever is more
};

/// Divides `path` at positions of its own where it turns most, until every leg keeps to the tolerance or there
/// are `most_legs`; neighbouring legs of one sector are joined. Lengths of the legs sum to that of the path.
/// A path without length has no legs.
std::vector<CourseLeg> course_of(std::span<const Position> path, EdgeKind edges, const CourseRules& rules = {});

}  // namespace merestone
