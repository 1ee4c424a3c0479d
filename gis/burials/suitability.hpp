// SPDX-License-Identifier: Apache-2.0
/// Where a new cemetery may be: ground on which all rules hold, cut into candidates with their figures.
#pragma once

#include "gis/base/id.hpp"
#include "gis/burials/siting_check.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// How candidates are weighed against each other; only the ratios count.
struct SuitabilityWeights {
  double area = 1;
  double access = 1;      ///< near a road
  double slope = 1;       ///< flat
  double villages = 1;    ///< far from villages; negative: near them
};

struct SuitabilityRequest {
  Box region;
  double cell_m = 100;
  /// Whose ground a position is: a candidate lies in one division. No id: the place does not count. None given: all counts.
  std::function<DivisionId(Position)> holder{};
  double margin_m = 0;          ///< to be kept beyond every distance, beside half a cell's diagonal
  double least_area_m2 = 10'000;
  double most_area_m2 = 200'000;   ///< larger pieces are cut into candidates of at most this (but never below one cell)
  double steepest = 0.47;       ///< rise over run (25°); steeper cells do not count
  std::size_t most_candidates = 20;
  std::size_t most_of_division = 0; ///< candidates told of one division; 0: all
  SuitabilityWeights weights{};
};

struct Candidate {
  DivisionId division{};        ///< no id where nobody was asked
  MultiPolygon ground;          ///< one piece of cells
  Position middle;              ///< of the cell nearest to the middle of its cells
  double area_m2 = 0;           ///< geodesic
  std::size_t cells = 0;
  std::optional<double> road_m; ///< from its nearest cell to a road; nothing where no road is on record
  std::optional<double> village_m;
  std::optional<double> slope;  ///< mean rise over run; nothing without heights
  double score = 0;             ///< 0 to 1, weighed against the other candidates
};

struct Suitability {
  std::vector<Candidate> candidates;  ///< best first
  MultiPolygon ground{};              ///< all that is suitable, before it is cut
  std::size_t cells = 0;              ///< looked at
  std::size_t suitable = 0;           ///< where all rules hold and the ground is not too steep
  std::size_t unjudged = 0;           ///< where a rule could not be judged for want of heights: not suitable
  std::size_t steep = 0;              ///< where rules hold, and the ground is too steep
  std::vector<std::size_t> broken;    ///< cells by rule, broken, too near to tell, or to be judged by a person
  double cell_m = 0;
};

/// Cells as squares of a plane in the middle of the region. A cell counts where every rule holds for its middle with half its
/// diagonal to spare; ground that a person would have to judge does not count. `roads` and `villages` may be null.
/// @throws Error invalid suitability.bad_region for an empty region, a cell that is no length, or more than 4 million cells.
Suitability suitable_ground(const SitingCheck& check, const SuitabilityRequest& request, const FeatureIndex* roads,
                            const FeatureIndex* villages, const Terrain* heights);

}  // namespace merestone
