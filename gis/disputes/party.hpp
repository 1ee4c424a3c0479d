// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/divisions/register.hpp"

#include <string>
#include <vector>

namespace merestone {

/// A party of a case, called by a letter so that no report takes sides.
struct CaseParty {
  DivisionId division;
  std::string label;  ///< "A", "B", … "Z", "AA"
  std::string code;
  std::string name;
};

/// Letters in the order of the codes that the parties had when the case was reported (domain.md §4.3, neutrality).
/// Parties that the register of that day does not know come last, in the order of their ids.
std::vector<CaseParty> label_parties(std::vector<DivisionId> parties, const DivisionRegister& on_report);

}  // namespace merestone
