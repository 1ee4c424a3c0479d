// SPDX-License-Identifier: Apache-2.0
/// The ground that a case is about, as the claims on record leave it.
#pragma once

#include "data/office/project.hpp"
#include "gis/disputes/dispute_case.hpp"
#include "gis/disputes/outcome.hpp"
#include "gis/disputes/party.hpp"
#include "gis/territory/redraw.hpp"

namespace merestone {

/// The faces about which the claims of a case differ on a day, labelled by the letters of its parties. Empty where no
/// claims are on record. Reads the stretches near the case's own only.
std::vector<ContestedFace> contested_ground(const Project& project, const DisputeCase& the_case, const AsOf& as_of);

/// Parties by letter: codes as on the day that the case was reported.
std::vector<CaseParty> parties_of(const Project& project, const DisputeCase& the_case, Revision revision);

/// What the parties hold on the ground, with all that belongs to them. Reads the whole ground of the day.
MultiPolygon parties_ground(const Project& project, const DisputeCase& the_case, const AsOf& as_of);

Wide area_um2(const std::vector<ContestedFace>& faces);
/// Of ground that no party claims (ContestedFace::claimants).
Wide unclaimed_um2(const std::vector<ContestedFace>& faces);
/// All faces as one shape.
MultiPolygon shape_of(const std::vector<ContestedFace>& faces);
/// How wide contested ground is, taken as a ribbon between its claims: twice its area over its perimeter. 0 for none.
double mean_width_m(const std::vector<ContestedFace>& faces);

/// Natural villages, and what is larger (gis/names/settlement.hpp), whose ground changes hands: each once, from whom and to whom.
std::vector<MovedVillage> moved_villages(const std::vector<NamedPlace>& places, const std::vector<Transfer>& transfers);

struct VillageInside {
  std::string name;
  Position position;
  std::string label;  ///< of the face that it lies on
};
/// Natural villages, and what is larger, on contested ground, in the order of `places`.
std::vector<VillageInside> villages_inside(const std::vector<NamedPlace>& places, const std::vector<ContestedFace>& faces);

}  // namespace merestone
