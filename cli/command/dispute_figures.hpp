// SPDX-License-Identifier: Apache-2.0
/// Figures of proposals for people and for machines.
#pragma once

#include "cli/command/told.hpp"
#include "cli/service/figures_json.hpp"
#include "data/office/proposals.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <utility>
#include <vector>

namespace merestone {

/// Everything that the tables compare. Parties are called by their letters.
nlohmann::ordered_json json_of(const ProposalFigures& figures, const ProposalDesk& desk);
nlohmann::ordered_json json_of(const NamedFacts& facts);

/// Figures as a reader is told them.
class FigureWords {
 public:
  /// Classes of features of the land are called as the packs of the project call them.
  FigureWords(const Project& project, Language language);

  /// "A 12.3 km² (51.2 %), B 11.7 km² (48.8 %); …; 21.4 km, 3 monuments; moves 120 people; villages that change sides: Upper Mill (A to B)".
  std::string of(const ProposalFigures& figures, const ProposalDesk& desk) const;
  /// "12.3400 km², 1240 (1100 to 1300) people, villages Upper Mill, Lower Mill".
  std::string of(const GroundImpact& impact) const;
  /// Of a row that is compared: "claim A", "in force", a method, "7 Line of 2020".
  std::string title(const std::string& row, const ProposalDesk& desk) const;

 private:
  std::string banded(const Banded& value, int decimals, double unit = 1) const;  ///< "21.5", or "21.5 (20.9 to 22.1)" where the band is wider
  std::string layer(const std::string& key) const;                             ///< "hazard:flood:3" is 洪水（3 级）; English tells the key

  Language language_;
  std::vector<std::pair<std::string, std::string>> land_;  ///< id of a class, its word
};

}  // namespace merestone
