// SPDX-License-Identifier: Apache-2.0
#include "gis/base/parallel.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/terrain/view_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace merestone {

namespace view {

CellSides::CellSides(const Terrain& terrain) {
  const ElevationGrid& grid = terrain.grid();
  const double middle = (grid.columns - 1) / 2.0;
  for (std::uint32_t r = 0; r < grid.rows; ++r) {
    const Position here = terrain.position_of({middle, static_cast<double>(r)});
    east_.push_back(merestone::distance_m(here, terrain.position_of({middle + 1, static_cast<double>(r)})));
    // The last row's own southern side would lie beyond the grid.
    south_.push_back(r + 1 < grid.rows ? merestone::distance_m(here, terrain.position_of({middle, r + 1.0})) : south_.back());
  }
}

double CellSides::side(const std::vector<double>& sides, double row) {
  return sides[static_cast<std::size_t>(std::clamp(row, 0.0, static_cast<double>(sides.size() - 1)))];
}

double CellSides::distance_m(const GridPlace& a, const GridPlace& b) const {
  const double row = (a.row + b.row) / 2;
  const double east = (b.column - a.column) * east_m(row);
  const double south = (b.row - a.row) * south_m(row);
  return std::sqrt(east * east + south * south);
}

Spot spot_at(const Terrain& terrain, Position p) { return {terrain.place_of(p), terrain.height_at(p)}; }

}  // namespace view

namespace {

using Answer = Sight::Answer;

constexpr double too_little_m = 1e-3;  ///< to hide anything: positions are known to 0.1 mm, on steep ground heights less well

class Sights {
 public:
  Sights(const Terrain& terrain, const ViewRules& rules) : grid_{terrain.grid()}, rules_{rules}, sides_{terrain} {}

  /// Nothing beyond the radius.
  std::optional<Answer> between(const view::Spot& observer, const view::Spot& target) const {
    const double distance = sides_.distance_m(observer.place, target.place);
    if (distance > rules_.radius_m) return {};
    if (std::isnan(observer.ground_m) || std::isnan(target.ground_m)) return Answer::unknown;
    if (distance == 0) return Answer::seen;
    return follow(observer, target, distance);
  }

  /// Rows and columns that the radius covers at most, around a place of this row.
  double rows_within(double row) const { return rules_.radius_m / sides_.south_m(row) * 1.01 + 1; }
  double columns_within(double row) const {
    const double rows = rows_within(row);
    return rules_.radius_m / std::min(sides_.east_m(row - rows), sides_.east_m(row + rows)) * 1.01 + 1;
  }

 private:
  Answer follow(const view::Spot& observer, const view::Spot& target, double distance) const {
    const GridPlace from = observer.place;
    const double columns = target.place.column - from.column;
    const double rows = target.place.row - from.row;
    const double eye = observer.ground_m + rules_.observer_m;
    const double drop = view::drop_per_m2(rules_);
    const double gaze = (target.ground_m + rules_.target_m - eye - drop * distance * distance) / distance;
    Answer answer = Answer::seen;
    // Where the line passes the middles of columns and of rows; there the ground is straight between two cells.
    const auto along = [&](double start, double run, double other_start, double other_run, bool by_column) {
      const double end = start + run;
      const double low = std::floor(std::min(start, end)) + 1;
      const double high = std::ceil(std::max(start, end)) - 1;
      for (double at = low; at <= high; ++at) {
        const double t = (at - start) / run;
        const double beside = other_start + t * other_run;
        const double ground = by_column ? height(beside, at, false) : height(beside, at, true);
        const double away = t * distance;
        if (std::isnan(ground)) {
          answer = Answer::unknown;
        } else if (ground - eye - drop * away * away > gaze * away + too_little_m) {
          return true;
        }
      }
      return false;
    };
    if (columns != 0 && along(from.column, columns, from.row, rows, true)) return Answer::hidden;
    if (rows != 0 && along(from.row, rows, from.column, columns, false)) return Answer::hidden;
    return answer;
  }

