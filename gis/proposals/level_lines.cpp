// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/level_lines.hpp"

#include "gis/base/error.hpp"
#include "gis/proposals/noding.hpp"

#include <boost/polygon/segment_data.hpp>
#include <boost/polygon/voronoi.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

namespace merestone::proposals {
namespace {

using Diagram = boost::polygon::voronoi_diagram<double>;
using Edge = Diagram::edge_type;
using Cell = Diagram::cell_type;
using Grid = boost::polygon::point_data<std::int32_t>;

constexpr double grid_reach = 536870912;  ///< 2^29
constexpr double chord_error_m = 0.2;    ///< how far lines may lie beside their chords, about
constexpr double laying_error_m = 0.02;   ///< of the claims in the plane
constexpr double same_place_m = 1e-3;

/// Whose site a cell belongs to.
enum class Owner { a, b, terminal };

}  // namespace

/// Builds the walks of a LevelLines.
class DiagramWalker {
 public:
  DiagramWalker(const PlaneLine& a, const PlaneLine& b, bool closed, const LocalPlane& plane) : closed_{closed} {
    lay_grid(a, b);
    for (const PlaneLine* path : {&a, &b}) {
      std::vector<Grid>& points = grid_[path == &b];
      for (const PlanePoint p : *path) {
        const Grid at{int(std::lround((p.x - middle_.x) / unit_)), int(std::lround((p.y - middle_.y) / unit_))};
        if (points.empty() || points.back() != at) points.push_back(at);
      }
    }
    check(plane);
    for (const auto& points : grid_) {
      for (std::size_t i = 0; i + 1 < points.size(); ++i) segments_.push_back({points[i], points[i + 1]});
    }
    boost::polygon::construct_voronoi(segments_.begin(), segments_.end(), &diagram_);
    name_cells();
  }

  LevelLines::Walk walk(bool second) {
    LevelLines::Walk walk;
    std::unordered_map<const Edge*, std::pair<std::size_t, std::size_t>> stops_of;
    const std::vector<Grid>& points = grid_[second];
    const std::size_t edges = points.size() - 1;
    const std::size_t offset = second ? grid_[0].size() - 1 : 0;
    const bool left = (ground_left_of_a() != second);
    const auto along = [&](const Cell* cell, const Grid& from, const Grid& to) {
      for (const Edge* edge : ground_edges(*cell, left, from, to)) {
        const std::size_t first = walk.stops.size();
        add_stops(*edge, left, second, from, to, walk);
        stops_of[edge] = {first, walk.stops.size()};
      }
    };
    for (std::size_t i = 0; i < edges; ++i) {
      if (i > 0 || closed_) {
        const Cell* corner = cell_of_point(points[i]);
        if (corner && turns_away(points[i > 0 ? i - 1 : edges - 1], points[i], points[i + 1], left)) {
          along(corner, points[i], points[i]);
        }
      }
      along(cell_of_segment_.at(offset + i), points[i], points[i + 1]);
    }
    for (const auto& [edge, mine] : stops_of) {
      const auto other = stops_of.find(edge->twin());
      if (other == stops_of.end()) continue;
      for (std::size_t i = mine.first; i < mine.second; ++i) {
        walk.stops[i].twin = other->second.first + (mine.second - 1 - i);
      }
    }
    return walk;
  }

 private:
  void lay_grid(const PlaneLine& a, const PlaneLine& b) {
    double west = a[0].x, east = west, south = a[0].y, north = south;
    for (const PlaneLine* path : {&a, &b}) {
      for (const PlanePoint p : *path) {
        west = std::min(west, p.x), east = std::max(east, p.x);
        south = std::min(south, p.y), north = std::max(north, p.y);
      }
    }
    middle_ = {(west + east) / 2, (south + north) / 2};
    unit_ = std::max({east - west, north - south, 1.0}) / (2 * grid_reach);
  }

