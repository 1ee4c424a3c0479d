// SPDX-License-Identifier: Apache-2.0
#include "gis/terrain/viewshed.hpp"

#include "gis/base/parallel.hpp"
#include "gis/terrain/view_grid.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <optional>
#include <tuple>

namespace merestone {
namespace {

using Counts = std::vector<std::uint16_t>;

constexpr std::size_t round_size = 60'000;  ///< observers whose sum a count still holds

/// Columns as rows, so that both are walked in the order they lie in.
template <class Value>
std::vector<Value> transposed(const std::vector<Value>& from, std::size_t columns, std::size_t rows) {
  constexpr std::size_t block = 32;
  std::vector<Value> to(from.size());
  for (std::size_t r = 0; r < rows; r += block) {
    for (std::size_t c = 0; c < columns; c += block) {
      for (std::size_t i = r; i < std::min(rows, r + block); ++i) {
        for (std::size_t k = c; k < std::min(columns, c + block); ++k) to[k * rows + i] = from[i * columns + k];
      }
    }
  }
  return to;
}

/// One thread's counts, over the grid and over its transpose, and what it looks with.
struct Worker {
  Counts seen, seen_across, unknown, unknown_across;
  std::optional<view::Sweep> sweep, sweep_across;
};

struct Eye {
  std::int32_t column = 0, row = 0;
  float height_m = 0;
  double east_m = 0, south_m = 0;
};

class Sweeper {
 public:
  Sweeper(const Terrain& terrain, const ViewRules& rules)
      : grid_{terrain.grid()}, rules_{rules}, sides_{terrain}, heights_{grid_.heights_m} {
    const bool any_hole = std::any_of(heights_.begin(), heights_.end(), [](float h) { return std::isnan(h); });
    if (any_hole) {
      holes_.resize(heights_.size());
      for (std::size_t i = 0; i < heights_.size(); ++i) {
        if (!std::isnan(heights_[i])) continue;
        holes_[i] = 1;
        heights_[i] = view::no_ground;
      }
      holes_across_ = transposed(holes_, grid_.columns, grid_.rows);
    }
    heights_across_ = transposed(heights_, grid_.columns, grid_.rows);
  }

  /// An observer whose eye is known; false for one whose ground is not.
  bool take(const GridPlace& place) {
    const double column = std::round(place.column);
    const double row = std::round(place.row);
    if (!(column >= 0 && row >= 0 && column < grid_.columns && row < grid_.rows)) return false;
    const std::size_t at = static_cast<std::size_t>(row) * grid_.columns + static_cast<std::size_t>(column);
    if (!holes_.empty() && holes_[at] != 0.0F) return false;
    eyes_.push_back({static_cast<std::int32_t>(column), static_cast<std::int32_t>(row),
                     heights_[at] + static_cast<float>(rules_.observer_m), sides_.east_m(row), sides_.south_m(row)});
    return true;
  }

  void run(Viewshed& result) {
    sort_by_neighbourhood();
    for (std::size_t first = 0; first < eyes_.size(); first += round_size) {
      std::vector<std::unique_ptr<Worker>> idle;
      std::mutex guard;
      const std::size_t count = std::min(round_size, eyes_.size() - first);
      parallel_for(count, view::Sweep::together, [&](std::size_t from, std::size_t to) {
        std::unique_ptr<Worker> worker = worker_at_hand(idle, guard);
        look_from(std::span{eyes_}.subspan(first + from, to - from), *worker);
        const std::lock_guard lock{guard};
        idle.push_back(std::move(worker));
      });
      for (const auto& worker : idle) {
        add(worker->seen, result.seen);
        add(transposed(worker->seen_across, grid_.rows, grid_.columns), result.seen);
        if (holes_.empty()) continue;
        add(worker->unknown, result.unknown);
        add(transposed(worker->unknown_across, grid_.rows, grid_.columns), result.unknown);
      }
    }
  }

 private:
  void sort_by_neighbourhood() {
    const auto key = [&](const Eye& eye) {
      const double tall = std::max(1.0, std::floor(rules_.radius_m / eye.south_m));
      return std::tuple{std::floor(eye.row / tall), eye.column, eye.row};
    };
    std::sort(eyes_.begin(), eyes_.end(), [&](const Eye& a, const Eye& b) { return key(a) < key(b); });
  }

