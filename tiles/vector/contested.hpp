// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/territory/territory.hpp"
#include "tiles/vector/disputes.hpp"

#include <span>
#include <vector>

namespace merestone {

/// The ground to draw: the territory's mesh, in which pieces of contested ground are units of their own.
struct ContestedGround {
  struct Piece {
    UnitIndex holder = nobody;  ///< index into Territory::holders
    DisputeId dispute;          ///< with most of its stretches; no id where none is known
    std::vector<DivisionId> claimants;  ///< of that dispute (claimants.hpp), a holder that made no claim last; none: unclaimed.
                                        ///< The holders where no dispute is known
  };
  std::vector<Piece> pieces;         ///< of one dispute, the same holders and claimants: one
  std::vector<Arc> arcs;             ///< of the mesh; units beyond the holders are pieces, in order
  std::vector<bool> claimed;         ///< by arc: some claim draws it
  std::vector<std::size_t> missing;  ///< claims whose stretch the territory does not draw
};

ContestedGround contested_ground(const Territory& territory, std::span<const TileClaim> claims, const DivisionRegister& divisions);

}  // namespace merestone
