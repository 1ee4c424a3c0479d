// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/regions.hpp"

#include "gis/mesh/faces.hpp"
#include "gis/territory/claimants.hpp"
#include "gis/territory/granting.hpp"

#include <algorithm>
#include <map>

namespace merestone {

std::vector<Region> regions_of(const FacedGround& ground, std::span<const UnitIndex> key_by_face) {
  Mesh around;
  std::vector<PathMeasure> measures;
  for (std::size_t arc = 0; arc < ground.mesh().arcs.size(); ++arc) {
    const std::size_t left = ground.face_of(arc, true);
    if (left == FacedGround::no_face) continue;
    const UnitIndex on_left = key_by_face[left];
    const UnitIndex on_right = key_by_face[ground.face_of(arc, false)];
    if (on_left == on_right) continue;
    around.add(ground.mesh().path(arc), on_left, on_right);
    measures.push_back(ground.measure_of(arc));
  }
  std::vector<Region> regions;
  for (const Face& face : trace_faces(around)) {
    if (face.unit == nobody) continue;
    PathMeasure sum;
    const auto walk = [&](const Cycle& cycle) {
      for (const Side side : cycle.sides) sum += side.forward ? measures[side.arc] : measures[side.arc].reversed();
    };
    walk(face.outer);
    for (const Cycle& hole : face.holes) walk(hole);
    regions.push_back({face.unit, polygon_of(around, face), ground_um2(sum)});
  }
  return regions;
}

std::vector<ContestedFace> contested_faces(const FacedGround& ground, const std::vector<std::vector<Holder>>& after,
                                           const std::vector<Claim>& claims, const DivisionRegister& divisions,
                                           const RedrawRequest& request) {
  std::vector<UnitIndex> keys(ground.faces(), nobody);
  std::vector<std::vector<DivisionId>> opinions;
  std::map<std::vector<DivisionId>, UnitIndex> index;
  for (std::size_t face = 0; face < ground.outside(); ++face) {
    std::vector<DivisionId> holders;
    for (const auto& version : after) {
      if (version[face].is_one()) holders.push_back(version[face].division);
    }
    const bool known = holders.size() == after.size();
    if (!known || std::adjacent_find(holders.begin(), holders.end(), std::not_equal_to<>{}) == holders.end()) continue;
    const auto [at, fresh] = index.try_emplace(holders, static_cast<UnitIndex>(opinions.size()));
    if (fresh) opinions.push_back(std::move(holders));
    keys[face] = at->second;
  }
  const Belonging belonging{divisions};
  std::vector<std::optional<DivisionId>> pictures;
  for (const Version& version : request.versions) {
    const auto claim = std::find_if(claims.begin(), claims.end(), [&](const Claim& c) { return version.claim == c.id; });
    pictures.push_back(claim == claims.end() ? std::nullopt : claim->claimant);
  }
  std::vector<ContestedFace> contested;
  for (Region& region : regions_of(ground, keys)) {
    ContestedFace face{std::move(region.ground), region.area_um2, opinions[region.key], {}, {}, {}};
    face.claimants = claimants_of(face.holders, pictures, request.parties, divisions);
    for (std::size_t p = 0; p < request.parties.size(); ++p) {
      if (std::find(face.claimants.begin(), face.claimants.end(), request.parties[p]) == face.claimants.end()) continue;
      face.label += p < 26 ? std::string(1, static_cast<char>('A' + p)) : "(" + std::to_string(p + 1) + ")";
    }
    for (std::size_t v = 1; v < request.versions.size(); ++v) {
      const auto by = pictures[v];
      if (by && belonging.within(face.holders[v], *by) && !belonging.within(face.holders[0], *by)) {
        face.claimed_by.push_back(*request.versions[v].claim);
      }
    }
    contested.push_back(std::move(face));
  }
  return contested;
}

}  // namespace merestone
