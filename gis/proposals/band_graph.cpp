// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/band_graph.hpp"

#include "gis/base/error.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace merestone::proposals {
namespace {

struct Step {
  std::int32_t column, row;
};
constexpr Step steps[] = {{1, 0},  {1, 1},   {0, 1},   {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1},
                          {2, 1},  {1, 2},   {-1, 2},  {-2, 1}, {-2, -1}, {-1, -2}, {1, -2}, {2, -1}};

bool segments_meet(PlanePoint p, PlanePoint q, PlanePoint r, PlanePoint s) {
  const auto side = [](PlanePoint from, PlanePoint to, PlanePoint x) { return cross(to - from, x - from); };
  const double r1 = side(p, q, r), s1 = side(p, q, s), p1 = side(r, s, p), q1 = side(r, s, q);
  return (r1 <= 0) != (s1 <= 0) && (p1 <= 0) != (q1 <= 0);
}

/// Cuts off loops where a path crosses itself.
PlaneLine without_loops(PlaneLine line) {
  for (std::size_t i = 0; i + 3 < line.size(); ++i) {
    const std::size_t last = std::min(line.size() - 1, i + 64);  // knights' moves cross near by or not at all
    for (std::size_t j = last; j-- > i + 2;) {
      if (!segments_meet(line[i], line[i + 1], line[j], line[j + 1])) continue;
      const PlanePoint u = line[i + 1] - line[i];
      const PlanePoint v = line[j + 1] - line[j];
      const double at = cross(line[j] - line[i], v) / cross(u, v);
      line[i + 1] = line[i] + at * u;
      line.erase(line.begin() + std::ptrdiff_t(i) + 2, line.begin() + std::ptrdiff_t(j) + 1);
      break;
    }
  }
  return line;
}

}  // namespace

BandGraph::BandGraph(const BandSection& section, std::span<const Position> middle, const LocalPlane& plane,
                     double cell_m, double margin_m)
    : a_{laid_out(section.a, plane)}, b_{laid_out(section.b, plane)} {
  for (const Position p : middle) middle_.push_back(plane.to_plane(p));
  PlaneLine ring = a_.points();
  ring.insert(ring.end(), b_.points().rbegin() + 1, b_.points().rend());
  double west = ring[0].x, east = west, south = ring[0].y, north = south;
  for (const PlanePoint p : ring) {
    west = std::min(west, p.x), east = std::max(east, p.x);
    south = std::min(south, p.y), north = std::max(north, p.y);
  }
  raster_.cell_m = cell_m;
  raster_.origin = {west - margin_m + cell_m / 2, south - margin_m + cell_m / 2};
  raster_.columns = std::max(2, static_cast<std::int32_t>(std::ceil((east - west + 2 * margin_m) / cell_m)));
  raster_.rows = std::max(2, static_cast<std::int32_t>(std::ceil((north - south + 2 * margin_m) / cell_m)));
  raster_.values.assign(raster_.size(), 0);
  fill(ring);
  mark_border();
}

void BandGraph::fill(const PlaneLine& ring) {
  inside_.assign(raster_.size(), 0);
  std::vector<std::vector<double>> passes(static_cast<std::size_t>(raster_.rows));
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    PlanePoint p = ring[i], q = ring[i + 1];
    if (p.y > q.y) std::swap(p, q);
    const auto first = std::max(0.0, std::floor((p.y - raster_.origin.y) / raster_.cell_m) - 1);
    for (auto row = static_cast<std::int32_t>(first); row < raster_.rows; ++row) {
      const double y = raster_.origin.y + row * raster_.cell_m;
      if (y > q.y) break;
      if ((p.y > y) == (q.y > y)) continue;
      passes[static_cast<std::size_t>(row)].push_back(p.x + (q.x - p.x) * (y - p.y) / (q.y - p.y));
    }
  }
  for (std::int32_t row = 0; row < raster_.rows; ++row) {
    std::vector<double>& xs = passes[static_cast<std::size_t>(row)];
    std::sort(xs.begin(), xs.end());
    for (std::size_t k = 0; k + 1 < xs.size(); k += 2) {
      const double from = std::ceil((xs[k] - raster_.origin.x) / raster_.cell_m);
      for (auto c = static_cast<std::int32_t>(std::max(0.0, from)); c < raster_.columns; ++c) {
        if (raster_.origin.x + c * raster_.cell_m >= xs[k + 1]) break;
        inside_[raster_.index(c, row)] = 1;
      }
    }
  }
}

std::size_t BandGraph::cell_of(PlanePoint p) const {
  const auto clamp = [](double v, std::int32_t n) { return std::clamp(static_cast<std::int32_t>(std::lround(v)), 0, n - 1); };
  return raster_.index(clamp((p.x - raster_.origin.x) / raster_.cell_m, raster_.columns),
                       clamp((p.y - raster_.origin.y) / raster_.cell_m, raster_.rows));
}