  /// Boost needs segments that meet at ends only.
  void check(const LocalPlane& plane) const {
    const auto refuse = [&](Position on_grid) {
      const Position at = plane.to_position(out(double(on_grid.lon), double(on_grid.lat)));
      throw Error{Fault::invalid, "claims too close to tell apart",
                  {{.rule = "proposal.too_close", .place = Place{degrees(at.lon), degrees(at.lat)}}}};
    };
    Polyline paths[2];
    for (int k = 0; k < 2; ++k) {
      for (const Grid& p : grid_[k]) paths[k].push_back({p.x(), p.y()});
      if (paths[k].size() < 2) refuse({});
      if (const auto place = self_meeting(paths[k])) refuse(*place);
    }
    for (const EdgePair& pair : meetings(paths[0], paths[1])) {
      const bool first = pair.a == 0 && pair.b == 0;
      const bool last = pair.a + 2 == paths[0].size() && pair.b + 2 == paths[1].size();
      if (closed_ || pair.meeting != Meeting::at_ends || !(first || last)) refuse(paths[0][pair.a]);
    }
  }

  void name_cells() {
    for (const Cell& cell : diagram_.cells()) {
      if (cell.contains_segment()) {
        cell_of_segment_[cell.source_index()] = &cell;
        owner_[&cell] = cell.source_index() < grid_[0].size() - 1 ? Owner::a : Owner::b;
        continue;
      }
      const auto& segment = segments_[cell.source_index()];
      const bool start = cell.source_category() == boost::polygon::SOURCE_CATEGORY_SEGMENT_START_POINT;
      const Grid p = start ? segment.low() : segment.high();
      cell_of_point_[{p.x(), p.y()}] = &cell;
      const bool terminal = !closed_ && (p == grid_[0].front() || p == grid_[0].back());
      owner_[&cell] = terminal ? Owner::terminal : cell.source_index() < grid_[0].size() - 1 ? Owner::a : Owner::b;
    }
  }

  const Cell* cell_of_point(Grid p) const {
    const auto found = cell_of_point_.find({p.x(), p.y()});
    return found == cell_of_point_.end() ? nullptr : found->second;
  }

  bool ground_left_of_a() const {
    double twice = 0;
    const auto add = [&](Grid p, Grid q) { twice += double(p.x()) * q.y() - double(q.x()) * p.y(); };
    const auto walk = [&](const std::vector<Grid>& path, double sign) {
      const double before = twice;
      for (std::size_t i = 0; i + 1 < path.size(); ++i) add(path[i], path[i + 1]);
      twice = before + sign * (twice - before);
    };
    walk(grid_[0], 1);
    const double of_a = twice;
    if (!closed_) {
      walk(grid_[1], -1);
      return twice > 0;
    }
    walk(grid_[1], 1);
    return (of_a > 0) == (std::abs(of_a) > std::abs(twice - of_a));
  }

  /// A corner whose nearest ground is a wedge of its own.
  static bool turns_away(Grid before, Grid at, Grid after, bool left) {
    const Wide turn = Wide{std::int64_t{at.x()} - before.x()} * (std::int64_t{after.y()} - at.y()) -
                      Wide{std::int64_t{at.y()} - before.y()} * (std::int64_t{after.x()} - at.x());
    return left ? turn < 0 : turn > 0;
  }

  /// Edges of a cell towards the ground between the claims, in the order of a walk from `from` to `to`.
  std::vector<const Edge*> ground_edges(const Cell& cell, bool left, Grid from, Grid to) const {
    std::vector<const Edge*> around;
    std::vector<bool> good;
    const Edge* edge = cell.incident_edge();
    do {
      bool here = edge->is_primary() && edge->is_finite();
      if (here && from != to) {
        double side = 0;
        for (const auto* v : {edge->vertex0(), edge->vertex1()}) {
          side += (double(to.x()) - from.x()) * (v->y() - from.y()) - (double(to.y()) - from.y()) * (v->x() - from.x());
        }
        here = left ? side > 0 : side < 0;
      }
      around.push_back(edge);
      good.push_back(here);
      edge = edge->next();
    } while (edge != cell.incident_edge());
    std::size_t start = 0;
    while (start < good.size() && good[start]) ++start;
    std::vector<const Edge*> result;
    for (std::size_t i = 0; i < around.size(); ++i) {
      const std::size_t at = (start + i) % around.size();
      if (good[at]) result.push_back(around[at]);
    }
    if (left) std::reverse(result.begin(), result.end());  // cells are walked counter-clockwise
    return result;
  }

