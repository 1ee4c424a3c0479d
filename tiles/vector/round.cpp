// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/round.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

constexpr std::uint32_t no_pixel = 0xFFFFFFFFU;

/// Along a line, the pixels it passes follow each other by this.
std::int32_t progress(Position a, Position b, std::int32_t column, std::int32_t row) {
  return (a.lon <= b.lon ? column : -column) + (a.lat <= b.lat ? row : -row);
}

Position turned(Position p) { return {p.lat, p.lon}; }

}  // namespace

Rounder::Rounder(const Mesh& plane, const TileGrid& grid)
    : plane_{plane},
      buffer_{grid.buffer},
      far_{grid.extent() + grid.buffer},
      shift_{grid.unit_shift()},
      tile_shift_{grid.tile_shift()},
      unit_{std::int64_t{1} << shift_},
      low_{-grid.buffer * unit_ - unit_ / 2},
      high_{far_ * unit_ + unit_ / 2} {}

void Rounder::round(const ZoomCut& cut, std::span<const Run> runs, TileAddress tile, TileNet& net) {
  origin_ = {(std::int64_t{tile.x} << tile_shift_) - half_world,
             (std::int64_t{tile.y} << tile_shift_) - half_world};
  stops_.clear();
  chains_.clear();
  net.walk.clear();
  net.chains.clear();
  for (const Run& run : runs) follow(cut, run);
  const std::uint32_t corners[4] = {pixel_at(-buffer_, -buffer_), pixel_at(far_, -buffer_), pixel_at(far_, far_),
                                    pixel_at(-buffer_, far_)};
  for (const std::uint32_t corner : corners) stops_.push_back({corner, 0});
  number_nodes(net);
  for (int i = 0; i < 4; ++i) net.corners[i] = node_at(corners[i]);
  const auto local = [&](std::uint32_t kept) {
    const Position p = plane_.positions[cut.kept[kept]];
    return Position{p.lon - origin_.lon, p.lat - origin_.lat};
  };
  for (const TileNet::Chain& chain : chains_) {
    if (chain.count < 2) continue;
    const auto first = static_cast<std::uint32_t>(net.walk.size());
    std::uint32_t from = stops_[chain.first].pixel;
    net.walk.push_back(node_at(from));
    for (std::uint32_t i = chain.first + 1; i < chain.first + chain.count; ++i) {
      const std::uint32_t to = stops_[i].pixel;
      passed_.clear();
      if (std::abs(column_of(to) - column_of(from)) + std::abs(row_of(to) - row_of(from)) > 1) {
        bend(local(stops_[i].edge), local(stops_[i].edge + 1), from, to, net);
      }
      for (const auto& [order, node] : passed_) net.walk.push_back(node);
      net.walk.push_back(node_at(to));
      from = to;
    }
    net.chains.push_back({chain.arc, first, static_cast<std::uint32_t>(net.walk.size()) - first});
  }
}

/// The column of the pixel through which the edge reaches `limit` in rows. An open limit is not reached: the pixel
/// is the last one before it.
std::int64_t Rounder::column_crossing(Position a, Position b, std::int64_t limit, bool open) const {
  const std::int64_t half = unit_ / 2;
  const double run = static_cast<double>(b.lon - a.lon);
  const double rise = static_cast<double>(b.lat - a.lat);
  const double about = (static_cast<double>(a.lon + half) + static_cast<double>(limit - a.lat) * run / rise) /
                       static_cast<double>(unit_);
  if (std::abs(about - std::round(about)) > 1e-3) return static_cast<std::int64_t>(std::floor(about));
  Wide below = b.lat - a.lat;
  Wide above = Wide{a.lon + half} * below + Wide{limit - a.lat} * Wide{b.lon - a.lon};
  if (below < 0) {
    below = -below;
    above = -above;
  }
  below *= unit_;
  Wide column = above / below;
  if (above % below < 0) --column;
  const bool forwards = (b.lon > a.lon) == (b.lat > a.lat) && b.lon != a.lon;
  if (open && forwards && column * below == above) --column;
  return static_cast<std::int64_t>(column);
}

