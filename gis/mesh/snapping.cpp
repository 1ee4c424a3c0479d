// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/snapping.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace merestone {
namespace {

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Buckets of a grid, by cell.
class Grid {
 public:
  explicit Grid(std::int64_t cell) : cell_{cell} {}
  std::int64_t column(std::int64_t v) const { return floor_div(v, cell_); }
  void add(Position p, std::uint32_t item) { cells_[key(column(p.lon), column(p.lat))].push_back(item); }
  template <class Visit>
  void around(const Box& box, const Visit& visit) const {
    for (std::int64_t x = column(box.west); x <= column(box.east); ++x) {
      for (std::int64_t y = column(box.south); y <= column(box.north); ++y) visit_cell(x, y, visit);
    }
  }
  /// Cells that come within `reach` of an edge, column by column.
  template <class Visit>
  void along(Position a, Position b, std::int64_t reach, const Visit& visit) const {
    if (b < a) std::swap(a, b);
    const double slope = b.lon == a.lon ? 0 : static_cast<double>(b.lat - a.lat) / static_cast<double>(b.lon - a.lon);
    for (std::int64_t x = column(a.lon - reach); x <= column(b.lon + reach); ++x) {
      const auto lat_at = [&](std::int64_t lon) {
        const std::int64_t within = std::clamp(lon, a.lon, b.lon);
        return a.lat + std::llround(slope * static_cast<double>(within - a.lon));
      };
      std::int64_t from = a.lon == b.lon ? a.lat : lat_at(x * cell_ - reach);
      std::int64_t to = a.lon == b.lon ? b.lat : lat_at((x + 1) * cell_ + reach);
      if (to < from) std::swap(from, to);
      for (std::int64_t y = column(from - reach - 1); y <= column(to + reach + 1); ++y) visit_cell(x, y, visit);
    }
  }

 private:
  template <class Visit>
  void visit_cell(std::int64_t x, std::int64_t y, const Visit& visit) const {
    const auto at = cells_.find(key(x, y));
    if (at == cells_.end()) return;
    for (const std::uint32_t item : at->second) visit(item);
  }
  static std::uint64_t key(std::int64_t x, std::int64_t y) { return hash_of({x, y}); }
  std::int64_t cell_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

Box around(Position p, std::int64_t reach) {
  return {p.lon - reach, p.lat - reach, p.lon + reach, p.lat + reach};
}

double distance(Position a, Position b) {
  return std::hypot(static_cast<double>(a.lon - b.lon), static_cast<double>(a.lat - b.lat));
}

/// Distinct positions in order, and the rings each lies in.
struct Corners {
  std::vector<Position> at;
  std::vector<std::vector<std::uint32_t>> rings;

