// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/pair_pictures.hpp"

#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::proposals {
namespace {

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

void add(Picture& picture, Edge edge, Holder left, Holder right) {
  const Edge back{edge.to, edge.from};
  if (left == Holder::other) {
    picture.border.emplace(back, right);
  } else if (right == Holder::other) {
    picture.border.emplace(edge, left);
  } else {
    picture.line.insert(left == Holder::a ? edge : back);
  }
}

}  // namespace

std::vector<Chain> chains_of(const std::unordered_set<Edge, EdgeHash>& edges) {
  Walks walks;
  for (const Edge& edge : edges) walks.add(edge);
  return walks.chains();
}

Pictures::Pictures(const Snapshot& near, const DivisionRegister& divisions, DisputeId dispute, DivisionId a, DivisionId b)
    : near_{near}, divisions_{divisions}, dispute_{dispute}, a_{a}, b_{b} {
  for (const Stretch& stretch : near.stretches) stretches_.emplace(stretch.id, &stretch);
  for (const Claim& claim : near.claims) claims_.emplace(claim.id, &claim);
}

Picture Pictures::of(DivisionId party) {
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

std::optional<ClaimId> Pictures::claim_of(DivisionId party) const {
  std::optional<ClaimId> on_the_ground;
  for (const Claim& claim : near_.claims) {
    if (claim.dispute != dispute_) continue;
    if (party.value != 0 && claim.claimant == party) return claim.id;
    if (!claim.claimant) on_the_ground = claim.id;
  }
  return on_the_ground;
}

bool Pictures::holds(const Delimitation& said, const std::optional<ClaimId>& granted) const {
  if (!said.claim || said.claim == granted) return true;
  const auto claim = claims_.find(*said.claim);
  return claim != claims_.end() && claim->second->dispute != dispute_ && !claim->second->claimant;
}

Holder Pictures::holder(DivisionId id) {
  const auto [known, fresh] = holders_.try_emplace(id, Holder::other);
  if (!fresh || id.value == 0) return known->second;
  for (const DivisionState* state : divisions_.chain(id)) {
    if (state->id == a_) known->second = Holder::a;
    if (state->id == b_) known->second = Holder::b;
    if (known->second != Holder::other) break;
  }
  return known->second;
}

Polyline Terminal::to(Position p) const {
  const auto at = std::find(border.begin(), border.end(), p);
  if (at == border.end()) return {};
  const auto middle_at = border.begin() + static_cast<std::ptrdiff_t>(middle);
  if (at >= middle_at) return {middle_at, at + 1};
  Polyline path{at, middle_at + 1};
  std::reverse(path.begin(), path.end());
  return path;
}

Terminal terminal_on(Polyline path) {
  Terminal terminal{std::move(path), 0};
  Polyline& border = terminal.border;
  if (border.size() < 2) return terminal;
  const double half = length_m(border) / 2;
  if (border.size() == 2) {
    border.insert(border.begin() + 1, {(border[0].lon + border[1].lon) / 2, (border[0].lat + border[1].lat) / 2});
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
  for (const Chain& chain : chains_of(now.line)) {
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

}  // namespace merestone::proposals
