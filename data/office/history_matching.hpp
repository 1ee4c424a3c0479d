// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/known_divisions.hpp"
#include "gis/divisions/history.hpp"

namespace merestone {

/// Which histories tell of divisions that the project knows: for each its division, or no id.
///
/// A division on record is the one that held its code when the record of that code begins: where the register
/// lets a code live on in another division, the earlier one. @throws Error conflict store.code_held when two divisions
/// on record would be one, or one would be two.
std::vector<DivisionId> match_histories(const std::vector<DeliveredState>& states, const HistoryReading& reading,
                                        const KnownDivisions& known, const std::string& code_system);

/// The facts that a history states of its division: periods that touch and say the same are one.
struct StatedFacts {
  Period life{};
  std::vector<DivisionVersion> versions;
  std::vector<DivisionCode> codes;
  std::vector<DivisionName> names;
};
StatedFacts stated_facts(const std::vector<DeliveredState>& states, const DivisionHistory& history,
                         DivisionId division, const std::string& code_system, DocumentId document);

}  // namespace merestone
