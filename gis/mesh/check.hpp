// SPDX-License-Identifier: Apache-2.0
/// What can be wrong with a coverage, as data.
#pragma once

#include "gis/mesh/mesh.hpp"

#include <vector>

namespace merestone {

enum class MeshFaultKind {
  gap,        ///< ground that units enclose and nobody holds (may be a lake: the office decides)
  overlap,    ///< ground that two units claim
  crossing,   ///< two borders cross
  touch,      ///< a corner of one border lies inside an edge of another (T-touch)
  sliver,     ///< a gap or overlap much longer than wide: borders meant to be one
  dangle,     ///< a border that ends nowhere, or goes forth and back
  duplicate,  ///< two units deliver the same ring
  self_crossing,  ///< the rings of one unit cross or touch along an edge
  inner_border,   ///< a border between two parts of one unit; left out of the mesh
};

struct MeshFault {
  MeshFaultKind kind;
  Position place;              ///< on or in the faulty ground
  UnitIndex unit = nobody;     ///< first party
  UnitIndex other = nobody;    ///< second party
  double area_m2 = 0;          ///< on the authalic sphere; 0 where it has none
  double length_m = 0;         ///< of its outline, or distance for a touch
  double width_m = 0;          ///< 2 area / outline; 0 where it has none
};

}  // namespace merestone
