// SPDX-License-Identifier: Apache-2.0
/// Everything that tiles are made from, brought into the form that making one takes no more thought.
#pragma once

#include "tiles/vector/contested.hpp"
#include "tiles/vector/cut.hpp"
#include "tiles/vector/labels.hpp"
#include "tiles/vector/mvt.hpp"
#include "tiles/vector/tileset.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// Attributes of many features, one after the other.
struct TagLists {
  std::vector<Tag> tags;
  std::vector<std::uint32_t> first{0};
  void add(std::span<const Tag> list) {
    tags.insert(tags.end(), list.begin(), list.end());
    first.push_back(static_cast<std::uint32_t>(tags.size()));
  }
  std::span<const Tag> of(std::size_t i) const { return {tags.data() + first[i], first[i + 1] - first[i]}; }
};

/// One level of divisions.
struct DivisionLevel {
  std::vector<UnitIndex> unit_of;      ///< by unit of `ground`
  std::vector<std::uint64_t> ids;
  TagLists attributes;
  TagLists brief;           ///< level and code
  int full_from = 0;        ///< the first zoom with all attributes
  int lines_from = 0;       ///< the first zoom that draws its lines
  std::vector<LabelPoint> labels;
};

/// The layers of sites follow, in their order.
enum class PointLayer : std::uint8_t { labels, places, monuments, sites };
inline PointLayer layer_of(SiteLayer layer) {
  return PointLayer{static_cast<std::uint8_t>(static_cast<unsigned>(PointLayer::sites) + static_cast<unsigned>(layer))};
}

struct PointFeature {
  Position at;  ///< on the plane
  PointLayer layer = PointLayer::labels;
  int from_zoom = 0;
  std::uint64_t id = 0;
  std::uint32_t attributes = 0;  ///< index into Prepared::point_attributes
};

/// Codes or names of several divisions in one text.
std::string joined(const Holders& holders, const DivisionRegister& divisions, std::string DivisionState::* part,
                   const char* between);
std::vector<const LevelView*> highest_first(std::span<const LevelView> views);
/// As the number of a feature: 0 for none.
inline std::uint64_t feature_id(std::int64_t value) { return value > 0 ? static_cast<std::uint64_t>(value) : 0; }

/// An arc that divides no level.
inline constexpr std::uint8_t divides_nothing = 255;

TileGrid grid_of(const TileOptions& options, int zoom);
/// In plane units.
float tolerance_of(const TileOptions& options, int zoom);

struct Prepared {
  explicit Prepared(const TileContents& contents, const TileOptions& options);

  Vocabulary words;

  Plane ground;                       ///< units: the territory's holders, pieces of contested ground, holes of the coverage
  UnitIndex units = 0;                ///< the number of holders and pieces
  UnitIndex units_and_holes = 0;
  std::vector<float> ground_tolerances;
  std::vector<std::uint8_t> rank;     ///< by arc of `ground`: index into `levels` of the highest it divides; 255: none
  std::vector<DivisionLevel> levels;  ///< highest first
  std::vector<std::uint64_t> line_ids;  ///< by arc of the territory
  int line_ids_from = 0;
  TagLists line_attributes;             ///< of an arc as often as it is drawn: once, or once for each claim
  std::vector<std::uint32_t> first_line;  ///< by arc of the territory, into line_attributes; one more than there are arcs

  std::vector<UnitIndex> dispute_of;  ///< by unit of `ground`: a piece of contested ground, or nobody
  std::vector<std::uint64_t> dispute_ids;
  std::vector<LabelPoint> dispute_labels;
  TagLists dispute_attributes;

  Plane zones;  ///< units index hazards
  std::vector<float> zone_tolerances;
  std::vector<std::uint64_t> zone_ids;
  TagLists zone_attributes;

  std::vector<PointFeature> points;
  TagLists point_attributes;

  std::vector<Finding> findings;

 private:
  ContestedGround contested_;
  void prepare_ground(const TileContents& contents, const TileOptions& options);
  void prepare_levels(const TileContents& contents);
  void describe_levels(const TileContents& contents);
  void place_labels(const TileContents& contents, const TileOptions& options);
  void prepare_lines(const TileContents& contents);
  void prepare_disputes(const TileContents& contents);
  void prepare_zones(const TileContents& contents, const TileOptions& options);
  void prepare_points(const TileContents& contents, const TileOptions& options);
  void add_point(Position at, PointLayer layer, int from, std::int64_t id, std::span<const Tag> tags);
  void prepare_sites(const TileContents& contents, const TileOptions& options);
};

}  // namespace merestone
