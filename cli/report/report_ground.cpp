// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_ground.hpp"

#include "gis/mesh/faces.hpp"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <tuple>
#include <unordered_map>

namespace merestone {
namespace {

/// Units of the meshes that this file makes.
constexpr UnitIndex the_subject = 0;
constexpr UnitIndex the_dispute = 1;
constexpr UnitIndex first_neighbour = 2;

/// A mesh of some of a territory's arcs, under units of its own.
struct PartMesh {
  Mesh mesh;
  std::vector<std::uint32_t> arc_of{};  ///< of the territory
};

/// Along ±180° the unit across lies on the arc's far side, which is no ground of this plane: there the plane ends.
bool plane_ends(std::span<const Position> path, bool on_left) {
  if (path.front().lon != path.back().lon || std::abs(path.front().lon) != antimeridian) return false;
  const bool north = path.front().lat < path.back().lat;
  return (north == (path.front().lon > 0)) != on_left;
}

void add(PartMesh& part, const Mesh& mesh, std::uint32_t arc, UnitIndex left, UnitIndex right) {
  const auto path = mesh.path(arc);
  if (plane_ends(path, true)) left = nobody;
  if (plane_ends(path, false)) right = nobody;
  if (left == right) return;
  part.mesh.add(path, left, right);
  part.arc_of.push_back(arc);
}

Wide ground_of(const PartMesh& part, const std::vector<EdgeKind>& edges, const Face& face) {
  PathMeasure sum;
  const auto add = [&](const Cycle& cycle) {
    for (const Side side : cycle.sides) {
      const PathMeasure path = measure(part.mesh.path(side.arc), edges[part.arc_of[side.arc]]);
      sum += side.forward ? path : path.reversed();
    }
  };
  add(face.outer);
  for (const Cycle& hole : face.holes) add(hole);
  return ground_um2(sum);
}

/// What each set of holders is to the subject.
class Roles {
 public:
  Roles(const Territory& territory, const DivisionRegister& divisions, DivisionId subject)
      : territory_{territory}, divisions_{divisions}, subject_{subject} {
    const DivisionState* state = divisions.find(subject);
    const LevelView view = at_level(territory, divisions, state ? state->level : 0);
    for (std::size_t i = 0; i < territory.holders.size(); ++i) {
      const bool known = view.unit_of[i] != nobody;
      // Ground whose holder leaves the subject's level out stands under its own name.
      beyond_.push_back(known ? view.units[view.unit_of[i]] : territory.holders[i]);
      const Holders& units = beyond_.back();
      const bool ours = known && std::find(units.begin(), units.end(), subject) != units.end();
      role_.push_back(!ours ? Role::other : units.size() == 1 ? Role::subject : Role::disputed);
    }
  }

  bool is_subject(UnitIndex unit) const { return unit != nobody && role_[unit] == Role::subject; }
  bool is_disputed(UnitIndex unit) const { return unit != nobody && role_[unit] == Role::disputed; }
  Holders beyond(UnitIndex unit) const { return unit == nobody ? Holders{} : beyond_[unit]; }

  /// The division right below the subject in the chain of all holders; no id where there is none or they differ.
  DivisionId member(UnitIndex unit) const {
    DivisionId found{};
    for (const DivisionId holder : territory_.holders[unit]) {
      DivisionId below{};
      for (const DivisionState* state : divisions_.chain(holder)) {
        if (state->id == subject_) break;
        below = state->id;
      }
      if (found.value != 0 && found != below) return {};
      found = below;
    }
    return found;
  }

