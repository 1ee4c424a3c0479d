// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/passings.hpp"

#include "gis/base/parallel.hpp"
#include "gis/overlay/passing.hpp"

#include <algorithm>
#include <memory>

namespace merestone::overlay {
namespace {

constexpr std::uint32_t run_length = 8;
constexpr std::uint32_t few_runs = 64;  ///< of a ring, that are looked at one by one
constexpr std::size_t chunk = 64;       ///< of rings

/// What was found for some rings.
struct Worker {
  Leaf leaf;
  std::vector<Passing> of_rings, of_borders;
};

/// Edges of a ring lie near each other: they are looked at in runs, by the runs' boxes first.
class Finder {
 public:
  Finder(const CellTree& borders, const Rings& rings, const BoxTree& tree_of_rings)
      : tree_{borders}, rings_{rings}, ring_tree_{tree_of_rings} {
    lay_runs();
  }

  Passings find() const {
    std::vector<Worker> workers((rings_.size() + chunk - 1) / chunk);
    parallel_for(rings_.size(), chunk, [&](std::size_t first, std::size_t last) {
      Worker& worker = workers[first / chunk];
      for (std::size_t ring = first; ring < last; ++ring) {
        pass_borders(ring, worker);
        ring_tree_.visit(rings_[ring].box, [&](std::uint32_t other) {
          if (other < ring) pass_ring(ring, other, worker);  // of two rings, the later one moves further
        });
      }
    });
    Passings found;
    for (Worker& worker : workers) {
      found.of_rings.insert(found.of_rings.end(), worker.of_rings.begin(), worker.of_rings.end());
      found.of_borders.insert(found.of_borders.end(), worker.of_borders.begin(), worker.of_borders.end());
      worker = {};
    }
    std::sort(found.of_rings.begin(), found.of_rings.end());
    std::sort(found.of_borders.begin(), found.of_borders.end());
    return found;
  }

 private:
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
        worker.of_rings.push_back({ring.first_edge + i, Passing::border, share_along(edge, border), times * entry.gain});
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

  const CellTree& tree_;
  const Rings& rings_;
  const BoxTree& ring_tree_;
  std::vector<std::uint32_t> first_run_;             ///< of each ring, and the end
  std::vector<Box> run_boxes_;
  std::vector<std::unique_ptr<BoxTree>> run_trees_;  ///< of rings with many runs
};

}  // namespace

std::vector<Passing>::const_iterator Passings::first_from(const std::vector<Passing>& passings, std::uint32_t edge) {
  return std::lower_bound(passings.begin(), passings.end(), edge, [](const Passing& p, std::uint32_t e) { return p.edge < e; });
}

Passings find_passings(const CellTree& borders, const Rings& rings, const BoxTree& tree_of_rings) {
  return Finder{borders, rings, tree_of_rings}.find();
}

}  // namespace merestone::overlay
