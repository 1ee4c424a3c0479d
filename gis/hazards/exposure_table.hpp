// SPDX-License-Identifier: Apache-2.0
/// Who and what lies in hazard zones, by unit, kind and severity (DR-03): every place and every person counted once for
/// each kind of hazard, at the highest severity that reaches them (scenario 27).
#pragma once

#include "gis/hazards/exposure.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace merestone {

/// Something at a position: a natural village, a cemetery, a shelter, a place name.
struct ExposedPoint {
  std::string id;
  std::string name;
  Position position{};
  std::int64_t people = 0;  ///< who live there
};

/// Points of one kind: "village", "name", "facility:cemetery", "shelter"; the list is open.
struct ExposedLayer {
  std::string kind;
  std::vector<ExposedPoint> points;
};

struct ExposureRow {
  std::string kind;     ///< of hazard
  int severity = 0;
  UnitIndex unit = nobody;  ///< nobody: points in zones but in no unit; last
  Wide area_um2 = 0;
  std::int64_t people = 0;
  std::vector<std::size_t> counts;  ///< of points, by layer
};

/// A point in a zone, for lists of names.
struct ExposedThing {
  std::size_t layer = 0;
  std::size_t point = 0;
  std::string kind;     ///< of hazard
  int severity = 0;     ///< the highest
  UnitIndex unit = nobody;
};

struct ExposureTable {
  std::vector<ExposureRow> rows;      ///< by kind, severity, unit; without rows of zeros
  std::vector<ExposedThing> things;   ///< by layer, point, kind
  Wide beyond_um2 = 0;                ///< ground of zones outside all units, each position once
};

/// Points made ready for many questions: the units they lie in.
struct PlacedLayers {
  std::vector<ExposedLayer> layers;
  std::vector<std::vector<UnitIndex>> units;  ///< by layer and point, of the coverage
};
PlacedLayers placed(const CoverageIndex& index, std::vector<ExposedLayer> layers);

/// By upper unit: `upper[u]` holds unit `u` of the coverage, `nobody` for none. Costs the edges of the zones, and a look at
/// each point.
ExposureTable exposure_table(const CoverageIndex& index, std::span<const UnitIndex> upper, std::span<const HazardZone> zones,
                             const PlacedLayers& points);

}  // namespace merestone
