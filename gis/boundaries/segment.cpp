// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/segment.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {
namespace {

Finding about(const Segment& segment, const std::string& line, const char* rule, std::string field) {
  return {rule, Severity::error, {{}, std::to_string(segment.ordinal), std::move(field)}, {},
          {{"line", line}, {"ordinal", std::to_string(segment.ordinal)}}};
}

const Monument* find(MonumentId id, std::span<const Monument> monuments) {
  const auto at = std::find_if(monuments.begin(), monuments.end(), [&](const Monument& m) { return m.id == id; });
  return at == monuments.end() ? nullptr : &*at;
}

}  // namespace

std::vector<Finding> check_segments(std::span<const Segment> segments, bool on_ground, const std::string& line) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    if (segment.ordinal != static_cast<std::int64_t>(i) + 1) {
      findings.push_back(about(segment, line, "segment.ordinal_gap", "ordinal"));
      findings.back().facts.emplace_back("expected", std::to_string(i + 1));
    }
    if (i > 0 && (segment.from != segments[i - 1].to || segment.from.value == 0)) {
      findings.push_back(about(segment, line, "segment.not_joined", "from_monument"));
    }
    if (segment.downstream && segment.carrier != Carrier::watercourse) {
      findings.push_back(about(segment, line, "segment.downstream_on_land", "downstream"));
    }
    if (!on_ground && segment.text.empty()) findings.push_back(about(segment, line, "segment.nothing_said", "text"));
  }
  return findings;
}

Polyline in_order_of_segments(std::span<const Position> path, EdgeKind edges, std::span<const Segment> segments, std::span<const Monument> monuments) {
  const PathRuler ruler{path, edges};
  double onwards_m = 0;
  for (const Segment& segment : segments) {
    const Monument* from = find(segment.from, monuments);
    const Monument* to = find(segment.to, monuments);
    if (from && to) onwards_m += ruler.nearest(to->position).along_m - ruler.nearest(from->position).along_m;
  }
  return onwards_m < 0 ? Polyline{path.rbegin(), path.rend()} : Polyline{path.begin(), path.end()};
}

std::optional<Polyline> path_of(const Segment& segment, const PathRuler& line, std::span<const Monument> monuments,
                                double reach_m) {
  OnPath from{.at = line.path().front()};
  OnPath to{.at = line.path().back(), .along_m = line.length_m(), .edge = line.path().size() - 2};
  for (const auto& [id, place] : {std::pair{segment.from, &from}, std::pair{segment.to, &to}}) {
    if (id.value == 0) continue;
    const Monument* monument = find(id, monuments);
    if (!monument) return {};
    *place = line.nearest(monument->position);
    if (place->off_m > reach_m) return {};
  }
  if (from.at == to.at && line.path().front() != line.path().back()) return {};
  return line.between(from, to);
}

std::optional<FeatureShift> compare(std::span<const Position> part, std::span<const Polyline> feature,
                                    double line_accuracy_m, double feature_accuracy_m, double step_m) {
  std::vector<PathRuler> rulers;
  for (const Polyline& piece : feature) {
    if (piece.size() > 1) rulers.emplace_back(piece);
  }
  if (rulers.empty() || part.size() < 2) return {};
  FeatureShift shift{.greatest_m = -1, .allowed_m = 2 * std::hypot(line_accuracy_m, feature_accuracy_m)};
  double sum = 0;
  std::size_t looked = 0;
  const auto look = [&](Position p) {
    OnPath nearest = rulers.front().nearest(p);
    for (std::size_t i = 1; i < rulers.size(); ++i) {
      const OnPath other = rulers[i].nearest(p);
      if (other.off_m < nearest.off_m) nearest = other;
    }
    sum += nearest.off_m;
    ++looked;
    if (nearest.off_m <= shift.greatest_m) return;
    shift.greatest_m = nearest.off_m;
    shift.at = p;
    shift.feature_at = nearest.at;
  };
  look(part.front());
  for (std::size_t i = 1; i < part.size(); ++i) {
    const Geodesic edge = geodesic(part[i - 1], part[i]);
    const int steps = std::clamp(static_cast<int>(std::ceil(edge.distance_m / step_m)), 1, 10'000);
    for (int k = 1; k < steps; ++k) look(destination(part[i - 1], edge.azimuth_deg, edge.distance_m * k / steps));
    look(part[i]);
  }
  shift.mean_m = sum / static_cast<double>(looked);
  return shift;
}

std::optional<Finding> judge(const Segment& segment, const FeatureShift& shift, const std::string& line, Date feature_day) {
  if (!shift.moved()) return {};
  const bool fixed_line = segment.movement == MovementRule::fixed;
  return Finding{
      fixed_line ? "segment.feature_moved" : "segment.feature_to_follow", Severity::warning,
      {{}, std::to_string(segment.ordinal), {}},
      merestone::Place{degrees(shift.at.lon), degrees(shift.at.lat)},
      {{"line", line}, {"ordinal", std::to_string(segment.ordinal)}, {"feature", segment.feature},
       {"greatest_m", fixed(shift.greatest_m, 1)}, {"mean_m", fixed(shift.mean_m, 1)},
       {"allowed_m", fixed(shift.allowed_m, 1)}, {"day", to_string(feature_day)}}};
}

}  // namespace merestone
