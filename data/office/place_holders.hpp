// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/project.hpp"

#include <span>
#include <vector>

namespace merestone {

/// The finest division that holds the ground at each position; no id where nobody does. A few are looked up by the spatial
/// index, for more all ground of the day is read at once.
std::vector<DivisionId> holders_at(const Project& project, const AsOf& as_of, std::span<const Position> positions);

}  // namespace merestone
