// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/cut.hpp"

#include "tiles/archive/address.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

class Cutter {
 public:
  Cutter(const Mesh& plane, std::span<const float> tolerances, const CutOptions& options)
      : plane_{plane},
        tolerances_{tolerances},
        options_{options},
        shift_{options.grid.unit_shift()},
        width_{std::int64_t{1} << options.grid.tile_shift()},
        margin_{(std::int64_t{options.grid.buffer} << shift_) + (std::int64_t{1} << shift_) / 2} {}

  ZoomCut run() {
    for (std::uint32_t arc = 0; arc < plane_.arcs.size(); ++arc) add(arc);
    sort_runs();
    find_middles();
    return std::move(result_);
  }

 private:
  struct Open {
    std::uint32_t x, y;
    std::size_t run;
  };
  /// Where an edge crosses the middle line of a row of tiles.
  struct Crossing {
    UnitIndex shape;  ///< 0 for a coverage
    std::int64_t row;
    double x;
    UnitIndex west, east;
  };

  Position at(std::uint32_t kept) const { return plane_.positions[result_.kept[kept]]; }
  std::int64_t tile_of(std::int64_t v) const { return (v + half_world) >> options_.grid.tile_shift(); }
  std::int64_t last_tile() const { return (std::int64_t{1} << options_.grid.zoom) - 1; }
  std::uint32_t bounded(std::int64_t tile) const {
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(tile, 0, last_tile()));
  }

  void add(std::uint32_t arc) {
    const auto first = static_cast<std::uint32_t>(result_.kept.size());
    const Arc& a = plane_.arcs[arc];
    bool moves = false;
    const std::int64_t half = (std::int64_t{1} << shift_) / 2;
    const auto pixel = [&](Position p) { return Position{(p.lon + half) >> shift_, (p.lat + half) >> shift_}; };
    const Position start = pixel(plane_.positions[a.first]);
    for (std::uint32_t i = a.first; i < a.first + a.count; ++i) {
      if (tolerances_[i] <= options_.tolerance) continue;
      result_.kept.push_back(i);
      moves = moves || pixel(plane_.positions[i]) != start;
    }
    const auto last = static_cast<std::uint32_t>(result_.kept.size()) - 1;
    for (std::uint32_t i = first; i < last; ++i) cross_rows(arc, at(i), at(i + 1));
    if (!moves) {
      result_.kept.resize(first);
      return;
    }
    open_.clear();
    for (std::uint32_t i = first; i < last; ++i) {
      now_.clear();
      deal_out(arc, i);
      std::swap(open_, now_);
    }
  }

  void deal_out(std::uint32_t arc, std::uint32_t edge) {
    const Position a = at(edge);
    const Position b = at(edge + 1);
    const auto [west, east] = std::minmax(a.lon, b.lon);
    const auto [north, south] = std::minmax(a.lat, b.lat);
    if (tile_of(east + margin_) < 0 || tile_of(west - margin_) > last_tile()) return;
    if (tile_of(south + margin_) < 0 || tile_of(north - margin_) > last_tile()) return;
    const std::uint32_t x0 = bounded(tile_of(west - margin_));
    const std::uint32_t x1 = bounded(tile_of(east + margin_));
    const std::uint32_t y0 = bounded(tile_of(north - margin_));
    const std::uint32_t y1 = bounded(tile_of(south + margin_));
    for (std::uint32_t y = y0; y <= y1; ++y) {
      std::uint32_t from = x0;
      std::uint32_t to = x1;
      if (x1 - x0 > 1) columns_in_row(a, b, y, from, to);
      for (std::uint32_t x = from; x <= to; ++x) extend(arc, edge, x, y);
    }
  }

  /// Narrows the columns that the edge may meet to those it meets in this row, with a margin for rounding.
  void columns_in_row(Position a, Position b, std::uint32_t y, std::uint32_t& from, std::uint32_t& to) const {
    if (a.lat == b.lat) return;
    const double top = static_cast<double>(y * width_ - half_world - margin_ - 1);
    const double bottom = static_cast<double>((y + 1) * width_ - half_world + margin_ + 1);
    const double slope = static_cast<double>(b.lon - a.lon) / static_cast<double>(b.lat - a.lat);
    const auto [low, high] = std::minmax({static_cast<double>(a.lat), static_cast<double>(b.lat)});
    const auto x_at = [&, low = low, high = high](double at) {
      return static_cast<double>(a.lon) + (std::clamp(at, low, high) - static_cast<double>(a.lat)) * slope;
    };
    const auto [west, east] = std::minmax({x_at(top), x_at(bottom)});
    from = std::max(from, bounded(tile_of(static_cast<std::int64_t>(std::floor(west)) - margin_ - 1)));
    to = std::min(to, bounded(tile_of(static_cast<std::int64_t>(std::ceil(east)) + margin_ + 1)));
  }

  void extend(std::uint32_t arc, std::uint32_t edge, std::uint32_t x, std::uint32_t y) {
    for (const Open& open : open_) {
      if (open.x != x || open.y != y) continue;
      result_.runs[open.run].last = edge + 1;
      now_.push_back(open);
      return;
    }
    now_.push_back({x, y, result_.runs.size()});
    result_.runs.push_back({tile_id({options_.grid.zoom, x, y}), arc, edge, edge + 1});
  }

  void cross_rows(std::uint32_t arc, Position a, Position b) {
    const std::int64_t half = width_ / 2;
    const auto [low, high] = std::minmax(a.lat, b.lat);
    std::int64_t row = tile_of(low - half - 1) + 1;
    const std::int64_t end = std::min(tile_of(high - half - 1), last_tile());
    for (row = std::max<std::int64_t>(row, 0); row <= end; ++row) {
      const double y = static_cast<double>(row * width_ + half - half_world);
      const double x = static_cast<double>(a.lon) + (y - static_cast<double>(a.lat)) *
                                                        static_cast<double>(b.lon - a.lon) /
                                                        static_cast<double>(b.lat - a.lat);
      const Arc& sides = plane_.arcs[arc];
      const bool southwards = a.lat < b.lat;
      const UnitIndex west = southwards ? sides.left : sides.right;
      const UnitIndex east = southwards ? sides.right : sides.left;
      crossings_.push_back({options_.apart ? std::min(west, east) : UnitIndex{0}, row, x, west, east});
    }
  }

  void sort_runs() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order(result_.runs.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = {result_.runs[i].tile, i};
    std::sort(order.begin(), order.end());
    std::vector<Run> sorted;
    sorted.reserve(order.size());
    for (const auto& [tile, i] : order) sorted.push_back(result_.runs[i]);
    result_.runs = std::move(sorted);
  }

  void find_middles() {
    std::sort(crossings_.begin(), crossings_.end(), [](const Crossing& a, const Crossing& b) {
      if (a.shape != b.shape) return a.shape < b.shape;
      return a.row != b.row ? a.row < b.row : a.x < b.x;
    });
    for (std::size_t i = 0; i + 1 < crossings_.size(); ++i) {
      if (crossings_[i].shape != crossings_[i + 1].shape || crossings_[i].row != crossings_[i + 1].row) continue;
      match_ties(i);
      fill_between(crossings_[i], crossings_[i + 1].x);
    }
    std::sort(result_.middles.begin(), result_.middles.end(), [](const Middle& a, const Middle& b) {
      return a.tile != b.tile ? a.tile < b.tile : a.owner < b.owner;
    });
  }

  /// Crossings nearer than a tile unit may be sorted wrongly: puts next the one that follows on this.
  void match_ties(std::size_t i) {
    const double reach = crossings_[i].x + static_cast<double>(std::int64_t{1} << shift_);
    for (std::size_t k = i + 1; k < crossings_.size() && crossings_[k].x < reach; ++k) {
      if (crossings_[k].shape != crossings_[i].shape || crossings_[k].row != crossings_[i].row) return;
      if (crossings_[k].west == crossings_[i].east) return std::swap(crossings_[i + 1], crossings_[k]);
    }
  }

  void fill_between(const Crossing& crossing, double end) {
    if (crossing.east >= options_.units) return;
    const auto index = [&](double x) {
      return static_cast<std::int64_t>(
          std::ceil((x + static_cast<double>(half_world)) / static_cast<double>(width_) - 0.5));
    };
    const std::int64_t last = std::min(index(end) - 1, last_tile());
    for (std::int64_t x = std::max<std::int64_t>(0, index(crossing.x)); x <= last; ++x) {
      const TileAddress tile{options_.grid.zoom, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(crossing.row)};
      result_.middles.push_back({tile_id(tile), crossing.east});
    }
  }

  const Mesh& plane_;
  std::span<const float> tolerances_;
  CutOptions options_;
  int shift_;
  std::int64_t width_;   ///< of a tile
  std::int64_t margin_;  ///< buffer and half a tile unit
  ZoomCut result_;
  std::vector<Open> open_, now_;
  std::vector<Crossing> crossings_;
};

}  // namespace

ZoomCut cut_zoom(const Mesh& plane, std::span<const float> tolerances, const CutOptions& options) {
  return Cutter{plane, tolerances, options}.run();
}

}  // namespace merestone
