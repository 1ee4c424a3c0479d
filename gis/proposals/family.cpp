// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/family.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/proposals/level_lines.hpp"
#include "gis/proposals/noding.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

using proposals::GeodesicDistance;
using proposals::LevelLines;
using proposals::operator-;

constexpr double least_width_m = 0.05;
/// Where edges of the claims are cut up, the diagram has positions on top of each other: they would only be trouble.
constexpr double least_step_m = 0.02;

struct Section {
  Section(const BandSection& section, bool closed, const LocalPlane& plane)
      : lines{section, closed, plane}, a{section.a, plane}, b{section.b, plane},
        ground{ground_of({{section}, closed})}, box{box_of(ground)} {}
  LevelLines lines;
  GeodesicDistance a;
  GeodesicDistance b;
  MultiPolygon ground;
  Box box;
};

Position middle_of(const ContestedBand& band) {
  Box box;
  for (const BandSection& section : band.sections) {
    box.add(box_of(section.a));
    box.add(box_of(section.b));
  }
  return {(box.west + box.east) / 2, (box.south + box.north) / 2};
}

/// Newton's method on the excess (1 − t) dA − t dB along its slope; the best position met.
Position polished(Position p, double t, const Section& section) {
  Position best = p;
  double least = -1;
  for (int i = 0; i < 8; ++i) {
    const GeodesicDistance::Hit a = section.a.at(p);
    const GeodesicDistance::Hit b = section.b.at(p);
    const double excess = (1 - t) * a.distance_m - t * b.distance_m;
    if (least >= 0 && std::abs(excess) >= least) break;
    least = std::abs(excess);
    best = p;
    if (least < 0.002) break;
    const PlanePoint slope{(1 - t) * a.away.x - t * b.away.x, (1 - t) * a.away.y - t * b.away.y};
    const double squared = slope.x * slope.x + slope.y * slope.y;
    if (squared < 1e-4) break;
    const PlanePoint step{-excess / squared * slope.x, -excess / squared * slope.y};
    if (std::hypot(step.x, step.y) > 0.1 * std::min(a.distance_m, b.distance_m)) break;
    p = LocalPlane{p}.to_position(step);
  }
  return best;
}

double between_m2(const Polyline& from, const Polyline& to) {
  const PathMeasure there = measure(from);
  PathMeasure walk = there;
  walk += measure(to).reversed();
  return std::abs(square_metres(walk.area_um2));
}

}  // namespace

struct LineFamily::Parts {
  ContestedBand band;
  LocalPlane plane;
  std::vector<std::unique_ptr<Section>> sections;  ///< none for one that is agreed or too narrow
  double ground_m2 = 0;

  Polyline rough(std::size_t i, double t, double turn) const {
    const BandSection& section = band.sections[i];
    if (!sections[i] || t <= 0) return section.a;
    if (t >= 1) return section.b;
    Polyline line;
    std::optional<PlanePoint> last;
    for (const PlanePoint p : sections[i]->lines.line(t, turn)) {
      if (last && proposals::length(p - *last) < least_step_m) continue;
      line.push_back(plane.to_position(p));
      last = p;
    }
    if (line.size() == 1) line.push_back(line.front());
    if (line.size() < 2) throw Error{Fault::invalid, "no line between the claims", {{.rule = "proposal.too_close"}}};
    if (!band.closed) {
      line.front() = section.a.front();
      line.back() = section.a.back();
    } else {
      line.back() = line.front();
    }
    proposals::drop_repeats(line);
    return line;
  }

  /// Polished where that keeps the line inside its ground and simple.
  Polyline fine(std::size_t i, double t, double turn) const {
    Polyline plain = rough(i, t, turn);
    if (!sections[i] || t <= 0 || t >= 1) return plain;
    const ContestedBand alone{{band.sections[i]}, band.closed};
    Polyline line = plain;
    for (std::size_t k = 1; k + 1 < line.size(); ++k) line[k] = polished(line[k], t, *sections[i]);
    if (band.closed) line.front() = line.back() = polished(line.front(), t, *sections[i]);
    proposals::drop_repeats(line);
    if (!proposal_fault(alone, line)) return line;
    return proposals::settled(alone, std::move(plain));
  }
};

LineFamily::LineFamily(const ContestedBand& band)
    : parts_{std::make_unique<Parts>(Parts{band, LocalPlane{middle_of(band)}, {}, area_m2(ground_of(band))})} {
  for (const BandSection& section : band.sections) {
    const bool narrow = area_m2(ground_of({{section}, band.closed})) < least_width_m * length_m(section.a);
    parts_->sections.push_back(narrow ? nullptr : std::make_unique<Section>(section, band.closed, parts_->plane));
  }
}
LineFamily::LineFamily(LineFamily&&) noexcept = default;
LineFamily& LineFamily::operator=(LineFamily&&) noexcept = default;
LineFamily::~LineFamily() = default;

Polyline LineFamily::line(double t, double turn) const {
  if (!(t >= 0 && t <= 1 && turn >= 0 && turn <= 1)) {
    throw Error{Fault::invalid, "t outside [0, 1]",
                {{.rule = "proposal.bad_share", .facts = {{"value", std::to_string(t)}}}}};
  }
  Polyline whole;
  for (std::size_t i = 0; i < parts_->sections.size(); ++i) {
    const Polyline part = parts_->fine(i, t, turn);
    whole.insert(whole.end(), part.begin() + (whole.empty() ? 0 : 1), part.end());
  }
  // Claims that wind back may bring the lines of two sections together.
  return parts_->sections.size() > 1 ? proposals::settled(parts_->band, std::move(whole)) : whole;
}

bool LineFamily::has_wedge() const {
  return std::any_of(parts_->sections.begin(), parts_->sections.end(),
                     [](const auto& section) { return section && section->lines.has_wedge(); });
}

std::optional<double> LineFamily::t_at(Position p) const {
  for (const auto& section : parts_->sections) {
    if (section && section->box.contains(p) && locate(section->ground, p) != Containment::outside) {
      const double a = section->a.at(p).distance_m;
      const double b = section->b.at(p).distance_m;
      return a + b > 0 ? a / (a + b) : 0.5;
    }
  }
  return {};
}

double LineFamily::conceded_by_a_m2(double t, double turn) const {
  double sum = 0;
  for (std::size_t i = 0; i < parts_->sections.size(); ++i) {
    if (parts_->sections[i]) sum += between_m2(parts_->band.sections[i].a, parts_->rough(i, t, turn));
  }
  return sum;
}

double LineFamily::ground_m2() const { return parts_->ground_m2; }
const ContestedBand& LineFamily::band() const { return parts_->band; }

}  // namespace merestone
