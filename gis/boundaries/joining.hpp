// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/boundaries/boundary.hpp"

#include <optional>
#include <vector>

namespace merestone {

/// What is said of a stretch once `more`, which knows one side only, is added to `said`: where both hold, one
/// delimitation with both sides by the document of `more`; else each alone. What claims say is left as it is.
/// Nothing when the side is taken already on some day: the ground would be held twice.
std::optional<std::vector<Delimitation>> joined(const std::vector<Delimitation>& said, const Delimitation& more);

}  // namespace merestone
