// SPDX-License-Identifier: Apache-2.0
/// How far the units of a level reach, and the walks around their ground.
#pragma once

#include "gis/geodesy/measure.hpp"
#include "gis/territory/territory.hpp"

#include <utility>
#include <vector>

namespace merestone {

/// Every arc of a territory with its box and its measure: what sums over arcs are made of.
struct MeasuredGround {
  explicit MeasuredGround(const Territory& of);
  const Territory& territory;
  std::vector<Box> boxes;
  std::vector<PathMeasure> measures;
};

struct Extent {
  Box box;
  PathMeasure walks;
};

using Neighbours = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// By unit of `view`. Pairs of units with a common border are added to `neighbours`, as often as they have arcs.
std::vector<Extent> extents_of(const MeasuredGround& ground, const LevelView& view, Neighbours& neighbours);

}  // namespace merestone