/// Pixels on the border of the tile through which the edge comes in or leaves.
int Rounder::border_pixels(Position a, Position b, std::uint32_t (&found)[4]) const {
  int count = 0;
  const auto add = [&](std::int64_t column, std::int64_t row) {
    if (inside(column, row)) found[count++] = pixel_at(column, row);
  };
  if ((a.lat < low_) != (b.lat < low_)) add(column_crossing(a, b, low_, false), -buffer_);
  if ((a.lat < high_) != (b.lat < high_)) add(column_crossing(a, b, high_, true), far_);
  if ((a.lon < low_) != (b.lon < low_)) add(-buffer_, column_crossing(turned(a), turned(b), low_, false));
  if ((a.lon < high_) != (b.lon < high_)) add(far_, column_crossing(turned(a), turned(b), high_, true));
  return count;
}

void Rounder::visit(std::uint32_t pixel, std::uint32_t edge, bool fresh) {
  if (fresh) {
    chains_.push_back({0, static_cast<std::uint32_t>(stops_.size()), 1});
  } else if (stops_.back().pixel == pixel) {
    return;
  } else {
    ++chains_.back().count;
  }
  stops_.push_back({pixel, edge});
}

void Rounder::follow(const ZoomCut& cut, const Run& run) {
  const std::size_t before = chains_.size();
  const std::int64_t half = unit_ / 2;
  const auto pixel_of = [&](Position p) {
    const std::int64_t column = (p.lon + half) >> shift_;
    const std::int64_t row = (p.lat + half) >> shift_;
    return inside(column, row) ? pixel_at(column, row) : no_pixel;
  };
  const auto local = [&](std::uint32_t kept) {
    const Position p = plane_.positions[cut.kept[kept]];
    return Position{p.lon - origin_.lon, p.lat - origin_.lat};
  };
  Position a = local(run.first);
  std::uint32_t here = pixel_of(a);
  if (here != no_pixel) visit(here, run.first, true);
  for (std::uint32_t edge = run.first; edge < run.last; ++edge) {
    const Position b = local(edge + 1);
    const std::uint32_t there = pixel_of(b);
    if (here != no_pixel && there != no_pixel) {
      visit(there, edge, false);
    } else if (std::uint32_t border[4]; const int count = border_pixels(a, b, border)) {
      const auto [in, out] = std::minmax_element(border, border + count, [&](std::uint32_t p, std::uint32_t q) {
        return progress(a, b, column_of(p), row_of(p)) < progress(a, b, column_of(q), row_of(q));
      });
      if (here == no_pixel) visit(*in, edge, true);
      visit(there != no_pixel ? there : *out, edge, false);
    }
    a = b;
    here = there;
  }
  for (std::size_t i = before; i < chains_.size(); ++i) chains_[i].arc = run.arc;
}

/// Every stop once, sorted into square bins of about one node.
void Rounder::number_nodes(TileNet& net) {
  const auto side = static_cast<std::uint32_t>(far_ + buffer_ + 1);
  bin_shift_ = 3;
  while (static_cast<std::size_t>(side >> bin_shift_) * (side >> bin_shift_) > stops_.size() + 1) ++bin_shift_;
  bins_across_ = ((side - 1) >> bin_shift_) + 1;
  bin_first_.assign(static_cast<std::size_t>(bins_across_) * bins_across_ + 2, 0);
  for (const Stop& stop : stops_) ++bin_first_[bin_of(stop.pixel) + 2];
  for (std::size_t i = 2; i < bin_first_.size(); ++i) bin_first_[i] += bin_first_[i - 1];
  pixels_.resize(stops_.size());
  for (const Stop& stop : stops_) pixels_[bin_first_[bin_of(stop.pixel) + 1]++] = stop.pixel;
  bin_first_.pop_back();

  std::uint32_t kept = 0;
  std::uint32_t begin = 0;
  for (std::size_t bin = 0; bin + 1 < bin_first_.size(); ++bin) {
    const std::uint32_t end = bin_first_[bin + 1];
    std::sort(pixels_.begin() + begin, pixels_.begin() + end);
    bin_first_[bin] = kept;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (i == begin || pixels_[i] != pixels_[kept - 1]) pixels_[kept++] = pixels_[i];
    }
    begin = end;
  }
  bin_first_.back() = kept;
  pixels_.resize(kept);
  net.x.resize(kept);
  net.y.resize(kept);
  for (std::uint32_t i = 0; i < kept; ++i) {
    net.x[i] = column_of(pixels_[i]);
    net.y[i] = row_of(pixels_[i]);
  }
}

