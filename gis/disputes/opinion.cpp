// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/opinion.hpp"

#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace merestone {
namespace {

constexpr std::array<std::string_view, 7> words{"legal", "customary", "administered", "resource", "claim", "proposal", "final"};

/// Where a line first meets itself, other than edge by edge; the closing position of a ring is no crossing.
std::optional<Position> self_crossing(const Polyline& path) {
  // Few thousand edges at most: a sweep by western end, with the edges' boxes, is fast enough.
  struct Edge {
    std::size_t at;
    std::int64_t west, east;
  };
  std::vector<Edge> edges;
  for (std::size_t i = 1; i < path.size(); ++i) {
    edges.push_back({i - 1, std::min(path[i - 1].lon, path[i].lon), std::max(path[i - 1].lon, path[i].lon)});
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.west < b.west; });
  for (std::size_t i = 0; i < edges.size(); ++i) {
    for (std::size_t j = i + 1; j < edges.size() && edges[j].west <= edges[i].east; ++j) {
      const auto [a, b] = std::minmax(edges[i].at, edges[j].at);
      const Meeting how = meeting(path[a], path[a + 1], path[b], path[b + 1]);
      const bool next_to = b == a + 1 || (a == 0 && b + 2 == path.size() && path.front() == path.back());
      if (how == Meeting::apart || (next_to && how == Meeting::at_ends)) continue;
      return path[b];
    }
  }
  return {};
}

/// How much of a path lies outside of a shape, by the middles of its pieces.
struct Reach {
  double whole_m = 0;
  double outside_m = 0;
  std::optional<Position> first{};  ///< outside
};

void walk(const Polyline& path, const MultiPolygon& ground, Reach& reach) {
  constexpr double pieces = 400;
  const double step_m = std::max(1.0, length_m(path) / pieces);
  for (std::size_t i = 1; i < path.size(); ++i) {
    const Position a = path[i - 1], b = path[i];
    const double edge_m = distance_m(a, b);
    const auto parts = static_cast<std::int64_t>(std::max(1.0, std::ceil(edge_m / step_m)));
    for (std::int64_t k = 0; k < parts; ++k) {
      const Position middle{a.lon + (b.lon - a.lon) * (2 * k + 1) / (2 * parts), a.lat + (b.lat - a.lat) * (2 * k + 1) / (2 * parts)};
      const double part_m = edge_m / static_cast<double>(parts);
      reach.whole_m += part_m;
      if (locate(ground, middle) != Containment::outside) continue;
      reach.outside_m += part_m;
      if (!reach.first) reach.first = middle;
    }
  }
}

double nearest_corner_m(const MultiPolygon& ground, Position from) {
  double nearest = std::numeric_limits<double>::infinity();
  for (const Polygon& polygon : ground) {
    for (const Position corner : polygon.outer) nearest = std::min(nearest, distance_m(from, corner));
  }
  return nearest;
}

}  // namespace

std::string_view word_of(OpinionKind kind) { return words[static_cast<std::size_t>(kind)]; }

std::optional<OpinionKind> opinion_kind(std::string_view word) {
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end()) return {};
  return static_cast<OpinionKind>(at - words.begin());
}

std::vector<Finding> check_opinion(const LineOpinion& opinion, std::span<const DivisionId> parties, Date today) {
  std::vector<Finding> findings;
  const auto find = [&](const char* rule) -> Finding& {
    Finding found;
    found.rule = rule;
    found.subject.record = opinion.title;
    found.subject.field = "opinion";
    found.facts = {{"title", opinion.title}, {"kind", std::string{word_of(opinion.kind)}}};
    findings.push_back(std::move(found));
    return findings.back();
  };
  if (opinion.path.empty() && opinion.area.empty()) find("opinion.nothing_drawn");
  if (opinion.kind == OpinionKind::claim && opinion.holder.value == 0) find("opinion.no_holder");
  if (opinion.holder.value != 0 && std::find(parties.begin(), parties.end(), opinion.holder) == parties.end()) {
    find("opinion.not_a_party");
  }
  const bool binds = opinion.kind == OpinionKind::claim || opinion.kind == OpinionKind::proposal ||
                     opinion.kind == OpinionKind::final_line;
  if (binds && !opinion.path.empty() && (opinion.left == opinion.right || opinion.left.value * opinion.right.value == 0)) {
    find("opinion.no_sides");
  }
  if (!opinion.path.empty()) {
    const Position first = opinion.path.front();
    if (std::all_of(opinion.path.begin(), opinion.path.end(), [&](Position p) { return p == first; })) {
      find("opinion.zero_length").place = Place{degrees(first.lon), degrees(first.lat)};
    } else if (const auto at = self_crossing(opinion.path)) {
      find("opinion.crosses_itself").place = Place{degrees(at->lon), degrees(at->lat)};
    }
  }
  if (opinion.valid.from > today) {
    Finding& found = find("opinion.in_future");
    found.facts.emplace_back("from", to_string(opinion.valid.from));
    found.facts.emplace_back("today", to_string(today));
  }
  return findings;
}

std::vector<Finding> check_reach(const LineOpinion& opinion, const MultiPolygon& ground) {
  Reach reach;
  walk(opinion.path, ground, reach);
  for (const Polygon& polygon : opinion.area) {
    Polyline ring = polygon.outer;
    if (!ring.empty()) ring.push_back(ring.front());
    walk(ring, ground, reach);
  }
  constexpr double border_share = 0.01;  // of a line that runs along a border itself
  if (ground.empty() || !reach.first || reach.outside_m <= reach.whole_m * border_share) return {};
  const bool holds_ground = std::ranges::any_of(ground, [&](const Polygon& polygon) {
    return !polygon.outer.empty() && locate(opinion.area, polygon.outer.front()) == Containment::inside;
  });
  Finding found;
  found.subject.record = opinion.title;
  found.subject.field = "opinion";
  found.place = Place{degrees(reach.first->lon), degrees(reach.first->lat)};
  found.facts = {{"title", opinion.title}, {"kind", std::string{word_of(opinion.kind)}}};
  if (reach.outside_m >= reach.whole_m * (1 - 1e-9) && !holds_ground) {
    found.rule = "opinion.off_ground";
    found.facts.emplace_back("km", fixed(nearest_corner_m(ground, *reach.first) / 1000, 1));
  } else {
    found.rule = "opinion.leaves_ground";
    found.severity = Severity::warning;
    found.facts.emplace_back("outside_m", fixed(reach.outside_m, 0));
    found.facts.emplace_back("length_m", fixed(reach.whole_m, 0));
  }
  return {found};
}

bool distinguishable(double distance_m, double accuracy_m, double other_accuracy_m) {
  return distance_m > 2 * std::hypot(accuracy_m, other_accuracy_m);
}

}  // namespace merestone
