// SPDX-License-Identifier: Apache-2.0
/// Cutting rings into shared arcs, exactly and in near-linear time.
#pragma once

#include "gis/mesh/build.hpp"

#include <vector>

namespace merestone {

/// One more unit that claims a side of an arc which already has a unit there.
struct ExtraClaim {
  std::uint32_t arc;
  bool forward;  ///< the left side
  UnitIndex unit;
};

struct CutRings {
  Mesh mesh;  ///< arcs sorted by first, then second position; each runs from its smaller end
  std::vector<ExtraClaim> extra;
  std::vector<MeshFault> faults;  ///< dangles and inner borders
};

/// A position is a node when its neighbours differ between visits (Bostock's rule in TopoJSON; the hash of
/// vertices and the prediction of ids along a border seen before are ours). Equal borders become one arc.
CutRings cut_rings(const RingSet& rings);

}  // namespace merestone
