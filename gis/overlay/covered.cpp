// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/covered.hpp"

#include "gis/base/error.hpp"
#include "gis/base/parallel.hpp"
#include "gis/overlay/strips.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>

namespace merestone {

using namespace overlay;

namespace {

using Entry = CellTree::Entry;
using PatchEdges = std::vector<const PatchEdge*>;

constexpr std::size_t crowd = 24;  ///< more edges than this and a square is quartered before it is measured
constexpr int patience = 4;        ///< quarterings in a row that may fail to part the edges

/// One thread's sums and scratch.
struct Worker {
  Strips strips;
  std::vector<Wide> area_um2;  ///< by unit, then rank
};

class Cover {
 public:
  Cover(const CoverageIndex& index, std::span<const Patch> patches)
      : tree_{index.tree()}, units_{index.tree().units()} {
    for (const Patch& patch : patches) ranks_.push_back(patch.rank);
    std::sort(ranks_.begin(), ranks_.end());
    ranks_.erase(std::unique(ranks_.begin(), ranks_.end()), ranks_.end());
    for (const Patch& patch : patches) take(patch);
    sort_into_squares();
  }

  std::vector<CoveredGround> run() {
    parallel_for(static_cast<std::size_t>(tree_.rows()), 4, [&](std::size_t first, std::size_t last) {
      std::unique_ptr<Worker> worker = worker_at_hand();
      for (std::size_t row = first; row < last; ++row) measure_row(static_cast<std::int64_t>(row), *worker);
      const std::lock_guard lock{guard_};
      idle_.push_back(std::move(worker));
    });
    std::vector<CoveredGround> result;
    for (std::size_t i = 0; i < units_ * ranks_.size(); ++i) {
      Wide sum = 0;
      for (const auto& worker : idle_) sum += worker->area_um2[i];
      if (sum == 0) continue;
      result.push_back({static_cast<UnitIndex>(i / ranks_.size()), ranks_[i % ranks_.size()], sum});
    }
    return result;
  }

 private:
  void take(const Patch& patch) {
    const auto rank = static_cast<std::uint32_t>(std::lower_bound(ranks_.begin(), ranks_.end(), patch.rank) - ranks_.begin());
    const auto add = [&](const Ring& ring) {
      for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        if (ring[j] != ring[i]) edges_.push_back({{ring[j], ring[i]}, rank});
      }
    };
    for (const Polygon& polygon : *patch.shape) {
      add(polygon.outer);
      for (const Ring& hole : polygon.holes) add(hole);
    }
  }

  void sort_into_squares() {
    const auto squares = static_cast<std::size_t>(tree_.columns() * tree_.rows());
    first_.assign(squares + 1, 0);
    counts_west_.assign(static_cast<std::size_t>(tree_.rows()) * ranks_.size(), 0);
    const auto index_of = [&](std::int64_t column, std::int64_t row) {
      return static_cast<std::size_t>(row * tree_.columns() + column);
    };
    for (const PatchEdge& patch : edges_) {
      tree_.each_square(patch.edge, [&](std::int64_t c, std::int64_t r) { ++first_[index_of(c, r) + 1]; });
      count_west(patch);
    }
    for (std::size_t i = 1; i <= squares; ++i) first_[i] += first_[i - 1];
    sorted_.resize(first_[squares]);
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (const PatchEdge& patch : edges_) {
      tree_.each_square(patch.edge, [&](std::int64_t c, std::int64_t r) { sorted_[next[index_of(c, r)]++] = &patch; });
    }
  }

  /// What an edge adds to the count at the western end of each row, when one comes from far in the west.
  void count_west(const PatchEdge& patch) {
    const Edge& edge = patch.edge;
    const Square origin = tree_.square(0, 0);
    const std::int64_t low = std::min(edge.from.lat, edge.to.lat);
    const std::int64_t high = std::max(edge.from.lat, edge.to.lat);
    std::int64_t row = low <= origin.south ? 0 : (low - origin.south + origin.size - 1) / origin.size;
    for (; row < tree_.rows() && tree_.square(0, row).south < high; ++row) {
      const int in_far_west = edge.to.lat > edge.from.lat ? 1 : 0;  // whether that is left of the edge
      counts_west_[static_cast<std::size_t>(row) * ranks_.size() + patch.rank] +=
          int{left_of(edge, tree_.square(0, row).corner())} - in_far_west;
    }
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

  void measure_row(std::int64_t row, Worker& worker) {
    const auto west = counts_west_.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(row) * ranks_.size());
    Counts counts(west, west + static_cast<std::ptrdiff_t>(ranks_.size()));
    for (std::int64_t column = 0; column < tree_.columns(); ++column) {
      const auto i = static_cast<std::size_t>(row * tree_.columns() + column);
      const std::span<const PatchEdge* const> patches{sorted_.data() + first_[i], first_[i + 1] - first_[i]};
      const Square here = tree_.square(column, row);
      measure(tree_.node(column, row), here, counts, patches, worker);
      for (const PatchEdge* patch : patches) {
        counts[patch->rank] += passed_on_parallel(patch->edge, here.corner(), {here.east(), here.south});
      }
    }
  }

