// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/faced_ground.hpp"

#include "gis/territory/seam.hpp"

#include <numeric>
#include <unordered_map>

namespace merestone {
namespace {

/// The picture that a version changes: what stands on the ground everywhere, but for what it is based on.
Picture picture_of(const Snapshot& near, const RedrawRequest& request, const Version& version) {
  std::unordered_set<ClaimId> granted;
  for (const Claim& claim : near.claims) {
    const bool ours = request.dispute && claim.dispute == *request.dispute && version.based_on;
    if (ours ? claim.id == *version.based_on : !claim.claimant) granted.insert(claim.id);
  }
  return Picture{std::move(granted)};
}

Polyline closed(const Ring& ring) {
  Polyline path = ring;
  if (!path.empty() && path.front() != path.back()) path.push_back(path.front());
  return path;
}

}  // namespace

FacedGround::FacedGround(const Snapshot& near, const RedrawRequest& request, const std::vector<bool>& grants)
    : request_{request} {
  for (const Version& version : request.versions) pictures_.push_back(picture_of(near, request, version));
  node_lines(near, grants);
  if (!noding_.collapsed.empty()) return;
  arrangement_ = arrange(noding_.mesh);
  arcs_by_face_.resize(faces());
  measures_.resize(mesh().arcs.size());
  for (std::uint32_t arc = 0; arc < mesh().arcs.size(); ++arc) {
    measures_[arc] = measure(mesh().path(arc), edges_of(arc));
    const std::size_t left = face_of(arc, true);
    const std::size_t right = face_of(arc, false);
    if (left == no_face) continue;
    arcs_by_face_[left].push_back(arc);
    if (right != left) arcs_by_face_[right].push_back(arc);
  }
  for (std::size_t v = 0; v < pictures_.size(); ++v) hold_faces(v);
}

void FacedGround::node_lines(const Snapshot& near, const std::vector<bool>& grants) {
  std::unordered_map<StretchId, std::vector<const Delimitation*>> said;
  for (const Delimitation& d : near.delimitations) said[d.stretch].push_back(&d);
  std::vector<std::span<const Position>> old;
  for (const Stretch& stretch : near.stretches) {
    const auto found = said.find(stretch.id);
    if (found == said.end() || stretch.path.size() < 2) continue;  // nothing is said of it on this day
    stretches_.push_back(&stretch);
    said_.push_back(std::move(found->second));
    old.push_back(stretch.path);
  }
  std::vector<Polyline> fresh;
  for (std::size_t v = 0; v < request_.versions.size(); ++v) {
    first_line_.push_back(fresh.size());
    if (grants[v]) {
      for (const LineGrant& line : request_.versions[v].lines) fresh.push_back(line.path);
    }
    first_ring_.push_back(fresh.size());
    if (!grants[v]) continue;
    for (const AreaGrant& area : request_.versions[v].areas) {
      for (const Polygon& polygon : area.area) {
        fresh.push_back(closed(polygon.outer));
        for (const Ring& hole : polygon.holes) fresh.push_back(closed(hole));
      }
    }
  }
  noding_ = node(old, std::vector<std::span<const Position>>(fresh.begin(), fresh.end()));
}

const Stretch* FacedGround::stretch_of(std::size_t arc) const {
  return noding_.old_path[arc] == fresh_arc ? nullptr : stretches_[noding_.old_path[arc]];
}

EdgeKind FacedGround::edges_of(std::size_t arc) const {
  const Stretch* stretch = stretch_of(arc);
  return stretch != nullptr ? stretch->edges : request_.edges;
}

std::size_t FacedGround::face_of(std::size_t arc, bool left) const {
  const std::uint32_t cycle = arrangement_.cycle_of_side[2 * arc + (left ? 0 : 1)];
  if (cycle == outside_cycle) return no_face;
  const std::uint32_t home = arrangement_.face_of_cycle[cycle];
  return home == outside_cycle ? outside() : home;
}

std::optional<SidesSaid> FacedGround::said(std::size_t version, std::size_t arc) const {
  if (noding_.old_path[arc] == fresh_arc) return {};
  for (const Delimitation* d : said_[noding_.old_path[arc]]) {
    if (pictures_[version].draws(*d)) return SidesSaid{d->left, d->right};
  }
  return {};
}

/// As derive() does: a holder named on one side of a drawn arc holds the ground up to the next drawn arcs.
void FacedGround::hold_faces(std::size_t version) {
  std::vector<std::size_t> group(faces());
  std::iota(group.begin(), group.end(), 0U);
  const auto root = [&](std::size_t face) {
    while (group[face] != face) face = group[face] = group[group[face]];
    return face;
  };
  std::vector<std::optional<SidesSaid>> drawn(mesh().arcs.size());
  for (std::size_t arc = 0; arc < drawn.size(); ++arc) {
    drawn[arc] = said(version, arc);
    if (!drawn[arc] && face_of(arc, true) != no_face) group[root(face_of(arc, true))] = root(face_of(arc, false));
  }
  std::vector<Holder> held(faces());
  const auto name = [&](std::size_t face, DivisionId division) {
    Holder& holder = held[root(face)];
    if (holder.known == Holder::Known::nothing) holder = {Holder::Known::one, division};
    else if (holder.is_one() && holder.division != division) holder = {Holder::Known::several, {}};
  };
  for (std::size_t arc = 0; arc < drawn.size(); ++arc) {
    if (!drawn[arc] || face_of(arc, true) == no_face) continue;
    const GroundSides sides = ground_sides(mesh().path(arc));
    if (sides != GroundSides::right_only) name(face_of(arc, true), drawn[arc]->left);
    if (sides != GroundSides::left_only) name(face_of(arc, false), drawn[arc]->right);
  }
  std::vector<Holder>& by_face = held_.emplace_back();
  for (std::size_t face = 0; face < faces(); ++face) by_face.push_back(held[root(face)]);
}

}  // namespace merestone
