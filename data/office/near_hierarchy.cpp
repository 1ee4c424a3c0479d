// SPDX-License-Identifier: Apache-2.0
#include "data/office/near_hierarchy.hpp"

namespace merestone {

void NearHierarchy::know(std::vector<DivisionId> divisions) {
  while (!divisions.empty()) {
    const DivisionId division = divisions.back();
    divisions.pop_back();
    if (division.value == 0 || !known_.insert(division).second) continue;
    const KeptDivisionFacts facts = read_kept_facts(connection_, window_, division);
    for (const auto& kept : facts.versions) hierarchy_.add(kept.fact);
    for (const auto& kept : facts.memberships) {
      if (kept.fact.member != division) continue;
      hierarchy_.add(kept.fact);
      divisions.push_back(kept.fact.superior);
    }
  }
}

}  // namespace merestone
