// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/course.hpp"

#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace merestone {
namespace {

struct Turn {
  std::size_t at = 0;
  double deviation_m = 0;
};

/// Metres east and north of `origin`; good to some percent over a leg, which is enough to choose where to divide.
struct Plane {
  explicit Plane(Position origin)
      : origin_{origin}, east_{111'320e-9 * std::cos(degrees(origin.lat) * 3.14159265358979323846 / 180)} {}
  double east(Position p) const {
    std::int64_t turn = p.lon - origin_.lon;
    if (turn > antimeridian) turn -= 2 * antimeridian;
    if (turn < -antimeridian) turn += 2 * antimeridian;
    return static_cast<double>(turn) * east_;
  }
  double north(Position p) const { return static_cast<double>(p.lat - origin_.lat) * 110'950e-9; }

 private:
  Position origin_;
  double east_;
};

/// The position between `first` and `last` farthest from the chord that joins them.
Turn farthest(std::span<const Position> path, std::size_t first, std::size_t last) {
  const Plane plane{path[first]};
  const double x = plane.east(path[last]);
  const double y = plane.north(path[last]);
  const double chord2 = x * x + y * y;
  Turn best{first, 0};
  for (std::size_t i = first + 1; i < last; ++i) {
    const double px = plane.east(path[i]);
    const double py = plane.north(path[i]);
    const double t = chord2 > 0 ? std::clamp((px * x + py * y) / chord2, 0.0, 1.0) : 0;
    const double deviation = std::hypot(px - t * x, py - t * y);
    if (deviation > best.deviation_m) best = {i, deviation};
  }
  return best;
}

/// Where to divide the path, its ends included. A ring is always divided, else it has no direction.
std::vector<std::size_t> cuts_of(std::span<const Position> path, double tolerance, std::size_t most_legs) {
  const bool ring = path.front() == path.back();
  std::vector<std::size_t> cuts{0, path.size() - 1};
  std::vector<Turn> worst{farthest(path, 0, path.size() - 1)};  // of the leg from cuts[i] to cuts[i + 1]
  while (worst.size() < std::max<std::size_t>(most_legs, ring ? 2 : 1)) {
    const auto leg = std::max_element(worst.begin(), worst.end(),
                                      [](const Turn& a, const Turn& b) { return a.deviation_m < b.deviation_m; });
    if (leg->deviation_m <= 0 || (leg->deviation_m <= tolerance && !(ring && worst.size() == 1))) break;
    const auto i = static_cast<std::size_t>(leg - worst.begin());
    const std::size_t cut = leg->at;
    *leg = farthest(path, cuts[i], cut);
    worst.insert(leg + 1, farthest(path, cut, cuts[i + 1]));
    cuts.insert(cuts.begin() + static_cast<std::ptrdiff_t>(i) + 1, cut);
  }
  return cuts;
}

}  // namespace

int rose_sector(double true_azimuth_deg) {
  constexpr double half_sector = 11.25;  // its multiples up to 360 are exact, so the limits are
  double azimuth = std::fmod(true_azimuth_deg, 360);
  if (azimuth < 0) azimuth += 360;
  int halves = static_cast<int>(azimuth / half_sector);
  if (halves * half_sector > azimuth) --halves;  // the quotient was rounded up
  return (halves + 1) / 2 % 16;
}

std::vector<CourseLeg> course_of(std::span<const Position> path, EdgeKind edges, const CourseRules& rules) {
  if (path.size() < 2) return {};
  const double whole = length_m(path, edges);
  if (!(whole > 0)) return {};
  const double tolerance = std::max(rules.tolerance_m, rules.tolerance_share * whole);

  const std::vector<std::size_t> cuts = cuts_of(path, tolerance, rules.most_legs);

  std::vector<CourseLeg> legs;
  std::vector<std::int64_t> lengths_um;
  for (std::size_t i = 1; i < cuts.size(); ++i) {
    CourseLeg leg{.from = path[cuts[i - 1]], .to = path[cuts[i]]};
    std::int64_t length_um = measure(path.subspan(cuts[i - 1], cuts[i] - cuts[i - 1] + 1), edges).length_um;
    for (;;) {
      leg.azimuth_deg = geodesic(leg.from, leg.to).azimuth_deg;
      leg.sector = rose_sector(leg.azimuth_deg);
      if (legs.empty() || legs.back().sector != leg.sector) break;
      leg.from = legs.back().from;
      length_um += lengths_um.back();
      legs.pop_back();
      lengths_um.pop_back();
    }
    leg.length_m = metres(length_um);
    legs.push_back(leg);
    lengths_um.push_back(length_um);
  }
  return legs;
}

}  // namespace merestone
