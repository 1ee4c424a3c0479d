// SPDX-License-Identifier: Apache-2.0
/// Grids of heights, as rows; their heights stand packed among the contents.
#pragma once

#include "data/store/fact_writer.hpp"
#include "data/store/statement.hpp"
#include "gis/base/date.hpp"
#include "gis/base/id.hpp"
#include "gis/geometry/area.hpp"
#include "gis/terrain/elevation.hpp"

namespace merestone {

using ElevationId = Id<struct ElevationTag>;

/// A grid on record, without its heights.
struct ElevationRecord {
  ElevationId id;
  DocumentId document;
  Period valid;
  ElevationGrid grid;      ///< `heights_m` is empty
  double accuracy_m = 0;   ///< standard deviation of a height; 0 when not known
  double cell_m = 0;       ///< side of a cell on the ground in the middle of the grid
  std::uint64_t holes = 0; ///< cells without height
  float lowest_m = 0, highest_m = 0;
  std::string content;     ///< digest of the packed heights
  MultiPolygon extent;     ///< the outline of the grid, on the ground
};

std::vector<ElevationRecord> read_elevations(Connection& connection, const Window& window);
/// The id in `record` is not looked at; its content must be kept already. Returns its id.
ElevationId add_elevation(FactWriter& writer, const ElevationRecord& record);

/// The grid with its heights. @throws Error missing terrain.no_content, invalid terrain.damaged.
ElevationGrid read_grid(Connection& connection, const ElevationRecord& record);

}  // namespace merestone
