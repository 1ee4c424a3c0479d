// SPDX-License-Identifier: Apache-2.0
#include "gis/law/relief_rules.hpp"

#include <algorithm>

namespace merestone {
namespace {

template <class List>
auto find_by(const List& list, std::string_view id) -> decltype(list.data()) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.id == id; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

const IndicatorRule* find_indicator(const std::vector<IndicatorRule>& rules, std::string_view id) { return find_by(rules, id); }
const ShelterDuration* ShelterRules::duration(std::string_view id) const { return find_by(durations, id); }
const HazardKind* EventRules::hazard(std::string_view id) const { return find_by(hazards, id); }
const ReportStage* EventRules::stage(std::string_view id) const { return find_by(stages, id); }

const SupplyNeed* DepotRules::need(std::string_view item) const {
  const auto found = std::find_if(needs.begin(), needs.end(), [&](const SupplyNeed& n) {
    return n.id == item || n.words.en == item || n.words.zh == item || std::find(n.names.begin(), n.names.end(), item) != n.names.end();
  });
  return found == needs.end() ? nullptr : &*found;
}

int EventRules::order_of(std::string_view id) const {
  const ReportStage* found = stage(id);
  return found ? static_cast<int>(found - stages.data()) : -1;
}

}  // namespace merestone
