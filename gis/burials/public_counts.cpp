// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/public_counts.hpp"

#include <algorithm>
#include <tuple>

namespace merestone {
namespace {

void add_township(PublicCounts& result, std::vector<CountedUnit> villages, std::int64_t least) {
  const std::string within = villages.front().within;
  std::stable_sort(villages.begin(), villages.end(), [](const CountedUnit& a, const CountedUnit& b) { return a.count < b.count; });
  PublicCount rest{{}, within, {}, 0};
  std::vector<PublicCount> rows;
  for (CountedUnit& village : villages) {
    const bool small = village.count > 0 && village.count < least;
    const bool fills = rest.count > 0 && rest.count < least && village.count > 0;
    if (small || fills) {
      rest.together.push_back(village.unit);
      rest.count += village.count;
    } else {
      rows.push_back({std::move(village.unit), within, {}, village.count});
    }
  }
  if (rest.count > 0 && rest.count < least) {
    result.hidden.push_back(within);
    return;
  }
  std::sort(rows.begin(), rows.end(), [](const PublicCount& a, const PublicCount& b) { return a.unit < b.unit; });
  if (!rest.together.empty()) {
    std::sort(rest.together.begin(), rest.together.end());
    rows.push_back(std::move(rest));
  }
  for (PublicCount& row : rows) {
    row.count -= row.count % least;
    result.shown += row.count;
    result.rows.push_back(std::move(row));
  }
}

}  // namespace

PublicCounts public_counts(std::vector<CountedUnit> counts, std::int64_t least) {
  least = std::max<std::int64_t>(least, 1);
  PublicCounts result;
  std::sort(counts.begin(), counts.end(), [](const CountedUnit& a, const CountedUnit& b) {
    return std::tie(a.within, a.unit) < std::tie(b.within, b.unit);
  });
  for (auto from = counts.begin(); from != counts.end();) {
    const auto until = std::find_if(from, counts.end(), [&](const CountedUnit& each) { return each.within != from->within; });
    add_township(result, {from, until}, least);
    from = until;
  }
  return result;
}

}  // namespace merestone
