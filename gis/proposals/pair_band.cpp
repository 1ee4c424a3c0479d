// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/pair_band.hpp"

#include "gis/geodesy/measure.hpp"
#include "gis/proposals/pair_pictures.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace merestone {
namespace {

using namespace proposals;

/// The chains of one picture from the first edge to the last that the other does not have.
std::vector<Chain> disputed_parts(const Picture& own, const Picture& other) {
  std::vector<Chain> parts;
  for (Chain chain : chains_of(own.line)) {
    const auto disputed = [&](std::size_t i) { return !other.line.contains(Edge{chain.path[i], chain.path[i + 1]}); };
    const std::size_t edges = chain.path.size() - 1;
    if (chain.closed()) {
      // Begin where both agree, if they do anywhere.
      std::size_t agreed = 0;
      while (agreed < edges && disputed(agreed)) ++agreed;
      if (agreed < edges) {
        chain.path.pop_back();
        std::rotate(chain.path.begin(), chain.path.begin() + static_cast<std::ptrdiff_t>(agreed), chain.path.end());
        chain.path.push_back(chain.path.front());
      }
    }
    std::size_t first = 0;
    while (first < edges && !disputed(first)) ++first;
    if (first == edges) continue;
    std::size_t last = edges - 1;
    while (!disputed(last)) --last;
    using Step = std::ptrdiff_t;
    parts.push_back({{chain.path.begin() + Step(first), chain.path.begin() + Step(last) + 2}});
  }
  return parts;
}

/// The border with others that changes hands between the two pictures, as walks.
class ContestedBorder {
 public:
  ContestedBorder(const Picture& a, const Picture& b) {
    for (const auto& [edge, holder] : a.border) {
      const auto there = b.border.find(edge);
      if (there != b.border.end() && there->second != holder) next_.emplace(edge.from, edge.to);
    }
  }
  /// From `from` to `to`, both included; empty when it does not lead there.
  Polyline between(Position from, Position to) const {
    Polyline path = onwards(from, to);
    if (!path.empty()) return path;
    path = onwards(to, from);
    std::reverse(path.begin(), path.end());
    return path;
  }

 private:
  Polyline onwards(Position from, Position to) const {
    Polyline path{from};
    while (path.back() != to) {
      const auto next = next_.find(path.back());
      if (next == next_.end() || path.size() > next_.size()) return {};
      path.push_back(next->second);
    }
    return path;
  }
  std::unordered_map<Position, Position, PositionHash> next_;
};

std::optional<Terminal> terminal_between(Position a, Position b, const ContestedBorder& contested) {
  if (a == b) return Terminal{{a}, 0};
  Polyline border = contested.between(a, b);
  if (border.empty()) return {};
  return terminal_on(std::move(border));
}

void note_border(PairBand& found, const Terminal& terminal) {
  if (terminal.border.size() == 1) return;
  const Position at = terminal.border[terminal.middle];
  Finding note{.rule = "proposal.end_on_border", .severity = Severity::note};
  note.place = Place{degrees(at.lon), degrees(at.lat)};
  found.notes.push_back(std::move(note));
}

/// What runs along a stretch of a face's outline.
enum class Side { claim_a, claim_b, third };
struct Run {
  Side side;
  Polyline path;
};

/// A closed path, the face on its left, cut where another side begins.
std::vector<Run> runs_of(const Polyline& ring, const Picture& as_a, const Picture& as_b) {
  const std::size_t edges = ring.size() - 1;
  const auto side_of = [&](std::size_t i) {
    const Edge edge{ring[i % edges], ring[i % edges + 1]};
    if (as_a.line.contains(edge)) return Side::claim_a;
    return as_b.line.contains(edge.back()) ? Side::claim_b : Side::third;
  };
  std::size_t first = 0;
  while (first < edges && side_of(first) == side_of(first + edges - 1)) ++first;
  std::vector<Run> runs;
  if (first == edges) return {{side_of(0), ring}};
  for (std::size_t n = 0; n < edges; ++n) {
    const std::size_t i = (first + n) % edges;
    if (n == 0 || side_of(i) != runs.back().side) runs.push_back({side_of(i), {ring[i]}});
    runs.back().path.push_back(ring[i + 1]);
  }
  return runs;
}

/// Rings around faces that hang together by edges, these on the left.
std::vector<Chain> outlines_of(std::span<const Polygon> faces) {
  std::vector<std::size_t> group(faces.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (group[i] != i) i = group[i] = group[group[i]];
    return i;
  };
  std::unordered_map<Edge, std::size_t, EdgeHash> edges;
  for (std::size_t f = 0; f < faces.size(); ++f) {
    const auto take = [&](const Ring& ring) {
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const Edge edge{ring[i], ring[(i + 1) % ring.size()]};
        const auto across = edges.find(edge.back());
        if (across == edges.end()) {
          edges.emplace(edge, f);
          continue;
        }
        group[root(across->second)] = root(f);
        edges.erase(across);
      }
    };
    take(faces[f].outer);
    for (const Ring& hole : faces[f].holes) take(hole);
  }
  std::vector<std::unordered_set<Edge, EdgeHash>> outlines(faces.size());
  for (const auto& [edge, face] : edges) outlines[root(face)].insert(edge);
  std::vector<Chain> rings;
  for (const auto& outline : outlines) {
    for (Chain& chain : chains_of(outline)) rings.push_back(std::move(chain));
  }
  return rings;
}

