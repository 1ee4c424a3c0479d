// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/geometry/area.hpp"
#include "gis/overlay/cells.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone::overlay {

/// The rings of shapes that lie over each other and over borders, in an order of their own. For this folder only.
///
/// Each ring stands for itself moved by (ε, ε²), and each by far more than the one before it, so that no two edges ever meet
/// at an end or run along each other, and none meets a border so (cells.hpp). The order comes from the rings' positions:
/// whatever order they are given in, the same edges pass each other.
class Rings {
 public:
  struct Ring {
    std::span<const Position> positions;  ///< the first not repeated
    Box box;
    std::uint32_t rank = 0;
    std::uint32_t first_edge = 0;         ///< of all rings' edges counted on
    bool anticlockwise = false;
    std::uint32_t edges() const { return static_cast<std::uint32_t>(positions.size()); }
    Edge edge(std::uint32_t i) const { return {positions[i], positions[i + 1 < positions.size() ? i + 1 : 0]}; }
  };

  /// Refers to the positions; before the last call of `add`, nothing else. Rings of less than three are left out.
  void add(const MultiPolygon& shape, std::uint32_t rank);
  void sort();

  std::size_t size() const { return rings_.size(); }
  const Ring& operator[](std::size_t i) const { return rings_[i]; }
  const Box& box() const { return box_; }

  /// How often the ring winds around `p`, with `p` moved further than the ring, or not as far. 0 outside its box.
  int winding_around(std::size_t ring, Position p, bool further) const;

 private:
  /// Of a ring with many edges: these sorted into bands of latitude.
  struct Bands {
    std::int64_t height = 1;
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> edges;
    std::size_t at(std::int64_t lat, const Box& box) const { return static_cast<std::size_t>((lat - box.south) / height); }
  };
  static Bands banded(const Ring& ring);

  std::vector<Ring> rings_;
  std::vector<Bands> bands_;  ///< by ring, empty for those with few edges
  Box box_;
};

}  // namespace merestone::overlay
