// SPDX-License-Identifier: Apache-2.0
/// Where things stand along a path: monuments on a line, the line beside a river.
#pragma once

#include "gis/geometry/area.hpp"
#include "gis/geometry/edge_kind.hpp"

#include <span>
#include <vector>

namespace merestone {

/// A place on a path, nearest to some position.
struct OnPath {
  Position at{};        ///< on the path
  double along_m = 0;   ///< on the ellipsoid, from the start of the path
  double off_m = 0;     ///< from the position asked about
  std::size_t edge = 0; ///< between path[edge] and path[edge + 1]
};

/// Measures along one path of at least two positions. Each question looks at every edge: a line has some thousands.
class PathRuler {
 public:
  explicit PathRuler(std::span<const Position> path, EdgeKind edges = EdgeKind::lonlat);

  double length_m() const noexcept { return along_m_.back(); }
  std::span<const Position> path() const noexcept { return path_; }

  OnPath nearest(Position p) const;
  /// The way from one place on the path to another, with the positions between; backwards where they stand so.
  Polyline between(const OnPath& from, const OnPath& to) const;

 private:
  std::span<const Position> path_;
  EdgeKind edges_;
  std::vector<double> along_m_;  ///< of each position
};

/// The pieces of a line in a row, as one path: consecutive ones that meet are joined, gaps begin another.
std::vector<Polyline> joined_pieces(std::span<const Polyline> pieces);

/// Where two paths cross or touch, in the order of `path`; each place once. Ends on the other path count.
std::vector<Position> crossings(std::span<const Position> path, std::span<const Position> other);

}  // namespace merestone