  PlanePoint out(double x, double y) const { return {middle_.x + x * unit_, middle_.y + y * unit_}; }
  PlanePoint out(Grid p) const { return out(p.x(), p.y()); }

  PlanePoint nearest_of(const Cell& cell, PlanePoint p) const {
    const auto& segment = segments_[cell.source_index()];
    if (cell.contains_segment()) return foot_on(out(segment.low()), out(segment.high()), p);
    const bool start = cell.source_category() == boost::polygon::SOURCE_CATEGORY_SEGMENT_START_POINT;
    return out(start ? segment.low() : segment.high());
  }

  void add_stops(const Edge& edge, bool left, bool second, const Grid& from, const Grid& to,
                 LevelLines::Walk& walk) const {
    LevelLines::Piece piece;
    piece.from = out(edge.vertex0()->x(), edge.vertex0()->y());
    piece.to = out(edge.vertex1()->x(), edge.vertex1()->y());
    if (left) std::swap(piece.from, piece.to);
    piece.site_from = out(from);
    piece.site_to = out(to);
    const Owner across = owner_.at(edge.twin()->cell());
    piece.between = across != (second ? Owner::b : Owner::a);
    piece.with_other = piece.between && across != Owner::terminal;
    if (edge.is_curved()) {
      const bool point_here = edge.cell()->contains_point();
      const Cell& point = point_here ? *edge.cell() : *edge.twin()->cell();
      const auto& segment = segments_[(point_here ? *edge.twin()->cell() : *edge.cell()).source_index()];
      const PlanePoint p = out(segment.low());
      const PlanePoint way = out(segment.high()) - p;
      piece.curved = true;
      piece.focus = nearest_of(point, {});
      piece.along = (1 / length(way)) * way;
      piece.height = cross(piece.along, piece.focus - p);
    }
    const double whole = length(piece.to - piece.from);
    const double near = length(piece.from - piece.foot(piece.from)) + length(piece.to - piece.foot(piece.to));
    const double pieces = whole < 1 ? 1 : std::clamp(std::ceil(8 * whole / (near + 1e-9)), 2.0, 16.0);
    for (double i = 0; i <= pieces; ++i) {
      walk.stops.push_back({walk.pieces.size(), i / pieces, walk.stops.size()});
    }
    walk.pieces.push_back(piece);
  }

