// SPDX-License-Identifier: Apache-2.0
/// All cycles of a mesh and what lies inside what: the common ground of faces and checks.
#pragma once

#include "gis/mesh/mesh.hpp"

#include <cstdint>
#include <vector>

namespace merestone {

inline constexpr std::uint32_t outside_cycle = 0xFFFFFFFFU;

struct Arrangement {
  std::vector<Cycle> cycles;
  /// The cycle that each side belongs to, by 2 * arc + (forward ? 0 : 1); `outside_cycle` for dead ends.
  std::vector<std::uint32_t> cycle_of_side;
  /// For each cycle the positive cycle around its ground: itself, or for a hole the face it lies in;
  /// `outside_cycle` for the outline of everything.
  std::vector<std::uint32_t> face_of_cycle;
  std::vector<Position> smallest;  ///< smallest position of each cycle
};

/// Arcs may meet at end positions only. Time O(n log n) in arcs, linear in positions.
Arrangement arrange(const Mesh& mesh);

}  // namespace merestone
