// SPDX-License-Identifier: Apache-2.0
/// The strip of contested ground between two parties of a case, as the map needs it to try lines there.
#pragma once

#include "gis/base/id.hpp"
#include "gis/proposals/compare.hpp"

#include <functional>
#include <string>
#include <vector>

namespace merestone {

/// A line through the strip that is on record.
struct StripLine {
  enum class Kind { claim_a, claim_b, in_force, proposal } kind = Kind::proposal;
  std::string title{};   ///< of a proposal
  std::string method{};  ///< of a proposal: how it was made; empty when drawn by hand
  Polyline path{};
};

struct Strip {
  std::string a, b;             ///< letters of the parties
  DivisionId a_division{}, b_division{};
  std::vector<StripLine> lines{};
  /// What a line does. Ends within a metre of where the claims meet are taken for these places; either direction will do.
  /// Called from several threads at once. @throws Error{Fault::invalid} with what proposal_fault() says.
  std::function<ProposalFigures(const Polyline& line)> figures{};
};

/// A case on whose ground lines can be tried.
struct TrialCase {
  std::string number;
  DisputeId dispute;
};

}  // namespace merestone
