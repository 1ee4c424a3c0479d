// SPDX-License-Identifier: Apache-2.0
/// From the divisions of one day to those of another, with exact weights: the borders of both days are one planar graph,
/// so each face has a holder on either day and there are no slivers.
#pragma once

#include "gis/geodesy/measure.hpp"
#include "gis/territory/territory.hpp"

#include <vector>

namespace merestone {

/// Ground that `from` held on the first day and `to` on the second. No id: nobody on record held it (sea, another
/// country, a gap in the record).
struct CrosswalkRow {
  DivisionId from;
  DivisionId to;
  Wide area_um2 = 0;
  double weight = 0;     ///< of all ground of `from`; 0 without `from`
  double of_target = 0;  ///< of all ground of `to`; 0 without `to`
};

/// How well data of the first day can be carried to a division of the second: the quality indicator of the Australian
/// Bureau of Statistics, sum over sources of (part / source) × (part / target). 1 where nothing was mixed.
struct TargetQuality {
  DivisionId to;
  double quality = 0;
};

/// 1. Rows are sorted by `from`, then `to`, each pair once; pairs without ground are left out.
/// 2. Weights of a source sum to 1 but for the last bits of a double; areas of all rows sum to the area of both days
///    together to the last digit.
/// 3. Ground on record on one day only has rows without id on the other side.
/// 4. `quality` is the mean of all targets weighted by their ground.
struct Crosswalk {
  std::vector<CrosswalkRow> rows;
  std::vector<TargetQuality> targets;  ///< by id
  double quality = 0;
  Wide total_um2 = 0;
  Wide lost_um2 = 0;    ///< held on the first day only
  Wide gained_um2 = 0;  ///< held on the second day only
};

/// Between the finest divisions, disputes as they are on the ground. Stretches of both snapshots are of one record:
/// where an id occurs in both it is the same stretch. Cost: O(n log n) in stretches, linear in positions.
Crosswalk crosswalk(const Snapshot& first, const Snapshot& second);

/// The same between the divisions of a level; ground whose holder has none at that level is nobody's.
Crosswalk at_level(const Crosswalk& finest, const DivisionRegister& first, const DivisionRegister& second, Level level);

}  // namespace merestone