void BandGraph::mark_border() {
  near_claim_.assign(raster_.size(), 0);
  for (const NearestOnPath* claim : {&a_, &b_}) {
    const PlaneLine& points = claim->points();
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      const auto pieces = std::max(1.0, std::ceil(length(points[i + 1] - points[i]) / raster_.cell_m));
      for (double k = 0; k <= pieces; ++k) {
        const std::size_t at = cell_of(points[i] + (k / pieces) * (points[i + 1] - points[i]));
        const auto column = static_cast<std::int32_t>(at % static_cast<std::size_t>(raster_.columns));
        const auto row = static_cast<std::int32_t>(at / static_cast<std::size_t>(raster_.columns));
        for (std::int32_t r = std::max(0, row - 3); r <= std::min(raster_.rows - 1, row + 3); ++r) {
          for (std::int32_t c = std::max(0, column - 3); c <= std::min(raster_.columns - 1, column + 3); ++c) {
            near_claim_[raster_.index(c, r)] = 1;
          }
        }
      }
    }
  }
}

std::vector<std::uint8_t> BandGraph::beside_claims() const {
  std::vector<std::uint8_t> labels(raster_.size(), 0);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!inside_[i] || !near_claim_[i]) continue;
    const double a = a_.nearest(raster_.middle(i)).distance;
    const double b = b_.nearest(raster_.middle(i)).distance;
    if (std::min(a, b) < raster_.cell_m) labels[i] = a <= b ? 1 : 2;
  }
  return labels;
}

bool BandGraph::meets_claim(PlanePoint p, PlanePoint q) const {
  const PlanePoint middle = 0.5 * (p + q);
  const double reach = length(q - p) / 2 + 0.01;
  for (const NearestOnPath* claim : {&a_, &b_}) {
    for (const std::size_t edge : claim->edges_within(middle, reach)) {
      const PlanePoint r = claim->points()[edge];
      const PlanePoint s = claim->points()[edge + 1];
      if (segments_meet(p, q, r, s)) return true;
      // Passing within a centimetre is not told from touching once positions are rounded.
      for (const PlanePoint end : {p, q}) {
        if (length(end - foot_on(r, s, end)) < 0.01 && end != middle_.front() && end != middle_.back()) return true;
      }
    }
  }
  return false;
}

PlaneLine BandGraph::path(std::span<const float> cost) const {
  const std::size_t cells = raster_.size();
  const std::size_t nodes = cells + middle_.size();
  const auto place = [&](std::size_t n) { return n < cells ? raster_.middle(n) : middle_[n - cells]; };
  const auto cost_at = [&](std::size_t n) { return static_cast<double>(cost[n < cells ? n : cell_of(middle_[n - cells])]); };
  // Which positions of the middle line lie near a cell.
  std::vector<std::vector<std::size_t>> middles_at(cells);
  for (std::size_t k = 0; k < middle_.size(); ++k) middles_at[cell_of(middle_[k])].push_back(cells + k);

  std::vector<double> best(nodes, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> from(nodes, nodes);
  using Entry = std::pair<double, std::size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> front;
  const std::size_t start = cells;
  const std::size_t end = nodes - 1;
  best[start] = 0;
  front.emplace(0, start);
  while (!front.empty()) {
    const double so_far = front.top().first;
    const std::size_t here = front.top().second;
    front.pop();
    if (so_far > best[here]) continue;
    if (here == end) break;
    const auto relax = [&](std::size_t next, bool check) {
      const PlanePoint p = place(here);
      const PlanePoint q = place(next);
      const double sum = so_far + length(q - p) * (cost_at(here) + cost_at(next)) / 2;
      if (!(sum < best[next]) || (check && meets_claim(p, q))) return;
      best[next] = sum;
      from[next] = here;
      front.emplace(sum, next);
    };
    const std::size_t cell = here < cells ? here : cell_of(place(here));
    const auto column = static_cast<std::int32_t>(cell % static_cast<std::size_t>(raster_.columns));
    const auto row = static_cast<std::int32_t>(cell / static_cast<std::size_t>(raster_.columns));
    if (here >= cells) {
      if (here > cells) relax(here - 1, false);
      if (here + 1 < nodes) relax(here + 1, false);
      if (inside_[cell]) relax(cell, true);
    } else {
      for (const std::size_t next : middles_at[here]) relax(next, true);
    }
    for (const Step step : steps) {
      const std::int32_t c = column + step.column;
      const std::int32_t r = row + step.row;
      if (c < 0 || r < 0 || c >= raster_.columns || r >= raster_.rows) continue;
      const std::size_t next = raster_.index(c, r);
      if (inside_[next]) relax(next, here >= cells || near_claim_[here] || near_claim_[next]);
      if (here < cells) {
        for (const std::size_t node : middles_at[next]) relax(node, true);
      }
    }
  }
  PlaneLine line;
  for (std::size_t n = end; n < nodes; n = from[n]) line.push_back(place(n));
  std::reverse(line.begin(), line.end());
  return without_loops(std::move(line));
}

}  // namespace merestone::proposals
