// SPDX-License-Identifier: Apache-2.0
/// The seam at longitude ±180°, where files cut shapes in two.
#pragma once

#include "gis/mesh/build.hpp"

#include <optional>

namespace merestone {

/// The same rings with every latitude at which one side of the seam has a corner put into the edges of the
/// other side; nothing where the rings have no edge on the seam.
std::optional<RingSet> match_antimeridian(const RingSet& rings);

/// Gives each arc on the seam the unit on the other side of the antimeridian. Such an arc stands twice, at
/// +180° and at −180°; where both units are the same it divides nothing and only closes faces.
void join_antimeridian(Mesh& mesh);

}  // namespace merestone
