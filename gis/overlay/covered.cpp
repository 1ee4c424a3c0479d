// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/covered.hpp"

#include "gis/base/parallel.hpp"
#include "gis/overlay/box_tree.hpp"
#include "gis/overlay/ground_bands.hpp"
#include "gis/overlay/passing.hpp"
#include "gis/overlay/rings.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <tuple>

namespace merestone {

using namespace overlay;

namespace {

constexpr std::uint32_t uncovered = 0xFFFFFFFFU;
constexpr std::uint32_t run_length = 8;
constexpr std::uint32_t few_runs = 64;  ///< of a ring, that are looked at one by one

/// What changes on a walk along an edge where it passes another: the unit, or how many patches of a rank lie there.
struct Passing {
  std::uint32_t edge = 0;  ///< of a ring, counted on over all rings; or the position of the mesh that a border starts from
  std::uint32_t rank = uncovered;  ///< `uncovered` when it passes a border
  double along = 0;
  std::uint32_t gain = 0;  ///< modulo 2^32, as CellTree::Entry has it
  friend bool operator<(const Passing& a, const Passing& b) {
    return std::tie(a.edge, a.along, a.rank, a.gain) < std::tie(b.edge, b.along, b.rank, b.gain);
  }
};

/// How many patches of each rank lie over a position.
class Counts {
 public:
  explicit Counts(std::size_t ranks) : counts_(ranks, 0) {}
  void clear() { std::fill(counts_.begin(), counts_.end(), 0U); }
  void add(std::uint32_t rank, std::uint32_t gain) { counts_[rank] += gain; }
  std::uint32_t highest() const {
    for (std::size_t rank = counts_.size(); rank-- > 0;) {
      if (counts_[rank] != 0) return static_cast<std::uint32_t>(rank);
    }
    return uncovered;
  }

 private:
  std::vector<std::uint32_t> counts_;
};

/// One thread's passings and sums.
struct Worker {
  Leaf leaf;
  std::vector<Passing> of_rings, of_borders;
  std::vector<Wide> area_um2;  ///< by unit, then rank
};

/// The edges of patches between ground under one rank and under another, and the borders under patches, are the outline of
/// what each unit has under each rank: its area is the sum along them.
class Cover {
 public:
  Cover(const CoverageIndex& index, std::span<const Patch> patches)
      : mesh_{index.mesh()}, tree_{index.tree()}, units_{index.tree().units()} {
    for (const Patch& patch : patches) ranks_.push_back(patch.rank);
    std::sort(ranks_.begin(), ranks_.end());
    ranks_.erase(std::unique(ranks_.begin(), ranks_.end()), ranks_.end());
    for (const Patch& patch : patches) {
      rings_.add(*patch.shape, static_cast<std::uint32_t>(std::lower_bound(ranks_.begin(), ranks_.end(), patch.rank) - ranks_.begin()));
    }
    rings_.sort();
  }

  std::vector<CoveredGround> run() {
    if (rings_.size() == 0 || units_ == 0) return {};
    const Box& box = rings_.box();
    bands_ = std::make_unique<GroundBands>(std::min(box.south, tree_.box().south), std::max(box.north, tree_.box().north));
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < rings_.size(); ++i) boxes.push_back(rings_[i].box);
    ring_tree_ = std::make_unique<BoxTree>(boxes);
    find_passings();
    each_thread(rings_.size(), 64, [&](std::size_t ring, Worker& worker) { walk_ring(ring, worker); });
    each_thread(mesh_.arcs.size(), 256, [&](std::size_t arc, Worker& worker) { walk_border(arc, worker); });
    return told();
  }

 private:
  template <class Work>
  void each_thread(std::size_t count, std::size_t chunk, const Work& work) {
    parallel_for(count, chunk, [&](std::size_t first, std::size_t last) {
      std::unique_ptr<Worker> worker = worker_at_hand();
      for (std::size_t i = first; i < last; ++i) work(i, *worker);
      const std::lock_guard lock{guard_};
      idle_.push_back(std::move(worker));
    });
  }

