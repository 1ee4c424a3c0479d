// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/mesh/mesh.hpp"

#include <cstdint>
#include <vector>

namespace merestone {

/// Finds the pieces of a mesh's arcs near a place: a packed tree of boxes over runs of a few edges. It refers
/// to indices only, so it stays right while the mesh keeps its positions.
class PathIndex {
 public:
  /// Consecutive positions of one arc: positions[first … last] of the mesh.
  struct Piece {
    std::uint32_t arc = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  explicit PathIndex(const Mesh& mesh);

  /// Calls `visit(Piece)` for every piece whose box meets `box`, until one call returns false.
  template <class Visit>
  void visit(const Box& box, const Visit& visit) const {
    if (!levels_.empty()) descend(levels_.size() - 1, 0, box, visit);
  }

 private:
  static constexpr std::size_t fan = 8;

  template <class Visit>
  bool descend(std::size_t level, std::size_t group, const Box& box, const Visit& visit) const {
    const std::vector<Box>& boxes = levels_[level];
    const std::size_t end = group * fan + fan < boxes.size() ? group * fan + fan : boxes.size();
    for (std::size_t i = group * fan; i < end; ++i) {
      if (!boxes[i].meets(box)) continue;
      if (level == 0 ? !visit(pieces_[i]) : !descend(level - 1, i, box, visit)) return false;
    }
    return true;
  }

  std::vector<Piece> pieces_;
  std::vector<std::vector<Box>> levels_;  ///< [0] over pieces, each further one over groups of `fan`
};

}  // namespace merestone
