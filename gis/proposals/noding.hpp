// SPDX-License-Identifier: Apache-2.0
/// Where paths meet. For this folder only.
#pragma once

#include "gis/geometry/area.hpp"

#include <optional>
#include <span>
#include <vector>

namespace merestone::proposals {

/// Edge `a` of one path meets edge `b` of another.
struct EdgePair {
  std::size_t a = 0;
  std::size_t b = 0;
  Meeting meeting{};
};

/// All pairs of edges of two paths that have a point in common, also an end. Time O(n log n) in edges and in those
/// whose boxes share longitudes.
std::vector<EdgePair> meetings(std::span<const Position> a, std::span<const Position> b);

/// Where a path meets itself other than at the joints of neighbouring edges.
std::optional<Position> self_meeting(std::span<const Position> path);

/// Where two straight edges that cross do so, rounded.
Position crossing_of(Position a, Position b, Position c, Position d);

/// Gives both paths a position wherever they meet, until they meet at positions only.
/// @throws Error{Fault::invalid} proposal.tangled when rounding makes new crossings without end.
void node(Polyline& a, Polyline& b);

/// Whether a path goes from one of two positions straight to the other, either way.
bool has_edge(std::span<const Position> path, Position p, Position q);

/// Without positions that repeat the one before.
void drop_repeats(Polyline& path);

}  // namespace merestone::proposals
