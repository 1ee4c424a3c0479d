// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/territory/faced_ground.hpp"

namespace merestone {

/// Adjacent faces with one key.
struct Region {
  UnitIndex key = nobody;
  Polygon ground;
  Wide area_um2 = 0;
};

/// All faces that have a key other than `nobody`, joined where they adjoin and keys are equal. The areas of regions
/// sum to those of the faces to the last digit.
std::vector<Region> regions_of(const FacedGround& ground, std::span<const UnitIndex> key_by_face);

/// What every picture of a request agrees on and where they differ. `after[v][face]` is who holds it in version v.
std::vector<ContestedFace> contested_faces(const FacedGround& ground, const std::vector<std::vector<Holder>>& after,
                                           const std::vector<Claim>& claims, const DivisionRegister& divisions,
                                           const RedrawRequest& request);

}  // namespace merestone
