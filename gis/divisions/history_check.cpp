// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/history_check.hpp"

#include <unordered_set>

namespace merestone {

std::vector<Finding> check_history(const std::vector<DeliveredState>& states, const DivisionFacts& known) {
  auto reading = read_history(states);
  std::unordered_set<std::string> codes;
  for (const auto& fact : known.codes) codes.insert(fact.code);
  for (const auto& history : reading.histories) {
    if (history.heir || history.heir_code.empty() || codes.contains(history.heir_code)) continue;
    const auto& last = states[history.states.back()];
    reading.findings.push_back({.rule = "history.heir_unknown", .severity = Severity::warning,
                                .subject = {last.file, std::to_string(last.record), {}},
                                .facts = {{"code", last.code}, {"name", last.name}, {"heir", history.heir_code},
                                          {"day", to_string(last.valid.until)}}});
  }
  return reading.findings;
}

}  // namespace merestone
