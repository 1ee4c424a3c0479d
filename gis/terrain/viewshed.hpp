// SPDX-License-Identifier: Apache-2.0
/// What is seen from where, by the heights of the ground alone: vegetation, buildings and weather are ignored, and so is
/// all relief finer than a cell. Heights are bilinear between the middles of cells.
#pragma once

#include "gis/geometry/position.hpp"
#include "gis/terrain/elevation.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

struct ViewRules {
  double observer_m = 1.7;        ///< eyes above the ground
  double target_m = 0;            ///< what is to be seen, above the ground
  double radius_m = 5000;         ///< nothing further away counts as seen
  double refraction = 0.13;       ///< share of the earth's curvature that bent light makes good; 0 for straight rays
  double earth_radius_m = 6'371'000;

  friend bool operator==(const ViewRules&, const ViewRules&) = default;
};

/// From how many observers within the radius a place is seen. `unknown` are those where a hole in the heights, under the
/// place, the observer or between them, hides the answer: never counted as not seeing.
struct Sightings {
  std::uint32_t seen = 0;
  std::uint32_t unknown = 0;
  std::uint32_t hidden = 0;
  std::uint32_t within() const { return seen + unknown + hidden; }
  friend bool operator==(const Sightings&, const Sightings&) = default;
};

/// Lines of sight from each observer within the radius to each target, one by one: looked at where the line passes from
/// column to column and from row to row of the grid. Exact for the bilinear ground at those places. On all processors.
/// Observers and targets outside the grid are unknown.
std::vector<Sightings> sightings(const Terrain& terrain, std::span<const Position> observers,
                                 std::span<const Position> targets, const ViewRules& rules);

/// Which observers see one target: those within the radius, by index.
struct Sight {
  enum class Answer { seen, hidden, unknown };
  std::size_t observer = 0;
  double distance_m = 0;
  Answer answer = Answer::unknown;
};
std::vector<Sight> sights_of(const Terrain& terrain, std::span<const Position> observers, Position target,
                             const ViewRules& rules);

/// The same for every cell of the grid, as layers over it, row by row from the north.
struct Viewshed {
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  std::vector<std::uint16_t> seen;     ///< observers, 65,535 for that many or more
  std::vector<std::uint16_t> unknown;
  std::size_t observers = 0;           ///< asked for
  std::size_t observers_unknown = 0;   ///< of these, outside the grid or over a hole
};

/// Ring by ring around each observer, every cell's horizon drawn from the two cells before it (Franklin, Ray and Mehta,
/// Geometric algorithms for siting of air defense missile batteries, 1994, "XDraw"): for maps. Along the edges of what is
/// seen it may differ from sightings(), which decide single cases. Cells as large as the grid's, observers at the
/// middles of theirs. On all processors; the result does not depend on their number.
Viewshed viewshed(const Terrain& terrain, std::span<const Position> observers, const ViewRules& rules);

}  // namespace merestone