  bool closed_;
  PlanePoint middle_;
  double unit_ = 1;
  std::vector<Grid> grid_[2];
  std::vector<boost::polygon::segment_data<std::int32_t>> segments_;
  Diagram diagram_;
  std::unordered_map<std::size_t, const Cell*> cell_of_segment_;
  std::map<std::pair<std::int32_t, std::int32_t>, const Cell*> cell_of_point_;
  std::unordered_map<const Cell*, Owner> owner_;
};

LevelLines::LevelLines(const BandSection& section, bool closed, const LocalPlane& plane)
    : closed_{closed}, a_{laid_out(section.a, plane, laying_error_m)}, b_{laid_out(section.b, plane, laying_error_m)} {
  DiagramWalker walker{a_.points(), b_.points(), closed, plane};
  along_a_ = walker.walk(false);
  along_b_ = walker.walk(true);
}

double LevelLines::t_at(PlanePoint p) const {
  const double a = a_.nearest(p).distance;
  const double b = b_.nearest(p).distance;
  return a + b > 0 ? a / (a + b) : 0.5;
}

PlanePoint LevelLines::Piece::place(double at) const {
  if (!curved) return (1 - at) * from + at * to;
  const double x = (1 - at) * dot(from - focus, along) + at * dot(to - focus, along);
  const PlanePoint up{-along.y, along.x};
  return focus + x * along + ((x * x - height * height) / (2 * height)) * up;
}

namespace {

/// Puts points between `from` and `to`, found by `find(at)`, until chords are good enough; `find` may find none.
template <class Find>
void refine(double from, PlanePoint p, double to, PlanePoint q, const Find& find, int depth, PlaneLine& line) {
  if (depth > 0 && length(q - p) > same_place_m) {
    const double at = (from + to) / 2;
    const std::optional<PlanePoint> middle = find(at);
    if (middle && length(*middle - foot_on(p, q, *middle)) > chord_error_m) {
      refine(from, p, at, *middle, find, depth - 1, line);
      refine(at, *middle, to, q, find, depth - 1, line);
      return;
    }
  }
  line.push_back(q);
}

/// Lines from terminal to terminal, or round.
PlaneLine finished(PlaneLine line, bool closed, const PlaneLine& claim) {
  if (!closed) {
    line.insert(line.begin(), claim.front());
    line.push_back(claim.back());
  } else if (!line.empty()) {
    line.push_back(line.front());
  }
  const auto same = [](PlanePoint p, PlanePoint q) { return length(p - q) < same_place_m; };
  line.erase(std::unique(line.begin(), line.end(), same), line.end());
  if (!closed) line.back() = claim.back();
  return line;
}

}  // namespace

PlaneLine LevelLines::line(double t, double turn) const {
  if (t == 0.5) return median(turn);
  return finished(t < 0.5 ? follow(along_a_, b_, t) : follow(along_b_, a_, 1 - t), closed_, a_.points());
}

bool LevelLines::has_wedge() const {
  return std::any_of(along_a_.pieces.begin(), along_a_.pieces.end(),
                     [](const Piece& piece) { return piece.between && !piece.with_other; });
}

PlaneLine LevelLines::median(double turn) const {
  const auto trace = [](const std::vector<Piece>& pieces, auto wanted) {
    PlaneLine line;
    for (const Piece& piece : pieces) {
      if (!wanted(piece)) continue;
      line.push_back(piece.from);
      refine(0, piece.from, 1, piece.to, [&](double at) { return std::optional{piece.place(at)}; }, 10, line);
    }
    return line;
  };
  PlaneLine line = trace(along_a_.pieces, [](const Piece& piece) { return piece.with_other; });
  if (line.empty()) return line;
  // The outer side of a wedge, from where the claims' own ground begins to where the line leaves it.
  const std::vector<Piece>& side = turn < 0.5 ? along_a_.pieces : along_b_.pieces;
  const double share = std::abs(turn - 0.5) * 2;
  bool passed = false;
  const PlaneLine first = trace(side, [&](const Piece& p) { return !(passed |= p.with_other) && p.between; });
  passed = false;
  const PlaneLine last = trace(side, [&](const Piece& p) { return (passed |= p.with_other) && p.between && !p.with_other; });
  /// The last `share` of a path's length.
  const auto tail = [share](PlaneLine path) {
    double whole = 0;
    for (std::size_t i = 1; i < path.size(); ++i) whole += length(path[i] - path[i - 1]);
    double left = share * whole;
    std::size_t i = path.size() - 1;
    for (; i > 0 && left > length(path[i] - path[i - 1]); --i) left -= length(path[i] - path[i - 1]);
    PlaneLine rest{path.begin() + std::ptrdiff_t(i), path.end()};
    if (i > 0) rest.insert(rest.begin(), path[i] + (left / length(path[i] - path[i - 1])) * (path[i - 1] - path[i]));
    return rest;
  };
  if (share > 0 && !first.empty()) {
    const PlaneLine more = tail(first);
    line.insert(line.begin(), more.begin(), more.end());
  }
  if (share > 0 && !last.empty()) {
    const PlaneLine more = tail({last.rbegin(), last.rend()});
    line.insert(line.end(), more.rbegin(), more.rend());
  }
  return finished(std::move(line), closed_, a_.points());
}

PlaneLine LevelLines::follow(const Walk& walk, const NearestOnPath& other, double t) const {
  struct Spoke {
    PlanePoint foot, place;
    double reach;   ///< distance to the walked claim at `place`
    double excess;  ///< of (1 − t) · that over t · the distance to the other claim; negative where t is not reached
  };
  const auto excess = [&](PlanePoint p, double mine) { return mine * (1 - t) - t * other.nearest(p).distance; };
  const auto spoke_at = [&](const Piece& piece, double at) {
    Spoke spoke{{}, piece.place(at), 0, 0};
    spoke.foot = piece.foot(spoke.place);
    spoke.reach = length(spoke.place - spoke.foot);
    spoke.excess = piece.between ? spoke.reach * (1 - 2 * t) : excess(spoke.place, spoke.reach);
    return spoke;
  };
  /// Where t is reached on a spoke: regula falsi with a halving now and then.
  double guess = t;
  const auto on_spoke = [&](const Spoke& spoke) {
    const double good = std::clamp(spoke.reach * 1e-5, 1e-5, 1e-3);
    double from = 0, to = 1, low = -t * other.nearest(spoke.foot).distance, high = spoke.excess;
    if (spoke.reach < 1e-4 || low >= 0) return low >= 0 ? spoke.foot : spoke.place;
    double at = guess;
    for (int i = 0; i < 60 && (to - from) * spoke.reach > good; ++i) {
      const double here = excess(spoke.foot + at * (spoke.place - spoke.foot), at * spoke.reach);
      if (std::abs(here) < good) break;
      (here < 0 ? from : to) = at;
      (here < 0 ? low : high) = here;
      at = (from * high - to * low) / (high - low);
      if (!(at > from && at < to) || i % 4 == 3) at = (from + to) / 2;
    }
    guess = std::clamp(at, 0.001, 0.999);
    return spoke.foot + at * (spoke.place - spoke.foot);
  };
  const std::vector<Stop>& stops = walk.stops;
  const std::size_t count = stops.size();
  std::size_t first = 0;
  while (closed_ && first < count && !walk.pieces[stops[first].piece].between) ++first;
  PlaneLine found;
  std::size_t before = count;  // the last stop with a point on its spoke
  for (std::size_t n = 0; n < count;) {
    const std::size_t i = (first + n) % count;
    const Stop& stop = stops[i];
    const Piece& piece = walk.pieces[stop.piece];
    const Spoke spoke = spoke_at(piece, stop.at);
    const bool goes_on = before < count && stops[before].piece == stop.piece && i == before + 1;
    if (spoke.excess >= 0) {
      const PlanePoint here = on_spoke(spoke);
      if (goes_on && !found.empty()) {
        const auto find = [&](double at) {
          const Spoke middle = spoke_at(piece, at);
          return middle.excess < 0 ? std::nullopt : std::optional{on_spoke(middle)};
        };
        refine(stops[before].at, found.back(), stop.at, here, find, 8, found);
      } else {
        found.push_back(here);
      }
      before = i;
      ++n;
      continue;
    }
    // t falls short from here on: cross over to the other side of this part of the claim.
    const std::size_t back = goes_on ? stops[before].twin : before;
    const std::size_t steps = before < count ? (back + count - i) % count : 0;
    if (!goes_on || back == before || steps == 0 || n + steps >= count) {
      ++n;
      continue;
    }
    double from = stops[before].at, to = stop.at;
    for (int k = 0; k < 40; ++k) (spoke_at(piece, (from + to) / 2).excess >= 0 ? from : to) = (from + to) / 2;
    found.push_back(piece.place(from));
    n += steps;
    before = count;
  }
  return found;
}

}  // namespace merestone::proposals
