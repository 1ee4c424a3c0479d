// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/grave_counts.hpp"

#include <map>

namespace merestone {

std::vector<GraveCount> count_graves(std::span<const Grave> graves, Date baseline, Date day) {
  std::map<PlaceId, GraveCount> counts;
  for (const Grave& grave : graves) {
    const BuiltWhen when = built_when(grave, baseline);
    const bool stands = grave.valid.contains(day);
    const bool gone = when == BuiltWhen::before && grave.valid.until > baseline && grave.valid.until <= day;
    if (!stands && !gone) continue;
    GraveCount& count = counts[grave.village];
    count.village = grave.village;
    if (gone) {
      ++count.removed;
      continue;
    }
    switch (when) {
      case BuiltWhen::before: ++count.stock; break;
      case BuiltWhen::after: ++count.added; break;
      case BuiltWhen::unclear: ++count.unclear; break;
      case BuiltWhen::not_known: ++count.not_known; break;
    }
  }
  std::vector<GraveCount> result;
  for (auto& [village, count] : counts) result.push_back(count);
  return result;
}

}  // namespace merestone
