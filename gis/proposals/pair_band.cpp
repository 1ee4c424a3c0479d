// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/pair_band.hpp"

#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace merestone {
namespace {

enum class Holder : std::uint8_t { other, a, b };

struct Edge {
  Position from, to;
  friend bool operator==(const Edge&, const Edge&) = default;
};
struct EdgeHash {
  std::size_t operator()(const Edge& e) const noexcept { return hash_of(e.from) * 31 + hash_of(e.to); }
};
struct PositionHash {
  std::size_t operator()(Position p) const noexcept { return hash_of(p); }
};

/// A line of directed edges; a closed one repeats its first position.
struct Chain {
  Polyline path;
  bool closed() const { return path.size() > 2 && path.front() == path.back(); }
};

/// Edges by where they start, to be walked once each.
class Walks {
 public:
  void add(Edge edge) {
    from_[edge.from].push_back(edge.to);
    ++entered_[edge.to];
  }

  /// Lines with ends first, then rings.
  std::vector<Chain> chains() {
    std::vector<Position> starts;
    for (const auto& [from, to] : from_) {
      for (std::size_t i = entered_.contains(from) ? entered_[from] : 0; i < to.size(); ++i) starts.push_back(from);
    }
    std::sort(starts.begin(), starts.end());
    std::vector<Chain> chains;
    for (const Position start : starts) chains.push_back(walk(start));
    std::vector<Position> rest;
    for (const auto& [from, to] : from_) rest.push_back(from);
    std::sort(rest.begin(), rest.end());
    for (const Position start : rest) {
      while (!from_[start].empty()) chains.push_back(walk(start));
    }
    std::erase_if(chains, [](const Chain& chain) { return chain.path.size() < 2; });
    return chains;
  }

 private:
  Chain walk(Position at) {
    Chain chain{{at}};
    for (auto next = from_.find(at); next != from_.end() && !next->second.empty(); next = from_.find(at)) {
      at = next->second.back();
      next->second.pop_back();
      chain.path.push_back(at);
      if (at == chain.path.front()) break;
    }
    return chain;
  }

  std::unordered_map<Position, std::vector<Position>, PositionHash> from_;
  std::unordered_map<Position, std::size_t, PositionHash> entered_;
};

/// The ground as one version has it: its line between the parties, and their border with everybody else.
struct Picture {
  std::unordered_set<Edge, EdgeHash> line;                 ///< A's ground on the left
  std::unordered_map<Edge, Holder, EdgeHash> border;       ///< the parties' ground on the left, by whose it is

  std::vector<Chain> chains() const {
    Walks walks;
    for (const Edge& edge : line) walks.add(edge);
    return walks.chains();
  }
};

class Pictures {
 public:
  Pictures(const Snapshot& near, const DivisionRegister& divisions, DisputeId dispute, DivisionId a, DivisionId b)
      : near_{near}, divisions_{divisions}, dispute_{dispute}, a_{a}, b_{b} {
    for (const Stretch& stretch : near.stretches) stretches_.emplace(stretch.id, &stretch);
    for (const Claim& claim : near.claims) claims_.emplace(claim.id, &claim);
  }

  /// As `party` claims; no id: the situation on the ground.
  Picture of(DivisionId party) {
    Picture picture;
    const std::optional<ClaimId> granted = claim_of(party);
    for (const Delimitation& said : near_.delimitations) {
      const auto stretch = stretches_.find(said.stretch);
      if (stretch == stretches_.end() || !holds(said, granted)) continue;
      const Holder left = holder(said.left);
      const Holder right = holder(said.right);
      if (left == right) continue;
      const Polyline& path = stretch->second->path;
      for (std::size_t i = 0; i + 1 < path.size(); ++i) add(picture, {path[i], path[i + 1]}, left, right);
    }
    return picture;
  }

 private:
  std::optional<ClaimId> claim_of(DivisionId party) const {
    std::optional<ClaimId> on_the_ground;
    for (const Claim& claim : near_.claims) {
      if (claim.dispute != dispute_) continue;
      if (party.value != 0 && claim.claimant == party) return claim.id;
      if (!claim.claimant) on_the_ground = claim.id;
    }
    return on_the_ground;
  }

  bool holds(const Delimitation& said, const std::optional<ClaimId>& granted) const {
    if (!said.claim || said.claim == granted) return true;
    const auto claim = claims_.find(*said.claim);
    return claim != claims_.end() && claim->second->dispute != dispute_ && !claim->second->claimant;
  }

