// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/boundaries/boundary.hpp"

#include <span>
#include <vector>

namespace merestone {

/// A stretch of a line whose order is not known yet.
struct LooseStretch {
  StretchId stretch;
  std::span<const Position> path;  ///< at least two positions
};

/// The parts of a boundary line in walking order, from `stretches` in any order and direction.
///
/// 1. Stretches that meet end to end, two and no more, are walked on; where more meet, or fewer, a piece ends.
///    A closed piece starts at its westernmost (northernmost) joint; a closed stretch is a piece of its own.
/// 2. The line is walked from west to east when it reaches farther east-west than north-south on the ground,
///    else from north to south (domain.md §3.3); every piece is turned that way, and pieces follow each other
///    by where they start. A closed piece keeps its ground on the left: counter-clockwise.
/// 3. The result does not depend on the order or direction of the input, and each stretch is walked once.
std::vector<BoundaryLine::Part> in_walking_order(std::span<const LooseStretch> stretches);

}  // namespace merestone
