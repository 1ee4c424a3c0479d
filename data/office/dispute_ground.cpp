// SPDX-License-Identifier: Apache-2.0
#include "data/office/dispute_ground.hpp"

#include "data/office/ground_plan.hpp"
#include "data/store/ground_store.hpp"
#include "data/store/opinion_store.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/names/settlement.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// The request that changes nothing: every claim as it stands.
RedrawRequest as_claimed(const Project& project, const DisputeCase& the_case, const std::vector<Claim>& claims, Revision revision) {
  RedrawRequest request;
  request.dispute = the_case.dispute;
  for (const CaseParty& party : parties_of(project, the_case, revision)) request.parties.push_back(party.division);
  for (const Claim& claim : claims) request.versions.push_back({claim.id, claim.id, {}, {}});
  return request;
}

}  // namespace

std::vector<CaseParty> parties_of(const Project& project, const DisputeCase& the_case, Revision revision) {
  return label_parties(the_case.parties, project.divisions({the_case.reported, revision}));
}

std::vector<ContestedFace> contested_ground(const Project& project, const DisputeCase& the_case, const AsOf& as_of) {
  const Revision revision = project.known(as_of.revision);
  const auto claims = read_claims_of(project.connection(), the_case.dispute, revision);
  if (claims.size() < 2) return {};  // only the situation on the ground
  if (read_dispute_box(project.connection(), the_case.dispute, Window{revision, as_of.day}).empty()) return {};
  // Whose a face is, is known only with all the ground of those who hold it: what lies near is not enough.
  return plan_ground(project, as_claimed(project, the_case, claims, revision), as_of.day, revision).redraw.contested;
}

MultiPolygon parties_ground(const Project& project, const DisputeCase& the_case, const AsOf& as_of) {
  const DivisionRegister divisions = project.divisions(as_of);
  const Territory now = derive(project.snapshot(as_of), StatusQuo{});
  MultiPolygon ground;
  for (const Face& face : now.faces) {
    const DivisionId holder = now.holders[face.unit].front();
    const bool ours = std::ranges::any_of(the_case.parties, [&](DivisionId party) { return divisions.lies_in(holder, party); });
    if (ours) ground.push_back(polygon_of(now.mesh, face));
  }
  return ground;
}

Wide area_um2(const std::vector<ContestedFace>& faces) {
  Wide sum = 0;
  for (const ContestedFace& face : faces) sum += face.area_um2;
  return sum;
}

Wide unclaimed_um2(const std::vector<ContestedFace>& faces) {
  Wide sum = 0;
  for (const ContestedFace& face : faces) {
    if (face.claimants.empty()) sum += face.area_um2;
  }
  return sum;
}

MultiPolygon shape_of(const std::vector<ContestedFace>& faces) {
  MultiPolygon shape;
  for (const ContestedFace& face : faces) shape.push_back(face.ground);
  return shape;
}

double mean_width_m(const std::vector<ContestedFace>& faces) {
  double perimeter = 0;
  for (const ContestedFace& face : faces) perimeter += perimeter_m({face.ground});
  return perimeter > 0 ? 2 * square_metres(area_um2(faces)) / perimeter : 0;
}

std::vector<MovedVillage> moved_villages(const std::vector<NamedPlace>& places, const std::vector<Transfer>& transfers) {
  std::vector<MovedVillage> moved;
  for (const NamedPlace& place : places) {
    if (!place.position || !is_settlement(place)) continue;
    for (const Transfer& transfer : transfers) {
      if (transfer.from.value == 0 || transfer.to.value == 0) continue;
      if (locate(MultiPolygon{transfer.ground}, *place.position) == Containment::outside) continue;
      moved.push_back({place.names.empty() ? place.local_id : place.names.front().text, *place.position, transfer.from, transfer.to});
      break;
    }
  }
  return moved;
}

std::vector<VillageInside> villages_inside(const std::vector<NamedPlace>& places, const std::vector<ContestedFace>& faces) {
  std::vector<VillageInside> inside;
  for (const NamedPlace& place : places) {
    if (!place.position || !is_settlement(place)) continue;
    const auto at = std::ranges::find_if(faces, [&](const ContestedFace& face) {
      return locate(MultiPolygon{face.ground}, *place.position) != Containment::outside;
    });
    if (at != faces.end()) inside.push_back({place.names.empty() ? place.local_id : place.names.front().text, *place.position, at->label});
  }
  return inside;
}

}  // namespace merestone