std::uint32_t Rounder::node_at(std::uint32_t pixel) const {
  std::uint32_t node = bin_first_[bin_of(pixel)];
  while (pixels_[node] != pixel) ++node;
  return node;
}

/// Puts the hot pixels that the edge passes between two others into `passed_`, in order.
void Rounder::bend(Position a, Position b, std::uint32_t from, std::uint32_t to, const TileNet& net) {
  const auto [west, east] = std::minmax({column_of(from), column_of(to)});
  const auto [north, south] = std::minmax({row_of(from), row_of(to)});
  const double slope = b.lat == a.lat ? 0 : static_cast<double>(b.lon - a.lon) / static_cast<double>(b.lat - a.lat);
  const double unit = static_cast<double>(unit_);
  const auto column_at = [&](double row) {  // where the edge stands at a row, in tile units
    return (static_cast<double>(a.lon) + (row * unit - static_cast<double>(a.lat)) * slope) / unit;
  };
  for (int bin_row = (north + buffer_) >> bin_shift_; bin_row <= (south + buffer_) >> bin_shift_; ++bin_row) {
    double left = west;
    double right = east;
    if (b.lat != a.lat) {
      const int top = std::max(north, (bin_row << bin_shift_) - buffer_);
      const int bottom = std::min(south, ((bin_row + 1) << bin_shift_) - 1 - buffer_);
      const auto [low, high] = std::minmax({column_at(top - 0.5), column_at(bottom + 0.5)});
      left = std::clamp(low - 1, left, right);
      right = std::clamp(high + 1, left, right);
    }
    const auto first_bin = static_cast<std::uint32_t>((static_cast<int>(std::floor(left)) + buffer_) >> bin_shift_);
    const auto last_bin = static_cast<std::uint32_t>((static_cast<int>(std::ceil(right)) + buffer_) >> bin_shift_);
    const std::uint32_t row_bins = static_cast<std::uint32_t>(bin_row) * bins_across_;
    for (std::uint32_t node = bin_first_[row_bins + first_bin]; node < bin_first_[row_bins + last_bin + 1]; ++node) {
      const std::int32_t column = net.x[node];
      const std::int32_t row = net.y[node];
      if (column < west || column > east || row < north || row > south) continue;
      if (pixels_[node] == from || pixels_[node] == to || !passes(a, b, column, row)) continue;
      passed_.push_back({progress(a, b, column, row), node});
    }
  }
  std::sort(passed_.begin(), passed_.end());
}

/// Whether the edge has a point in the pixel, to which its lower sides belong and its upper ones do not.
bool Rounder::passes(Position a, Position b, std::int32_t column, std::int32_t row) const {
  const std::int64_t x = column * unit_ - unit_ / 2;
  const std::int64_t y = row * unit_ - unit_ / 2;
  const auto [west, east] = std::minmax(a.lon, b.lon);
  const auto [north, south] = std::minmax(a.lat, b.lat);
  if (east < x || west >= x + unit_ || south < y || north >= y + unit_) return false;
  const double run = static_cast<double>(b.lon - a.lon);
  const double rise = static_cast<double>(b.lat - a.lat);
  const double half = static_cast<double>(unit_) / 2;
  const double off = run * (static_cast<double>(y - a.lat) + half) - rise * (static_cast<double>(x - a.lon) + half);
  const double reach = (std::abs(run) + std::abs(rise)) * half;
  if (std::abs(off) > reach * 1.001) return false;
  if (std::abs(off) < reach * 0.999) return true;
  const Wide corner = cross(a, b, {x, y});
  if (corner == 0) return true;
  const Wide along = Wide{b.lon - a.lon} * unit_;
  const Wide down = Wide{b.lat - a.lat} * unit_;
  const auto others = {corner + along, corner - down, corner + along - down};
  return corner > 0 ? std::min(others) < 0 : std::max(others) > 0;
}

}  // namespace merestone