  std::unique_ptr<Worker> worker_at_hand(std::vector<std::unique_ptr<Worker>>& idle, std::mutex& guard) const {
    const std::lock_guard lock{guard};
    if (!idle.empty()) {
      std::unique_ptr<Worker> worker = std::move(idle.back());
      idle.pop_back();
      return worker;
    }
    auto worker = std::make_unique<Worker>();
    worker->seen.assign(heights_.size(), 0);
    worker->seen_across.assign(heights_.size(), 0);
    worker->unknown.assign(holes_.size(), 0);
    worker->unknown_across.assign(holes_.size(), 0);
    const bool any_hole = !holes_.empty();
    const auto columns = static_cast<std::int32_t>(grid_.columns);
    const auto rows = static_cast<std::int32_t>(grid_.rows);
    worker->sweep.emplace(view::SweepGrid{columns, rows, heights_.data(), any_hole ? holes_.data() : nullptr, worker->seen.data(),
                                          any_hole ? worker->unknown.data() : nullptr});
    worker->sweep_across.emplace(view::SweepGrid{rows, columns, heights_across_.data(), any_hole ? holes_across_.data() : nullptr,
                                                 worker->seen_across.data(), any_hole ? worker->unknown_across.data() : nullptr});
    return worker;
  }

  void look_from(std::span<const Eye> eyes, Worker& worker) const {
    const auto target = static_cast<float>(rules_.target_m);
    const double drop = view::drop_per_m2(rules_);
    std::vector<view::SweepEye> down, across;
    for (const Eye& eye : eyes) {
      ++worker.seen[static_cast<std::size_t>(eye.row) * grid_.columns + static_cast<std::size_t>(eye.column)];  // underfoot
      down.push_back({eye.column, eye.row, eye.height_m, target, eye.east_m, eye.south_m, rules_.radius_m, drop});
      across.push_back({eye.row, eye.column, eye.height_m, target, eye.south_m, eye.east_m, rules_.radius_m, drop});
    }
    worker.sweep->look_from(down, true);
    worker.sweep_across->look_from(across, false);
  }

  static void add(const Counts& from, Counts& to) {
    for (std::size_t i = 0; i < to.size(); ++i) {
      to[i] = static_cast<std::uint16_t>(std::min(0xFFFF, int{to[i]} + int{from[i]}));
    }
  }

  const ElevationGrid& grid_;
  const ViewRules& rules_;
  view::CellSides sides_;
  std::vector<float> heights_, heights_across_;
  std::vector<float> holes_, holes_across_;  ///< empty when there are none
  std::vector<Eye> eyes_;
};

}  // namespace

Viewshed viewshed(const Terrain& terrain, std::span<const Position> observers, const ViewRules& rules) {
  const ElevationGrid& grid = terrain.grid();
  const std::size_t cells = std::size_t{grid.columns} * grid.rows;
  Viewshed result{grid.columns, grid.rows, Counts(cells, 0), Counts(cells, 0), observers.size(), 0};
  Sweeper sweeper{terrain, rules};
  const view::CellSides sides{terrain};
  for (const Position observer : observers) {
    const GridPlace place = terrain.place_of(observer);
    if (sweeper.take(place)) continue;
    ++result.observers_unknown;
    const double south = rules.radius_m / sides.south_m(place.row);
    const auto clamped = [](double value, std::uint32_t size) {
      return static_cast<std::uint32_t>(std::clamp(value, 0.0, static_cast<double>(size)));
    };
    for (std::uint32_t r = clamped(std::ceil(place.row - south), grid.rows); r < clamped(place.row + south + 1, grid.rows); ++r) {
      for (std::uint32_t c = 0; c < grid.columns; ++c) {
        std::uint16_t& unknown = result.unknown[std::size_t{r} * grid.columns + c];
        const GridPlace here{static_cast<double>(c), static_cast<double>(r)};
        if (sides.distance_m(place, here) <= rules.radius_m && unknown < 0xFFFF) ++unknown;
      }
    }
  }
  sweeper.run(result);
  return result;
}

}  // namespace merestone
