// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/cell_tree.hpp"

#include "gis/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::overlay {
namespace {

constexpr std::uint32_t crowd = 12;  ///< more edges than this and a square is quartered

/// On the antimeridian the far side of an arc is ground of the other end of the plane, not of this one.
UnitIndex gain_of(const Arc& arc, Position from, Position to) {
  UnitIndex left = arc.left;
  UnitIndex right = arc.right;
  if (from.lon == to.lon && std::abs(from.lon) == antimeridian) {
    ((from.lat < to.lat) == (from.lon > 0) ? right : left) = nobody;
  }
  return left - right;
}

template <class Visit>
void each_entry(const Mesh& mesh, const Visit& visit) {
  for (const Arc& arc : mesh.arcs) {
    for (std::uint32_t i = arc.first; i + 1 < arc.first + arc.count; ++i) {
      const UnitIndex gain = gain_of(arc, mesh.positions[i], mesh.positions[i + 1]);
      if (gain != 0) visit(CellTree::Entry{i, gain});
    }
  }
}

}  // namespace

CellTree::CellTree(const Mesh& mesh) : mesh_{mesh} {
  std::size_t edges = 0;
  for (const Arc& arc : mesh.arcs) {
    edges += arc.count - 1;
    for (const UnitIndex unit : {arc.left, arc.right}) {
      if (unit != nobody) units_ = std::max<std::size_t>(units_, std::size_t{unit} + 1);
    }
  }
  unit_boxes_.resize(units_);
  for (const Arc& arc : mesh.arcs) {
    arc_boxes_.push_back(box_of(mesh.path(arc)));
    box_.add(arc_boxes_.back());
    for (const UnitIndex unit : {arc.left, arc.right}) {
      if (unit != nobody) unit_boxes_[unit].add(arc_boxes_.back());
    }
  }
  lay_grid(edges);
  fill();
  name_corners();
  quarter_crowded();
}

/// About four edges a square over the box of the mesh, which has one position to spare on every side.
void CellTree::lay_grid(std::size_t edges) {
  if (box_.empty()) return;  // no squares: nobody anywhere
  west_ = box_.west - 1;
  south_ = box_.south - 1;
  const std::int64_t width = box_.east - west_ + 2;
  const std::int64_t height = box_.north - south_ + 2;
  const std::int64_t most = static_cast<std::int64_t>(edges / 4) + 16;
  while (((width >> shift_) + 1) * ((height >> shift_) + 1) > most) ++shift_;
  size_ = std::int64_t{1} << shift_;
  columns_ = (width >> shift_) + 1;
  rows_ = (height >> shift_) + 1;
}

void CellTree::each_square(const Edge& edge, const std::function<void(std::int64_t, std::int64_t)>& visit) const {
  const bool rises = edge.from.lat < edge.to.lat;
  const Position low = rises ? edge.from : edge.to;
  const Position high = rises ? edge.to : edge.from;
  const auto column_of = [&](std::int64_t lon) { return (lon - west_) >> shift_; };
  const auto row_of = [&](std::int64_t lat) { return (lat - south_) >> shift_; };
  // Squares are closed: a position on a side belongs to both.
  const std::int64_t first_row = std::max<std::int64_t>(row_of(low.lat - 1), 0);
  const std::int64_t last_row = std::min(row_of(high.lat), rows_ - 1);
  const double slope = low.lat == high.lat ? 0
                                           : static_cast<double>(high.lon - low.lon) / static_cast<double>(high.lat - low.lat);
  const auto lon_at = [&](std::int64_t lat) {
    const double lon = static_cast<double>(low.lon) + slope * static_cast<double>(lat - low.lat);
    return static_cast<std::int64_t>(std::clamp(lon, static_cast<double>(std::min(low.lon, high.lon)),
                                                static_cast<double>(std::max(low.lon, high.lon))));
  };
  for (std::int64_t row = first_row; row <= last_row; ++row) {
    std::int64_t a = std::min(low.lon, high.lon);
    std::int64_t b = std::max(low.lon, high.lon);
    if (first_row != last_row) {  // only the part of the edge in this row, with room for rounding
      const std::int64_t at_south = lon_at(std::max(low.lat, south_ + row * size_));
      const std::int64_t at_north = lon_at(std::min(high.lat, south_ + (row + 1) * size_));
      a = std::max(a, std::min(at_south, at_north) - 4);
      b = std::min(b, std::max(at_south, at_north) + 4);
    }
    const std::int64_t first = std::max<std::int64_t>(column_of(a - 1), 0);
    const std::int64_t last = std::min(column_of(b), columns_ - 1);
    for (std::int64_t column = first; column <= last; ++column) visit(column, row);
  }
}

void CellTree::fill() {
  nodes_.resize(static_cast<std::size_t>(columns_ * rows_));
  const auto at = [&](std::int64_t column, std::int64_t row) -> Node& {
    return nodes_[static_cast<std::size_t>(row * columns_ + column)];
  };
  const auto inside = [&](Entry entry, const auto& visit) {
    const auto [from, to] = edge(entry);
    const std::int64_t column = (from.lon - west_) >> shift_;
    const std::int64_t row = (from.lat - south_) >> shift_;
    const Square home = square(column, row);
    const auto within = [&](Position p) {
      return home.west < p.lon && p.lon < home.east() && home.south < p.lat && p.lat < home.north();
    };
    if (within(from) && within(to)) return visit(column, row);
    each_square({from, to}, visit);
  };
  each_entry(mesh_, [&](Entry entry) { inside(entry, [&](std::int64_t c, std::int64_t r) { ++at(c, r).count; }); });
  std::uint64_t sum = 0;
  for (Node& node : nodes_) {
    node.first = static_cast<std::uint32_t>(sum);
    sum += node.count;
    node.count = 0;
  }
  if (sum >= quartered) throw Error{Fault::invalid, "more edges than the index can hold", {{.rule = "overlay.too_large"}}};
  entries_.resize(sum);
  each_entry(mesh_, [&](Entry entry) {
    inside(entry, [&](std::int64_t c, std::int64_t r) {
      Node& node = at(c, r);
      entries_[node.first + node.count++] = entry;
    });
  });
}

