// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/pairs.hpp"

#include "gis/base/parallel.hpp"
#include "gis/overlay/ground_bands.hpp"
#include "gis/overlay/passing.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>

namespace merestone {

using namespace overlay;

namespace {

using Entry = CellTree::Entry;

/// A zone's edge passes a border, or the other way round.
struct Passing {
  std::uint32_t edge = 0;
  double along = 0;
  UnitIndex gain = 0;
};

/// The edges of one zone in bands of latitude.
class Outline {
 public:
  void take(const MultiPolygon& shape) {
    edges.clear();
    ring_starts.clear();
    box = {};
    const auto add = [&](const Ring& ring) {
      ring_starts.push_back(static_cast<std::uint32_t>(edges.size()));
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const Edge edge{ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]};
        if (edge.from != edge.to) edges.push_back(edge);
        box.add(ring[i]);
      }
    };
    for (const Polygon& polygon : shape) {
      add(polygon.outer);
      for (const Ring& hole : polygon.holes) add(hole);
    }
    ring_starts.push_back(static_cast<std::uint32_t>(edges.size()));
    if (!edges.empty()) lay_bands();
  }

  /// Calls `visit(edge's index)` for the edges whose latitudes may meet those from `low` to `high`; some more than once.
  template <class Visit>
  void near(std::int64_t low, std::int64_t high, const Visit& visit) const {
    const std::size_t last = band_of(high);
    for (std::size_t band = band_of(low); band <= last; ++band) {
      for (std::size_t i = starts_[band]; i < starts_[band + 1]; ++i) {
        if (band == first_band_[banded_[i]] || band == band_of(low)) visit(banded_[i]);
      }
    }
  }

  /// Whether p − (ε, ε²) lies inside.
  bool holds(Position p) const {
    if (!box.contains(p)) return false;
    bool inside = false;
    const std::size_t band = band_of(p.lat);
    for (std::size_t i = starts_[band]; i < starts_[band + 1]; ++i) {
      const Edge& edge = edges[banded_[i]];
      if ((edge.from.lat < p.lat) == (edge.to.lat < p.lat)) continue;
      if (left_of_moved(edge, p) == (edge.to.lat > edge.from.lat)) inside = !inside;
    }
    return inside;
  }

  std::vector<Edge> edges;
  std::vector<std::uint32_t> ring_starts;  ///< of each ring, and the end
  Box box;

 private:
  std::size_t band_of(std::int64_t lat) const {
    return static_cast<std::size_t>((std::clamp(lat, box.south, box.north) - box.south) / height_);
  }

  void lay_bands() {
    const auto size = static_cast<std::int64_t>(edges.size());
    double spans = 1;
    for (const Edge& edge : edges) spans += static_cast<double>(std::abs(edge.to.lat - edge.from.lat));
    const std::int64_t tall = box.north - box.south + 1;
    const double most = std::min(static_cast<double>(size) / 4 + 1, 3 * static_cast<double>(size) * static_cast<double>(tall) / spans + 1);
    height_ = tall / static_cast<std::int64_t>(most) + 1;
    starts_.assign(band_of(box.north) + 2, 0);
    first_band_.resize(edges.size());
    const auto each_band = [&](const Edge& edge, const auto& visit) {
      const std::size_t last = band_of(std::max(edge.from.lat, edge.to.lat));
      for (std::size_t band = band_of(std::min(edge.from.lat, edge.to.lat)); band <= last; ++band) visit(band);
    };
    for (const Edge& edge : edges) each_band(edge, [&](std::size_t band) { ++starts_[band + 1]; });
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    banded_.resize(starts_.back());
    next_.assign(starts_.begin(), starts_.end() - 1);
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
      first_band_[i] = band_of(std::min(edges[i].from.lat, edges[i].to.lat));
      each_band(edges[i], [&](std::size_t band) { banded_[next_[band]++] = i; });
    }
  }

  std::int64_t height_ = 1;
  std::vector<std::size_t> starts_, next_, first_band_;
  std::vector<std::uint32_t> banded_;
};

/// One thread's scratch.
struct Worker {
  Outline outline;
  double base = 0;                     ///< parallel that ground is measured to
  std::vector<Passing> of_zone;
  std::vector<double> of_border;
  struct {
    std::uint32_t to = 0xFFFFFFFFU;    ///< position of the mesh that the last border ended at
    bool inside = false;
  } walked;
  std::vector<std::uint32_t> stamp;    ///< by position of the mesh: the last zone that looked at the edge there
  std::vector<double> sums;            ///< by unit, the last for nobody
  std::vector<UnitIndex> touched;
  std::vector<PairGround> found;
};

