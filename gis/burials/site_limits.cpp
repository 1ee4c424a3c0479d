// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/site_limits.hpp"

#include <algorithm>
#include <set>

namespace merestone {

SiteLimits site_limits(std::span<const BurialRules* const> packs, std::string_view code, Date day) {
  SiteLimits limits;
  limits.stone = narrowest_of(packs, [&](const BurialRules& pack) { return pack.stone_limit(code, day); });
  std::set<std::string_view> types, kinds;
  for (const BurialRules* pack : packs) {
    for (const PlotType& type : pack->plots) {
      if (!types.insert(type.id).second) continue;
      const PlotLimit* limit = narrowest_of(packs, [&](const BurialRules& each) { return each.plot_limit(type.id, code, day); });
      if (limit != nullptr) limits.plots.push_back({&type, limit});
    }
    for (const FacilityKind& kind : pack->facilities) {
      if (!kind.holds_remains || !kinds.insert(kind.id).second) continue;
      const FacilityLimit* limit = narrowest_of(packs, [&](const BurialRules& each) { return each.facility_limit(kind, code, day); });
      if (limit == nullptr) continue;
      const auto shared = std::find_if(limits.facilities.begin(), limits.facilities.end(), [&](const auto& of) { return of.limit == limit; });
      if (shared == limits.facilities.end()) {
        limits.facilities.push_back({{&kind}, limit});
      } else {
        shared->kinds.push_back(&kind);
      }
    }
  }
  return limits;
}

}  // namespace merestone