/// Walks each row from west, where there is nobody, along its southern side.
void CellTree::name_corners() {
  for (std::int64_t row = 0; row < rows_; ++row) {
    UnitIndex unit = nobody;
    for (std::int64_t column = 0; column < columns_; ++column) {
      Node& node = nodes_[static_cast<std::size_t>(row * columns_ + column)];
      node.unit = unit;
      const Square here = square(column, row);
      for (const Entry entry : entries(node)) {
        const int passed = passed_on_parallel(edge(entry), here.corner(), {here.east(), here.south});
        unit += static_cast<UnitIndex>(passed) * entry.gain;
      }
    }
    if (unit != nobody) {
      throw Error{Fault::invalid, "arcs contradict each other about who holds the ground",
                  {{.rule = "overlay.not_a_coverage", .place = Place{degrees(west_), degrees(south_ + row * size_)}}}};
    }
  }
}

UnitIndex CellTree::unit_from(const Node& node, Position corner, Position p) const noexcept {
  UnitIndex unit = node.unit;
  for (const Entry entry : entries(node)) {
    unit += static_cast<UnitIndex>(passed(edge(entry), corner, p)) * entry.gain;
  }
  return unit;
}

void CellTree::quarter_crowded() {
  const std::size_t grid = nodes_.size();
  for (std::size_t i = 0; i < grid; ++i) {
    if (nodes_[i].count > crowd) {
      const auto column = static_cast<std::int64_t>(i) % columns_;
      quarter(i, square(column, static_cast<std::int64_t>(i) / columns_), nodes_, entries_);
    }
  }
}

void CellTree::quarter(std::size_t at, const Square& here, std::vector<Node>& nodes, std::vector<Entry>& entries) const {
  const Node crowded = nodes[at];
  const std::vector<Entry> own(entries.begin() + crowded.first, entries.begin() + crowded.first + crowded.count);
  Node quarters[4];
  bool helps = false;
  for (int i = 0; i < 4; ++i) {
    const Square part = here.quarter(i);
    quarters[i].first = static_cast<std::uint32_t>(entries.size());
    quarters[i].unit = unit_from(crowded, here.corner(), part.corner());
    for (const Entry entry : own) {
      if (may_meet(edge(entry), part)) entries.push_back(entry);
    }
    quarters[i].count = static_cast<std::uint32_t>(entries.size()) - quarters[i].first;
    helps = helps || quarters[i].count < crowded.count;
  }
  if (!helps) {  // many edges at one position
    entries.resize(quarters[0].first);
    return;
  }
  const std::size_t first = nodes.size();
  nodes[at].first = static_cast<std::uint32_t>(first);
  nodes[at].count = quartered;
  nodes.insert(nodes.end(), quarters, quarters + 4);
  for (int i = 0; i < 4; ++i) {
    if (quarters[i].count > crowd && here.size / 2 > smallest) {
      quarter(first + static_cast<unsigned>(i), here.quarter(i), nodes, entries);
    }
  }
}

void CellTree::units_at(std::span<const Position> positions, std::span<UnitIndex> units) const {
  if (nodes_.empty() || positions.size() < nodes_.size() / 64) {  // too few to be worth sorting
    for (std::size_t i = 0; i < positions.size(); ++i) units[i] = unit_at(positions[i]);
    return;
  }
  const auto squares = static_cast<std::size_t>(columns_ * rows_);
  const auto square_of = [&](Position p) {
    const std::int64_t column = std::clamp<std::int64_t>((p.lon - west_) >> shift_, 0, columns_ - 1);
    const std::int64_t row = std::clamp<std::int64_t>((p.lat - south_) >> shift_, 0, rows_ - 1);
    return static_cast<std::size_t>(row * columns_ + column);
  };
  std::vector<std::uint32_t> next(squares + 1, 0);
  for (const Position p : positions) ++next[square_of(p) + 1];
  for (std::size_t i = 1; i <= squares; ++i) next[i] += next[i - 1];
  std::vector<std::uint32_t> order(positions.size());
  for (std::size_t i = 0; i < positions.size(); ++i) order[next[square_of(positions[i])]++] = static_cast<std::uint32_t>(i);
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i + 16 < order.size()) __builtin_prefetch(&positions[order[i + 16]]);
    units[order[i]] = unit_at(positions[order[i]]);
  }
}

UnitIndex CellTree::unit_at(Position p) const noexcept {
  p.lon = std::min(p.lon, antimeridian - 1);  // the ε to the east would leave the plane
  p.lat = std::min(p.lat, antimeridian / 2 - 1);
  const UnitIndex unit = unit_walked_to(p);
  return unit < units_ ? unit : nobody;
}

UnitIndex CellTree::unit_walked_to(Position p) const noexcept {
  const std::int64_t column = (p.lon - west_) >> shift_;
  const std::int64_t row = (p.lat - south_) >> shift_;
  if (p.lon < west_ || p.lat < south_ || column >= columns_ || row >= rows_) return nobody;
  Square here = square(column, row);
  const Node* at = &node(column, row);
  while (at->is_quartered()) {
    const int i = here.quarter_of(p);
    at = &quarter(*at, i);
    here = here.quarter(i);
  }
  return unit_from(*at, here.corner(), p);
}

}  // namespace merestone::overlay
