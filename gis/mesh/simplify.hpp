// SPDX-License-Identifier: Apache-2.0
/// Simplification of a whole mesh, once for every scale.
#pragma once

#include "gis/mesh/mesh.hpp"

#include <vector>

namespace merestone {

/// For each position of the mesh the tolerance up to which it must stay, in units of its coordinates (any
/// plane). A mesh that keeps the positions whose value is larger than some tolerance
///
/// 1. has the same arcs and the same faces as the mesh given, which must be planar: no arc crosses another or
///    itself, no face turns over or vanishes;
/// 2. lies within that tolerance: no position left out is farther from what stands for it;
/// 3. holds every position that a larger tolerance keeps; so may each arc have a tolerance of its own.
///
/// Ends of arcs have no limit; closed arcs keep three corners, and arcs that share both their ends with another
/// keep one between. The result does not depend on the number of processors.
///
/// A corner goes only if no other arc has any position in the triangle that it spans, live or not: stricter than
/// need be, but it makes arcs independent of each other, hence parallel. Cost: O(n log n) in positions.
std::vector<float> tolerances(const Mesh& mesh);

/// The mesh that keeps the positions with more than `tolerance`.
Mesh simplified(const Mesh& mesh, std::span<const float> tolerances, float tolerance);

}  // namespace merestone
