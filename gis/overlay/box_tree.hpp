// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/area.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone::overlay {

/// Place of a position on a Hilbert curve over `box`: near positions have near keys.
std::uint64_t hilbert_key(Position p, const Box& box) noexcept;

/// A packed tree of boxes (Kamel and Faloutsos, On packing R-trees, 1993). For this folder only.
class BoxTree {
 public:
  explicit BoxTree(std::span<const Box> boxes);

  /// Calls `visit(index)` for every box that meets `box`, in no order.
  template <class Visit>
  void visit(const Box& box, const Visit& visit) const {
    if (!levels_.empty()) descend(levels_.size() - 1, 0, box, visit);
  }

 private:
  static constexpr std::size_t fan = 8;

  template <class Visit>
  void descend(std::size_t level, std::size_t group, const Box& box, const Visit& visit) const {
    const std::vector<Box>& boxes = levels_[level];
    const std::size_t end = group * fan + fan < boxes.size() ? group * fan + fan : boxes.size();
    for (std::size_t i = group * fan; i < end; ++i) {
      if (!boxes[i].meets(box)) continue;
      if (level == 0) {
        visit(order_[i]);
      } else {
        descend(level - 1, i, box, visit);
      }
    }
  }

  std::vector<std::uint32_t> order_;
  std::vector<std::vector<Box>> levels_;  ///< [0] the boxes in order, each further one over groups of `fan`
};

}  // namespace merestone::overlay
