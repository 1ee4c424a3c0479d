// SPDX-License-Identifier: Apache-2.0
#include "data/office/ground_plan.hpp"

#include "data/store/ground_store.hpp"
#include "gis/territory/locate.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone {
namespace {

/// Gathers ground until everything that the plan touches is in it.
class Surveyor {
 public:
  Surveyor(const Project& project, const RedrawRequest& request, const AsOf& as_of)
      : project_{project}, request_{request}, as_of_{as_of} {}

  void look_near() {
    if (request_.dispute) take(read_ground_of(project_.connection(), *request_.dispute, as_of_));
    std::set<DivisionId> holders;
    const auto along = [&](std::span<const Position> path) {
      if (path.empty()) return;
      take(project_.snapshot_in(box_of(path), as_of_));
      if (whole_.empty()) whole_ = project_.extent(as_of_);
      const auto near = [&](const Box& box) { return project_.snapshot_in(box, as_of_); };
      for (const DivisionId holder : locate(path.front(), whole_, near, StatusQuo{}).holders) holders.insert(holder);
    };
    for (const Version& version : request_.versions) {
      for (const LineGrant& line : version.lines) along(line.path);
      for (const AreaGrant& area : version.areas) {
        for (const Polygon& polygon : area.area) along(polygon.outer);
      }
    }
    for (const Delimitation& d : near_.delimitations) {
      for (const DivisionId side : {d.left, d.right}) holders.insert(side);
    }
    take_whole(holders);
  }

  /// Ground of those of `holders` that belong to a party. True when any was not known whole.
  bool take_whole(const std::set<DivisionId>& holders) {
    std::vector<DivisionId> leaves(request_.parties);
    leaves.insert(leaves.end(), holders.begin(), holders.end());
    const DivisionRegister divisions = project_.chain_register(leaves, as_of_);
    bool any = false;
    for (const DivisionId holder : holders) {
      if (holder.value == 0 || taken_.contains(holder)) continue;
      if (std::ranges::none_of(request_.parties, [&](DivisionId party) { return divisions.lies_in(holder, party); })) continue;
      taken_.insert(holder);
      take(read_ground_of(project_.connection(), holder, as_of_));
      any = true;
    }
    return any;
  }

  Snapshot near() const {
    Snapshot near = near_;
    std::sort(near.stretches.begin(), near.stretches.end(), [](const Stretch& a, const Stretch& b) { return a.id < b.id; });
    std::sort(near.delimitations.begin(), near.delimitations.end(),
              [](const Delimitation& a, const Delimitation& b) { return a.id < b.id; });
    return near;
  }

 private:
  void take(Snapshot ground) {
    for (Stretch& stretch : ground.stretches) {
      if (!known_.insert(stretch.id).second) continue;
      fresh_.insert(stretch.id);
      near_.stretches.push_back(std::move(stretch));
    }
    for (Delimitation& d : ground.delimitations) {
      if (fresh_.contains(d.stretch)) near_.delimitations.push_back(d);
    }
    fresh_.clear();
    if (!ground.claims.empty()) near_.claims = std::move(ground.claims);
    if (!ground.acceptances.empty()) near_.acceptances = std::move(ground.acceptances);
  }

  const Project& project_;
  const RedrawRequest& request_;
  AsOf as_of_;
  Box whole_;
  Snapshot near_;
  std::set<StretchId> known_, fresh_;
  std::set<DivisionId> taken_;
};

}  // namespace

GroundPlan plan_ground(const Project& project, RedrawRequest request, Date from, Revision known,
                       const std::vector<Claim>& more_claims) {
  const AsOf as_of{from, known == latest_revision ? last_revision(project.connection()) : known};
  Surveyor surveyor{project, request, as_of};
  surveyor.look_near();
  for (;;) {
    Snapshot near = surveyor.near();
    near.claims.insert(near.claims.end(), more_claims.begin(), more_claims.end());
    std::set<DivisionId> sides;
    for (const Delimitation& d : near.delimitations) sides.insert({d.left, d.right});
    std::vector<DivisionId> leaves(request.parties);
    leaves.insert(leaves.end(), sides.begin(), sides.end());
    DivisionRegister divisions = project.chain_register(leaves, as_of);
    Redraw plan = redraw(near, divisions, request);
    std::set<DivisionId> wanted(plan.wanted.begin(), plan.wanted.end());
    for (const Transfer& t : plan.transfers) wanted.insert({t.from, t.to});
    if (!surveyor.take_whole(wanted)) {
      return {std::move(request), from, as_of.revision, std::move(divisions), std::move(near), std::move(plan)};
    }
  }
}

std::vector<GroundPlan::Balance> GroundPlan::balance(std::size_t version) const {
  std::map<DivisionId, Balance> all;
  for (const Transfer& t : redraw.transfers) {
    if (t.version != version) continue;
    for (const DivisionId d : {t.from, t.to}) all[d].division = d;
  }
  std::vector<Balance> sorted;
  for (auto& [division, balance] : all) {
    balance.before_um2 = held_um2(near, StatusQuo{}, division);
    balance.after_um2 = balance.before_um2;
    for (const Transfer& t : redraw.transfers) {
      if (t.version != version) continue;
      if (t.from == division) balance.after_um2 -= t.area_um2;
      if (t.to == division) balance.after_um2 += t.area_um2;
    }
    for (const Bend& bend : redraw.bends) {
      for (const Delimitation& d : near.delimitations) {
        if (d.stretch != bend.stretch || d.claim) continue;
        if (d.left == division) balance.after_um2 += bend.left_gains_um2;
        if (d.right == division) balance.after_um2 -= bend.left_gains_um2;
      }
    }
    sorted.push_back(balance);
  }
  return sorted;
}

}  // namespace merestone
