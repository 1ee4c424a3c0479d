// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/labels.hpp"

#include "gis/base/parallel.hpp"
#include "gis/mesh/faces.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone {
namespace {

constexpr double fineness = 0.1;

struct Point {
  double x, y;
};

/// Outlines in floating point around an own origin.
class Outlines {
 public:
  Outlines(std::span<const Ring> rings, Position origin) {
    for (const Ring& ring : rings) {
      Point last = local(ring.back(), origin);
      for (const Position p : ring) {
        const Point next = local(p, origin);
        const Point way{next.x - last.x, next.y - last.y};
        const double length = way.x * way.x + way.y * way.y;
        edges_.push_back({last, way, next.y, length > 0 ? 1 / length : 0, way.y != 0 ? way.x / way.y : 0});
        last = next;
      }
    }
  }

  /// Distance to the nearest edge, negative outside. Gives up with anything less than `enough` once it is out of reach.
  double reach(Point p, double enough) const {
    const double limit = enough > 0 ? enough * enough : -1;
    bool within = false;
    double nearest = std::numeric_limits<double>::infinity();
    for (const Edge& edge : edges_) {
      const Point off{p.x - edge.from.x, p.y - edge.from.y};
      if ((off.y < 0) != (edge.to_y > p.y) && off.x < edge.slope * off.y) within = !within;
      const double along = std::clamp((off.x * edge.way.x + off.y * edge.way.y) * edge.per_length, 0.0, 1.0);
      const double ex = off.x - along * edge.way.x;
      const double ey = off.y - along * edge.way.y;
      nearest = std::min(nearest, ex * ex + ey * ey);
      if (nearest < limit) return -1;
    }
    return within ? std::sqrt(nearest) : -std::sqrt(nearest);
  }

 private:
  static Point local(Position p, Position origin) {
    return {static_cast<double>(p.lon - origin.lon), static_cast<double>(p.lat - origin.lat)};
  }
  struct Edge {
    Point from, way;
    double to_y, per_length, slope;  ///< slope: how far x goes for one of y
  };
  std::vector<Edge> edges_;
};

struct Cell {
  Point middle;
  double half;
  double reach;
  double hope() const { return reach + half * std::numbers::sqrt2; }
};

bool less_hope(const Cell& a, const Cell& b) { return a.hope() < b.hope(); }

double twice_area_of(const Face& face) { return static_cast<double>(face.outer.twice_area); }

}  // namespace

LabelPoint pole_of_inaccessibility(std::span<const Ring> rings) {
  std::int64_t west = rings.front().front().lon;
  std::int64_t east = west;
  std::int64_t north = rings.front().front().lat;
  std::int64_t south = north;
  for (const Position p : rings.front()) {
    west = std::min(west, p.lon);
    east = std::max(east, p.lon);
    north = std::min(north, p.lat);
    south = std::max(south, p.lat);
  }
  const Position origin{west, north};
  const Outlines outlines{rings, origin};
  const auto width = static_cast<double>(east - west);
  const auto height = static_cast<double>(south - north);
  const double size = std::max(1.0, std::min(width, height));
  std::vector<Cell> cells;
  Cell best{{width / 2, height / 2}, 0, 0};
  best.reach = outlines.reach(best.middle, 0);
  const auto add = [&](Point middle, double half) {
    const double enough = best.reach * (1 + fineness) - half * std::numbers::sqrt2;
    const Cell cell{middle, half, outlines.reach(middle, enough)};
    if (cell.reach < enough) return;
    if (cell.reach > best.reach) best = cell;
    if (cell.hope() <= best.reach * (1 + fineness)) return;
    cells.push_back(cell);
    std::push_heap(cells.begin(), cells.end(), less_hope);
  };
  // A very long shape starts with no more squares than this many.
  const double side = std::max(size, std::max(width, height) / 64);
  for (double x = 0; x < width; x += side) {
    for (double y = 0; y < height; y += side) add({x + side / 2, y + side / 2}, side / 2);
  }
  while (!cells.empty()) {
    std::pop_heap(cells.begin(), cells.end(), less_hope);
    const Cell cell = cells.back();
    cells.pop_back();
    if (cell.hope() <= std::max(0.0, best.reach) * (1 + fineness) || cell.half < 0.5) break;
    for (const double dx : {-0.5, 0.5}) {
      for (const double dy : {-0.5, 0.5}) {
        add({cell.middle.x + dx * cell.half, cell.middle.y + dy * cell.half}, cell.half / 2);
      }
    }
  }
  return {{west + std::llround(best.middle.x), north + std::llround(best.middle.y)}, std::max(0.0, best.reach)};
}

