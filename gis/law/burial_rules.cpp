// SPDX-License-Identifier: Apache-2.0
#include "gis/law/burial_rules.hpp"

#include <algorithm>

namespace merestone {
namespace {

template <class Thing>
const Thing* called(const std::vector<Thing>& things, std::string_view text) {
  const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& t) {
    return t.id == text || t.words.zh == text || t.words.en == text || std::find(t.aliases.begin(), t.aliases.end(), text) != t.aliases.end();
  });
  return found == things.end() ? nullptr : &*found;
}

template <class Limit, class Meant>
const Limit* narrowest(const std::vector<Limit>& limits, std::string_view code, Date day, Meant meant) {
  const Limit* best = nullptr;
  for (const Limit& limit : limits) {
    if (!meant(limit) || !code.starts_with(limit.jurisdiction) || !limit.valid.contains(day)) continue;
    if (best == nullptr || limit.jurisdiction.size() > best->jurisdiction.size()) best = &limit;
  }
  return best;
}

}  // namespace

double GraveTypeRule::limit_m2(std::int64_t remains) const {
  if (remains < 2) return single_m2;
  return (double_m2 > 0 ? double_m2 : single_m2) + extra_m2 * static_cast<double>(remains - 2);
}

const FacilityKind* BurialRules::facility(std::string_view id) const {
  const auto found = std::find_if(facilities.begin(), facilities.end(), [&](const FacilityKind& k) { return k.id == id; });
  return found == facilities.end() ? nullptr : &*found;
}

const PlotType* BurialRules::plot_called(std::string_view text) const { return called(plots, text); }

const PlotLimit* BurialRules::plot_limit(std::string_view type, std::string_view code, Date day) const {
  return narrowest(plot_limits, code, day, [&](const PlotLimit& limit) { return limit.type == type; });
}

const StoneLimit* BurialRules::stone_limit(std::string_view code, Date day) const {
  return narrowest(stone_limits, code, day, [](const StoneLimit&) { return true; });
}

const FacilityLimit* BurialRules::facility_limit(const FacilityKind& kind, std::string_view code, Date day) const {
  return narrowest(facility_limits, code, day, [&](const FacilityLimit& limit) {
    return limit.kinds.empty() ? kind.holds_remains : std::find(limit.kinds.begin(), limit.kinds.end(), kind.id) != limit.kinds.end();
  });
}

}  // namespace merestone
