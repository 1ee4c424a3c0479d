// SPDX-License-Identifier: Apache-2.0
/// What an office keeps so that lines can be proposed: people counted at places, heights of the ground. Acts like those
/// of acts.hpp.
#pragma once

#include "data/office/acts.hpp"

namespace merestone {

/// People counted at a place that is on record under `local_id`, the id of its source.
struct DeliveredCount {
  std::string local_id;
  PeopleCount count;
  std::size_t record = 0;  ///< of the delivery, for findings
};

/// What keeps counts from being adopted: population.unknown_place for an id that no place has,
/// population.ambiguous_place for one that several have, population.counted_twice for two counts of a place and day.
std::vector<Finding> count_findings(const Project& project, const std::vector<DeliveredCount>& counts, const std::string& file);

/// Records the counts beside those of other days; a count of a day that was on record is superseded.
/// @throws Error invalid with the findings of count_findings().
Revision adopt_population(Project& project, const ActInfo& info, const std::vector<DeliveredCount>& counts);

struct ElevationAdoption {
  ElevationGrid grid;
  double accuracy_m = 0;  ///< standard deviation of a height; 0 when not known
  Period valid{};
};

/// What keeps a grid from being adopted, errors first: those of elevation_findings(); terrain.elsewhere where it does not
/// meet the ground on record; terrain.known, a note, for heights that are on record already.
/// @throws Error invalid what Terrain says of its coordinate system.
std::vector<Finding> adoption_findings(const Project& project, const ElevationAdoption& adoption);

/// Keeps the heights packed under their digest, and what they are as a fact. Grids stand beside each other: nothing is
/// replaced. @throws Error invalid with the findings of adoption_findings(); document.too_large where heights do not pack
/// into what a project keeps of one file.
Revision adopt_elevation(Project& project, const ActInfo& info, const ElevationAdoption& adoption);

/// The grid to work with on a day, over the ground in `box`: of those that cover all of it the one with the smallest cells,
/// of equals the last that came in; where none does, the one that covers most. `name`, when given, chooses instead.
/// @throws Error missing terrain.none where no grid meets the box, or none has the name.
ElevationRecord choose_elevation(const Project& project, const AsOf& as_of, const Box& box, const std::string& name = {});

}  // namespace merestone
