// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/project.hpp"

#include <span>
#include <vector>

namespace merestone {

/// The finest division that holds the ground at each position; no id where nobody does. A few are looked up by the spatial
/// index, for more all ground of the day is read at once.
std::vector<DivisionId> holders_at(const Project& project, const AsOf& as_of, std::span<const Position> positions);

/// What is odd about a position that somebody gives for a place: name.axes, an error, where nobody holds the ground there and
/// with longitude and latitude exchanged a division would, which it names; with `meant`, or where none would, the warning
/// name.outside. Nothing where no ground is on record at all.
std::vector<Finding> check_position(const Project& project, const AsOf& as_of, Position position, bool meant);

}  // namespace merestone
