// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/territory.hpp"

#include <algorithm>
#include <map>

namespace merestone {

LevelView at_level(const Territory& territory, const DivisionRegister& divisions, Level level) {
  LevelView view{level, {}, {}};
  std::map<Holders, UnitIndex> index;
  for (const Holders& holders : territory.holders) {
    Holders upper;
    for (const DivisionId holder : holders) {
      const DivisionId unit = divisions.at_level(holder, level);
      if (unit.value != 0) upper.push_back(unit);
    }
    std::sort(upper.begin(), upper.end());
    upper.erase(std::unique(upper.begin(), upper.end()), upper.end());
    if (upper.empty()) {
      view.unit_of.push_back(nobody);
      continue;
    }
    const auto [at, fresh] = index.try_emplace(upper, static_cast<UnitIndex>(view.units.size()));
    if (fresh) view.units.push_back(upper);
    view.unit_of.push_back(at->second);
  }
  return view;
}

Level divided_level(const std::vector<LevelView>& views, const Arc& arc) {
  Level highest = 0;
  for (const LevelView& view : views) {
    const UnitIndex left = arc.left == nobody ? nobody : view.unit_of[arc.left];
    const UnitIndex right = arc.right == nobody ? nobody : view.unit_of[arc.right];
    if (left != right && (highest == 0 || view.level < highest)) highest = view.level;
  }
  return highest;
}

}  // namespace merestone
