// SPDX-License-Identifier: Apache-2.0
/// The acts of an office. One act = check, write, audit = one transaction = one revision; a refused act leaves
/// the project exactly as it was.
#pragma once

#include "data/office/project.hpp"
#include "gis/divisions/delivery.hpp"
#include "gis/base/progress.hpp"
#include "gis/mesh/mesh.hpp"

#include <string>
#include <vector>

namespace merestone {

/// Who acts, why, and on what document.
struct ActInfo {
  std::string author;
  std::string reason;
  Document document;  ///< its id is given by the act
  Progress progress{};
};

/// A checked coverage: `mesh` units index `divisions`. Records without shape are upper or lower units that get
/// their ground from their members.
struct DivisionAdoption {
  const std::vector<DeliveredDivision>& divisions;
  const Mesh& mesh;
  std::string code_system;
  Period valid;
};

/// Records divisions with version, code, name, membership; stretches with delimitations; boundary lines, one per
/// pair of divisions at the highest level that it divides, parts in walking order. Superiors are found by code
/// in the delivery, else in the project on `valid.from`. @throws conflict naming the code when a division with
/// ground already holds that code for an overlapping time, or when ground would be held twice along a border; a known
/// division without ground gets it. Where the coverage adjoins ground on record along equal positions, the two share
/// one border: stretches are cut where they meet and get their other side.
Revision adopt_divisions(Project& project, const ActInfo& info, const DivisionAdoption& adoption);

/// Adds divisions that ended, with codes, names and successions; divisions known by code and overlapping period
/// keep their id and get the longer history. When a division that holds ground ends, its delimitations end that
/// day and its successor takes the ground: lines between parts of one successor end with no new line. Ground goes
/// off the record with a successor that is named but not on record; without any successor the act is refused.
Revision adopt_history(Project& project, const ActInfo& info, const std::vector<DeliveredState>& states,
                       const std::string& code_system);

Revision adopt_places(Project& project, const ActInfo& info, const std::vector<NamedPlace>& places);
/// @throws Error invalid with the findings of hazard_findings() (hazard_findings.hpp).
Revision adopt_hazard_zones(Project& project, const ActInfo& info, const std::vector<HazardZone>& zones);
Revision adopt_facilities(Project& project, const ActInfo& info, const std::vector<Facility>& facilities);

}  // namespace merestone
