// SPDX-License-Identifier: Apache-2.0
#include "tiles/vector/contested.hpp"

#include "gis/territory/claimants.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace merestone {
namespace {

/// The dispute that most sides of the face are claimed in; among equals, the first.
DisputeId dispute_of(const Face& face, const std::vector<std::vector<DisputeId>>& disputes) {
  std::map<DisputeId, std::size_t> sides;
  const auto count = [&](const Cycle& cycle) {
    for (const Side side : cycle.sides) {
      for (const DisputeId dispute : disputes[side.arc]) ++sides[dispute];
    }
  };
  count(face.outer);
  for (const Cycle& hole : face.holes) count(hole);
  const auto most = std::max_element(sides.begin(), sides.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == sides.end() ? DisputeId{} : most->first;
}

/// The claims of each dispute, with their claimants.
std::map<DisputeId, std::map<ClaimId, DivisionId>> claims_by_dispute(std::span<const TileClaim> claims) {
  std::map<DisputeId, std::map<ClaimId, DivisionId>> all;
  for (const TileClaim& claim : claims) {
    if (claim.claimant) all[claim.dispute][claim.claim] = *claim.claimant;
  }
  return all;
}

std::vector<DivisionId> claimants_of(const FaceInDispute& face, const std::map<ClaimId, DivisionId>& claims, const DivisionRegister& divisions) {
  std::vector<HeldAsClaimed> held;
  for (const auto& [claim, claimant] : claims) {
    const auto other = std::find_if(face.claimed.begin(), face.claimed.end(), [&](const auto& one) { return one.first == claim; });
    held.push_back({claimant, other == face.claimed.end() ? face.on_the_ground : other->second});
  }
  return merestone::claimants_of(face.on_the_ground, held, divisions);
}

}  // namespace

ContestedGround contested_ground(const Territory& territory, std::span<const TileClaim> claims, const DivisionRegister& divisions) {
  ContestedGround ground;
  ground.arcs = territory.mesh.arcs;
  ground.claimed.assign(ground.arcs.size(), false);
  std::unordered_map<StretchId, std::vector<std::uint32_t>> arcs_of;
  for (std::uint32_t arc = 0; arc < territory.stretches.size(); ++arc) arcs_of[territory.stretches[arc]].push_back(arc);
  std::vector<std::vector<DisputeId>> disputes(ground.arcs.size());
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const auto at = arcs_of.find(claims[i].stretch);
    if (at == arcs_of.end()) {
      ground.missing.push_back(i);
      continue;
    }
    for (const std::uint32_t arc : at->second) {
      ground.claimed[arc] = true;
      std::vector<DisputeId>& known = disputes[arc];
      if (std::find(known.begin(), known.end(), claims[i].dispute) == known.end()) known.push_back(claims[i].dispute);
    }
  }
  const auto holders = static_cast<UnitIndex>(territory.holders.size());
  const auto known_claims = claims_by_dispute(claims);
  std::map<std::tuple<UnitIndex, DisputeId, std::vector<DivisionId>>, UnitIndex> piece_of;
  for (const FaceInDispute& in_dispute : territory.in_dispute) {
    const Face& face = territory.faces[in_dispute.face];
    if (territory.holders[face.unit].size() < 2) continue;
    const DisputeId dispute = dispute_of(face, disputes);
    const auto known = known_claims.find(dispute);
    const auto claimants = known == known_claims.end() ? territory.holders[face.unit] : claimants_of(in_dispute, known->second, divisions);
    const auto next = static_cast<UnitIndex>(holders + ground.pieces.size());
    const auto [at, fresh] = piece_of.try_emplace({face.unit, dispute, claimants}, next);
    if (fresh) ground.pieces.push_back({face.unit, dispute, claimants});
    const auto name = [&, piece = at->second](const Cycle& cycle) {
      for (const Side side : cycle.sides) {
        (side.forward ? ground.arcs[side.arc].left : ground.arcs[side.arc].right) = piece;
      }
    };
    name(face.outer);
    for (const Cycle& hole : face.holes) name(hole);
  }
  return ground;
}

}  // namespace merestone
