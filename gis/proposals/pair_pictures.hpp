// SPDX-License-Identifier: Apache-2.0
/// The lines between two parties of a dispute as each version of the ground has them, and where strips between these
/// lines end. For this folder only.
#pragma once

#include "gis/boundaries/boundary.hpp"
#include "gis/divisions/register.hpp"

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace merestone::proposals {

enum class Holder : std::uint8_t { other, a, b };

struct Edge {
  Position from, to;
  Edge back() const { return {to, from}; }
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
/// Edges, each walked once: lines with ends first, then rings.
std::vector<Chain> chains_of(const std::unordered_set<Edge, EdgeHash>& edges);

/// The ground as one version has it: its line between the parties, and their border with everybody else.
struct Picture {
  std::unordered_set<Edge, EdgeHash> line;            ///< A's ground on the left
  std::unordered_map<Edge, Holder, EdgeHash> border;  ///< the parties' ground on the left, by whose it is
};

class Pictures {
 public:
  Pictures(const Snapshot& near, const DivisionRegister& divisions, DisputeId dispute, DivisionId a, DivisionId b);
  /// As `party` claims; no id: the situation on the ground.
  Picture of(DivisionId party);

 private:
  std::optional<ClaimId> claim_of(DivisionId party) const;
  bool holds(const Delimitation& said, const std::optional<ClaimId>& granted) const;
  Holder holder(DivisionId id);

  const Snapshot& near_;
  const DivisionRegister& divisions_;
  DisputeId dispute_;
  DivisionId a_, b_;
  std::unordered_map<StretchId, const Stretch*> stretches_;
  std::unordered_map<ClaimId, const Claim*> claims_;
  std::unordered_map<DivisionId, Holder> holders_;
};

/// One end of a band: a position of both claims, or the border between where each ends, with a terminal on it.
struct Terminal {
  Polyline border;         ///< from A's end to B's; one position where they are the same
  std::size_t middle = 0;  ///< index of the terminal in `border`

  Polyline to_a() const { return {border.rend() - static_cast<std::ptrdiff_t>(middle) - 1, border.rend()}; }
  Polyline to_b() const { return {border.begin() + static_cast<std::ptrdiff_t>(middle), border.end()}; }
  /// From the terminal to a position of the border; empty when it is none.
  Polyline to(Position p) const;
};
/// Half-way along a border, at a position of it; where it has none between its ends, one is made.
Terminal terminal_on(Polyline border);

/// Start terminal, claim, end terminal as one path.
Polyline claim_through(Polyline start, const Polyline& claim, Polyline end);
/// The situation on the ground from terminal to terminal.
std::optional<Polyline> line_in_force(const Picture& now, const Terminal& start, const Terminal& end);

}  // namespace merestone::proposals
