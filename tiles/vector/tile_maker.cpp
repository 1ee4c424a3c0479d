// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/tile_maker.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

constexpr std::int64_t opened_from_square_pixels = 4;  // what is smaller is hardly seen
constexpr int most_openings = 64;

}  // namespace

TileMaker::TileMaker(const Prepared& prepared)
    : prepared_{prepared},
      divisions_{"divisions", prepared.words},
      disputes_{"disputes", prepared.words},
      boundaries_{"boundaries", prepared.words},
      labels_{"labels", prepared.words},
      places_{"places", prepared.words},
      hazards_{"hazards", prepared.words},
      monuments_{"monuments", prepared.words} {
  for (const std::string_view name : site_layers) sites_.emplace_back(std::string{name}, prepared.words);
}

void TileMaker::make(const ZoomCuts& cuts, const TilePlan& plan, Made& made) {
  grid_ = cuts.grid;
  made.bytes.clear();
  made.divisions_as_points = 0;
  shows_ = false;
  tile_.clear();
  prepare_ground(cuts, plan);
  draw_divisions(plan, made);
  draw_disputes(plan);
  draw_lines();
  draw_zones(cuts, plan);
  draw_points(plan);
  for (LayerWriter* layer : {&hazards_, &divisions_, &disputes_, &boundaries_}) layer->finish(grid_.extent(), tile_);
  for (LayerWriter& layer : sites_) layer.finish(grid_.extent(), tile_);
  for (LayerWriter* layer : {&monuments_, &places_, &labels_}) layer->finish(grid_.extent(), tile_);
  if (shows_) gzip_.pack(tile_, made.bytes);
}

/// The ground of the tile, rounded, without pockets.
void TileMaker::prepare_ground(const ZoomCuts& cuts, const TilePlan& plan) {
  Rounder rounder{prepared_.ground.mesh, grid_};
  rounder.round(cuts.ground, plan.ground_runs, plan.address, net_);
  const UnitIndex owner = net_.chains.empty() ? owner_without_lines(cuts, plan) : plan.owner;
  const std::span<const Arc> arcs{prepared_.ground.mesh.arcs};
  const std::int64_t small = opened_from_square_pixels << 2 * (grid_.bits - 9);
  ground_.build(net_, arcs, prepared_.units, prepared_.rank, owner);
  for (int i = 0; i < most_openings && pockets_.open_one(net_, ground_, arcs, grid_.extent(), small); ++i) {
    ground_.build(net_, arcs, prepared_.units, prepared_.rank, owner);
  }
  pockets_.fill(ground_, grid_.extent());
}

void TileMaker::draw_divisions(const TilePlan& plan, Made& made) {
  const std::vector<std::uint64_t> no_ids;
  for (std::uint32_t level = 0; level < prepared_.levels.size(); ++level) {
    const DivisionLevel& division = prepared_.levels[level];
    const bool full = grid_.zoom >= division.full_from;
    const Units units{level, division.unit_of, full ? division.ids : no_ids, full ? division.attributes : division.brief,
                      division.labels};
    made.divisions_as_points += draw_units(units, plan, divisions_);
  }
}

/// Contested ground, along the very lines of the divisions.
void TileMaker::draw_disputes(const TilePlan& plan) {
  if (prepared_.dispute_ids.empty()) return;
  draw_units({static_cast<std::uint32_t>(prepared_.levels.size()), prepared_.dispute_of, prepared_.dispute_ids,
              prepared_.dispute_attributes, prepared_.dispute_labels}, plan, disputes_);
}

/// An area for each unit of a level that has any in this tile, and a point for each that lies here and has lost its
/// own. Gives the number of points.
std::uint32_t TileMaker::draw_units(const Units& units, const TilePlan& plan, LayerWriter& layer) {
  const auto id_of = [&](UnitIndex unit) { return units.ids.empty() ? 0 : units.ids[unit]; };
  rings_.trace(ground_, units.unit_of);
  const auto rings = rings_.rings();
  auto anchor = std::find_if(plan.anchors.begin(), plan.anchors.end(),
                             [&](std::uint64_t a) { return a >> 32 == units.level; });
  std::uint32_t points = 0;
  const auto put_anchors_before = [&](UnitIndex unit) {
    for (; anchor != plan.anchors.end() && *anchor >> 32 == units.level; ++anchor) {
      const auto lost = static_cast<UnitIndex>(*anchor & 0xFFFFFFFFU);
      if (lost > unit || (lost == unit && unit != nobody)) return;
      put_point(units.labels[lost].at, plan.address);
      layer.add(id_of(lost), GeometryKind::point, units.attributes.of(lost), geometry_);
      ++points;
      shows_ = true;
    }
  };
  for (std::size_t i = 0; i < rings.size();) {
    const UnitIndex unit = rings[i].unit;
    put_anchors_before(unit);
    if (anchor != plan.anchors.end() && *anchor == (std::uint64_t{units.level} << 32 | unit)) ++anchor;
    i = draw_polygons(ground_, i);
    layer.add(id_of(unit), GeometryKind::polygon, units.attributes.of(unit), geometry_);
  }
  put_anchors_before(nobody);
  return points;
}

