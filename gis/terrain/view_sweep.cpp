// SPDX-License-Identifier: Apache-2.0
#include "gis/terrain/view_grid.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::view {

/// One ring on one side of an eye's column. Columns count from the eye: `side`·1 … `side`·last.
struct Run {
  const float* heights;       ///< of the cell in the eye's column; the others alike
  const float* holes;
  const float* before;        ///< horizons of the ring before
  const float* unknown_before;
  float* now;
  float* unknown_now;
  std::int32_t* seen;
  std::int32_t* unknown;
  float eye_m;                ///< and how far the row lies below the eye's horizon
  float lift;                 ///< target's height ÷ the ring's number
  float fall_per_square;      ///< that each squared column adds
  float per_ring;             ///< 1 ÷ the ring's number
};

namespace {

constexpr float nothing_hides = -1e30F;

/// Cells from column `first` to column `last`, eastwards. Each cell's horizon comes from the cells beside which the line to
/// it passes in the ring before: its own column's and the one nearer to the eye. Written so that compilers turn it into
/// vector instructions, whatever their width with the same result: nothing here is fused or summed in another order.
template <int side, bool with_holes>
[[gnu::always_inline]] inline void run(const Run& at, std::int32_t first, std::int32_t last) {
  const float* __restrict heights = at.heights;
  const float* __restrict before = at.before;
  float* __restrict now = at.now;
  std::int32_t* __restrict seen = at.seen;
  const float eye_m = at.eye_m, lift = at.lift, fall_per_square = at.fall_per_square, per_ring = at.per_ring;
  if constexpr (!with_holes) {
    for (std::int32_t c = first; c <= last; ++c) {
      const auto x = static_cast<float>(side * c);
      const float level = (heights[c] - eye_m - fall_per_square * x * x) * per_ring;
      const float hidden_below = before[c] + x * per_ring * (before[c - side] - before[c]);
      now[c] = level > hidden_below ? level : hidden_below;
      seen[c] += level + lift >= hidden_below ? 1 : 0;
    }
  } else {
    const float* __restrict holes = at.holes;
    const float* __restrict unknown_before = at.unknown_before;
    float* __restrict unknown_now = at.unknown_now;
    std::int32_t* __restrict unknown = at.unknown;
    for (std::int32_t c = first; c <= last; ++c) {
      const auto x = static_cast<float>(side * c);
      const float level = (heights[c] - eye_m - fall_per_square * x * x) * per_ring;
      const float hidden_below = before[c] + x * per_ring * (before[c - side] - before[c]);
      now[c] = level > hidden_below ? level : hidden_below;
      const float beside = unknown_before[c] > unknown_before[c - side] ? unknown_before[c] : unknown_before[c - side];
      const float doubt = beside > holes[c] ? beside : holes[c];
      unknown_now[c] = doubt;
      const float sight = level + lift >= hidden_below ? 1.0F : 0.0F;
      const float perhaps = sight > holes[c] ? sight : holes[c];
      seen[c] += static_cast<std::int32_t>(sight * (1 - doubt));
      unknown[c] += static_cast<std::int32_t>(perhaps * doubt);
    }
  }
}

using Step = void (*)(const Run&, std::int32_t, std::int32_t);

template <int side, bool with_holes>
void run_anywhere(const Run& at, std::int32_t first, std::int32_t last) { run<side, with_holes>(at, first, last); }

#if defined(__x86_64__)
template <int side, bool with_holes>
[[gnu::target("avx2")]] void run_wide(const Run& at, std::int32_t first, std::int32_t last) { run<side, with_holes>(at, first, last); }
const bool wide = __builtin_cpu_supports("avx2") != 0;

template <int side, bool with_holes>
Step step() { return wide ? run_wide<side, with_holes> : run_anywhere<side, with_holes>; }
#else
template <int side, bool with_holes>
Step step() { return run_anywhere<side, with_holes>; }
#endif

}  // namespace

void Sweep::look_from(std::span<const SweepEye> eyes, bool diagonals) {
  diagonals_ = diagonals;
  with_holes_ = grid_.holes != nullptr;
  east_ = with_holes_ ? step<1, true>() : step<1, false>();
  west_ = with_holes_ ? step<-1, true>() : step<-1, false>();
  for (const int down : {-1, 1}) {
    if (looks_.size() < eyes.size()) looks_.resize(eyes.size());
    std::int32_t first = grid_.rows, last = -1;
    first_ = grid_.columns;
    last_ = -1;
    for (std::size_t i = 0; i < eyes.size(); ++i) {
      begin(eyes[i], down, looks_[i]);
      if (looks_[i].rings < 1) continue;
      const std::int32_t from = eyes[i].row + down;
      const std::int32_t to = eyes[i].row + down * looks_[i].rings;
      first = std::min({first, from, to});
      last = std::max({last, from, to});
    }
    for (std::int32_t i = first; i <= last; ++i) {
      const std::int32_t row = down > 0 ? i : last - (i - first);
      look_along(row, down, std::span{looks_}.first(eyes.size()));
    }
  }
}

