// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/holdings.hpp"

#include "gis/territory/pictures.hpp"

#include <unordered_map>

namespace merestone {

std::map<DivisionId, Wide> held_ground(const Snapshot& snapshot) {
  const Picture picture = pictures(snapshot, StatusQuo{}).front();
  std::unordered_map<StretchId, PathMeasure> measures;
  measures.reserve(snapshot.stretches.size());
  for (const Stretch& stretch : snapshot.stretches) {
    if (stretch.path.size() > 1) measures.emplace(stretch.id, measure(stretch.path, stretch.edges));
  }
  std::map<DivisionId, PathMeasure> walks;
  for (const Delimitation& d : snapshot.delimitations) {
    const auto along = measures.find(d.stretch);
    if (along == measures.end() || !picture.draws(d) || d.left == d.right) continue;
    if (d.left.value != 0) walks[d.left] += along->second;
    if (d.right.value != 0) walks[d.right] += along->second.reversed();
  }
  std::map<DivisionId, Wide> ground;
  for (const auto& [division, walk] : walks) ground.emplace(division, ground_um2(walk));
  return ground;
}

}  // namespace merestone
