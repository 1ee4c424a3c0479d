// SPDX-License-Identifier: Apache-2.0
/// Figures of proposals for people and for machines.
#pragma once

#include "cli/service/figures_json.hpp"
#include "data/office/proposals.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace merestone {

/// Everything that the tables compare. Parties are called by their letters.
nlohmann::ordered_json json_of(const ProposalFigures& figures, const ProposalDesk& desk);
nlohmann::ordered_json json_of(const NamedFacts& facts);

/// "A keeps 12.3 km² (51.2 %), B 11.7 km² (48.8 %); 21.4 km; moves 120 people, natural villages Upper Mill".
std::string in_words(const ProposalFigures& figures, const ProposalDesk& desk);
/// "12.3400 km², 1 240 people (1 100 to 1 300), natural villages Upper Mill, Lower Mill".
std::string in_words(const GroundImpact& impact);

/// "21.5" or, where the band is wider than its last digit, "21.5 (20.9 to 22.1)".
std::string banded(const Banded& value, int decimals, double unit = 1);

}  // namespace merestone
