// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/opinion.hpp"

#include <algorithm>
#include <array>
#include <cmath>

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

bool distinguishable(double distance_m, double accuracy_m, double other_accuracy_m) {
  return distance_m > 2 * std::hypot(accuracy_m, other_accuracy_m);
}

}  // namespace merestone
