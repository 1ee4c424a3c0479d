// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/evidence_support.hpp"

#include "gis/geodesy/measure.hpp"
#include "gis/geometry/area.hpp"
#include "gis/proposals/plane_path.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

using proposals::operator+;
using proposals::operator-;
using proposals::operator*;
using proposals::NearestOnPath;
using proposals::PlaneLine;

/// Places of a line that are asked: enough for a per cent, few enough for a line that is being dragged.
constexpr std::size_t places_of_line = 400;

double length_of(const PlaneLine& line) {
  double length = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) length += proposals::length(line[i + 1] - line[i]);
  return length;
}

/// Middles of so many pieces of one length.
std::vector<PlanePoint> places_on(const PlaneLine& line) {
  std::vector<PlanePoint> places;
  const double step = length_of(line) / places_of_line;
  double next = step / 2;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const PlanePoint way = line[i + 1] - line[i];
    const double length = proposals::length(way);
    for (; next < length; next += step) places.push_back(line[i] + (next / length) * way);
    next -= length;
  }
  return places;
}

/// The way from claim A to claim B.
class Strip {
 public:
  Strip(const ContestedBand& band, const LocalPlane& plane, double reach_m)
      : a_{proposals::laid_out(claim_a(band), plane)}, b_{proposals::laid_out(claim_b(band), plane)}, reach_m_{reach_m} {}

  /// Of a claim or a part of one: 0 or 1 all along.
  std::optional<double> share_of_all(const PlaneLine& line) const {
    const auto on = [&](const NearestOnPath& claim) {
      return std::all_of(line.begin(), line.end(), [&](PlanePoint p) { return claim.nearest(p).distance <= 1; });
    };
    if (on(a_)) return 0;
    return on(b_) ? std::optional{1.0} : std::nullopt;
  }
  bool is_terminal(PlanePoint p) const {
    return proposals::length(p - a_.points().front()) <= 1 || proposals::length(p - a_.points().back()) <= 1;
  }

  /// 0 on A's claim, 1 on B's; nothing where the two are not told apart.
  std::optional<double> share_of_way(PlanePoint at) const {
    const double from_a = a_.nearest(at).distance, from_b = b_.nearest(at).distance;
    return from_a + from_b > reach_m_ ? std::optional{from_a / (from_a + from_b)} : std::nullopt;
  }

 private:
  NearestOnPath a_, b_;
  double reach_m_;
};

class Stretch {
 public:
  Stretch(PlaneLine line, double weight, const Strip& strip) : path_{line}, share_{strip.share_of_all(line)}, weight_{weight} {}

  double weight() const { return weight_; }
  bool keeps(PlanePoint place, double reach_m) const { return path_.nearest(place).distance <= reach_m; }
  /// The share of the way where the stretch runs beside a place; nothing past an end of it inside the strip.
  std::optional<double> share_beside(PlanePoint place, const Strip& strip, double reach_m) const {
    const auto hit = path_.nearest(place);
    const bool at_end = hit.foot == path_.points().front() || hit.foot == path_.points().back();
    if (at_end && hit.distance > reach_m && !strip.is_terminal(hit.foot)) return std::nullopt;
    return share_ ? share_ : strip.share_of_way(hit.foot);
  }

 private:
  NearestOnPath path_;
  std::optional<double> share_;  ///< where it is a part of a claim
  double weight_;
};

}  // namespace

EvidenceSupport evidence_support(const ContestedBand& band, std::span<const Position> line,
                                 std::span<const SupportedStretch> evidence, double sigma_m) {
  EvidenceSupport support;
  support.unsupported_m = length_m(line);
  const double reach_m = std::max(2 * std::sqrt(2.0) * sigma_m, 1.0);
  const Box box = box_of(ground_of(band));
  const LocalPlane plane{{(box.west + box.east) / 2, (box.south + box.north) / 2}};
  const Strip strip{band, plane, reach_m};
  std::vector<Stretch> stretches;
  for (const SupportedStretch& one : evidence) {
    if (one.path.size() > 1 && one.weight > 0) stretches.emplace_back(proposals::laid_out(one.path, plane), one.weight, strip);
  }
  if (stretches.empty()) return support;
  const std::vector<PlanePoint> places = places_on(proposals::laid_out(line, plane));
  double sum = 0, whole = 0;
  std::size_t supported = 0;
  for (const PlanePoint place : places) {
    const auto here = strip.share_of_way(place);
    supported += std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) { return stretch.keeps(place, reach_m); });
    if (!here) continue;
    for (const Stretch& stretch : stretches) {
      const auto there = stretch.share_beside(place, strip, reach_m);
      if (!there) continue;
      sum += stretch.weight() * (1 - std::abs(*here - *there));
      whole += stretch.weight();
    }
  }
  if (whole > 0) support.agreement = sum / whole;
  if (!places.empty()) support.unsupported_m *= 1 - static_cast<double>(supported) / static_cast<double>(places.size());
  return support;
}

}  // namespace merestone
