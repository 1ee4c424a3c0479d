// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/cell_patches.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {
namespace {

constexpr CellPlace steps[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};  // east, north, west, south

CellPlace moved(CellPlace p, int direction) { return {p.column + steps[direction].column, p.row + steps[direction].row}; }

bool by_row(CellPlace a, CellPlace b) { return a.row != b.row ? a.row < b.row : a.column < b.column; }

/// Pieces of cells that share a side.
std::vector<std::vector<CellPlace>> connected(std::vector<CellPlace> cells) {
  std::sort(cells.begin(), cells.end(), by_row);
  std::vector<bool> taken(cells.size(), false);
  std::vector<std::vector<CellPlace>> pieces;
  for (std::size_t start = 0; start < cells.size(); ++start) {
    if (taken[start]) continue;
    taken[start] = true;
    std::vector<CellPlace> piece{cells[start]};
    for (std::size_t next = 0; next < piece.size(); ++next) {
      for (int direction = 0; direction < 4; ++direction) {
        const CellPlace p = moved(piece[next], direction);
        const auto at = std::lower_bound(cells.begin(), cells.end(), p, by_row);
        if (at == cells.end() || *at != p || taken[static_cast<std::size_t>(at - cells.begin())]) continue;
        taken[static_cast<std::size_t>(at - cells.begin())] = true;
        piece.push_back(p);
      }
    }
    std::sort(piece.begin(), piece.end(), by_row);
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

}  // namespace

std::vector<std::vector<CellPlace>> split_patch(std::vector<CellPlace> patch, std::size_t most) {
  std::vector<std::vector<CellPlace>> done, open = connected(std::move(patch));
  most = std::max<std::size_t>(most, 1);
  while (!open.empty()) {
    std::vector<CellPlace> cells = std::move(open.back());
    open.pop_back();
    if (cells.size() <= most) {
      done.push_back(std::move(cells));
      continue;
    }
    const auto by_column = [](CellPlace a, CellPlace b) { return a.column != b.column ? a.column < b.column : a.row < b.row; };
    const auto [west, east] = std::minmax_element(cells.begin(), cells.end(), by_column);
    const bool wide = east->column - west->column > cells.back().row - cells.front().row;
    if (wide) std::sort(cells.begin(), cells.end(), by_column);
    const std::size_t parts = (cells.size() + most - 1) / most;
    const auto cut = cells.begin() + static_cast<std::ptrdiff_t>(cells.size() * (parts / 2) / parts);
    for (auto& half : {std::vector<CellPlace>(cells.begin(), cut), std::vector<CellPlace>(cut, cells.end())}) {
      for (auto& piece : connected(half)) open.push_back(std::move(piece));
    }
  }
  std::sort(done.begin(), done.end(), [](const auto& a, const auto& b) { return by_row(a.front(), b.front()); });
  return done;
}

std::vector<std::vector<CellPlace>> patches_of(const CellGrid& grid, const std::vector<bool>& marked) {
  return patches_of(grid, std::vector<std::uint32_t>(marked.begin(), marked.end()));
}

std::vector<std::vector<CellPlace>> patches_of(const CellGrid& grid, const std::vector<std::uint32_t>& labels) {
  std::vector<std::vector<CellPlace>> patches;
  std::vector<bool> taken(grid.size(), false);
  for (std::size_t start = 0; start < grid.size(); ++start) {
    if (labels[start] == 0 || taken[start]) continue;
    std::vector<CellPlace> patch{grid.place(start)};
    taken[start] = true;
    for (std::size_t next = 0; next < patch.size(); ++next) {
      for (int direction = 0; direction < 4; ++direction) {
        const CellPlace p = moved(patch[next], direction);
        if (p.column < 0 || p.row < 0 || p.column >= grid.columns || p.row >= grid.rows) continue;
        const std::size_t cell = grid.cell(p);
        if (labels[cell] != labels[start] || taken[cell]) continue;
        taken[cell] = true;
        patch.push_back(p);
      }
    }
    std::sort(patch.begin(), patch.end(), [&](CellPlace a, CellPlace b) { return grid.cell(a) < grid.cell(b); });
    patches.push_back(std::move(patch));
  }
  return patches;
}

std::vector<CellRing> outlines_of(const std::vector<CellPlace>& patch) {
  const std::set<CellPlace> cells(patch.begin(), patch.end());
  // Sides without a neighbour, by the corner they start from: east below, north at the right, west above, south at the left.
  std::map<CellPlace, std::vector<int>> sides;
  for (const CellPlace& c : patch) {
    const CellPlace starts[] = {c, {c.column + 1, c.row}, {c.column + 1, c.row + 1}, {c.column, c.row + 1}};
    const int beyond[] = {3, 0, 1, 2};  // the neighbour on the other side of each
    for (int side = 0; side < 4; ++side) {
      if (!cells.contains(moved(c, beyond[side]))) sides[starts[side]].push_back(side);
    }
  }
  std::vector<CellRing> rings;
  while (!sides.empty()) {
    CellRing ring;
    const CellPlace start = sides.begin()->first;
    CellPlace here = start;
    int direction = -1;
    std::int64_t twice = 0;
    do {
      auto& ways = sides.at(here);
      // Where two cells touch at a corner, turn right: the walk stays with the ground beyond, and holes stay apart.
      auto way = ways.begin();
      if (direction >= 0 && ways.size() > 1) {
        const auto right = std::find(ways.begin(), ways.end(), (direction + 3) % 4);
        if (right != ways.end()) way = right;
      }
      if (*way != direction) ring.corners.push_back(here);
      direction = *way;
      ways.erase(way);
      if (ways.empty()) sides.erase(here);
      const CellPlace next = moved(here, direction);
      twice += std::int64_t{here.column} * next.row - std::int64_t{next.column} * here.row;
      here = next;
    } while (here != start);
    ring.hole = twice < 0;
    rings.push_back(std::move(ring));
  }
  std::stable_partition(rings.begin(), rings.end(), [](const CellRing& r) { return !r.hole; });
  return rings;
}

}  // namespace merestone
