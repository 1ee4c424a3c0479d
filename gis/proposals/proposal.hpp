// SPDX-License-Identifier: Apache-2.0
/// Lines that the system proposes between two claims, each with how it was made (domain.md §4.4; issue "The
/// mediator's desk"). Nothing here decides: every line can be made again from what it says of itself.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/proposals/band.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

/// Something outside the claims that a line was made with.
struct DataUsed {
  std::string name;    ///< "elevation", "places"
  std::string sha256;  ///< of the file as delivered; empty when it came without one
  std::string day;     ///< as of which day, or the day of the data; empty when not known
};

using NamedFacts = std::vector<std::pair<std::string, std::string>>;

struct Proposal {
  std::string method;     ///< "equidistant", "weighted", "equal_area", "ridge": see the makers
  NamedFacts parameters;  ///< what was asked: {"t", "0.5"}
  NamedFacts results;     ///< what came out of it: {"t", "0.4712"}, {"share_on_ridge", "0.81"}
  std::vector<DataUsed> data;
  Polyline line;          ///< from first to last terminal; a closed one repeats its first position
  std::vector<Finding> notes;
};

/// What keeps a line from being a proposal for `band`; none when it is one. A proposal
/// 1. starts and ends at the terminals: proposal.off_terminals;
/// 2. does not meet itself: proposal.self_crossing;
/// 3. stays inside the contested ground or on a claim, and passes every place where the claims meet:
///    proposal.leaves_ground, with the place.
std::optional<Finding> proposal_fault(const ContestedBand& band, const Polyline& line);

/// A line cut where the claims meet, one part for each section of the band. @throws Error{Fault::invalid}
/// proposal.leaves_ground when it misses a meeting.
std::vector<Polyline> parts_of(const ContestedBand& band, const Polyline& line);

namespace proposals {
/// A line that is a proposal but for positions beside the ground or edges that touch a claim, as rounding leaves them
/// at narrow ends: without those positions. @throws Error{Fault::invalid} with what proposal_fault() says when that
/// does not help.
Polyline settled(const ContestedBand& band, Polyline line);

/// Square metres between A's claim and a line.
double conceded_m2(const ContestedBand& band, const Polyline& line);
/// Moves the positions of a line sideways, all alike and then one alone, until A concedes `target_m2`; returns what it
/// does. Moves by more than `most_m` on average, or out of the ground, are not made.
double even_out(const ContestedBand& band, Polyline& line, double target_m2, double most_m);
}  // namespace proposals

}  // namespace merestone