 private:
  enum class Role { subject, disputed, other };
  const Territory& territory_;
  const DivisionRegister& divisions_;
  DivisionId subject_;
  std::vector<Role> role_;
  std::vector<Holders> beyond_;
};

/// The arcs around the subject, its neighbours and the ground in dispute with it, and who lies beside them.
struct Surroundings {
  PartMesh part{};
  std::vector<Holders> neighbours{};  ///< by unit, from first_neighbour
};

Surroundings surroundings_of(const Territory& territory, const Roles& roles) {
  Surroundings result;
  std::map<Holders, UnitIndex> units;
  for (const Arc& arc : territory.mesh.arcs) {
    for (const auto& [inside, outside] : {std::pair{arc.left, arc.right}, std::pair{arc.right, arc.left}}) {
      if (!roles.is_subject(inside) && !roles.is_disputed(inside)) continue;
      if (outside == nobody || roles.is_subject(outside) || roles.is_disputed(outside)) continue;
      units.try_emplace(roles.beyond(outside), nobody);
    }
  }
  for (auto& [holders, unit] : units) {
    unit = first_neighbour + static_cast<UnitIndex>(result.neighbours.size());
    result.neighbours.push_back(holders);
  }
  std::vector<UnitIndex> unit_of;
  for (UnitIndex i = 0; i < territory.holders.size(); ++i) {
    const auto at = units.find(roles.beyond(i));
    unit_of.push_back(roles.is_subject(i)    ? the_subject
                      : roles.is_disputed(i) ? the_dispute
                      : at != units.end()    ? at->second
                                             : nobody);
  }
  for (std::uint32_t i = 0; i < territory.mesh.arcs.size(); ++i) {
    const Arc& arc = territory.mesh.arcs[i];
    const UnitIndex left = arc.left == nobody ? nobody : unit_of[arc.left];
    const UnitIndex right = arc.right == nobody ? nobody : unit_of[arc.right];
    if (left != nobody || right != nobody) add(result.part, territory.mesh, i, left, right);
  }
  return result;
}

struct Northernmost {
  Position place{0, -antimeridian};
  std::size_t side = 0;  ///< that starts there, or passes it
};

Northernmost northernmost(const Territory& territory, const std::vector<BorderSide>& walk) {
  Northernmost best;
  for (std::size_t i = 0; i < walk.size(); ++i) {
    const auto path = territory.mesh.path(walk[i].arc);
    for (std::size_t k = 0; k + 1 < path.size(); ++k) {  // where a side ends the next one starts
      const Position p = path[walk[i].forward ? k : path.size() - 1 - k];
      if (std::tuple{p.lat, -p.lon} > std::tuple{best.place.lat, -best.place.lon}) best = {p, i};
    }
  }
  return best;
}

/// Cycles keep their ground on the left; a clockwise reader wants it on the right, so all is turned round.
void add_walk(ReportGround& ground, const Territory& territory, const Roles& roles, const Surroundings& around,
              const Cycle& cycle) {
  std::vector<BorderSide> walk;
  for (auto side = cycle.sides.rbegin(); side != cycle.sides.rend(); ++side) {
    const std::uint32_t index = around.part.arc_of[side->arc];
    const Arc& arc = territory.mesh.arcs[index];
    const UnitIndex beyond = side->forward ? arc.right : arc.left;
    if (roles.is_subject(beyond)) continue;  // its own ground goes on across ±180°
    walk.push_back({index, !side->forward, roles.beyond(beyond)});
  }
  if (walk.empty()) return;
  std::rotate(walk.begin(), walk.begin() + static_cast<std::ptrdiff_t>(northernmost(territory, walk).side), walk.end());
  ground.walks.push_back(std::move(walk));
}

void add_members(ReportGround& ground, const Territory& territory, const std::vector<EdgeKind>& edges,
                 const DivisionRegister& divisions, const Roles& roles, DivisionId subject) {
  std::map<DivisionId, UnitIndex> index;
  std::vector<UnitIndex> upper(territory.holders.size(), nobody);
  for (const DivisionState* state : divisions.members(subject)) {
    index.emplace(state->id, static_cast<UnitIndex>(ground.members.size()));
    ground.members.push_back(state->id);
  }
  const auto unassigned = static_cast<UnitIndex>(ground.members.size());
  ground.member_shapes.resize(unassigned);
  ground.member_um2.assign(unassigned, 0);
  for (UnitIndex i = 0; i < territory.holders.size(); ++i) {
    if (!roles.is_subject(i)) continue;
    const auto at = index.find(roles.member(i));
    upper[i] = at == index.end() ? unassigned : at->second;
  }
  PartMesh part;
  for (std::uint32_t i = 0; i < territory.mesh.arcs.size(); ++i) {
    const Arc& arc = territory.mesh.arcs[i];
    if (arc.left != arc.right && roles.is_subject(arc.left) && roles.is_subject(arc.right)) ground.inner_arcs.push_back(i);
    const UnitIndex left = arc.left == nobody ? nobody : upper[arc.left];
    const UnitIndex right = arc.right == nobody ? nobody : upper[arc.right];
    if (left != nobody || right != nobody) add(part, territory.mesh, i, left, right);
  }
  for (const Face& face : trace_faces(part.mesh)) {
    if (face.unit == nobody) continue;
    const Wide area = ground_of(part, edges, face);
    if (face.unit == unassigned) {
      ground.unassigned_um2 += area;
      continue;
    }
    ground.member_um2[face.unit] += area;
    ground.member_shapes[face.unit].push_back(polygon_of(part.mesh, face));
  }
  ground.parts = std::move(part.mesh);
}

}  // namespace

std::vector<EdgeKind> edges_of(const Territory& territory, const Snapshot& snapshot) {
  std::unordered_map<StretchId, EdgeKind> kinds;
  for (const Stretch& stretch : snapshot.stretches) {
    if (stretch.edges != EdgeKind::lonlat) kinds.emplace(stretch.id, stretch.edges);
  }
  std::vector<EdgeKind> edges(territory.mesh.arcs.size(), EdgeKind::lonlat);
  for (std::size_t i = 0; i < territory.stretches.size() && !kinds.empty(); ++i) {
    if (const auto at = kinds.find(territory.stretches[i]); at != kinds.end()) edges[i] = at->second;
  }
  return edges;
}

ReportGround ground_of(const Territory& territory, const std::vector<EdgeKind>& edges,
                       const DivisionRegister& divisions, DivisionId subject) {
  const Roles roles{territory, divisions, subject};
  const Surroundings around = surroundings_of(territory, roles);
  ReportGround ground;
  for (const Face& face : trace_faces(around.part.mesh)) {
    if (face.unit == the_subject) {
      ground.shape.push_back(polygon_of(around.part.mesh, face));
      ground.area_um2 += ground_of(around.part, edges, face);
      add_walk(ground, territory, roles, around, face.outer);
      for (const Cycle& hole : face.holes) add_walk(ground, territory, roles, around, hole);
    } else if (face.unit == the_dispute) {
      ground.disputed.push_back(polygon_of(around.part.mesh, face));
      ground.disputed_um2 += ground_of(around.part, edges, face);
    } else if (face.unit != nobody) {
      ground.neighbours[around.neighbours[face.unit - first_neighbour]].push_back(polygon_of(around.part.mesh, face));
    }
  }
  std::stable_sort(ground.walks.begin(), ground.walks.end(), [&](const auto& a, const auto& b) {
    return northernmost(territory, a).place.lat > northernmost(territory, b).place.lat;
  });
  add_members(ground, territory, edges, divisions, roles, subject);
  return ground;
}

DivisionCard card_of(const DivisionRegister& divisions, DivisionId id) {
  const DivisionState* state = divisions.find(id);
  return state ? DivisionCard{id, state->level, state->kind, state->code, state->name} : DivisionCard{id};
}

Party party_of(const DivisionRegister& divisions, const Holders& holders) {
  Party party;
  for (const DivisionId id : holders) party.push_back(card_of(divisions, id));
  return party;
}

ArcLevels::ArcLevels(const Territory& territory, const DivisionRegister& divisions) {
  for (const Level level : divisions.levels()) views_.push_back(at_level(territory, divisions, level));
}

}  // namespace merestone
