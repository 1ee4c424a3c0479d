// SPDX-License-Identifier: Apache-2.0
/// What a line does to ground and people, and what a place for a cemetery is worth, for machines: the same from commands and
/// from the service.
#pragma once

#include "gis/burials/suitability.hpp"
#include "gis/proposals/compare.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace merestone {

/// Impact on one piece of ground: area, people, natural villages, places, hazards, facilities, each with its band.
nlohmann::ordered_json json_of(const GroundImpact& impact);

/// Everything that the tables compare. Parties are called by the letters `a` and `b`.
nlohmann::ordered_json json_of(const ProposalFigures& figures, const std::string& a, const std::string& b);

/// A candidate with its rank, 1 for the best, and the division that it lies in; without its shape.
nlohmann::ordered_json json_of(const Candidate& candidate, std::size_t rank, const std::string& division);

}  // namespace merestone
