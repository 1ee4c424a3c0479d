// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tiles/vector/ground.hpp"

namespace merestone {

/// Rings of the units of a tile, valid in the sense of OGC and of vector tiles: simple, outer rings turning
/// counter-clockwise on the plane, each hole inside its outer ring, rings touching in single points only.
class TileRings {
 public:
  struct Ring {
    UnitIndex unit = nobody;
    std::uint32_t first = 0;  ///< its nodes are nodes()[first … first + count)
    std::uint32_t count = 0;
    std::int64_t twice_area = 0;  ///< negative for holes
    std::uint32_t outer = 0;      ///< index of the ring that it is a hole of; its own for an outer ring
  };

  /// Traces the ground of units, where `upper[u]` is the unit that `u` belongs to or nobody; empty: as it is.
  /// Rings come by unit, each outer ring followed by its holes.
  void trace(const TileGround& ground, std::span<const UnitIndex> upper);

  std::span<const Ring> rings() const { return rings_; }
  std::span<const std::uint32_t> nodes_of(const Ring& ring) const { return {nodes_.data() + ring.first, ring.count}; }

 private:
  void follow(std::uint32_t start);
  void finish_ring(std::size_t from);
  bool straight(std::uint32_t before, std::uint32_t node, std::uint32_t after) const;
  bool divides(std::uint32_t side) const { return unit_of(side) != unit_of(side ^ 1U); }
  UnitIndex unit_of(std::uint32_t side) const { return units_[side]; }
  void find_homes();
  bool holds(const Ring& outer, const Ring& hole) const;

  const TileGround* ground_ = nullptr;
  std::vector<UnitIndex> units_;  ///< by side
  std::vector<Ring> rings_, sorted_;
  std::vector<std::uint32_t> nodes_;
  std::vector<char> walked_;
  std::vector<std::uint32_t> path_;
  std::vector<std::uint32_t> place_in_path_;
  std::vector<std::uint32_t> order_;
  UnitIndex unit_ = nobody;
};

}  // namespace merestone