std::vector<LabelPoint> label_points(const Mesh& plane, std::span<const float> tolerances,
                                     std::span<const UnitIndex> upper, std::size_t units) {
  const auto up = [&](UnitIndex unit) { return unit == nobody ? nobody : upper[unit]; };
  std::vector<double> area(units, 0);
  std::vector<std::uint32_t> used;
  for (std::uint32_t i = 0; i < plane.arcs.size(); ++i) {
    const UnitIndex left = up(plane.arcs[i].left);
    const UnitIndex right = up(plane.arcs[i].right);
    if (left == right) continue;
    used.push_back(i);
    const auto path = plane.path(i);
    double sum = 0;
    for (std::size_t k = 1; k < path.size(); ++k) sum += static_cast<double>(cross({0, 0}, path[k - 1], path[k]));
    if (left != nobody) area[left] += sum / 2;
    if (right != nobody) area[right] -= sum / 2;
  }
  std::vector<LabelPoint> found(units);
  std::vector<double> sorted;
  for (const double a : area) {
    if (a > 0) sorted.push_back(a);
  }
  if (sorted.empty()) return found;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
  const auto tolerance = static_cast<float>(std::sqrt(sorted[sorted.size() / 2]) / 50);

  Mesh coarse;
  Polyline path;
  for (const std::uint32_t i : used) {
    const Arc& arc = plane.arcs[i];
    path.clear();
    for (std::uint32_t k = arc.first; k < arc.first + arc.count; ++k) {
      if (tolerances[k] > tolerance) path.push_back(plane.positions[k]);
    }
    coarse.add(path, up(arc.left), up(arc.right));
  }
  const std::vector<Face> faces = trace_faces(coarse);
  std::vector<const Face*> largest(units, nullptr);
  for (const Face& face : faces) {
    if (face.unit == nobody) continue;
    const Face*& best = largest[face.unit];
    if (best == nullptr || twice_area_of(face) > twice_area_of(*best)) best = &face;
  }
  parallel_for(units, 64, [&](std::size_t begin, std::size_t end) {
    std::vector<Ring> rings;
    for (std::size_t unit = begin; unit < end; ++unit) {
      if (largest[unit] == nullptr) continue;
      rings = {positions_of(coarse, largest[unit]->outer)};
      for (const Cycle& hole : largest[unit]->holes) rings.push_back(positions_of(coarse, hole));
      found[unit] = pole_of_inaccessibility(rings);
      if (found[unit].reach > 4 * static_cast<double>(tolerance)) continue;
      const auto exact = [&](const Cycle& cycle) {
        Ring ring;
        for (const Side side : cycle.sides) {
          const auto whole = plane.path(used[side.arc]);
          if (side.forward) {
            ring.insert(ring.end(), whole.begin(), whole.end() - 1);
          } else {
            ring.insert(ring.end(), whole.rbegin(), whole.rend() - 1);
          }
        }
        return ring;
      };
      rings = {exact(largest[unit]->outer)};
      for (const Cycle& hole : largest[unit]->holes) rings.push_back(exact(hole));
      found[unit] = pole_of_inaccessibility(rings);
    }
  });
  return found;
}

}  // namespace merestone
