// SPDX-License-Identifier: Apache-2.0
#include "data/office/place_holders.hpp"

#include "gis/overlay/coverage_index.hpp"
#include "gis/territory/locate.hpp"

namespace merestone {
namespace {

/// So many are looked up one by one.
constexpr std::size_t most_looked_up = 500;

}  // namespace

std::vector<DivisionId> holders_at(const Project& project, const AsOf& as_of, std::span<const Position> positions) {
  std::vector<DivisionId> holders(positions.size());
  if (positions.empty()) return holders;
  const Box whole = project.extent(as_of);
  if (whole.empty()) return holders;
  if (positions.size() <= most_looked_up) {
    const auto near = [&](const Box& box) { return project.snapshot_in(box, as_of); };
    for (std::size_t i = 0; i < positions.size(); ++i) {
      const auto found = locate(positions[i], whole, near, StatusQuo{});
      if (!found.holders.empty()) holders[i] = found.holders.front();
    }
    return holders;
  }
  const Territory territory = derive(project.snapshot(as_of), StatusQuo{});
  const CoverageIndex index{territory.mesh};
  const auto units = index.units_at(positions);
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i] != nobody && !territory.holders[units[i]].empty()) holders[i] = territory.holders[units[i]].front();
  return holders;
}

}  // namespace merestone