  std::unique_ptr<Worker> worker_at_hand() {
    const std::lock_guard lock{guard_};
    if (!idle_.empty()) {
      std::unique_ptr<Worker> worker = std::move(idle_.back());
      idle_.pop_back();
      return worker;
    }
    auto worker = std::make_unique<Worker>();
    worker->area_um2.assign(units_ * ranks_.size(), 0);
    return worker;
  }

  // --- where edges pass each other -------------------------------------------------------------------------------

  void find_passings() {
    lay_runs();
    each_thread(rings_.size(), 64, [&](std::size_t ring, Worker& worker) {
      pass_borders(ring, worker);
      ring_tree_->visit(rings_[ring].box, [&](std::uint32_t other) {
        if (other < ring) pass_ring(ring, other, worker);  // of two rings, the later one moves further
      });
    });
    for (const auto& worker : idle_) {
      of_rings_.insert(of_rings_.end(), worker->of_rings.begin(), worker->of_rings.end());
      of_borders_.insert(of_borders_.end(), worker->of_borders.begin(), worker->of_borders.end());
    }
    std::sort(of_rings_.begin(), of_rings_.end());
    std::sort(of_borders_.begin(), of_borders_.end());
  }

  void lay_runs() {
    first_run_.assign(1, 0);
    for (std::size_t i = 0; i < rings_.size(); ++i) {
      first_run_.push_back(first_run_.back() + (rings_[i].edges() + run_length - 1) / run_length);
    }
    run_boxes_.resize(first_run_.back());
    run_trees_.resize(rings_.size());
    parallel_for(rings_.size(), 256, [&](std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) {
        const Rings::Ring& ring = rings_[i];
        for (std::uint32_t run = 0; run < runs(i); ++run) {
          const std::uint32_t start = run * run_length;
          const std::uint32_t end = std::min(start + run_length, ring.edges());
          Box& box = run_boxes_[first_run_[i] + run];
          box = box_of(ring.positions.subspan(start, end - start));
          box.add(ring.edge(end - 1).to);
        }
        if (runs(i) > few_runs) run_trees_[i] = std::make_unique<BoxTree>(std::span{run_boxes_}.subspan(first_run_[i], runs(i)));
      }
    });
  }

  std::uint32_t runs(std::size_t ring) const { return first_run_[ring + 1] - first_run_[ring]; }

  void pass_borders(std::size_t index, Worker& worker) const {
    const Rings::Ring& ring = rings_[index];
    for (std::uint32_t i = 0; i < ring.edges(); ++i) {
      const Edge edge = ring.edge(i);
      const std::size_t found = worker.of_borders.size();
      borders_near(tree_, edge, worker.leaf, [&](CellTree::Entry entry, const Edge& border) {
        const int passed = passed_by(edge, border);
        if (passed == 0) return;
        for (std::size_t k = found; k < worker.of_borders.size(); ++k) {
          if (worker.of_borders[k].edge == entry.position) return;  // met in another square
        }
        const auto times = static_cast<std::uint32_t>(passed);
        worker.of_borders.push_back({entry.position, ring.rank, share_along(border, edge), 0U - times});
        worker.of_rings.push_back({ring.first_edge + i, uncovered, share_along(edge, border), times * entry.gain});
      });
    }
  }

  void pass_ring(std::size_t further, std::size_t other, Worker& worker) const {
    const bool swap = runs(further) > runs(other);
    const std::size_t small = swap ? other : further;
    const std::size_t large = swap ? further : other;
    const Box& large_box = rings_[large].box;
    for (std::uint32_t i = 0; i < runs(small); ++i) {
      const Box& box = run_boxes_[first_run_[small] + i];
      if (!box.meets(large_box)) continue;
      const auto met = [&](std::uint32_t k) {
        if (swap) {
          pass_runs(large, k, small, i, worker);
        } else {
          pass_runs(small, i, large, k, worker);
        }
      };
      if (run_trees_[large] != nullptr) {
        run_trees_[large]->visit(box, met);
      } else {
        for (std::uint32_t k = 0; k < runs(large); ++k) {
          if (run_boxes_[first_run_[large] + k].meets(box)) met(k);
        }
      }
    }
  }

