// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/mesh/arrangement.hpp"

namespace merestone {

/// Finds every bounded face of the mesh, also those of nobody that arcs enclose (lakes, gaps). Order: by the
/// smallest position of the outer cycle, then by area. `Face::unit` is what the arcs around it say; arcs that
/// have the same ground on both sides (dangles) bound nothing. Dead ends are ignored.
/// Cost: O(n log n) in arcs, linear in positions.
std::vector<Face> trace_faces(const Mesh& mesh);
/// The same from an arrangement that is already known.
std::vector<Face> faces_of(const Mesh& mesh, Arrangement arrangement);

/// The mesh of upper units: `upper[u]` is the unit that holds unit `u`. Keeps the arcs whose two upper units
/// differ and does not touch geometry, so areas of parts add up exactly to the whole.
Mesh dissolve(const Mesh& mesh, std::span<const UnitIndex> upper);

}  // namespace merestone
