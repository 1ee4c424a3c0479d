// SPDX-License-Identifier: Apache-2.0
#include "cli/service/survey.hpp"

#include "cli/service/extents.hpp"
#include "cli/service/tints.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

/// What is known of the ground before it is told apart by level. Units are those of the territory.
struct Plot {
  MeasuredGround ground;
  std::vector<ExposedGround> exposed;
  std::span<const Facility> facilities;
  std::vector<UnitIndex> facility_units;
};

std::map<UnitIndex, std::vector<ExposedGround>> by_unit(std::vector<ExposedGround> grounds) {
  std::map<UnitIndex, std::vector<ExposedGround>> sorted;
  for (auto& ground : grounds) sorted[ground.unit].push_back(std::move(ground));
  return sorted;
}

std::map<UnitIndex, std::vector<Facility>> facilities_in(const Plot& plot, const LevelView& view) {
  std::map<UnitIndex, std::vector<Facility>> sorted;
  for (std::size_t i = 0; i < plot.facilities.size(); ++i) {
    const auto unit = plot.facility_units[i];
    if (unit != nobody && view.unit_of[unit] != nobody) sorted[view.unit_of[unit]].push_back(plot.facilities[i]);
  }
  return sorted;
}

void survey_level(Atlas& atlas, const Plot& plot, const LevelView& view) {
  Neighbours neighbours;
  const auto extents = extents_of(plot.ground, view, neighbours);
  const auto colours = tints(static_cast<std::uint32_t>(extents.size()), std::move(neighbours));
  const auto exposed = by_unit(raised(plot.exposed, view.unit_of));
  const auto buried = facilities_in(plot, view);
  for (UnitIndex unit = 0; unit < extents.size(); ++unit) {
    if (view.units[unit].size() != 1 || extents[unit].box.empty()) continue;
    const auto area = ground_um2(extents[unit].walks);
    Ground ground{.box = extents[unit].box, .area_m2 = square_metres(area), .tint = colours[unit]};
    if (const auto found = exposed.find(unit); found != exposed.end())
      ground.exposure = exposure_of(found->second, unit, area);
    if (const auto found = buried.find(unit); found != buried.end())
      ground.facilities = tally(found->second, std::vector<UnitIndex>(found->second.size(), unit), unit);
    atlas.ground[view.units[unit].front()] = std::move(ground);
  }
}

/// The box of the divisions in the middle 98 of 100 on both axes, if that is much less than the whole: a country
/// with islands overseas opens on its mainland.
Box home_of(const Atlas& atlas) {
  std::vector<std::int64_t> lons, lats;
  for (const auto& [division, ground] : atlas.ground) {
    lons.push_back((ground.box.west + ground.box.east) / 2);
    lats.push_back((ground.box.south + ground.box.north) / 2);
  }
  if (lons.empty()) return atlas.extent;
  std::sort(lons.begin(), lons.end());
  std::sort(lats.begin(), lats.end());
  const auto low = lons.size() / 100;
  const auto high = lons.size() - 1 - low;
  const Box middle{lons[low], lats[low], lons[high], lats[high]};
  Box home;
  for (const auto& [division, ground] : atlas.ground) {
    const Box& box = ground.box;
    if (!middle.contains({(box.west + box.east) / 2, (box.south + box.north) / 2})) continue;
    const bool far = box.east - box.west > 2 * (middle.east - middle.west) || box.north - box.south > 2 * (middle.north - middle.south);
    if (!far) home.add(box);
  }
  const auto size = [](const Box& box) { return degrees(box.east - box.west) * degrees(box.north - box.south); };
  return home.empty() || size(home) * 4 > size(atlas.extent) ? atlas.extent : home;
}

/// Places come in any number, and only some have a position.
std::vector<DivisionId> holders_of(const std::vector<NamedPlace>& places, const Territory& territory,
                                   const CoverageIndex& index) {
  std::vector<Position> positions;
  for (const auto& place : places)
    if (place.position) positions.push_back(*place.position);
  const auto units = index.units_at(positions);
  std::vector<DivisionId> holders;
  auto unit = units.begin();
  for (const auto& place : places) {
    const auto held = place.position ? *unit++ : nobody;
    holders.push_back(held == nobody ? DivisionId{} : territory.holders[held].front());
  }
  return holders;
}

}  // namespace

void survey(Atlas& atlas, const Snapshot& snapshot, std::span<const HazardZone> zones, std::span<const Facility> facilities) {
  const auto territory = derive(snapshot, StatusQuo{});
  const CoverageIndex index{territory.mesh};
  const Plot plot{MeasuredGround{territory}, exposed_ground(index, zones), facilities, units_of(facilities, index)};
  for (const auto& box : plot.ground.boxes) atlas.extent.add(box);
  atlas.disputed = !snapshot.claims.empty();
  atlas.place_holders = holders_of(atlas.places, territory, index);
  const DivisionRegister divisions{atlas.facts, atlas.as_of.day};
  for (const auto level : divisions.levels()) survey_level(atlas, plot, at_level(territory, divisions, level));
  atlas.home = home_of(atlas);
}

}  // namespace merestone
