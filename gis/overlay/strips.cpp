// SPDX-License-Identifier: Apache-2.0
#include "gis/overlay/strips.hpp"

#include "gis/geodesy/ellipsoid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone::overlay {
namespace {

using namespace ellipsoid;

/// Nanodegrees. Edges this close may be met in the wrong order: their ends are known to 1e-4 after rounding, and
/// along a steep edge the error of an x of 1e-8 grows with the slope.
constexpr double too_close = 1e-3;
constexpr double too_close_along = 1e-6;

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

std::uint32_t highest(const Counts& counts) noexcept {
  for (std::size_t rank = counts.size(); rank-- > 0;) {
    if (counts[rank] != 0) return static_cast<std::uint32_t>(rank);
  }
  return uncovered;
}

double square_ground_m2(const Square& square) {
  const auto to_equator = [](std::int64_t lat) {
    return ground_to_equator(std::sin(static_cast<double>(lat) * radians_per_nanodegree));
  };
  return static_cast<double>(square.size) * radians_per_nanodegree * (to_equator(square.north()) - to_equator(square.south));
}

/// Mean over an edge between two latitudes of the ground between it and the middle parallel, per nanodegree of
/// longitude. Three terms of the series: the next is below 1e-10 of the square for its largest size.
double Strips::ground(double a, double b) const {
  return slope_[0] * (a + b) / 2 + slope_[1] * (a * a + a * b + b * b) / 6 +
         slope_[2] * (a + b) * (a * a + b * b) / 24;
}

void Strips::take(const Square& square, const Edge& edge, UnitIndex gain, std::int32_t count, std::uint32_t rank) {
  const Position south_east{square.east(), square.south};
  const bool spans_bottom = (edge.from.lat <= square.south) != (edge.to.lat <= square.south);
  const bool eastwards = edge.from.lon < edge.to.lon;
  const Position middle{square.west + square.size / 2, square.south + square.size / 2};
  const Edge e = eastwards ? edge : Edge{edge.to, edge.from};
  Line line{.x0 = static_cast<double>(e.from.lon - middle.lon),
            .y0 = static_cast<double>(e.from.lat - middle.lat),
            .x1 = static_cast<double>(e.to.lon - middle.lon),
            .y1 = static_cast<double>(e.to.lat - middle.lat),
            .passes_bottom = 0,
            .rises = e.to.lat > e.from.lat,
            .gain = eastwards ? gain : UnitIndex{0} - gain,
            .count = eastwards ? count : -count,
            .rank = rank};
  if (!spans_bottom) {
    if (edge.from.lat <= square.south) return;  // all of it on or below the southern side
    line.passes_bottom = line.rises ? -infinity : infinity;
  } else {
    const int passed = passed_on_parallel(edge, square.corner(), south_east);
    const bool corner_west_of_it = left_of(edge, square.corner()) == (edge.to.lat > edge.from.lat);
    if (passed == 0) {
      line.passes_bottom = corner_west_of_it ? infinity : -infinity;
    } else {
      const double x = line.x0 + (-half_ - line.y0) * ((line.x1 - line.x0) / (line.y1 - line.y0));
      line.passes_bottom = std::clamp(x, -half_, half_);
      bottom_.push_back({line.passes_bottom, static_cast<UnitIndex>(passed) * gain, passed * count, rank});
    }
  }
  if (e.from.lon != e.to.lon) lines_.push_back(line);
}

void Strips::find_events() {
  events_ = {-half_, half_};
  const auto event = [&](double x) {
    if (-half_ < x && x < half_) events_.push_back(x);
  };
  for (const Passing& passing : bottom_) event(passing.x);  // also of edges along a meridian, which have no line
  for (const Line& line : lines_) {
    event(line.x0);
    event(line.x1);
    if ((line.y0 < half_) != (line.y1 < half_)) {
      event(line.x0 + (half_ - line.y0) * ((line.x1 - line.x0) / (line.y1 - line.y0)));
    }
  }
  find_crossings();
  std::sort(events_.begin(), events_.end());
  events_.erase(std::unique(events_.begin(), events_.end()), events_.end());
}

/// Borders meet at ends only; everything else may cross.
void Strips::find_crossings() {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    for (std::size_t j = i + 1; j < lines_.size(); ++j) {
      const Line& a = lines_[i];
      const Line& b = lines_[j];
      if (a.rank == uncovered && b.rank == uncovered) continue;
      const double from = std::max({a.x0, b.x0, -half_});
      const double to = std::min({a.x1, b.x1, half_});
      if (!(from < to)) continue;
      const double at_from = a.at(from) - b.at(from);
      const double at_to = a.at(to) - b.at(to);
      if ((at_from < 0) == (at_to < 0)) continue;
      const double x = from + (to - from) * (at_from / (at_from - at_to));
      if (-half_ < x && x < half_) events_.push_back(x);
    }
  }
}

