// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/boundaries/boundary.hpp"

#include <span>
#include <vector>

namespace merestone {

/// A stretch that belongs to a line for a time.
struct LineStretch {
  StretchId stretch;
  std::span<const Position> path;
  Period valid{};
};

/// A part of a line at its place in walking order, counted from 1, for a time.
struct DatedPart {
  std::int64_t ordinal = 0;
  BoundaryLine::Part part;
  Period valid{};
  friend bool operator==(const DatedPart& a, const DatedPart& b) {
    return a.ordinal == b.ordinal && a.part.stretch == b.part.stretch && a.part.forward == b.part.forward &&
           a.valid == b.valid;
  }
};

/// The parts of one line through time: on every day those that held then, in walking order (walking.hpp).
/// A part that keeps its place is told once, with its whole period. Order: by day, then by place.
std::vector<DatedPart> parts_through_time(std::span<const LineStretch> stretches);

/// The periods in which the line has any part, in order, touching ones joined.
std::vector<Period> periods_of(std::span<const LineStretch> stretches);

}  // namespace merestone