  void pass_runs(std::size_t further, std::uint32_t further_run, std::size_t other, std::uint32_t other_run, Worker& worker) const {
    const Rings::Ring& a = rings_[further];
    const Rings::Ring& b = rings_[other];
    const Box& a_box = run_boxes_[first_run_[further] + further_run];
    const Box& b_box = run_boxes_[first_run_[other] + other_run];
    const auto meets = [](const Edge& edge, const Box& box) {
      return std::max(edge.from.lon, edge.to.lon) >= box.west && std::min(edge.from.lon, edge.to.lon) <= box.east &&
             std::max(edge.from.lat, edge.to.lat) >= box.south && std::min(edge.from.lat, edge.to.lat) <= box.north;
    };
    for (std::uint32_t i = further_run * run_length; i < std::min((further_run + 1) * run_length, a.edges()); ++i) {
      const Edge edge = a.edge(i);
      if (!meets(edge, b_box)) continue;
      for (std::uint32_t k = other_run * run_length; k < std::min((other_run + 1) * run_length, b.edges()); ++k) {
        const Edge passed_edge = b.edge(k);
        if (!meets(passed_edge, a_box) || !boxes_meet(edge, passed_edge)) continue;
        const int passed = passed_by(edge, passed_edge);
        if (passed == 0) continue;
        const auto times = static_cast<std::uint32_t>(passed);
        worker.of_rings.push_back({a.first_edge + i, b.rank, share_along(edge, passed_edge), times});
        worker.of_rings.push_back({b.first_edge + k, a.rank, share_along(passed_edge, edge), 0U - times});
      }
    }
  }

  static std::vector<Passing>::const_iterator first_from(const std::vector<Passing>& passings, std::uint32_t edge) {
    return std::lower_bound(passings.begin(), passings.end(), edge, [](const Passing& p, std::uint32_t e) { return p.edge < e; });
  }

  // --- walks ---------------------------------------------------------------------------------------------------------

  void walk_ring(std::size_t index, Worker& worker) const {
    const Rings::Ring& ring = rings_[index];
    const Position start = ring.positions.front();
    Counts right{ranks_.size()};  // of the edge
    right.add(ring.rank, ring.anticlockwise ? 0U : 0U - 1U);
    ring_tree_->visit(Box{start.lon, start.lat, start.lon, start.lat}, [&](std::uint32_t other) {
      if (other != index) right.add(rings_[other].rank, static_cast<std::uint32_t>(rings_.winding_around(other, start, index > other)));
    });
    std::uint32_t right_rank = 0, left_rank = 0;
    const auto look = [&] {
      right_rank = right.highest();
      right.add(ring.rank, 1);
      left_rank = right.highest();
      right.add(ring.rank, 0U - 1U);
    };
    look();
    UnitIndex unit = tree_.unit_walked_to(start);
    auto passing = first_from(of_rings_, ring.first_edge);
    for (std::uint32_t i = 0; i < ring.edges(); ++i) {
      const Edge edge = ring.edge(i);
      double from = 0;
      const auto add = [&](double to) {
        if (unit >= units_ || left_rank == right_rank || !(to > from)) return;
        const Wide area = um2(bands_->along(edge, from, to, bands_->base(tree_.middle_of(unit))));
        if (left_rank != uncovered) worker.area_um2[unit * ranks_.size() + left_rank] += area;
        if (right_rank != uncovered) worker.area_um2[unit * ranks_.size() + right_rank] -= area;
      };
      for (; passing != of_rings_.end() && passing->edge == ring.first_edge + i; ++passing) {
        add(passing->along);
        from = std::max(from, passing->along);
        if (passing->rank == uncovered) {
          unit += passing->gain;
        } else {
          right.add(passing->rank, passing->gain);
          look();
        }
      }
      add(1);
    }
  }