/// Puts the polygons of one unit, from ring `first` on, into the geometry; gives the first ring of the next unit.
std::size_t TileMaker::draw_polygons(const TileGround& ground, std::size_t first) {
  const TileNet& net = ground.net();
  const auto rings = rings_.rings();
  geometry_.clear();
  std::size_t i = first;
  for (; i < rings.size() && rings[i].unit == rings[first].unit; ++i) {
    const auto nodes = rings_.nodes_of(rings[i]);
    geometry_.begin(net.x[nodes[0]], net.y[nodes[0]], static_cast<std::uint32_t>(nodes.size()));
    std::int32_t low_x = net.x[nodes[0]], high_x = low_x, low_y = net.y[nodes[0]], high_y = low_y;
    for (std::size_t k = 1; k < nodes.size(); ++k) {
      const std::int32_t x = net.x[nodes[k]];
      const std::int32_t y = net.y[nodes[k]];
      geometry_.to(x, y);
      low_x = std::min(low_x, x);
      low_y = std::min(low_y, y);
      high_x = std::max(high_x, x);
      high_y = std::max(high_y, y);
    }
    geometry_.close_ring();
    shows_ = shows_ || (low_x < grid_.extent() && low_y < grid_.extent() && high_x > 0 && high_y > 0);
  }
  return i;
}

/// One feature per stretch, or for each claim on it: its edges that stand, in the stretch's own direction.
void TileMaker::draw_lines() {
  const std::vector<std::uint32_t>& sources = prepared_.ground.source;
  std::uint32_t source = 0;
  geometry_.clear();
  const auto finish = [&] {
    if (geometry_.empty()) return;
    const std::uint64_t id = grid_.zoom < prepared_.line_ids_from ? 0 : prepared_.line_ids[source];
    for (std::uint32_t i = prepared_.first_line[source]; i < prepared_.first_line[source + 1]; ++i) {
      boundaries_.add(id, GeometryKind::line, prepared_.line_attributes.of(i), geometry_);
    }
    geometry_.clear();
  };
  for (const TileNet::Chain& chain : net_.chains) {
    const std::uint8_t rank = prepared_.rank[chain.arc];
    if (rank >= prepared_.levels.size() || grid_.zoom < prepared_.levels[rank].lines_from) continue;
    if (sources[chain.arc] != source) finish();
    source = sources[chain.arc];
    const std::uint32_t last = chain.first + chain.count - 1;
    const auto stands = [&](std::uint32_t step) {
      const std::uint32_t edge = ground_.edge_of_step(step);
      return edge != TileGround::none && ground_.edges()[edge].arc == chain.arc;
    };
    for (std::uint32_t begin = chain.first; begin < last;) {
      if (!stands(begin)) {
        ++begin;
        continue;
      }
      std::uint32_t end = begin + 1;
      std::uint32_t corners = 2;
      while (end < last && stands(end)) corners += ground_.straight(net_.walk[end++]) ? 0U : 1U;
      geometry_.begin(net_.x[net_.walk[begin]], net_.y[net_.walk[begin]], corners);
      for (std::uint32_t k = begin + 1; k <= end; ++k) {
        const std::uint32_t node = net_.walk[k];
        if (k == end || !ground_.straight(node)) geometry_.to(net_.x[node], net_.y[node]);
      }
      begin = end;
    }
  }
  finish();
}

