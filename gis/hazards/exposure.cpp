// SPDX-License-Identifier: Apache-2.0
#include "gis/hazards/exposure.hpp"

#include "gis/geodesy/measure.hpp"
#include "gis/overlay/area_index.hpp"
#include "gis/overlay/covered.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace merestone {

std::vector<ExposedGround> exposed_ground(const CoverageIndex& index, std::span<const HazardZone> zones) {
  std::map<std::string, std::vector<Patch>> kinds;
  for (const HazardZone& zone : zones) kinds[zone.kind].push_back({&zone.shape, zone.severity});
  std::vector<ExposedGround> result;
  for (const auto& [kind, patches] : kinds) {
    for (const CoveredGround& ground : covered_ground(index, patches)) {
      result.push_back({kind, ground.rank, ground.unit, ground.area_um2});
    }
  }
  std::sort(result.begin(), result.end(), [](const ExposedGround& a, const ExposedGround& b) {
    return std::tie(a.kind, a.severity, a.unit) < std::tie(b.kind, b.severity, b.unit);
  });
  return result;
}

std::vector<ExposedGround> raised(std::span<const ExposedGround> grounds, std::span<const UnitIndex> upper) {
  std::map<std::tuple<std::string, int, UnitIndex>, Wide> sums;
  for (const ExposedGround& ground : grounds) {
    if (upper[ground.unit] != nobody) sums[{ground.kind, ground.severity, upper[ground.unit]}] += ground.area_um2;
  }
  std::vector<ExposedGround> result;
  for (const auto& [key, area] : sums) result.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), area});
  return result;
}

std::vector<Exposure> exposure_of(std::span<const ExposedGround> grounds, UnitIndex unit, Wide area_um2) {
  std::vector<Exposure> result;
  for (const ExposedGround& ground : grounds) {
    if (ground.unit != unit) continue;
    const double share = area_um2 > 0 ? static_cast<double>(ground.area_um2) / static_cast<double>(area_um2) : 0;
    result.push_back({ground.kind, ground.severity, square_metres(ground.area_um2), std::clamp(share, 0.0, 1.0)});
  }
  std::stable_sort(result.begin(), result.end(), [](const Exposure& a, const Exposure& b) {
    return std::tie(a.kind, b.severity) < std::tie(b.kind, a.severity);
  });
  return result;
}

std::vector<ZoneHit> zones_at(std::span<const Position> positions, std::span<const HazardZone> zones) {
  std::vector<const MultiPolygon*> shapes;
  for (const HazardZone& zone : zones) shapes.push_back(&zone.shape);
  const AreaIndex index{std::span<const MultiPolygon* const>{shapes}};
  std::vector<ZoneHit> hits;
  for (const AreaHit& hit : index.hits(positions)) hits.push_back({hit.position, hit.area});
  return hits;
}

}  // namespace merestone
