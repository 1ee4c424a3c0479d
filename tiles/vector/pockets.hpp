// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tiles/vector/ground.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// Ground of nobody that rounding has cut off: the inner parts of inlets, lagoons and straits whose mouth is narrower
/// than a tile unit. The coverage has no hole there, so none may be seen: larger pockets are opened again, the
/// others are given to a neighbour. Of a hole that the coverage itself has, the largest piece stays.
///
/// Pockets that cross the edge of the tile stay, since no tile sees all of them; those in the tile are seen by no
/// other but in its buffer. So neighbouring tiles show the same, and so do all levels, which are made from the
/// ground that is left.
class Pockets {
 public:
  /// Opens one pocket of more than `small` square tile units: cuts a headland at its mouth short, from one corner
  /// to another, where no line ends on it. False when there is none left to open; after true, the ground is to
  /// be built again.
  bool open_one(TileNet& net, const TileGround& ground, std::span<const Arc> arcs, std::int32_t extent,
                std::int64_t small);

  /// Gives each pocket to the neighbour with which it shares most border.
  void fill(TileGround& ground, std::int32_t extent);

 private:
  static constexpr std::uint32_t none = TileGround::none;

  /// Once around ground of nobody, or around an island in it.
  struct Walk {
    std::uint32_t first = 0, count = 0;  ///< of its sides
    std::int64_t twice_area = 0;         ///< negative around islands
    UnitIndex hole = nobody;             ///< of the coverage; nobody: outside ground
    bool within = true;                  ///< the tile, and not on its edge
  };
  /// Part of a line along a mouth that has closed, and the step before and behind it.
  struct Headland {
    std::size_t chain = 0;
    std::uint32_t first = 0, last = 0;   ///< of the nodes at the mouth: indices into TileNet::walk
    bool land_left = true;
  };

  void find(const TileGround& ground, std::int32_t extent);
  void follow(const TileGround& ground, std::uint32_t start, std::int32_t extent);
  bool is_pocket(std::uint32_t walk) const;
  std::span<const std::uint32_t> sides_of(const Walk& walk) const { return {sides_.data() + walk.first, walk.count}; }
  bool holds(const TileGround& ground, const Walk& outer, std::uint32_t node) const;
  std::uint32_t home_of(const TileGround& ground, const Walk& island) const;
  void find_closed_water(const TileGround& ground);
  bool open(std::uint32_t pocket, TileNet& net, const TileGround& ground, std::span<const Arc> arcs);
  bool other_ground_at(const TileGround& ground, std::uint32_t node, std::uint32_t pocket) const;
  bool cut_short(std::span<const std::uint32_t> mouth, std::uint32_t pocket, TileNet& net, const TileGround& ground,
                 std::span<const Arc> arcs) const;
  bool may_go(const Headland& headland, std::uint32_t pocket, const TileNet& net, const TileGround& ground) const;

  std::vector<Walk> walks_;
  std::vector<std::uint32_t> sides_;
  std::vector<std::uint32_t> walk_of_;  ///< by side
  std::vector<std::uint32_t> queue_, from_, mouth_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> closed_;  ///< steps along closed water, both ways, sorted
};

}  // namespace merestone