/// Hazard zones may overlap: each is rounded for itself.
void TileMaker::draw_zones(const ZoomCuts& cuts, const TilePlan& plan) {
  const Mesh& mesh = prepared_.zones.mesh;
  Rounder rounder{mesh, grid_};
  auto run = plan.zone_runs.begin();
  auto middle = plan.zone_middles.begin();
  const auto zone_of = [&](const Run& r) { return prepared_.zones.source[r.arc]; };
  while (run != plan.zone_runs.end() || middle != plan.zone_middles.end()) {
    const UnitIndex by_run = run == plan.zone_runs.end() ? nobody : zone_of(*run);
    const UnitIndex by_middle = middle == plan.zone_middles.end() ? nobody : middle->owner;
    const UnitIndex zone = std::min(by_run, by_middle);
    const auto last = std::find_if(run, plan.zone_runs.end(), [&](const Run& r) { return zone_of(r) != zone; });
    rounder.round(cuts.zones, {run, last}, plan.address, net_);
    ground_.build(net_, mesh.arcs, nobody, {}, by_middle == zone ? zone : nobody);
    rings_.trace(ground_, {});
    if (!rings_.rings().empty()) {
      draw_polygons(ground_, 0);
      hazards_.add(prepared_.zone_ids[zone], GeometryKind::polygon, prepared_.zone_attributes.of(zone), geometry_);
    }
    run = last;
    if (by_middle == zone) ++middle;
  }
}

void TileMaker::put_point(Position at, TileAddress tile) {
  const int shift = grid_.unit_shift();
  const auto local = [&](std::int64_t v, std::uint32_t index) {
    const std::int64_t unit = (v + half_world - (std::int64_t{index} << grid_.tile_shift())) >> shift;
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(unit, 0, grid_.extent() - 1));
  };
  geometry_.clear();
  geometry_.point(local(at.lon, tile.x), local(at.lat, tile.y));
}

void TileMaker::draw_points(const TilePlan& plan) {
  for (const std::uint32_t index : plan.points) {
    const PointFeature& point = prepared_.points[index];
    put_point(point.at, plan.address);
    LayerWriter& layer = point.layer == PointLayer::labels   ? labels_
                         : point.layer == PointLayer::places ? places_
                         : point.layer == PointLayer::monuments
                             ? monuments_
                             : sites_[static_cast<std::size_t>(point.layer) - static_cast<std::size_t>(PointLayer::sites)];
    layer.add(point.id, GeometryKind::point, prepared_.point_attributes.of(point.attributes), geometry_);
    shows_ = true;
  }
}

/// Who holds a tile in which rounding has left no line. Its middle may lie in crushed ground: a point is asked that
/// is farther than a tile unit from every line.
UnitIndex TileMaker::owner_without_lines(const ZoomCuts& cuts, const TilePlan& plan) const {
  if (plan.ground_runs.empty()) return plan.owner;
  const Mesh& mesh = prepared_.ground.mesh;
  const std::int64_t width = std::int64_t{1} << grid_.tile_shift();
  const double unit = std::ldexp(1.0, grid_.unit_shift());
  for (int candidate = 0; candidate < 64; ++candidate) {
    const std::int64_t across = candidate == 0 ? 32 : 4 + 8 * (candidate % 8);
    const std::int64_t down = candidate == 0 ? 32 : 4 + 8 * (candidate / 8);
    const double px = static_cast<double>(plan.address.x * width - half_world + width / 64 * across);
    const double py = static_cast<double>(plan.address.y * width - half_world + width / 64 * down);
    double nearest = static_cast<double>(width) / 2;
    UnitIndex owner = nobody;
    bool clear = true;
    bool met = false;
    for (const Run& run : plan.ground_runs) {
      for (std::uint32_t i = run.first; i < run.last && clear; ++i) {
        const Position a = mesh.positions[cuts.ground.kept[i]];
        const Position b = mesh.positions[cuts.ground.kept[i + 1]];
        const double ax = static_cast<double>(a.lon), ay = static_cast<double>(a.lat);
        const double dx = static_cast<double>(b.lon) - ax, dy = static_cast<double>(b.lat) - ay;
        const double t = std::clamp(((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        clear = std::hypot(px - ax - t * dx, py - ay - t * dy) > 1.5 * unit;
        if ((ay <= py) == (ay + dy <= py)) continue;
        const double x = ax + (py - ay) / dy * dx;
        if (std::abs(x - px) > nearest) continue;
        nearest = std::abs(x - px);
        met = true;
        owner = (dy > 0) == (px < x) ? mesh.arcs[run.arc].left : mesh.arcs[run.arc].right;
      }
    }
    if (!clear) continue;
    if (met) return owner;
    if (candidate == 0) return plan.owner;
  }
  return plan.owner;
}

}  // namespace merestone