  /// From passing to passing; what lies under nothing is left out at once.
  void walk_border(std::size_t index, Worker& worker) const {
    const Arc& arc = mesh_.arcs[index];
    if (arc.left == arc.right || !tree_.box_of_arc(index).meets(rings_.box())) return;
    Counts counts{ranks_.size()};
    const Position start = mesh_.positions[arc.first];
    ring_tree_->visit(Box{start.lon, start.lat, start.lon, start.lat}, [&](std::uint32_t ring) {
      counts.add(rings_[ring].rank, static_cast<std::uint32_t>(rings_.winding_around(ring, start, false)));
    });
    std::uint32_t rank = counts.highest();
    const double left_base = arc.left < units_ ? bands_->base(tree_.middle_of(arc.left)) : 0;
    const double right_base = arc.right < units_ ? bands_->base(tree_.middle_of(arc.right)) : 0;
    const std::uint32_t end = arc.first + arc.count - 1;
    std::uint32_t at = arc.first;
    double from = 0;
    const auto walk = [&](std::uint32_t to_edge, double to) {
      while (rank != uncovered && (at < to_edge || (at == to_edge && from < to))) {
        const Edge edge{mesh_.positions[at], mesh_.positions[at + 1]};
        const double until = at < to_edge ? 1 : to;
        if (arc.left < units_) worker.area_um2[arc.left * ranks_.size() + rank] += um2(bands_->along(edge, from, until, left_base));
        if (arc.right < units_) worker.area_um2[arc.right * ranks_.size() + rank] -= um2(bands_->along(edge, from, until, right_base));
        from = until;
        if (at == to_edge) break;
        ++at;
        from = 0;
      }
      from = at == to_edge ? std::max(from, to) : to;
      at = to_edge;
    };
    for (auto passing = first_from(of_borders_, arc.first); passing != of_borders_.end() && passing->edge < end; ++passing) {
      walk(passing->edge, passing->along);
      counts.add(passing->rank, passing->gain);
      rank = counts.highest();
    }
    walk(end - 1, 1);
  }

  static Wide um2(double m2) {
    const double um2 = std::rint(m2 * 1e12);
    return std::abs(um2) < 9e18 ? Wide{static_cast<std::int64_t>(um2)} : static_cast<Wide>(um2);  // the wide way is slow
  }

  double box_ground_m2(UnitIndex unit) const {
    const Box& box = tree_.box_of_unit(unit);
    const double mid = bands_->base(tree_.middle_of(unit));
    const double outline = bands_->along({{box.west, box.south}, {box.east, box.south}}, 0, 1, mid) +
                           bands_->along({{box.east, box.north}, {box.west, box.north}}, 0, 1, mid);
    return outline;
  }

  /// Rounding leaves up to 1e-14 of the ground of a unit's box where it has nothing.
  std::vector<CoveredGround> told() const {
    std::vector<CoveredGround> result;
    for (std::size_t i = 0; i < units_ * ranks_.size(); ++i) {
      Wide sum = 0;
      for (const auto& worker : idle_) sum += worker->area_um2[i];
      if (sum == 0) continue;
      const auto unit = static_cast<UnitIndex>(i / ranks_.size());
      const double least = std::max(1e-6, 1e-13 * box_ground_m2(unit));
      if (std::abs(static_cast<double>(sum)) * 1e-12 >= least) result.push_back({unit, ranks_[i % ranks_.size()], sum});
    }
    return result;
  }

  const Mesh& mesh_;
  const CellTree& tree_;
  const std::size_t units_;
  std::vector<int> ranks_;
  Rings rings_;
  std::unique_ptr<GroundBands> bands_;
  std::unique_ptr<BoxTree> ring_tree_;
  std::vector<std::uint32_t> first_run_;             ///< of each ring, and the end: edges one after the other
  std::vector<Box> run_boxes_;
  std::vector<std::unique_ptr<BoxTree>> run_trees_;  ///< of rings with many runs
  std::vector<Passing> of_rings_, of_borders_;  ///< sorted
  std::mutex guard_;
  std::vector<std::unique_ptr<Worker>> idle_;
};

}  // namespace

std::vector<CoveredGround> covered_ground(const CoverageIndex& index, std::span<const Patch> patches) {
  if (patches.empty()) return {};
  return Cover{index, patches}.run();
}

}  // namespace merestone
