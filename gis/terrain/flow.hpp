// SPDX-License-Identifier: Apache-2.0
/// Where water runs on a raster of heights, and where it parts.
#pragma once

#include "gis/geodesy/local_plane.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// Square cells of a plane, rows from south to north.
struct PlaneRaster {
  PlanePoint origin;  ///< middle of the first cell, the south-westernmost
  double cell_m = 1;
  std::int32_t columns = 0;
  std::int32_t rows = 0;
  std::vector<float> values;

  std::size_t size() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
  std::size_t index(std::int32_t column, std::int32_t row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
  }
  PlanePoint middle(std::size_t i) const {
    const auto width = static_cast<std::size_t>(columns);
    return {origin.x + cell_m * static_cast<double>(i % width), origin.y + cell_m * static_cast<double>(i / width)};
  }
};

/// Heights without sinks: every cell can drain over cells not higher to the border or to one without height. Holes
/// stay NaN. (Barnes, Lehman and Mulla, Priority-flood, 2014, with a slope of one float step across flats.)
std::vector<float> without_sinks(const PlaneRaster& heights);

/// For each cell how many cells drain through it, itself counted, by the steepest of eight ways (O'Callaghan and
/// Mark, 1984). @param filled as without_sinks() gives them.
std::vector<std::uint32_t> accumulation(const PlaneRaster& heights, std::span<const float> filled);

/// Which seed's water each cell belongs to when it rises from all seeds at once, never faster than the ground lets
/// it: the labels meet on the watershed between the seeds. (Fehr et al., New efficient methods for calculating
/// watersheds, 2009; Meyer's flooding.) `seeds` has 0 for none; cells where `inside` is false stay 0. Holes are flooded at
/// the height they are reached.
std::vector<std::uint8_t> flooded(const PlaneRaster& heights, std::span<const std::uint8_t> seeds,
                                  std::span<const std::uint8_t> inside);

}  // namespace merestone