void Strips::walk(double from, double to, UnitIndex unit) {
  const double middle = (from + to) / 2;
  active_.clear();
  for (const Line& line : lines_) {
    if (line.x0 < middle && middle < line.x1 && line.above_bottom(middle)) active_.push_back({line.at(middle), &line});
  }
  std::sort(active_.begin(), active_.end(), [](const Active& a, const Active& b) { return a.y < b.y; });
  walked_ = counts_;
  const double width = (to - from) * radians_per_nanodegree;
  double below = ground(-half_, -half_);
  double y_below = -half_;
  double slope_below = 0;
  const auto add = [&](double above, double y, double slope) {
    const std::uint32_t rank = highest(walked_);
    const bool apart = y - y_below > too_close + too_close_along * (slope_below + slope);
    if (apart && unit != nobody && rank != uncovered) shares_.push_back({unit, rank, (above - below) * width});
    below = above;
    y_below = y;
    slope_below = slope;
  };
  for (const Active& active : active_) {
    const Line& line = *active.line;
    add(ground(std::clamp(line.at(from), -half_, half_), std::clamp(line.at(to), -half_, half_)),
        std::clamp(active.y, -half_, half_), std::abs(line.slope()));
    unit += line.gain;
    if (line.rank != uncovered) walked_[line.rank] += line.count;
  }
  add(ground(half_, half_), half_, 0);
}

std::span<const Share> Strips::measure(const Square& square, UnitIndex unit, const Counts& counts, const CellTree& tree,
                                       std::span<const CellTree::Entry> borders,
                                       std::span<const PatchEdge* const> patches) {
  half_ = static_cast<double>(square.size) / 2;
  lines_.clear();
  bottom_.clear();
  shares_.clear();
  counts_ = counts;
  for (const CellTree::Entry entry : borders) take(square, tree.edge(entry), entry.gain, 0, uncovered);
  for (const PatchEdge* patch : patches) take(square, patch->edge, 0, 1, patch->rank);

  // d/dφ of the ground to the equator is a² (1 − e²) cos φ / (1 − e² sin² φ)²; this and its two derivatives.
  const double lat = static_cast<double>(square.south + square.size / 2) * radians_per_nanodegree;
  const double s = std::sin(lat);
  const double c = std::cos(lat);
  const double u = 1 / (1 - e2 * s * s);
  const double k = equatorial_radius_m * equatorial_radius_m * (1 - e2) * u * u;
  const double r = radians_per_nanodegree;
  slope_[0] = k * c * r;
  slope_[1] = k * s * (4 * e2 * c * c * u - 1) * r * r;
  slope_[2] = k * c * (4 * e2 * (c * c - 3 * s * s) * u + 24 * e2 * e2 * s * s * c * c * u * u - 1) * r * r * r;

  find_events();
  std::sort(bottom_.begin(), bottom_.end(), [](const Passing& a, const Passing& b) { return a.x < b.x; });
  std::size_t passed = 0;
  for (std::size_t i = 1; i < events_.size(); ++i) {
    for (; passed < bottom_.size() && bottom_[passed].x <= events_[i - 1]; ++passed) {
      unit += bottom_[passed].gain;
      if (bottom_[passed].rank != uncovered) counts_[bottom_[passed].rank] += bottom_[passed].count;
    }
    if (events_[i] - events_[i - 1] > too_close) walk(events_[i - 1], events_[i], unit);
  }
  return shares_;
}

}  // namespace merestone::overlay
