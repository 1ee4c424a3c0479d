// SPDX-License-Identifier: Apache-2.0
/// Who holds what ground: the step from stretches of boundary to areas.
#pragma once

#include "gis/boundaries/boundary.hpp"
#include "gis/divisions/register.hpp"
#include "gis/mesh/mesh.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace merestone {

/// Through whose eyes the disputes are seen.
struct StatusQuo {
  friend bool operator==(StatusQuo, StatusQuo) = default;
};  ///< as things are on the ground
struct AsClaimedBy {
  DivisionId party;
  friend bool operator==(AsClaimedBy, AsClaimedBy) = default;
};  ///< its claims granted, else status quo
struct AsSeenBy {
  std::string viewer;
  friend bool operator==(const AsSeenBy&, const AsSeenBy&) = default;
};  ///< what the viewer accepts, else status quo
struct Neutral {
  friend bool operator==(Neutral, Neutral) = default;
};  ///< every claim, each in turn
using Viewpoint = std::variant<StatusQuo, AsClaimedBy, AsSeenBy, Neutral>;

/// Finest known divisions that hold an area, sorted: one for settled ground, several where the pictures that
/// the viewpoint accepts differ.
using Holders = std::vector<DivisionId>;

/// Of a face that a neutral map gives to several: who holds it on the ground, and in the picture of each claim that
/// gives it to another. A holder without id: nobody.
struct FaceInDispute {
  std::size_t face = 0;  ///< index into Territory::faces
  DivisionId on_the_ground;
  std::vector<std::pair<ClaimId, DivisionId>> claimed;
};

/// The coverage seen from a viewpoint.
struct Territory {
  Mesh mesh;                           ///< arc i runs along stretches[i]; its units index `holders`
  std::vector<StretchId> stretches;
  std::vector<Holders> holders;        ///< each set of holders once; never empty
  std::vector<Face> faces;             ///< of the mesh, those held by somebody
  std::vector<FaceInDispute> in_dispute;   ///< by face, from a neutral viewpoint; else empty
  std::vector<DivisionId> contradictions;  ///< divisions that one picture gives the same ground as another's
};

/// Derives the areas seen from `viewpoint`. A picture grants one claim in each dispute; in a picture, holders
/// spread over the faces that its stretches bound; an area's holders are the union over the pictures.
/// Stretches that no accepted picture draws are left out. Total area is the same for every viewpoint.
Territory derive(const Snapshot& snapshot, const Viewpoint& viewpoint);

/// For each set of holders the index of its division at `level` in `units`; `nobody` where no holder has one.
/// Disputed ground goes to the unit of all its holders where that is one and the same, else it is its own unit.
struct LevelView {
  Level level = 0;
  std::vector<Holders> units;         ///< divisions of that level; several ids for ground in dispute between them
  std::vector<UnitIndex> unit_of;     ///< by index into Territory::holders
};
LevelView at_level(const Territory& territory, const DivisionRegister& divisions, Level level);

/// The highest level (smallest number) at which the two sides of an arc differ; 0 when at none. A side held by
/// nobody differs from every division.
Level divided_level(const std::vector<LevelView>& views, const Arc& arc);

}  // namespace merestone