  Holder holder(DivisionId id) {
    const auto [known, fresh] = holders_.try_emplace(id, Holder::other);
    if (!fresh || id.value == 0) return known->second;
    for (const DivisionState* state : divisions_.chain(id)) {
      if (state->id == a_) known->second = Holder::a;
      if (state->id == b_) known->second = Holder::b;
      if (known->second != Holder::other) break;
    }
    return known->second;
  }

  static void add(Picture& picture, Edge edge, Holder left, Holder right) {
    const Edge back{edge.to, edge.from};
    if (left == Holder::other) {
      picture.border.emplace(back, right);
    } else if (right == Holder::other) {
      picture.border.emplace(edge, left);
    } else {
      picture.line.insert(left == Holder::a ? edge : back);
    }
  }

  const Snapshot& near_;
  const DivisionRegister& divisions_;
  DisputeId dispute_;
  DivisionId a_, b_;
  std::unordered_map<StretchId, const Stretch*> stretches_;
  std::unordered_map<ClaimId, const Claim*> claims_;
  std::unordered_map<DivisionId, Holder> holders_;
};

/// The chains of one picture from the first edge to the last that the other does not have.
std::vector<Chain> disputed_parts(const Picture& own, const Picture& other) {
  std::vector<Chain> parts;
  for (Chain chain : own.chains()) {
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

/// One end of a band: a position of both claims, or the border between where each ends, with a terminal on it.
struct Terminal {
  Polyline border;         ///< from A's end to B's; one position where they are the same
  std::size_t middle = 0;  ///< index of the terminal in `border`

  Polyline to_a() const { return {border.rend() - static_cast<std::ptrdiff_t>(middle) - 1, border.rend()}; }
  Polyline to_b() const { return {border.begin() + static_cast<std::ptrdiff_t>(middle), border.end()}; }
  /// From the terminal to a position of the border; empty when it is none.
  Polyline to(Position p) const {
    const auto at = std::find(border.begin(), border.end(), p);
    if (at == border.end()) return {};
    const auto middle_at = border.begin() + static_cast<std::ptrdiff_t>(middle);
    if (at >= middle_at) return {middle_at, at + 1};
    Polyline path{at, middle_at + 1};
    std::reverse(path.begin(), path.end());
    return path;
  }
};

std::optional<Terminal> terminal_between(Position a, Position b, const ContestedBorder& contested) {
  if (a == b) return Terminal{{a}, 0};
  Terminal terminal{contested.between(a, b), 0};
  Polyline& border = terminal.border;
  if (border.empty()) return {};
  const double half = length_m(border) / 2;
  if (border.size() == 2) {
    border.insert(border.begin() + 1, {(a.lon + b.lon) / 2, (a.lat + b.lat) / 2});
    terminal.middle = 1;
    return terminal;
  }
  double along = 0;
  double nearest = half;
  for (std::size_t i = 1; i + 1 < border.size(); ++i) {
    along += distance_m(border[i - 1], border[i]);
    if (std::abs(along - half) > nearest) continue;
    nearest = std::abs(along - half);
    terminal.middle = i;
  }
  if (terminal.middle == 0) terminal.middle = 1;
  return terminal;
}

/// Start terminal, claim, end terminal as one path.
Polyline claim_through(Polyline start, const Polyline& claim, Polyline end) {
  start.insert(start.end(), claim.begin() + 1, claim.end());
  std::reverse(end.begin(), end.end());
  start.insert(start.end(), end.begin() + 1, end.end());
  return start;
}

std::optional<Polyline> line_in_force(const Picture& now, const Terminal& start, const Terminal& end) {
  for (const Chain& chain : now.chains()) {
    const auto on = [](const Terminal& terminal) {
      return [&terminal](Position p) { return std::find(terminal.border.begin(), terminal.border.end(), p) != terminal.border.end(); };
    };
    const auto from = std::find_if(chain.path.begin(), chain.path.end(), on(start));
    const auto to = std::find_if(from, chain.path.end(), on(end));
    if (from == chain.path.end() || to == chain.path.end() || from >= to) continue;
    return claim_through(start.to(*from), Polyline{from, to + 1}, end.to(*to));
  }
  return {};
}

void note_border(PairBand& found, const Terminal& terminal) {
  if (terminal.border.size() == 1) return;
  const Position at = terminal.border[terminal.middle];
  Finding note{.rule = "proposal.end_on_border", .severity = Severity::note};
  note.place = Place{degrees(at.lon), degrees(at.lat)};
  found.notes.push_back(std::move(note));
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
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < bands.size(); ++i) order.emplace_back(-area_m2(ground_of(bands[i].band)), i);
  std::sort(order.begin(), order.end());
  std::vector<PairBand> sorted;
  for (const auto& [area, i] : order) sorted.push_back(std::move(bands[i]));
  return sorted;
}

}  // namespace merestone
