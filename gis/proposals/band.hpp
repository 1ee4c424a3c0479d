// SPDX-License-Identifier: Apache-2.0
/// Two claims on one line, and the ground between them (domain.md §4.4).
#pragma once

#include "gis/geometry/area.hpp"

#include <span>
#include <string>
#include <vector>

namespace merestone {

/// Where the claims run apart between two meetings, or run as one.
struct BandSection {
  Polyline a;  ///< first to last meeting, along A's claim
  Polyline b;  ///< the same along B's; equal to `a` where nobody disputes

  bool agreed() const { return a == b; }
};

/// The ground between A's and B's claim, from one terminal to the other.
///
/// 1. Within a section the claims have no position in common but its ends; sections follow each other.
/// 2. A holds the ground to the left of its claim, B that to the right of its own: a section whose claim of A runs
///    on the right of B's is claimed by both, one where it runs on the left by nobody.
///    Where the claims come to positions in opposite order they cross once, at the middle one of these; ground between
///    them there that both leave to the same side is in no section, and the claims of the band keep out of it.
/// 3. A closed band lies between two rings that do not meet; it has one section and no terminals.
struct ContestedBand {
  std::vector<BandSection> sections;
  bool closed = false;

  Position start() const { return sections.front().a.front(); }
  Position end() const { return sections.back().a.back(); }
};

/// Nodes two claims against each other. Claims may be given in either direction; the band runs as `a` does. Crossings
/// become positions of both (moved by less than a nanodegree).
/// @throws Error{Fault::invalid} with the place: proposal.too_short (fewer than two positions that differ),
/// proposal.self_crossing, proposal.ends_apart (terminals are not the same positions, with the distance),
/// proposal.tangled (the claims meet in another order along one than along the other), proposal.same_line,
/// proposal.open_and_closed, proposal.not_nested (rings that do not lie one in the other).
ContestedBand band_between(Polyline a, Polyline b);

/// The ground between `from` and `to`, which share both ends: one polygon for each stretch where they differ. Lines
/// that meet in a different order are refused as above.
MultiPolygon ground_between(const Polyline& from, const Polyline& to);

/// All ground of the band, polygon by polygon.
MultiPolygon ground_of(const ContestedBand& band);

/// Whether both claim the ground of a section; else each leaves it to the other. Of one that is agreed(): neither.
bool claimed_by_both(const BandSection& section);
/// The band between what A may hold at most and what B may: where nobody claims the ground, the claims change places.
/// Of a line through the band, A holds what lies between it and B's side of this band, B what lies between it and A's.
ContestedBand most_held(ContestedBand band);

/// Whole claims again, with the positions where they meet.
Polyline claim_a(const ContestedBand& band);
Polyline claim_b(const ContestedBand& band);

/// The first place where a path meets itself other than at neighbouring edges; the closing of a ring does not count.
bool is_simple(std::span<const Position> path);

}  // namespace merestone
