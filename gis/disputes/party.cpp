// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/party.hpp"

#include <algorithm>
#include <tuple>

namespace merestone {

std::vector<CaseParty> label_parties(std::vector<DivisionId> parties, const DivisionRegister& on_report) {
  std::vector<CaseParty> labelled;
  for (const DivisionId id : parties) {
    const DivisionState* state = on_report.find(id);
    labelled.push_back({id, {}, state ? state->code : "", state ? state->name : ""});
  }
  std::sort(labelled.begin(), labelled.end(), [](const CaseParty& a, const CaseParty& b) {
    return std::tuple{a.code.empty(), a.code, a.division} < std::tuple{b.code.empty(), b.code, b.division};
  });
  for (std::size_t i = 0; i < labelled.size(); ++i) {
    for (std::size_t n = i + 1; n > 0; n = (n - 1) / 26) {
      labelled[i].label.insert(labelled[i].label.begin(), static_cast<char>('A' + (n - 1) % 26));
    }
  }
  return labelled;
}

}  // namespace merestone
