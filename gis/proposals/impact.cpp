// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/impact.hpp"

#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/geometry/geos_bridge.hpp"
#include "gis/proposals/band.hpp"
#include "gis/proposals/noding.hpp"
#include "gis/proposals/plane_path.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace merestone {
namespace {

struct PositionHash {
  std::size_t operator()(Position p) const noexcept { return hash_of(p); }
};

bool inside(const MultiPolygon& ground, const Box& box, Position p) {
  return box.contains(p) && locate(ground, p) != Containment::outside;
}

Position middle_of(const Box& box) { return {(box.west + box.east) / 2, (box.south + box.north) / 2}; }

/// The rings of a shape as closed paths.
std::vector<Polyline> outlines(const MultiPolygon& shape) {
  std::vector<Polyline> paths;
  const auto add = [&](const Ring& ring) {
    paths.emplace_back(ring.begin(), ring.end());
    paths.back().push_back(ring.front());
  };
  for (const Polygon& polygon : shape) {
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
  }
  return paths;
}

/// The parts of a line inside a shape.
std::vector<Polyline> cut_to(const Polyline& line, const MultiPolygon& shape, const std::vector<Polyline>& rings) {
  Polyline noded = line;
  for (const Polyline& ring : rings) {
    Polyline other = ring;
    proposals::node(noded, other);
  }
  std::vector<Polyline> parts;
  bool open = false;
  for (std::size_t i = 0; i + 1 < noded.size(); ++i) {
    const Position middle{(noded[i].lon + noded[i + 1].lon) / 2, (noded[i].lat + noded[i + 1].lat) / 2};
    if (locate(shape, middle) == Containment::outside) {
      open = false;
      continue;
    }
    if (!open) parts.push_back({noded[i]});
    parts.back().push_back(noded[i + 1]);
    open = true;
  }
  return parts;
}

}  // namespace

ImpactGround::ImpactGround(MultiPolygon within, std::span<const ImpactLayer> layers) : within_{std::move(within)}, within_m2_{area_m2(within_)} {
  const Box box = box_of(within_);
  const std::vector<Polyline> rings = outlines(within_);
  for (const ImpactLayer& layer : layers) {
    ImpactLayer kept{layer.key, layer.weight, {}, {}, {}};
    for (const PointItem& point : layer.points) {
      if (inside(within_, box, point.position)) kept.points.push_back(point);
    }
    for (const Polyline& line : layer.lines) {
      if (line.size() < 2 || !box_of(line).meets(box)) continue;
      for (Polyline& part : cut_to(line, within_, rings)) kept.lines.push_back(std::move(part));
    }
    std::vector<MultiPolygon> near;
    for (const MultiPolygon& shape : layer.polygons) {
      if (box_of(shape).meets(box)) near.push_back(shape);
    }
    if (!near.empty()) {
      MultiPolygon cut = intersection_of(near.size() == 1 ? near.front() : union_of(near), within_);
      if (!cut.empty()) kept.polygons.push_back(std::move(cut));
    }
    Extent extent;
    for (const Polyline& line : kept.lines) extent.length_m += length_m(line);
    for (const MultiPolygon& shape : kept.polygons) extent.area_m2 += area_m2(shape);
    extents_.push_back(extent);
    layers_.push_back(std::move(kept));
  }
}

namespace {

/// Points by where they lie, and whether a line that is not known better may have them elsewhere.
void count_point(LayerImpact& impact, const PointItem& point, bool here, bool maybe) {
  const auto add = [&](Banded& sum, double by) {
    sum.value += here ? by : 0;
    sum.low += here && !maybe ? by : 0;
    sum.high += here || maybe ? by : 0;
  };
  add(impact.count, 1);
  add(impact.weight, point.weight);
  if (maybe && !point.name.empty()) impact.uncertain.push_back(point.name);
  if (!here) return;
  if (!point.name.empty()) impact.names.push_back(point.name);
  if (point.natural_village) impact.natural_villages.push_back(point.name);
}

void band_areas(GroundImpact& ground, double strip, double whole) {
  ground.area_m2.low = std::max(ground.area_m2.value - strip, 0.0);
  ground.area_m2.high = std::min(ground.area_m2.value + strip, std::max(whole, ground.area_m2.value));
  for (LayerImpact& impact : ground.layers) {
    impact.length_m.low = impact.length_m.high = impact.length_m.value;
    impact.area_m2.low = std::max(impact.area_m2.value - strip, 0.0);
    impact.area_m2.high = impact.area_m2.value + (impact.area_m2.value > 0 ? strip : 0);
  }
}

/// Whether something may lie on either side of a line.
class Doubt {
 public:
  Doubt(const MultiPolygon& within, std::span<const Position> line, double sigma_m)
      : plane_{middle_of(box_of(within))}, sigma_m_{sigma_m} {
    if (line.size() > 1 && sigma_m > 0) near_.emplace(proposals::laid_out(line, plane_));
  }
  bool operator()(Position p) const { return near_ && near_->nearest(plane_.to_plane(p)).distance <= sigma_m_; }

