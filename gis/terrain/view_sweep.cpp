// SPDX-License-Identifier: Apache-2.0
#include "gis/terrain/view_grid.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace merestone::view {
namespace {

/// Horizons of one ring of cells, by column from the eye: index `middle` is the eye's own column. A horizon is the height
/// above the eye, per ring, that hides what is lower: on one way from the eye that orders places as their angles do.
struct Ring {
  std::vector<float> horizon;
  std::vector<float> unknown;  ///< 1 where a hole lies between
};

/// One ring on one side of the eye's column: cells j = first … last steps from it, `step` ±1. Each cell's horizon comes
/// from the cells j and j − 1 of the ring before, between which the line to it passes.
struct Run {
  const float* heights;       ///< of the cell in the eye's column
  const float* holes;
  std::uint16_t* seen;
  std::uint16_t* unknown;
  float eye_m;
  float target_m;
  float fall;                 ///< that the row lies below the eye's horizon
  float fall_per_square;      ///< that each squared column adds
  float per_ring;             ///< 1 ÷ the ring's number
};

/// Written so that compilers turn it into vector instructions.
template <int step, bool with_holes>
void run(const Run& at, const float* __restrict before, const float* __restrict unknown_before, float* __restrict now,
         float* __restrict unknown_now, float* __restrict seen, int first, int last, int counted) {
  const float* __restrict heights = at.heights;
  const float eye_m = at.eye_m + at.fall;
  const float fall_per_square = at.fall_per_square;
  const float per_ring = at.per_ring;
  const float target_m = at.target_m;
  for (int j = first; j <= last; ++j) {
    const auto x = static_cast<float>(j);
    const float rise = heights[step * j] - eye_m - fall_per_square * x * x;
    const float share = x * per_ring;
    const float hidden_below = (1 - share) * before[step * j] + share * before[step * (j - 1)];
    const float level = rise * per_ring;
    now[step * j] = level > hidden_below ? level : hidden_below;
    seen[j] = (rise + target_m) * per_ring >= hidden_below ? 1.0F : 0.0F;
  }
  if constexpr (with_holes) {
    for (int j = first; j <= last; ++j) {
      const float a = unknown_before[step * j];
      const float b = unknown_before[step * (j - 1)];
      const float beside = a > b ? a : b;
      unknown_now[step * j] = beside > at.holes[step * j] ? beside : at.holes[step * j];
    }
    for (int j = first; j <= counted; ++j) {
      const float perhaps = seen[j] > at.holes[step * j] ? seen[j] : at.holes[step * j];
      const float doubt = perhaps * unknown_now[step * j];
      seen[j] *= 1 - unknown_now[step * j];
      at.unknown[step * j] = static_cast<std::uint16_t>(at.unknown[step * j] + static_cast<int>(doubt));
    }
  }
  std::uint16_t* __restrict counts = at.seen;
  for (int j = first; j <= counted; ++j) {
    counts[step * j] = static_cast<std::uint16_t>(counts[step * j] + static_cast<int>(seen[j]));
  }
}

template <bool with_holes>
void sweep_side(const SweepGrid& grid, const SweepEye& eye, int down, bool diagonals) {
  const int rings = std::min(down > 0 ? grid.rows - 1 - eye.row : eye.row, static_cast<int>(eye.radius_m / eye.row_m));
  if (rings < 1) return;
  const int west_most = eye.column;
  const int east_most = grid.columns - 1 - eye.column;
  const auto middle = static_cast<std::size_t>(std::min(rings, west_most) + 2);
  const std::size_t width = middle + static_cast<std::size_t>(std::min(rings, east_most) + 3);
  constexpr float nothing_hides = -1e30F;
  Ring before{std::vector<float>(width, nothing_hides), std::vector<float>(with_holes ? width : 0, 0.0F)};
  Ring now = before;
  std::vector<float> seen(static_cast<std::size_t>(rings) + 2);
  const auto ground = [&](int ring, auto* layer) {
    return layer + std::ptrdiff_t{eye.row + down * ring} * grid.columns + eye.column;
  };
  for (int ring = 1; ring <= rings; ++ring) {
    const double south = ring * eye.row_m;
    const double reach = std::sqrt(std::max(0.0, eye.radius_m * eye.radius_m - south * south)) / eye.column_m;
    const int within = std::min(ring, static_cast<int>(reach));
    const int counted = std::min(within, diagonals ? ring : ring - 1);
    Run at{.heights = ground(ring, grid.heights),
           .holes = nullptr,
           .seen = ground(ring, grid.seen),
           .unknown = nullptr,
           .eye_m = eye.height_m,
           .target_m = eye.target_m,
           .fall = static_cast<float>(eye.drop * south * south),
           .fall_per_square = static_cast<float>(eye.drop * eye.column_m * eye.column_m),
           .per_ring = 1.0F / static_cast<float>(ring)};
    if constexpr (with_holes) {
      at.holes = ground(ring, grid.holes);
      at.unknown = ground(ring, grid.unknown);
    }
    const float* horizon = before.horizon.data() + middle;
    float* next = now.horizon.data() + middle;
    const float* unknown = with_holes ? before.unknown.data() + middle : nullptr;
    float* next_unknown = with_holes ? now.unknown.data() + middle : nullptr;
    // The cell in the eye's column has one cell before it; a copy beside it would count for nothing.
    run<1, with_holes>(at, horizon, unknown, next, next_unknown, seen.data(), 1, std::min(within, east_most), std::min(counted, east_most));
    run<-1, with_holes>(at, horizon, unknown, next, next_unknown, seen.data(), 1, std::min(within, west_most), std::min(counted, west_most));
    const float beside_horizon[] = {horizon[0], horizon[0]};
    const float beside_unknown[] = {with_holes ? unknown[0] : 0.0F, with_holes ? unknown[0] : 0.0F};
    run<1, with_holes>(at, beside_horizon + 1, beside_unknown + 1, next, next_unknown, seen.data(), 0, 0, 0);
    if (within == ring) {  // the next ring's cell on the diagonal leans on this one's alone
      for (const int side : {1, -1}) {
        if (ring >= (side > 0 ? east_most : west_most)) continue;
        next[side * (ring + 1)] = next[side * ring];
        if constexpr (with_holes) next_unknown[side * (ring + 1)] = next_unknown[side * ring];
      }
    }
    std::swap(before, now);
  }
}

}  // namespace

void sweep(const SweepGrid& grid, const SweepEye& eye, bool diagonals) {
  for (const int down : {-1, 1}) {
    if (grid.holes == nullptr) {
      sweep_side<false>(grid, eye, down, diagonals);
    } else {
      sweep_side<true>(grid, eye, down, diagonals);
    }
  }
}

}  // namespace merestone::view