  /// On the middle of column or row `at`, `beside` of the other.
  double height(double beside, double at, bool on_row) const {
    const auto most = static_cast<double>((on_row ? grid_.columns : grid_.rows) - 2);
    const double low = std::clamp(std::floor(beside), 0.0, std::max(most, 0.0));
    const double share = std::clamp(beside - low, 0.0, 1.0);
    const auto first = static_cast<std::size_t>(low);
    const auto fixed = static_cast<std::size_t>(at);
    const std::size_t i = on_row ? fixed * grid_.columns + first : first * grid_.columns + fixed;
    const std::size_t next = on_row ? 1 : grid_.columns;
    const auto a = static_cast<double>(grid_.heights_m[i]);
    if (share == 0) return a;
    return a + share * (static_cast<double>(grid_.heights_m[i + next]) - a);
  }

  const ElevationGrid& grid_;
  const ViewRules& rules_;
  view::CellSides sides_;
};

std::vector<view::Spot> spots_of(const Terrain& terrain, std::span<const Position> positions) {
  std::vector<view::Spot> spots;
  for (const Position p : positions) spots.push_back(view::spot_at(terrain, p));
  return spots;
}

}  // namespace

std::vector<Sightings> sightings(const Terrain& terrain, std::span<const Position> observers,
                                 std::span<const Position> targets, const ViewRules& rules) {
  const Sights sights{terrain, rules};
  std::vector<view::Spot> from = spots_of(terrain, observers);
  // In bands of rows about as high as the radius reaches, each band from west to east: a target looks into few.
  const double high = std::min(sights.rows_within((terrain.grid().rows - 1) / 2.0), terrain.grid().rows + 1.0);
  const auto band_of = [&](double row) { return std::floor(row / high); };
  const auto before = [&](const view::Spot& a, const view::Spot& b) {
    const double x = band_of(a.place.row), y = band_of(b.place.row);
    return x != y ? x < y : a.place.column < b.place.column;
  };
  // What cannot be placed on the grid's plane at all is unknown, however far.
  const auto nowhere = [](const view::Spot& spot) { return !std::isfinite(spot.place.row) || !std::isfinite(spot.place.column); };
  const auto lost = static_cast<std::uint32_t>(std::erase_if(from, nowhere));
  std::sort(from.begin(), from.end(), before);
  const std::vector<view::Spot> to = spots_of(terrain, targets);
  std::vector<Sightings> result(targets.size(), {0, lost, 0});
  if (from.empty()) return result;
  const double first_band = band_of(from.front().place.row), last_band = band_of(from.back().place.row);
  parallel_for(targets.size(), 64, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const GridPlace place = to[i].place;
      if (nowhere(to[i])) {
        result[i].unknown += static_cast<std::uint32_t>(from.size());
        continue;
      }
      const double rows = sights.rows_within(place.row);
      const double columns = sights.columns_within(place.row);
      const double south_most = std::min(last_band, band_of(place.row + rows));
      for (double band = std::max(first_band, band_of(place.row - rows)); band <= south_most; ++band) {
        const view::Spot west{{place.column - columns, (band + 0.5) * high}, 0};
        auto observer = std::lower_bound(from.begin(), from.end(), west, before);
        for (; observer != from.end() && band_of(observer->place.row) == band && observer->place.column <= place.column + columns; ++observer) {
          const std::optional<Answer> answer = sights.between(*observer, to[i]);
          if (!answer) continue;
          ++(*answer == Answer::seen ? result[i].seen : *answer == Answer::hidden ? result[i].hidden : result[i].unknown);
        }
      }
    }
  });
  return result;
}

std::vector<Sight> sights_of(const Terrain& terrain, std::span<const Position> observers, Position target,
                             const ViewRules& rules) {
  const Sights sights{terrain, rules};
  const view::Spot to = view::spot_at(terrain, target);
  std::vector<Sight> result;
  for (std::size_t i = 0; i < observers.size(); ++i) {
    const std::optional<Answer> answer = sights.between(view::spot_at(terrain, observers[i]), to);
    if (answer) result.push_back({i, distance_m(observers[i], target), *answer});
  }
  return result;
}

}  // namespace merestone
