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

/// The square that an edge lay in: the next edge of a walk often lies in it too.
struct Leaf {
  const CellTree::Node* node = nullptr;
  Square square;
};

/// Calls `visit(entry, border)` for all borders that the edge, moved or not, may pass; some more than once.
template <class Visit>
void borders_near(const CellTree& tree, const Edge& edge, Leaf& leaf, const Visit& visit) {
  const Box box{std::min(edge.from.lon, edge.to.lon), std::min(edge.from.lat, edge.to.lat),
                std::max(edge.from.lon, edge.to.lon), std::max(edge.from.lat, edge.to.lat)};
  const auto look = [&](const CellTree::Node& node) {
    for (const CellTree::Entry entry : tree.entries(node)) {
      const Edge border = tree.edge(entry);
      const bool apart = (border.from.lon < box.west && border.to.lon < box.west) || (border.from.lon > box.east && border.to.lon > box.east) ||
                         (border.from.lat < box.south && border.to.lat < box.south) || (border.from.lat > box.north && border.to.lat > box.north);
      if (!apart) visit(entry, border);
    }
  };
  // A hair to the east or north of a side is the square beyond it, so squares that the edge only touches count.
  const auto inside = [&](const Square& s) { return box.west > s.west && box.south > s.south && box.east < s.east() && box.north < s.north(); };
  if (leaf.node != nullptr && inside(leaf.square)) return look(*leaf.node);
  const auto descend = [&](const auto& self, const CellTree::Node* node, Square here) -> void {
    while (node->is_quartered()) {
      const std::int64_t middle_lon = here.west + here.size / 2;
      const std::int64_t middle_lat = here.south + here.size / 2;
      const bool west = box.west <= middle_lon + 1, east = box.east >= middle_lon - 1;
      const bool south = box.south <= middle_lat + 1, north = box.north >= middle_lat - 1;
      if (west != east && south != north) {
        const int i = (east ? 1 : 0) + (north ? 2 : 0);
        node = &tree.quarter(*node, i);
        here = here.quarter(i);
        continue;
      }
      if (south && west) self(self, &tree.quarter(*node, 0), here.quarter(0));
      if (south && east) self(self, &tree.quarter(*node, 1), here.quarter(1));
      if (north && west) self(self, &tree.quarter(*node, 2), here.quarter(2));
      if (north && east) self(self, &tree.quarter(*node, 3), here.quarter(3));
      return;
    }
    leaf = {node, here};
    look(*node);
  };
  tree.each_square(edge, [&](std::int64_t column, std::int64_t row) { descend(descend, &tree.node(column, row), tree.square(column, row)); });
}

}  // namespace merestone::overlay