  explicit Corners(const RingSet& set) {
    std::vector<std::pair<Position, std::uint32_t>> all;
    for (std::uint32_t r = 0; r < set.size(); ++r) {
      for (const Position p : set.ring(r)) all.push_back({p, r});
    }
    std::sort(all.begin(), all.end());
    for (const auto& [p, r] : all) {
      if (at.empty() || at.back() != p) {
        at.push_back(p);
        rings.emplace_back();
      }
      if (rings.back().empty() || rings.back().back() != r) rings.back().push_back(r);
    }
  }
  bool share_ring(std::uint32_t a, std::uint32_t b) const {
    const auto& x = rings[a];
    const auto& y = rings[b];
    return std::any_of(x.begin(), x.end(), [&](std::uint32_t r) { return std::binary_search(y.begin(), y.end(), r); });
  }
};

/// Where each corner goes: to the smallest corner near it that has not itself gone elsewhere.
std::unordered_map<std::uint64_t, std::vector<Move>> cluster(const RingSet& set, std::int64_t tolerance, std::vector<Move>& moves) {
  Corners corners{set};
  Grid grid{tolerance};
  for (std::uint32_t i = 0; i < corners.at.size(); ++i) grid.add(corners.at[i], i);
  std::vector<bool> taken(corners.at.size(), false);
  std::unordered_map<std::uint64_t, std::vector<Move>> moved;
  std::vector<std::uint32_t> near;
  for (std::uint32_t i = 0; i < corners.at.size(); ++i) {
    if (taken[i]) continue;
    taken[i] = true;
    near.clear();
    grid.around(around(corners.at[i], tolerance), [&](std::uint32_t j) {
      if (!taken[j] && distance(corners.at[i], corners.at[j]) <= static_cast<double>(tolerance)) near.push_back(j);
    });
    std::sort(near.begin(), near.end());
    for (const std::uint32_t j : near) {
      if (corners.share_ring(i, j)) continue;
      taken[j] = true;
      corners.rings[i].insert(corners.rings[i].end(), corners.rings[j].begin(), corners.rings[j].end());
      std::sort(corners.rings[i].begin(), corners.rings[i].end());
      const Move move{corners.at[j], corners.at[i]};
      moves.push_back(move);
      moved[hash_of(move.from)].push_back(move);
    }
  }
  return moved;
}

/// The foot of `p` on the edge a b when it falls inside; distances in nanodegrees.
struct Foot {
  double along = 0;  ///< 0 at a, 1 at b
  double off = 0;
};
Foot foot(Position a, Position b, Position p) {
  const double dx = static_cast<double>(b.lon - a.lon);
  const double dy = static_cast<double>(b.lat - a.lat);
  const double px = static_cast<double>(p.lon - a.lon);
  const double py = static_cast<double>(p.lat - a.lat);
  const double square = dx * dx + dy * dy;
  return {(px * dx + py * dy) / square, std::abs(px * dy - py * dx) / std::sqrt(square)};
}

/// Puts corners of other rings into the edges that pass near them. Returns how many.
std::size_t pull_edges(RingSet& set, std::int64_t tolerance, std::vector<Move>& moves) {
  const Corners corners{set};
  const Box whole = box_of(corners.at);
  const auto per_side = static_cast<std::int64_t>(std::sqrt(static_cast<double>(corners.at.size()))) + 1;
  Grid grid{std::max(4 * tolerance, std::max(whole.east - whole.west, whole.north - whole.south) / per_side + 1)};
  for (std::uint32_t i = 0; i < corners.at.size(); ++i) grid.add(corners.at[i], i);
  RingSet result;
  std::size_t pulled = 0;
  std::vector<Position> ring;
  for (std::uint32_t r = 0; r < set.size(); ++r) {
    const auto old = set.ring(r);
    ring.clear();
    for (std::size_t i = 0; i < old.size(); ++i) {
      const Position a = old[i];
      const Position b = old[i + 1 == old.size() ? 0 : i + 1];
      ring.push_back(a);
      if (a == b) continue;
      Box box;
      box.add(a);
      box.add(b);
      box = {box.west - tolerance, box.south - tolerance, box.east + tolerance, box.north + tolerance};
      std::vector<std::pair<double, Position>> found;
      grid.along(a, b, tolerance, [&](std::uint32_t c) {
        const Position p = corners.at[c];
        if (p == a || p == b || !box.contains(p)) return;
        const Foot f = foot(a, b, p);
        if (f.along <= 0 || f.along >= 1 || f.off > static_cast<double>(tolerance)) return;
        if (std::binary_search(corners.rings[c].begin(), corners.rings[c].end(), r)) return;
        found.push_back({f.along, p});
      });
      std::sort(found.begin(), found.end());
      for (const auto& [along, p] : found) {
        const Position on_edge{a.lon + std::llround(along * static_cast<double>(b.lon - a.lon)),
                               a.lat + std::llround(along * static_cast<double>(b.lat - a.lat))};
        if (on_edge != p) moves.push_back({on_edge, p});
        ring.push_back(p);
        ++pulled;
      }
    }
    result.add(ring, set.unit[r]);
  }
  set = std::move(result);
  return pulled;
}

}  // namespace

Snapped snap(const RingSet& rings, std::int64_t tolerance) {
  Snapped result{rings, {}};
  const auto moved = cluster(rings, tolerance, result.moves);
  for (Position& p : result.rings.positions) {
    if (const auto at = moved.find(hash_of(p)); at != moved.end()) {
      for (const Move& move : at->second) {
        if (move.from == p) {
          p = move.to;
          break;
        }
      }
    }
  }
  while (pull_edges(result.rings, tolerance, result.moves) != 0) {
  }
  std::sort(result.moves.begin(), result.moves.end(), [](const Move& a, const Move& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  result.moves.erase(std::unique(result.moves.begin(), result.moves.end(),
                                 [](const Move& a, const Move& b) { return a.from == b.from && a.to == b.to; }),
                     result.moves.end());
  return result;
}

}  // namespace merestone
