// SPDX-License-Identifier: Apache-2.0
/// Positions at even steps along lines: observers on a road, points of a track.
#pragma once

#include "gis/geometry/position.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace merestone {

/// A position on a line, and how far along it.
struct LineSample {
  std::size_t line = 0;     ///< index of the line
  double along_m = 0;       ///< from its start, along edges straight in longitude and latitude
  Position position{};
};

/// For each line its start, then a position every `step_m` metres, and its end; no two at the same place in a row. A
/// line shorter than a step has its two ends. Within an edge steps are even in longitude and latitude: on edges up to
/// 10 km that is even to 1e-3.
/// @throws Error{Fault::invalid} geodesy.not_a_number unless step_m is a positive number.
std::vector<LineSample> samples_along(std::span<const Polyline> lines, double step_m);

}  // namespace merestone
