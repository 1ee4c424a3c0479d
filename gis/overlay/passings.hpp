// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/overlay/box_tree.hpp"
#include "gis/overlay/cell_tree.hpp"
#include "gis/overlay/rings.hpp"

#include <cstdint>
#include <tuple>
#include <vector>

namespace merestone::overlay {

/// What changes on a walk along an edge where it passes another: the unit, or how many shapes of a rank lie there.
struct Passing {
  static constexpr std::uint32_t border = 0xFFFFFFFFU;
  std::uint32_t edge = 0;        ///< of a ring, counted on over all rings; or the position of the mesh that a border starts from
  std::uint32_t rank = border;   ///< of the ring passed
  double along = 0;              ///< 0 to 1 of the edge
  std::uint32_t gain = 0;        ///< modulo 2^32, as CellTree::Entry has it
  friend bool operator<(const Passing& a, const Passing& b) {
    return std::tie(a.edge, a.along, a.rank, a.gain) < std::tie(b.edge, b.along, b.rank, b.gain);
  }
};

/// Sorted.
struct Passings {
  std::vector<Passing> of_rings;
  std::vector<Passing> of_borders;

  static std::vector<Passing>::const_iterator first_from(const std::vector<Passing>& passings, std::uint32_t edge);
};

/// All places where edges of rings pass borders and each other, decided by integers; a ring does not pass itself. On all
/// processors. `tree_of_rings` holds the rings' boxes. For this folder only.
Passings find_passings(const CellTree& borders, const Rings& rings, const BoxTree& tree_of_rings);

}  // namespace merestone::overlay