std::vector<PairBand> largest_first(std::vector<PairBand> bands) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < bands.size(); ++i) order.emplace_back(-area_m2(ground_of(bands[i].band)), i);
  std::sort(order.begin(), order.end());
  std::vector<PairBand> sorted;
  for (const auto& [area, i] : order) sorted.push_back(std::move(bands[i]));
  return sorted;
}

}  // namespace

std::vector<PairBand> bands_between(const Snapshot& near, const DivisionRegister& divisions, DisputeId dispute, DivisionId a,
                                    DivisionId b) {
  Pictures pictures{near, divisions, dispute, a, b};
  const Picture as_a = pictures.of(a);
  const Picture as_b = pictures.of(b);
  const Picture now = pictures.of({});
  const ContestedBorder border{as_a, as_b};
  const std::vector<Chain> of_a = disputed_parts(as_a, as_b);
  const std::vector<Chain> of_b = disputed_parts(as_b, as_a);
  std::vector<PairBand> bands;
  std::vector<bool> taken(of_b.size());
  for (const Chain& claim : of_a) {
    for (std::size_t i = 0; i < of_b.size(); ++i) {
      if (taken[i] || claim.closed() != of_b[i].closed()) continue;
      PairBand found;
      if (claim.closed()) {
        found.band = band_between(claim.path, of_b[i].path);
      } else {
        const auto start = terminal_between(claim.path.front(), of_b[i].path.front(), border);
        const auto end = terminal_between(claim.path.back(), of_b[i].path.back(), border);
        if (!start || !end) continue;
        found.band = band_between(claim_through(start->to_a(), claim.path, end->to_a()),
                                  claim_through(start->to_b(), of_b[i].path, end->to_b()));
        found.in_force = line_in_force(now, *start, *end);
        note_border(found, *start);
        note_border(found, *end);
      }
      taken[i] = true;
      bands.push_back(std::move(found));
      break;
    }
  }
  return largest_first(std::move(bands));
}

std::vector<PairBand> bands_in_faces(std::span<const Polygon> faces, const Snapshot& near, const DivisionRegister& divisions,
                                     DisputeId dispute, DivisionId a, DivisionId b) {
  Pictures pictures{near, divisions, dispute, a, b};
  const Picture as_a = pictures.of(a);
  const Picture as_b = pictures.of(b);
  const Picture now = pictures.of({});
  std::vector<PairBand> bands;
  for (const Chain& chain : outlines_of(faces)) {
    if (!chain.closed()) continue;
    const auto runs = runs_of(chain.path, as_a, as_b);
    const auto only = [&](Side side) -> const Polyline* {
      const Run* found = nullptr;
      for (const Run& run : runs) {
        if (run.side != side) continue;
        if (found) return nullptr;
        found = &run;
      }
      return found ? &found->path : nullptr;
    };
    const Polyline* of_a = only(Side::claim_a);
    const Polyline* of_b = only(Side::claim_b);
    if (!of_a || !of_b) continue;
    // Round the face: A's claim, the border that A's and the third party's claims leave, B's claim backwards, and back.
    Polyline after_a{of_a->back()}, after_b{of_b->back()};
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (runs[i].side != Side::third) continue;
      Polyline& gap = runs[i].path.front() == of_a->back() ? after_a : after_b;
      gap.insert(gap.end(), runs[i].path.begin() + 1, runs[i].path.end());
    }
    if (after_a.back() != of_b->front() || after_b.back() != of_a->front()) continue;
    std::reverse(after_b.begin(), after_b.end());  // from A's end to B's
    const Terminal start = terminal_on(std::move(after_b));
    const Terminal end = terminal_on(std::move(after_a));
    const Polyline claim_of_b{of_b->rbegin(), of_b->rend()};
    PairBand found;
    found.band = band_between(claim_through(start.to_a(), *of_a, end.to_a()), claim_through(start.to_b(), claim_of_b, end.to_b()));
    found.in_force = line_in_force(now, start, end);
    for (const Terminal* terminal : {&start, &end}) {
      if (terminal->border.size() == 1) continue;
      Finding note{.rule = "proposal.end_at_third", .severity = Severity::warning};
      const Position at = terminal->border[terminal->middle];
      note.place = Place{degrees(at.lon), degrees(at.lat)};
      found.notes.push_back(std::move(note));
    }
    bands.push_back(std::move(found));
  }
  return largest_first(std::move(bands));
}

}  // namespace merestone