class Pairs {
 public:
  Pairs(const CoverageIndex& index, std::span<const MultiPolygon* const> zones)
      : mesh_{index.mesh()}, tree_{index.tree()}, zones_{zones}, arc_of_(mesh_.positions.size()), bands_{bands_for(tree_, zones)} {
    for (std::uint32_t i = 0; i < mesh_.arcs.size(); ++i) {
      const Arc& arc = mesh_.arcs[i];
      std::fill_n(arc_of_.begin() + arc.first, arc.count, i);
    }
  }

  std::vector<PairGround> run() {
    std::vector<std::vector<PairGround>> parts((zones_.size() + chunk - 1) / chunk);
    parallel_for(zones_.size(), chunk, [&](std::size_t first, std::size_t last) {
      std::unique_ptr<Worker> worker = worker_at_hand();
      for (std::size_t zone = first; zone < last; ++zone) lay(zone, *worker);
      parts[first / chunk] = std::move(worker->found);
      worker->found.clear();
      const std::lock_guard lock{guard_};
      idle_.push_back(std::move(worker));
    });
    std::vector<PairGround> result;
    for (const auto& part : parts) result.insert(result.end(), part.begin(), part.end());
    return result;
  }

 private:
  static constexpr std::size_t chunk = 64;

  static GroundBands bands_for(const CellTree& tree, std::span<const MultiPolygon* const> zones) {
    Box box = tree.box();
    for (const MultiPolygon* zone : zones) box.add(box_of(*zone));
    return box.empty() ? GroundBands{0, 0} : GroundBands{box.south, box.north};
  }

  std::unique_ptr<Worker> worker_at_hand() {
    const std::lock_guard lock{guard_};
    if (!idle_.empty()) {
      std::unique_ptr<Worker> worker = std::move(idle_.back());
      idle_.pop_back();
      return worker;
    }
    auto worker = std::make_unique<Worker>();
    worker->stamp.assign(mesh_.positions.size(), 0);
    worker->sums.assign(tree_.units() + 1, 0);
    return worker;
  }

  void add(Worker& worker, UnitIndex unit, double area_m2) const {
    const std::size_t at = std::min<std::size_t>(unit, tree_.units());  // nobody, or no coverage here
    if (worker.sums[at] == 0) worker.touched.push_back(static_cast<UnitIndex>(at));
    worker.sums[at] += area_m2;
  }

  void lay(std::size_t zone, Worker& worker) const {
    Outline& outline = worker.outline;
    outline.take(*zones_[zone]);
    if (outline.edges.empty()) return;
    worker.base = bands_.base((outline.box.south + outline.box.north) / 2);
    worker.of_zone.clear();
    worker.touched.clear();
    worker.walked = {};
    each_border(zone, worker, [&](Entry entry) { walk_border(entry, worker); });
    walk_outline(worker);
    tell(zone, worker);
  }

  template <class Visit>
  void each_border(std::size_t zone, Worker& worker, const Visit& visit) const {
    const Box& box = worker.outline.box;
    if (tree_.columns() == 0) return;
    const Square origin = tree_.square(0, 0);
    const auto place = [&](std::int64_t value, std::int64_t start, std::int64_t most) {
      return std::clamp<std::int64_t>((value - start) / origin.size, 0, most - 1);
    };
    if (box.east < origin.west || box.north < origin.south) return;
    const auto meets = [&](const Square& s) {
      return s.west <= box.east && s.east() >= box.west && s.south <= box.north && s.north() >= box.south;
    };
    const auto mark = static_cast<std::uint32_t>(zone + 1);
    for (std::int64_t row = place(box.south - 1, origin.south, tree_.rows()); row <= place(box.north, origin.south, tree_.rows()); ++row) {
      for (std::int64_t column = place(box.west - 1, origin.west, tree_.columns()); column <= place(box.east, origin.west, tree_.columns()); ++column) {
        entries_in(tree_, tree_.node(column, row), tree_.square(column, row), meets, [&](Entry entry) {
          if (worker.stamp[entry.position] == mark) return;
          worker.stamp[entry.position] = mark;
          visit(entry);
        });
      }
    }
  }

