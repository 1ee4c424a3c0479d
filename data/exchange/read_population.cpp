// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reading_planning.hpp"
#include "data/exchange/staged.hpp"

namespace merestone {

CountDelivery read_population(const std::string& path, const ReadOptions& options, Date counted, const Progress& progress) {
  CountDelivery delivery;
  const exchange::Plan plan{{{"id", "people", "counted"}, {"id", "people"}, false}, {}};
  exchange::Staged staged{path, options, plan, {}, progress};
  for (std::size_t i = 0; i < staged.size(); ++i) {
    const std::string id = staged.needed(i, "id");
    const auto count = exchange::count_of(staged, i, counted);
    if (count && count->counted == unknown_start) staged.needed(i, "counted");
    if (id.empty() || !count) continue;
    delivery.counts.push_back({id, *count, i + 1});
  }
  staged.finish(delivery);
  delivery.source.kind = "census";
  return delivery;
}

}  // namespace merestone
