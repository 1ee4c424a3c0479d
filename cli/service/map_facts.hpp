// SPDX-License-Identifier: Apache-2.0
/// All that a map of a project shows on one day, and the same ground as each viewpoint has it.
#pragma once

#include "gis/base/as_of.hpp"
#include "gis/territory/viewpoints.hpp"
#include "tiles/vector/tileset.hpp"

#include <vector>

namespace merestone {

class Project;

/// What does not depend on a viewpoint.
struct MapFacts {
  Snapshot snapshot;
  DivisionRegister divisions;
  std::vector<BoundaryLine> lines{};
  std::vector<NamedPlace> places{};
  std::vector<HazardZone> hazards{};
  std::vector<TileSite> sites{};
  std::vector<TileMonument> monuments{};
  std::vector<TileDispute> disputes{};

  Opinions opinions() const { return opinions_in(snapshot); }
};

/// The ground, its levels, and the versions of lines in dispute, as somebody sees them.
struct MapView {
  Territory territory;
  std::vector<LevelView> levels;
  std::vector<TileClaim> claims;

  /// Something in it is not agreed: ground of several holders, or a line of which there are other versions.
  bool disputed() const;
};

/// The monuments of lines as a map shows them; points that no stone marks are left out.
std::vector<TileMonument> monument_marks(const Project& project, const AsOf& as_of);
/// What planners have on record as points: facilities for the dead, shelters, depots.
std::vector<TileSite> planned_sites(const Project& project, const AsOf& as_of);
/// How to call the disputes of the record and how far each had come on the day.
std::vector<TileDispute> dispute_names(const Project& project, const AsOf& as_of);

MapFacts map_facts(const Project& project, const AsOf& as_of);
MapView seen_from(const MapFacts& facts, const Viewpoint& viewpoint);

/// Both, borrowed for drawing.
TileContents contents_of(const MapFacts& facts, const MapView& view);

/// What a map says that shows lines in dispute, in English and Chinese.
extern const char* const dispute_disclaimer;

}  // namespace merestone
