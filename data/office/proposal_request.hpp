// SPDX-License-Identifier: Apache-2.0
/// What is asked of a proposal, as values and as the named facts that are recorded with it.
#pragma once

#include "gis/disputes/opinion.hpp"
#include "gis/proposals/drawn_lines.hpp"
#include "gis/proposals/proposal.hpp"

#include <span>
#include <string>
#include <string_view>

namespace merestone {

/// Which strip of contested ground a line divides.
struct StripChoice {
  std::string between;    ///< letters of two parties, "A,B"; empty: the first two
  std::size_t strip = 1;  ///< counted from 1, the one with most ground first
};

struct ProposalRequest {
  std::string method;       ///< one of proposal_methods()
  double t = 0.5;           ///< of "weighted": how far from A's claim
  double share = 0.5;       ///< of "equal_area", "equal_people": what A keeps
  std::string elevation{};  ///< name of the grid of "ridge", "watercourse", "least_cost"; empty: the best there is
  double catchment_km2 = 1; ///< of "watercourse"
  Position from{}, to{};    ///< of "parallel", "meridian", "geodesic", "rhumb"
  LineOpinionId of{};       ///< of "simplified": the opinion whose line is made simpler
  std::size_t most_corners = 20;
  double slope = 4, people = 4, away = 2, hazard = 2;  ///< weights of "least_cost"; away: from the line in force
};

/// Every method, in the order of the tables.
std::span<const std::string_view> proposal_methods();

/// The facts that make the request again: those that its method asks for.
NamedFacts facts_of(const ProposalRequest& request, const StripChoice& choice);
/// @throws Error invalid proposal.unknown_method.
ProposalRequest request_of(std::string_view method, const NamedFacts& facts);
StripChoice choice_of(const NamedFacts& facts);

/// Errors in a request by itself: proposal.unknown_method (names those there are), proposal.bad_share, proposal.bad_weight.
std::vector<Finding> check_request(const ProposalRequest& request);

}  // namespace merestone
