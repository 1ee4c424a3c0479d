// SPDX-License-Identifier: Apache-2.0
/// How much of each division lies in hazard zones, and what lies inside them (DR-03).
#pragma once

#include "gis/hazards/hazard.hpp"
#include "gis/overlay/coverage_index.hpp"

#include <span>
#include <string>
#include <vector>

namespace merestone {

/// Ground of one unit in zones of one kind at one severity. Zones that lie over each other count once, at the
/// highest severity; zones of different kinds are told apart.
struct ExposedGround {
  std::string kind;
  int severity = 0;
  UnitIndex unit = nobody;
  Wide area_um2 = 0;
  friend bool operator==(const ExposedGround&, const ExposedGround&) = default;
};

/// For every unit of the coverage; without zeros, sorted by kind, severity, unit.
std::vector<ExposedGround> exposed_ground(const CoverageIndex& index, std::span<const HazardZone> zones);

/// The same by upper unit: `upper[u]` holds unit `u`, `nobody` for none (LevelView::unit_of). Sums are exact.
std::vector<ExposedGround> raised(std::span<const ExposedGround> grounds, std::span<const UnitIndex> upper);

/// What a report says of one division.
struct Exposure {
  std::string kind;
  int severity = 0;
  double area_m2 = 0;
  double share = 0;  ///< of the division's ground, 0 to 1
};
/// Of one unit whose whole ground is `area_um2` (overlay/ground.hpp), by kind and then the highest severity first.
std::vector<Exposure> exposure_of(std::span<const ExposedGround> grounds, UnitIndex unit, Wide area_um2);

/// A position that lies in a zone, on its edge or inside; indices into what was asked.
struct ZoneHit {
  std::size_t position = 0;
  std::size_t zone = 0;
  friend bool operator==(const ZoneHit&, const ZoneHit&) = default;
};
/// All hits, exact, sorted by position and then zone: for cemeteries and shelters inside hazard zones.
std::vector<ZoneHit> zones_at(std::span<const Position> positions, std::span<const HazardZone> zones);

}  // namespace merestone
