// SPDX-License-Identifier: Apache-2.0
/// Brings a fresh coverage up against borders that are there already: where the two run over the same positions they
/// become one border, and both are cut where they meet and part.
#pragma once

#include "gis/mesh/mesh.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// Positions `first` … `last` of a path, both included.
struct PathPart {
  std::uint32_t path = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend constexpr bool operator==(PathPart, PathPart) = default;
};

/// Where the arc `arc` of the fresh mesh runs along an old path.
struct Seam {
  PathPart old;
  std::uint32_t arc = 0;
  bool forward = true;  ///< whether it runs the same way
};

struct Sewing {
  std::vector<Seam> seams;
  std::vector<PathPart> fresh;                   ///< parts of fresh arcs beside all seams; `path` is the arc
  std::vector<std::vector<std::uint32_t>> cuts;  ///< by old path: inner positions to cut it at, ascending
};

/// 1. Only equal positions meet; nothing is moved. Seams are compared along arcs with nobody on a side.
/// 2. Every end of a seam is an end of its old path or among its cuts; so is every position that the outer border of
///    the fresh mesh has in common with it.
/// 3. Seams and fresh parts cover each fresh arc exactly once, in its order.
/// Cost: linear in positions. `old_paths` share no segment among themselves.
Sewing sew(std::span<const std::span<const Position>> old_paths, const Mesh& fresh);

}  // namespace merestone
