// SPDX-License-Identifier: Apache-2.0
/// Where an edge of a zone or line passes borders, exactly. For this folder only.
///
/// The edge stands for itself moved by (ε, ε²), as positions do (cells.hpp), so a position of a border, seen from the edge,
/// moves the other way.
#pragma once

#include "gis/overlay/cell_tree.hpp"

#include <algorithm>

namespace merestone::overlay {

/// Whether `p` − (ε, ε²) lies to the left of the edge, drawn on without end.
inline bool left_of_moved(const Edge& edge, Position p) noexcept {
  return left_of({{-edge.from.lon, -edge.from.lat}, {-edge.to.lon, -edge.to.lat}}, {-p.lon, -p.lat});
}

inline bool boxes_meet(const Edge& a, const Edge& b) noexcept {
  return std::max(a.from.lon, a.to.lon) >= std::min(b.from.lon, b.to.lon) &&
         std::max(b.from.lon, b.to.lon) >= std::min(a.from.lon, a.to.lon) &&
         std::max(a.from.lat, a.to.lat) >= std::min(b.from.lat, b.to.lat) &&
         std::max(b.from.lat, b.to.lat) >= std::min(a.from.lat, a.to.lat);
}

/// +1 when the moved edge passes the border from its right to its left, −1 the other way, 0 when it does not.
inline int passed_by(const Edge& moved, const Edge& border) noexcept {
  const bool from = left_of(border, moved.from);
  const bool to = left_of(border, moved.to);
  if (from == to || left_of_moved(moved, border.from) == left_of_moved(moved, border.to)) return 0;
  return to ? 1 : -1;
}

/// How far along `a` it meets `b`, 0 to 1. They are not parallel.
inline double share_along(const Edge& a, const Edge& b) noexcept {
  const double ax = static_cast<double>(a.to.lon - a.from.lon);
  const double ay = static_cast<double>(a.to.lat - a.from.lat);
  const double bx = static_cast<double>(b.to.lon - b.from.lon);
  const double by = static_cast<double>(b.to.lat - b.from.lat);
  const double x = static_cast<double>(b.from.lon - a.from.lon);
  const double y = static_cast<double>(b.from.lat - a.from.lat);
  return std::clamp((x * by - y * bx) / (ax * by - ay * bx), 0.0, 1.0);
}

/// Calls `visit(entry)` for all entries of the squares of `node` for which `wanted(square)`; some more than once.
template <class Wanted, class Visit>
void entries_in(const CellTree& tree, const CellTree::Node& node, const Square& here, const Wanted& wanted, const Visit& visit) {
  if (!wanted(here)) return;
  if (!node.is_quartered()) {
    for (const CellTree::Entry entry : tree.entries(node)) visit(entry);
    return;
  }
  for (int i = 0; i < 4; ++i) entries_in(tree, tree.quarter(node, i), here.quarter(i), wanted, visit);
}

/// Calls `visit(entry)` for all borders that the edge, moved or not, may pass; some more than once.
template <class Visit>
void entries_near(const CellTree& tree, const Edge& edge, const Visit& visit) {
  // A hair to the east or north of a side is the square beyond it, so squares that the edge only touches count.
  const Box box{std::min(edge.from.lon, edge.to.lon) - 1, std::min(edge.from.lat, edge.to.lat) - 1,
                std::max(edge.from.lon, edge.to.lon) + 1, std::max(edge.from.lat, edge.to.lat) + 1};
  const auto wanted = [&](const Square& s) {
    return box.east >= s.west && box.west <= s.east() && box.north >= s.south && box.south <= s.north();
  };
  tree.each_square(edge, [&](std::int64_t column, std::int64_t row) {
    entries_in(tree, tree.node(column, row), tree.square(column, row), wanted, visit);
  });
}

}  // namespace merestone::overlay
