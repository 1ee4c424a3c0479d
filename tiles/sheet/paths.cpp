// SPDX-License-Identifier: Apache-2.0
#include "tiles/sheet/paths.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace merestone {
namespace {

constexpr double finest_detail = 0.12;  // points: half of the finest line

double distance(PlanePoint p, PlanePoint a, PlanePoint b) {
  const double x = b.x - a.x, y = b.y - a.y;
  const double square = x * x + y * y;
  const double share = square > 0 ? std::clamp(((p.x - a.x) * x + (p.y - a.y) * y) / square, 0.0, 1.0) : 0;
  return std::hypot(p.x - a.x - share * x, p.y - a.y - share * y);
}

/// One half-plane of the box: what lies where `sign` times the coordinate is at most `limit` stays.
struct HalfPlane {
  bool horizontal;
  double sign;
  double limit;
  double over(PlanePoint p) const { return sign * (horizontal ? p.x : p.y) - limit; }
};

PlanePath cut(const PlanePath& ring, const HalfPlane& half) {
  PlanePath kept;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PlanePoint from = ring[i];
    const PlanePoint to = ring[(i + 1) % ring.size()];
    const double over_from = half.over(from), over_to = half.over(to);
    if (over_from <= 0) kept.push_back(from);
    if ((over_from < 0 && over_to > 0) || (over_from > 0 && over_to < 0)) {
      const double share = over_from / (over_from - over_to);
      kept.push_back({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
  }
  return kept;
}

struct End {
  std::size_t line;
  bool front;
};

struct PositionHash {
  std::size_t operator()(Position p) const noexcept { return hash_of(p); }
};

}  // namespace

PlanePath thinned(const PlanePath& path, double tolerance) {
  if (path.size() < 3) return path;
  std::vector<char> keep(path.size(), 0);
  std::vector<std::pair<std::size_t, std::size_t>> open;
  keep.front() = keep.back() = 1;
  if (path.front() == path.back()) {  // a ring has no way between its ends: split it at the farthest position
    std::size_t far = 0;
    double best = 0;
    for (std::size_t i = 1; i + 1 < path.size(); ++i) {
      const double d = std::hypot(path[i].x - path[0].x, path[i].y - path[0].y);
      if (d > best) best = d, far = i;
    }
    keep[far] = 1;
    open.push_back({far, path.size() - 1});
    open.push_back({0, far});
  } else {
    open.push_back({0, path.size() - 1});
  }
  while (!open.empty()) {
    const auto [first, last] = open.back();
    open.pop_back();
    double worst = tolerance;
    std::size_t split = 0;
    for (std::size_t i = first + 1; i < last; ++i) {
      const double d = distance(path[i], path[first], path[last]);
      if (d > worst) worst = d, split = i;
    }
    if (split == 0) continue;
    keep[split] = 1;
    open.push_back({split, last});
    open.push_back({first, split});
  }
  PlanePath kept;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (keep[i]) kept.push_back(path[i]);
  }
  return kept;
}

std::vector<PlanePath> near_box(const PlanePath& line, const PaperBox& box) {
  std::vector<PlanePath> parts;
  bool open = false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const PlanePoint a = line[i - 1], b = line[i];
    const bool meets = std::min(a.x, b.x) <= box.x + box.width && std::max(a.x, b.x) >= box.x &&
                       std::min(a.y, b.y) <= box.y + box.height && std::max(a.y, b.y) >= box.y;
    if (meets && !open) parts.push_back({a});
    if (meets) parts.back().push_back(b);
    open = meets;
  }
  return parts;
}

PlanePath clipped(const PlanePath& ring, const PaperBox& box) {
  PlanePath kept = ring;
  for (const HalfPlane& half : {HalfPlane{true, 1, box.x + box.width}, HalfPlane{true, -1, -box.x},
                                HalfPlane{false, 1, box.y + box.height}, HalfPlane{false, -1, -box.y}}) {
    kept = cut(kept, half);
  }
  if (kept.size() < 3) kept.clear();
  return kept;
}

std::vector<Polyline> joined(std::vector<Polyline> lines) {
  std::unordered_map<Position, std::vector<End>, PositionHash> at;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].size() < 2) continue;
    at[lines[i].front()].push_back({i, true});
    at[lines[i].back()].push_back({i, false});
  }
  std::vector<char> used(lines.size(), 0);
  std::vector<Polyline> ways;
  // The other line at a position where exactly two ends meet; its own index elsewhere.
  const auto next = [&](std::size_t line, Position p) -> End {
    const std::vector<End>& ends = at[p];
    if (ends.size() != 2) return {line, true};
    return ends[0].line == line ? ends[1] : ends[0];
  };
  const auto extend = [&](Polyline& way, std::size_t line) {
    for (End end = next(line, way.back()); end.line != line && !used[end.line]; end = next(line, way.back())) {
      line = end.line;
      used[line] = 1;
      const Polyline& more = lines[line];
      if (end.front) {
        way.insert(way.end(), more.begin() + 1, more.end());
      } else {
        way.insert(way.end(), more.rbegin() + 1, more.rend());
      }
    }
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (used[i] || lines[i].size() < 2) continue;
    used[i] = 1;
    Polyline way = lines[i];
    extend(way, i);
    std::reverse(way.begin(), way.end());
    extend(way, i);
    ways.push_back(std::move(way));
  }
  return ways;
}

PaperShape on_paper(const MultiPolygon& shape, const SheetFrame& frame, double beyond) {
  const PaperBox& paper = frame.paper();
  const PaperBox box{paper.x - beyond, paper.y - beyond, paper.width + 2 * beyond, paper.height + 2 * beyond};
  PaperShape result;
  const auto add = [&](Ring ring) {
    if (ring.empty()) return;
    ring.push_back(ring.front());
    PlanePath path = thinned(frame.to_paper(ring), finest_detail);
    path.pop_back();
    path = clipped(path, box);
    if (!path.empty()) result.rings.push_back(std::move(path));
  };
  for (const Polygon& polygon : shape) {
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
  }
  return result;
}

}  // namespace merestone