  void measure(const CellTree::Node& node, const Square& here, const Counts& counts,
               std::span<const PatchEdge* const> patches, Worker& worker) {
    if (patches.empty() && highest(counts) == uncovered) return;
    if (!node.is_quartered()) return measure_leaf(tree_.entries(node), node.unit, here, counts, patches, worker, patience);
    for (int i = 0; i < 4; ++i) {
      const Square part = here.quarter(i);
      measure(tree_.quarter(node, i), part, counts_at(part.corner(), here, counts, patches), meeting(part, patches), worker);
    }
  }

  void measure_leaf(std::span<const Entry> borders, UnitIndex unit, const Square& here, const Counts& counts,
                    std::span<const PatchEdge* const> patches, Worker& worker, int left_to_try) {
    if (patches.empty()) {
      const std::uint32_t rank = highest(counts);
      if (rank == uncovered || (borders.empty() && unit == nobody)) return;
      if (borders.empty()) return add({unit, rank, square_ground_m2(here)}, worker);
    }
    const std::size_t edges = borders.size() + patches.size();
    const bool quarter = here.size > Strips::largest || (edges > crowd && left_to_try > 0);
    if (!quarter || here.size <= CellTree::smallest) {
      for (const Share& share : worker.strips.measure(here, unit, counts, tree_, borders, patches)) add(share, worker);
      return;
    }
    for (int i = 0; i < 4; ++i) {
      const Square part = here.quarter(i);
      UnitIndex part_unit = unit;
      std::vector<Entry> part_borders;
      for (const Entry entry : borders) {
        const Edge edge = tree_.edge(entry);
        part_unit += static_cast<UnitIndex>(passed(edge, here.corner(), part.corner())) * entry.gain;
        if (may_meet(edge, part)) part_borders.push_back(entry);
      }
      const PatchEdges part_patches = meeting(part, patches);
      const bool parted = (part_borders.size() + part_patches.size()) * 8 < edges * 7;
      measure_leaf(part_borders, part_unit, part, counts_at(part.corner(), here, counts, patches), part_patches, worker,
                   parted ? patience : left_to_try - 1);
    }
  }

  static Counts counts_at(Position p, const Square& here, Counts counts, std::span<const PatchEdge* const> patches) {
    for (const PatchEdge* patch : patches) counts[patch->rank] += passed(patch->edge, here.corner(), p);
    return counts;
  }

  static PatchEdges meeting(const Square& part, std::span<const PatchEdge* const> patches) {
    PatchEdges found;
    for (const PatchEdge* patch : patches) {
      if (may_meet(patch->edge, part)) found.push_back(patch);
    }
    return found;
  }

  void add(const Share& share, Worker& worker) const {
    if (share.unit >= units_) return;  // the mesh is no coverage here
    worker.area_um2[share.unit * ranks_.size() + share.rank] += static_cast<Wide>(std::rint(share.area_m2 * 1e12));
  }

  const CellTree& tree_;
  const std::size_t units_;
  std::vector<int> ranks_;
  std::vector<PatchEdge> edges_;
  std::vector<std::size_t> first_;         ///< by square, into sorted_
  std::vector<const PatchEdge*> sorted_;
  std::vector<std::int32_t> counts_west_;  ///< by row, then rank
  std::mutex guard_;
  std::vector<std::unique_ptr<Worker>> idle_;
};

}  // namespace

std::vector<CoveredGround> covered_ground(const CoverageIndex& index, std::span<const Patch> patches) {
  if (patches.empty()) return {};
  return Cover{index, patches}.run();
}

}  // namespace merestone
