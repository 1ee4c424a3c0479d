// SPDX-License-Identifier: Apache-2.0
/// Ground of divisions from their outlines: the snapshot that a delivered coverage would give.
#pragma once

#include "gis/boundaries/boundary.hpp"
#include "gis/divisions/register.hpp"
#include "gis/mesh/build.hpp"

#include <string>
#include <vector>

namespace merestone::test {

/// Unit i of the rings is division i + 1. Stretches and delimitations are numbered from 1.
inline Snapshot land_of(const RingSet& rings) {
  const MeshBuild built = build_mesh(rings);
  Snapshot land;
  const auto division = [](UnitIndex unit) { return DivisionId{unit == nobody ? 0 : unit + 1}; };
  for (const Arc& arc : built.mesh.arcs) {
    const StretchId id{static_cast<std::int64_t>(land.stretches.size()) + 1};
    const auto path = built.mesh.path(arc);
    land.stretches.push_back({id, Polyline(path.begin(), path.end()), EdgeKind::lonlat, "", 0});
    land.delimitations.push_back({{id.value}, id, division(arc.left), division(arc.right), {}, {}, {}});
  }
  return land;
}

struct Member {
  DivisionId division;
  Level level = 1;
  DivisionId superior{};
};

/// A register in which division 7 is called "D7" and has the code "7".
inline DivisionRegister register_of(const std::vector<Member>& members) {
  DivisionFacts facts;
  for (const Member& m : members) {
    const std::string number = std::to_string(m.division.value);
    facts.versions.push_back({m.division, m.level, "", {}, {}});
    facts.codes.push_back({m.division, "test", number, {}});
    facts.names.push_back({m.division, "D" + number, "und", "official", {}});
    if (m.superior.value != 0) facts.memberships.push_back({m.division, m.superior, MembershipKind::legal, {}});
  }
  return {facts, parse_date("2020-01-01")};
}

}  // namespace merestone::test
