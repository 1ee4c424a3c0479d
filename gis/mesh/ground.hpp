// SPDX-License-Identifier: Apache-2.0
/// Who claims each face of a noded mesh, and what is wrong with that.
#pragma once

#include "gis/mesh/cutting.hpp"

namespace merestone {

/// Gaps, overlaps, slivers and duplicates of a planar mesh. Claims spread from the outside over the arcs: each
/// step from right to left of an arc adds who claims its left and takes away who claims its right.
/// Faces that two units hold get the smaller unit on their arcs, so that the mesh stays a coverage.
std::vector<MeshFault> check_ground(CutRings& cut);

}  // namespace merestone
