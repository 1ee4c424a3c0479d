// SPDX-License-Identifier: Apache-2.0
#include "data/office/place_holders.hpp"

#include "gis/base/text.hpp"
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

std::vector<Finding> check_position(const Project& project, const AsOf& as_of, Position position, bool meant) {
  if (project.extent(as_of).empty() || holders_at(project, as_of, {&position, 1}).front().value != 0) return {};
  Finding found{.rule = "name.outside", .severity = Severity::warning, .subject = {{}, {}, "position"},
                .facts = {{"lon", shortest(degrees(position.lon))}, {"lat", shortest(degrees(position.lat))}, {"day", to_string(as_of.day)}}};
  const double lat = degrees(position.lon);
  if (meant || lat < -90 || lat > 90) return {found};
  const Position exchanged = from_degrees(degrees(position.lat), lat);
  const DivisionId holder = holders_at(project, as_of, {&exchanged, 1}).front();
  if (holder.value == 0) return {found};
  const DivisionRegister chain = project.chain_register({holder}, as_of);
  const DivisionState* state = chain.find(holder);
  found.rule = "name.axes";
  found.severity = Severity::error;
  found.facts.emplace_back("division", state != nullptr ? state->code + " " + state->name : "#" + std::to_string(holder.value));
  return {found};
}

}  // namespace merestone
