// SPDX-License-Identifier: Apache-2.0
#include "gis/hazards/exposure.hpp"

#include "gis/base/parallel.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/overlay/covered.hpp"

#include <algorithm>
#include <map>
#include <mutex>
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
  struct BoxedZone {
    Box box;
    std::size_t zone;
  };
  std::vector<BoxedZone> by_west;
  std::int64_t widest = 0;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    const Box box = box_of(zones[i].shape);
    if (box.empty()) continue;
    by_west.push_back({box, i});
    widest = std::max(widest, box.east - box.west);
  }
  std::sort(by_west.begin(), by_west.end(), [](const BoxedZone& a, const BoxedZone& b) { return a.box.west < b.box.west; });

  std::vector<ZoneHit> hits;
  std::mutex guard;
  parallel_for(positions.size(), 1024, [&](std::size_t first, std::size_t last) {
    std::vector<ZoneHit> found;
    for (std::size_t i = first; i < last; ++i) {
      const Position p = positions[i];
      auto at = std::lower_bound(by_west.begin(), by_west.end(), p.lon - widest,
                                 [](const BoxedZone& a, std::int64_t west) { return a.box.west < west; });
      for (; at != by_west.end() && at->box.west <= p.lon; ++at) {
        if (at->box.contains(p) && locate(zones[at->zone].shape, p) != Containment::outside) found.push_back({i, at->zone});
      }
    }
    const std::lock_guard lock{guard};
    hits.insert(hits.end(), found.begin(), found.end());
  });
  std::sort(hits.begin(), hits.end(),
            [](const ZoneHit& a, const ZoneHit& b) { return std::tie(a.position, a.zone) < std::tie(b.position, b.zone); });
  return hits;
}

}  // namespace merestone
