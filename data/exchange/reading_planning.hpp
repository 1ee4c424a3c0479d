// SPDX-License-Identifier: Apache-2.0
/// Files in, as in reading.hpp, that lines are proposed with: people counted at places, heights of the ground.
#pragma once

#include "data/exchange/reading.hpp"
#include "data/office/planning_acts.hpp"
#include "gis/terrain/elevation.hpp"

namespace merestone {

/// Fields: id, people, counted. `counted` is for records that do not say when.
struct CountDelivery : Delivery {
  std::vector<DeliveredCount> counts;
};
CountDelivery read_population(const std::string& path, const ReadOptions& options, Date counted = unknown_start,
                              const Progress& progress = {});

/// What the file does not say of its heights.
struct ElevationOptions {
  std::string vertical_datum{};  ///< over what the file says: "1985 National Height Datum"
  std::string day{};             ///< of the data
  std::uint64_t most_cells = 25'000'000;
};

/// GeoTIFF or Esri ASCII grid, north up, one band. Findings: those of elevation_findings(), and those of gis/geodesy on its
/// coordinate system.
/// @throws Error invalid terrain.bands, terrain.too_large, terrain.no_place, terrain.turned, terrain.unit,
/// import.missing_crs and what every reader throws.
struct ElevationDelivery : Delivery {
  ElevationGrid grid;
};
ElevationDelivery read_elevation(const std::string& path, const ReadOptions& options, const ElevationOptions& heights = {},
                                 const Progress& progress = {});

}  // namespace merestone