 private:
  LocalPlane plane_;
  double sigma_m_;
  std::optional<proposals::NearestOnPath> near_;
};

}  // namespace

GroundImpact ImpactGround::on(const MultiPolygon& ground, std::span<const Position> edge, double sigma_m) const {
  GroundImpact result;
  const Box box = box_of(ground);
  const std::vector<Polyline> rings = outlines(ground);
  result.area_m2.value = area_m2(ground);
  const Doubt uncertain{within_, edge, sigma_m};
  for (const ImpactLayer& layer : layers_) {
    LayerImpact& impact = result.layers.emplace_back();
    impact.key = layer.key;
    for (const PointItem& point : layer.points) count_point(impact, point, inside(ground, box, point.position), uncertain(point.position));
    for (const Polyline& line : layer.lines) {
      if (!box_of(line).meets(box)) continue;
      for (const Polyline& part : cut_to(line, ground, rings)) impact.length_m.value += length_m(part);
    }
    for (const MultiPolygon& shape : layer.polygons) impact.area_m2.value += area_m2(intersection_of(shape, ground));
  }
  band_areas(result, edge.size() > 1 ? sigma_m * length_m(edge) : 0, within_m2_);
  return result;
}

std::pair<GroundImpact, GroundImpact> ImpactGround::divided(const MultiPolygon& one, std::span<const Position> line, double sigma_m) const {
  GroundImpact here, there;
  const Box box = box_of(one);
  const std::vector<Polyline> cut{{line.begin(), line.end()}};
  here.area_m2.value = area_m2(one);
  there.area_m2.value = std::max(within_m2_ - here.area_m2.value, 0.0);
  const Doubt uncertain{within_, line, sigma_m};
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const ImpactLayer& layer = layers_[i];
    LayerImpact& in = here.layers.emplace_back();
    LayerImpact& out = there.layers.emplace_back();
    in.key = out.key = layer.key;
    for (const PointItem& point : layer.points) {
      const bool is_in = inside(one, box, point.position);
      const bool maybe = uncertain(point.position);
      count_point(in, point, is_in, maybe);
      count_point(out, point, !is_in, maybe);
    }
    for (const Polyline& part : layer.lines) {
      if (!box_of(part).meets(box)) continue;
      for (const Polyline& piece : cut_to(part, one, cut)) in.length_m.value += length_m(piece);
    }
    for (const MultiPolygon& shape : layer.polygons) in.area_m2.value += area_m2(intersection_of(shape, one));
    out.length_m.value = std::max(extents_[i].length_m - in.length_m.value, 0.0);
    out.area_m2.value = std::max(extents_[i].area_m2 - in.area_m2.value, 0.0);
  }
  const double strip = line.size() > 1 ? sigma_m * length_m(line) : 0;
  band_areas(here, strip, within_m2_);
  band_areas(there, strip, within_m2_);
  return {std::move(here), std::move(there)};
}

std::vector<ChangedGround> changed_ground(const Polyline& in_force, const Polyline& proposal) {
  Polyline from = in_force;
  if (from.front() == proposal.back() && from.back() == proposal.front()) std::reverse(from.begin(), from.end());
  std::vector<ChangedGround> changes;
  // Cut at the same positions, ground between the lines is walked against one line and along the other.
  for (Polygon& piece : ground_between(from, proposal)) {
    std::unordered_map<Position, std::size_t, PositionHash> at;
    for (std::size_t k = 0; k < piece.outer.size(); ++k) at.emplace(piece.outer[k], k);
    const std::size_t size = piece.outer.size();
    int along = 0;  // +1 where the line in force has the piece on its left, the proposal then on its right
    const auto count = [&](const Polyline& path, int sign) {
      std::size_t last = size;
      for (const Position p : path) {
        const auto found = at.find(p);
        if (found == at.end()) continue;
        // The whole side of a piece is passed in order; two neighbours in the ring tell which way.
        if (last < size && (last + 1) % size == found->second) along += sign;
        if (last < size && (found->second + 1) % size == last) along -= sign;
        last = found->second;
      }
    };
    count(from, 1);
    count(proposal, -1);
    if (along == 0) continue;
    changes.push_back({{std::move(piece)}, along < 0});
  }
  return changes;
}

std::vector<VillageChange> changed_sides(std::span<const ChangedGround> changes, std::span<const PointItem> points,
                                         bool natural_villages_only) {
  std::vector<VillageChange> moved;
  for (const ChangedGround& change : changes) {
    const Box box = box_of(change.ground);
    for (const PointItem& point : points) {
      if ((natural_villages_only && !point.natural_village) || !inside(change.ground, box, point.position)) continue;
      moved.push_back({point.name, point.position, change.to_a ? 'B' : 'A', change.to_a ? 'A' : 'B', point.weight});
    }
  }
  return moved;
}

}  // namespace merestone