  /// Pieces of a border inside the zone: ground on their left is the left unit's, on their right the right unit's.
  void walk_border(Entry entry, Worker& worker) const {
    const Edge border = tree_.edge(entry);
    const Outline& outline = worker.outline;
    const std::int64_t low = std::min(border.from.lat, border.to.lat);
    const std::int64_t high = std::max(border.from.lat, border.to.lat);
    if (low > outline.box.north || high < outline.box.south || std::max(border.from.lon, border.to.lon) < outline.box.west ||
        std::min(border.from.lon, border.to.lon) > outline.box.east) {
      worker.walked = {entry.position + 1, false};
      return;
    }
    std::vector<double>& cuts = worker.of_border;
    cuts.clear();
    outline.near(low, high, [&](std::uint32_t i) {
      const Edge& edge = outline.edges[i];
      if (!boxes_meet(edge, border)) return;
      const int passed = passed_by(edge, border);
      if (passed == 0) return;
      worker.of_zone.push_back({i, share_along(edge, border), static_cast<UnitIndex>(passed) * entry.gain});
      cuts.push_back(share_along(border, edge));
    });
    // Borders come in the order of their arcs mostly, so where one starts is known from the one before.
    bool inside = worker.walked.to == entry.position ? worker.walked.inside : outline.holds(border.from);
    const Arc& arc = mesh_.arcs[arc_of_[entry.position]];
    worker.walked = {entry.position + 1, (cuts.size() % 2 == 1) != inside};
    if (cuts.empty()) {
      if (!inside) return;
      const double area = bands_.along(border, 0, 1, worker.base);
      add(worker, arc.left, area);
      add(worker, arc.right, -area);
      return;
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.push_back(1);
    double from = 0;
    for (const double to : cuts) {
      if (inside && to > from) {
        const double area = bands_.along(border, from, to, worker.base);
        add(worker, arc.left, area);
        add(worker, arc.right, -area);
      }
      inside = !inside;
      from = to;
    }
  }

  /// Pieces of the zone's outline, each to the unit it runs through.
  void walk_outline(Worker& worker) const {
    const Outline& outline = worker.outline;
    std::sort(worker.of_zone.begin(), worker.of_zone.end(), [](const Passing& a, const Passing& b) {
      return a.edge != b.edge ? a.edge < b.edge : a.along < b.along;
    });
    auto passing = worker.of_zone.begin();
    for (std::size_t ring = 0; ring + 1 < outline.ring_starts.size(); ++ring) {
      const std::uint32_t start = outline.ring_starts[ring];
      if (start == outline.ring_starts[ring + 1]) continue;
      UnitIndex unit = tree_.unit_walked_to(outline.edges[start].from);
      for (std::uint32_t i = start; i < outline.ring_starts[ring + 1]; ++i) {
        const Edge& edge = outline.edges[i];
        double from = 0;
        for (; passing != worker.of_zone.end() && passing->edge == i; ++passing) {
          if (passing->along > from) add(worker, unit, bands_.along(edge, from, passing->along, worker.base));
          unit += passing->gain;
          from = passing->along;
        }
        if (from < 1) add(worker, unit, bands_.along(edge, from, 1, worker.base));
      }
    }
  }

  void tell(std::size_t zone, Worker& worker) const {
    std::sort(worker.touched.begin(), worker.touched.end());
    worker.touched.erase(std::unique(worker.touched.begin(), worker.touched.end()), worker.touched.end());
    double whole = 0;
    for (const UnitIndex unit : worker.touched) whole += worker.sums[unit];
    const double least = std::max(1e-6, 1e-12 * whole);
    for (const UnitIndex unit : worker.touched) {
      const double area = worker.sums[unit];
      worker.sums[unit] = 0;
      if (std::abs(area) < least) continue;
      worker.found.push_back({zone, unit == tree_.units() ? nobody : unit, static_cast<Wide>(std::rint(area * 1e12))});
    }
  }

  const Mesh& mesh_;
  const CellTree& tree_;
  std::span<const MultiPolygon* const> zones_;
  std::vector<std::uint32_t> arc_of_;
  GroundBands bands_;
  std::mutex guard_;
  std::vector<std::unique_ptr<Worker>> idle_;
};

}  // namespace

std::vector<PairGround> zone_unit_ground(const CoverageIndex& index, std::span<const MultiPolygon* const> zones) {
  return Pairs{index, zones}.run();
}

}  // namespace merestone
