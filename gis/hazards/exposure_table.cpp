// SPDX-License-Identifier: Apache-2.0
#include "gis/hazards/exposure_table.hpp"

#include "gis/overlay/area_index.hpp"
#include "gis/overlay/covered.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace merestone {
namespace {

using Key = std::tuple<std::string, int, UnitIndex>;

}  // namespace

PlacedLayers placed(const CoverageIndex& index, std::vector<ExposedLayer> layers) {
  PlacedLayers made{std::move(layers), {}};
  for (const ExposedLayer& layer : made.layers) {
    std::vector<Position> positions;
    for (const ExposedPoint& point : layer.points) positions.push_back(point.position);
    made.units.push_back(index.units_at(positions));
  }
  return made;
}

ExposureTable exposure_table(const CoverageIndex& index, std::span<const UnitIndex> upper, std::span<const HazardZone> zones,
                             const PlacedLayers& points) {
  ExposureTable table;
  std::map<Key, ExposureRow> rows;
  const auto row = [&](const std::string& kind, int severity, UnitIndex unit) -> ExposureRow& {
    auto [at, fresh] = rows.try_emplace({kind, severity, unit});
    if (fresh) at->second = {kind, severity, unit, 0, 0, std::vector<std::size_t>(points.layers.size(), 0)};
    return at->second;
  };
  for (const ExposedGround& ground : raised(exposed_ground(index, zones), upper)) {
    row(ground.kind, ground.severity, ground.unit).area_um2 += ground.area_um2;
  }

  std::vector<const MultiPolygon*> shapes;
  for (const HazardZone& zone : zones) shapes.push_back(&zone.shape);
  const AreaIndex areas{std::span<const MultiPolygon* const>{shapes}};
  for (std::size_t layer = 0; layer < points.layers.size(); ++layer) {
    std::vector<Position> positions;
    for (const ExposedPoint& point : points.layers[layer].points) positions.push_back(point.position);
    const std::vector<AreaHit> hits = areas.hits(positions);
    for (std::size_t i = 0; i < hits.size();) {
      const std::size_t point = hits[i].position;
      std::map<std::string, int> highest;
      for (; i < hits.size() && hits[i].position == point; ++i) {
        const HazardZone& zone = zones[hits[i].area];
        int& severity = highest[zone.kind];
        severity = std::max(severity, zone.severity);
      }
      const UnitIndex own = points.units[layer][point];
      const UnitIndex unit = own == nobody ? nobody : upper[own];
      for (const auto& [kind, severity] : highest) {
        ExposureRow& sum = row(kind, severity, unit);
        ++sum.counts[layer];
        sum.people += points.layers[layer].points[point].people;
        table.things.push_back({layer, point, kind, severity, unit});
      }
    }
  }
  for (auto& [key, sum] : rows) table.rows.push_back(std::move(sum));
  table.beyond_um2 = ground_beyond(index, shapes);
  return table;
}

}  // namespace merestone
