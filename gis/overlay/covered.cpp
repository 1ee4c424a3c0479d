// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/covered.hpp"

#include "gis/base/parallel.hpp"
#include "gis/overlay/box_tree.hpp"
#include "gis/overlay/ground_bands.hpp"
#include "gis/overlay/passings.hpp"
#include "gis/overlay/rings.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>

namespace merestone {

using namespace overlay;

namespace {

constexpr std::uint32_t uncovered = 0xFFFFFFFFU;

/// How many patches of each rank lie over a position.
class Counts {
 public:
  explicit Counts(std::size_t ranks) : counts_(ranks, 0) {}
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

/// One thread's sums.
struct Worker {
  std::vector<Wide> area_um2;  ///< by unit, then rank; those of nobody last
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
    lay();
    return told();
  }

  /// Of one rank only.
  Wide beyond() {
    if (rings_.size() == 0) return 0;
    lay();
    Wide sum = 0;
    for (const auto& worker : idle_) sum += worker->area_um2.back();
    return std::abs(static_cast<double>(sum)) * 1e-12 < least_m2(rings_.box()) ? 0 : sum;
  }

 private:
  void lay() {
    const Box& box = rings_.box();
    Box all = box;
    all.add(tree_.box());
    bands_ = std::make_unique<GroundBands>(all.south, all.north);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < rings_.size(); ++i) boxes.push_back(rings_[i].box);
    ring_tree_ = std::make_unique<BoxTree>(boxes);
    passings_ = find_passings(tree_, rings_, *ring_tree_);
    each_thread(rings_.size(), 64, [&](std::size_t ring, Worker& worker) { walk_ring(ring, worker); });
    each_thread(mesh_.arcs.size(), 256, [&](std::size_t arc, Worker& worker) { walk_border(arc, worker); });
  }

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
    worker->area_um2.assign((units_ + 1) * ranks_.size(), 0);
    return worker;
  }

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
    const std::vector<Passing>& of_rings = passings_.of_rings;
    auto passing = Passings::first_from(of_rings, ring.first_edge);
    for (std::uint32_t i = 0; i < ring.edges(); ++i) {
      const Edge edge = ring.edge(i);
      double from = 0;
      const auto add = [&](double to) {
        if (left_rank == right_rank || !(to > from)) return;
        const Wide area = um2(bands_->along(edge, from, to, base_of(unit)));
        if (left_rank != uncovered) sum(worker, unit, left_rank) += area;
        if (right_rank != uncovered) sum(worker, unit, right_rank) -= area;
      };
      for (; passing != of_rings.end() && passing->edge == ring.first_edge + i; ++passing) {
        add(passing->along);
        from = std::max(from, passing->along);
        if (passing->rank == Passing::border) {
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
    const double left_base = base_of(arc.left);
    const double right_base = base_of(arc.right);
    const std::uint32_t end = arc.first + arc.count - 1;
    std::uint32_t at = arc.first;
    double from = 0;
    const auto walk = [&](std::uint32_t to_edge, double to) {
      while (rank != uncovered && (at < to_edge || (at == to_edge && from < to))) {
        const Edge edge{mesh_.positions[at], mesh_.positions[at + 1]};
        const double until = at < to_edge ? 1 : to;
        sum(worker, arc.left, rank) += um2(bands_->along(edge, from, until, left_base));
        sum(worker, arc.right, rank) -= um2(bands_->along(edge, from, until, right_base));
        from = until;
        if (at == to_edge) break;
        ++at;
        from = 0;
      }
      from = at == to_edge ? std::max(from, to) : to;
      at = to_edge;
    };
    const std::vector<Passing>& of_borders = passings_.of_borders;
    for (auto passing = Passings::first_from(of_borders, arc.first); passing != of_borders.end() && passing->edge < end; ++passing) {
      walk(passing->edge, passing->along);
      counts.add(passing->rank, passing->gain);
      rank = counts.highest();
    }
    walk(end - 1, 1);
  }

  Wide& sum(Worker& worker, UnitIndex unit, std::uint32_t rank) const {
    return worker.area_um2[std::min<std::size_t>(unit, units_) * ranks_.size() + rank];
  }
  double base_of(UnitIndex unit) const {
    return bands_->base(unit < units_ ? tree_.middle_of(unit) : (rings_.box().south + rings_.box().north) / 2);
  }

  static Wide um2(double m2) {
    const double um2 = std::rint(m2 * 1e12);
    return std::abs(um2) < 9e18 ? Wide{static_cast<std::int64_t>(um2)} : static_cast<Wide>(um2);  // the wide way is slow
  }

  /// Rounding leaves up to 1e-14 of the ground of a box where there is nothing.
  double least_m2(const Box& box) const {
    const double base = bands_->base((box.south + box.north) / 2);
    const double ground = bands_->along({{box.west, box.south}, {box.east, box.south}}, 0, 1, base) +
                          bands_->along({{box.east, box.north}, {box.west, box.north}}, 0, 1, base);
    return std::max(1e-6, 1e-13 * ground);
  }

  std::vector<CoveredGround> told() const {
    std::vector<CoveredGround> result;
    for (std::size_t i = 0; i < units_ * ranks_.size(); ++i) {
      Wide sum = 0;
      for (const auto& worker : idle_) sum += worker->area_um2[i];
      if (sum == 0) continue;
      const auto unit = static_cast<UnitIndex>(i / ranks_.size());
      if (std::abs(static_cast<double>(sum)) * 1e-12 >= least_m2(tree_.box_of_unit(unit))) result.push_back({unit, ranks_[i % ranks_.size()], sum});
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
  Passings passings_;
  std::mutex guard_;
  std::vector<std::unique_ptr<Worker>> idle_;
};

}  // namespace

std::vector<CoveredGround> covered_ground(const CoverageIndex& index, std::span<const Patch> patches) {
  if (patches.empty()) return {};
  return Cover{index, patches}.run();
}

Wide ground_beyond(const CoverageIndex& index, std::span<const MultiPolygon* const> shapes) {
  std::vector<Patch> patches;
  for (const MultiPolygon* shape : shapes) patches.push_back({shape, 0});
  return patches.empty() ? 0 : Cover{index, patches}.beyond();
}

}  // namespace merestone