void Sweep::begin(const SweepEye& eye, int down, Look& look) {
  look.eye = eye;
  look.rings = std::min(down > 0 ? grid_.rows - 1 - eye.row : eye.row, static_cast<std::int32_t>(std::min(eye.radius_m / eye.row_m, 1e9)));
  if (look.rings < 1) return;
  const std::int32_t west = std::min(look.rings, eye.column);
  const std::int32_t east = std::min(look.rings, grid_.columns - 1 - eye.column);
  first_ = std::min(first_, eye.column - west);
  last_ = std::max(last_, eye.column + east);
  look.middle = west + 2;
  const auto width = static_cast<std::size_t>(look.middle + east + 3);
  look.before.assign(width, nothing_hides);
  look.now.assign(width, nothing_hides);
  if (!with_holes_) return;
  look.unknown_before.assign(width, 0);
  look.unknown_now.assign(width, 0);
}

void Sweep::look_along(std::int32_t row, int down, std::span<Look> looks) {
  const auto columns = static_cast<std::size_t>(grid_.columns);
  seen_.resize(columns);
  std::fill(seen_.begin() + first_, seen_.begin() + last_ + 1, 0);
  if (with_holes_) unknown_ = seen_;
  for (Look& look : looks) {
    const std::int32_t ring = down * (row - look.eye.row);
    if (ring >= 1 && ring <= look.rings) see_ring(row, ring, look);
  }
  const auto count = [&](const std::vector<std::int32_t>& of_row, std::uint16_t* layer) {
    std::uint16_t* __restrict counts = layer + static_cast<std::size_t>(row) * columns;
    for (std::int32_t c = first_; c <= last_; ++c) counts[c] = static_cast<std::uint16_t>(counts[c] + of_row[static_cast<std::size_t>(c)]);
  };
  count(seen_, grid_.seen);
  if (with_holes_) count(unknown_, grid_.unknown);
}

void Sweep::see_ring(std::int32_t row, std::int32_t ring, Look& look) {
  const SweepEye& eye = look.eye;
  const double south = ring * eye.row_m;
  const double reach = std::sqrt(std::max(0.0, eye.radius_m * eye.radius_m - south * south)) / eye.column_m;
  const std::int32_t within = reach < ring ? static_cast<std::int32_t>(reach) : ring;
  const std::int32_t counted = diagonals_ ? within : std::min(within, ring - 1);
  const std::size_t start = static_cast<std::size_t>(row) * static_cast<std::size_t>(grid_.columns) + static_cast<std::size_t>(eye.column);
  Run at{.heights = grid_.heights + start,
         .holes = nullptr,
         .before = look.before.data() + look.middle,
         .unknown_before = nullptr,
         .now = look.now.data() + look.middle,
         .unknown_now = nullptr,
         .seen = seen_.data() + eye.column,
         .unknown = nullptr,
         .eye_m = eye.height_m + static_cast<float>(eye.drop * south * south),
         .lift = eye.target_m / static_cast<float>(ring),
         .fall_per_square = static_cast<float>(eye.drop * eye.column_m * eye.column_m),
         .per_ring = 1.0F / static_cast<float>(ring)};
  if (with_holes_) {
    at.holes = grid_.holes + start;
    at.unknown_before = look.unknown_before.data() + look.middle;
    at.unknown_now = look.unknown_now.data() + look.middle;
    at.unknown = unknown_.data() + eye.column;
  }
  const std::int32_t east_most = grid_.columns - 1 - eye.column;
  const std::int32_t west_most = eye.column;
  const float own_horizon[] = {at.before[0], at.before[0]};  // the cell in the eye's column leans on one cell alone
  const float own_unknown[] = {with_holes_ ? at.unknown_before[0] : 0, with_holes_ ? at.unknown_before[0] : 0};
  Run own = at;
  own.before = own_horizon + 1;
  own.unknown_before = own_unknown + 1;
  east_(own, 0, 0);
  east_(at, 1, std::min(counted, east_most));
  west_(at, -std::min(counted, west_most), -1);
  if (counted < within) {  // on the diagonals another sweep counts; the horizon goes on here
    uncounted_.resize(2 * seen_.size());
    for (const std::int32_t side : {1, -1}) {
      if (within > (side > 0 ? east_most : west_most)) continue;
      Run uncounted = at;
      uncounted.seen = uncounted_.data() + eye.column;
      uncounted.unknown = uncounted.seen + seen_.size();
      (side > 0 ? east_ : west_)(uncounted, side * within, side * within);
    }
  }
  if (within == ring) {  // the next ring's cell on the diagonal leans on this one's alone
    for (const std::int32_t side : {1, -1}) {
      if (ring >= (side > 0 ? east_most : west_most)) continue;
      at.now[side * (ring + 1)] = at.now[side * ring];
      if (with_holes_) at.unknown_now[side * (ring + 1)] = at.unknown_now[side * ring];
    }
  }
  std::swap(look.before, look.now);
  std::swap(look.unknown_before, look.unknown_now);
}

}  // namespace merestone::view
