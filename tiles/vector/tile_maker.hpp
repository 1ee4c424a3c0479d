// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tiles/archive/gzip.hpp"
#include "tiles/vector/pockets.hpp"
#include "tiles/vector/prepared.hpp"
#include "tiles/vector/rings.hpp"

#include <string>
#include <vector>

namespace merestone {

/// Everything of one tile: parts of its zoom's lists.
struct TilePlan {
  TileAddress address;
  std::uint32_t zoom_index = 0;
  UnitIndex owner = nobody;             ///< of the ground in its middle
  std::span<const Run> ground_runs;
  std::span<const Run> zone_runs;
  std::span<const Middle> zone_middles;
  std::span<const std::uint32_t> points;     ///< that show in it: indices into Prepared::points
  std::span<const std::uint64_t> anchors;    ///< divisions whose label point lies in it: level << 32 | unit
};

struct ZoomCuts {
  TileGrid grid;
  ZoomCut ground;
  ZoomCut zones;
};

/// Makes tiles, one after another; one maker per thread.
class TileMaker {
 public:
  explicit TileMaker(const Prepared& prepared);

  struct Made {
    std::string bytes;                   ///< gzipped; empty when nothing shows
    std::uint32_t divisions_as_points = 0;
  };
  void make(const ZoomCuts& cuts, const TilePlan& plan, Made& made);

 private:
  void prepare_ground(const ZoomCuts& cuts, const TilePlan& plan);
  /// The units of one level, or contested ground.
  struct Units {
    std::uint32_t level;
    std::span<const UnitIndex> unit_of;
    std::span<const std::uint64_t> ids;  ///< empty: none has one
    const TagLists& attributes;
    std::span<const LabelPoint> labels;
  };
  void draw_divisions(const TilePlan& plan, Made& made);
  void draw_disputes(const TilePlan& plan);
  std::uint32_t draw_units(const Units& units, const TilePlan& plan, LayerWriter& layer);
  void draw_lines();
  void draw_zones(const ZoomCuts& cuts, const TilePlan& plan);
  void draw_points(const TilePlan& plan);
  std::size_t draw_polygons(const TileGround& ground, std::size_t first);
  void put_point(Position at, TileAddress tile);
  UnitIndex owner_without_lines(const ZoomCuts& cuts, const TilePlan& plan) const;

  const Prepared& prepared_;
  TileGrid grid_;
  /// On tiles, higher levels gain less than one part in a thousand.
  Gzip gzip_{5};
  TileNet net_;
  TileGround ground_;
  Pockets pockets_;
  TileRings rings_;
  GeometryWriter geometry_;
  LayerWriter divisions_, disputes_, boundaries_, labels_, places_, hazards_, monuments_;
  std::vector<LayerWriter> sites_;  ///< by SiteLayer
  std::string tile_;
  bool shows_ = false;  ///< whether anything reaches the tile itself, not only its buffer
};

}  // namespace merestone
