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
  const PlotLimit* best = nullptr;
  for (const PlotLimit& limit : plot_limits) {
    if (limit.type != type || !code.starts_with(limit.jurisdiction) || !limit.valid.contains(day)) continue;
    if (best == nullptr || limit.jurisdiction.size() > best->jurisdiction.size()) best = &limit;
  }
  return best;
}

}  // namespace merestone
