// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/locate.hpp"

#include "gis/geometry/area.hpp"
#include "gis/geometry/ray.hpp"
#include "gis/territory/pictures.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace merestone {
namespace {

void add(Holders& holders, DivisionId division) {
  if (division.value == 0) return;
  const auto at = std::lower_bound(holders.begin(), holders.end(), division);
  if (at == holders.end() || *at != division) holders.insert(at, division);
}

bool lies_on(const Polyline& path, Position p) {
  for (std::size_t i = 1; i < path.size(); ++i) {
    if (meeting(path[i - 1], path[i], p, p) != Meeting::apart) return true;
  }
  return false;
}

/// What one picture says of the ground just west of the first drawn stretch that the ray meets.
struct Hit {
  ParallelCrossing crossing;
  DivisionId holder;
};

std::optional<Hit> first_hit(const Snapshot& near, const Picture& picture, Position p, std::int64_t reach) {
  std::unordered_map<StretchId, const Stretch*> stretches;
  for (const Stretch& stretch : near.stretches) stretches.emplace(stretch.id, &stretch);
  std::optional<Hit> first;
  for (const Delimitation& d : near.delimitations) {
    const auto stretch = stretches.find(d.stretch);
    if (stretch == stretches.end() || !picture.draws(d)) continue;
    const Polyline& path = stretch->second->path;
    for (std::size_t i = 1; i < path.size(); ++i) {
      const auto crossing = ParallelCrossing::of(path[i - 1], path[i], p.lat);
      if (!crossing || crossing->west_of(p.lon) || crossing->east_of(reach)) continue;
      if (!first || crossing->west_of(first->crossing)) first = Hit{*crossing, crossing->rises() ? d.left : d.right};
    }
  }
  return first;
}

/// @param held by picture, the first being the situation on the ground
void tell_claims(LocateResult& result, const std::vector<Claim>& claims, const std::vector<Picture>& views, const std::vector<DivisionId>& held) {
  const auto claim_of = [&](const Picture& picture) {
    return std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) { return claim.id == picture.turn(); });
  };
  result.on_the_ground = held.front();
  std::vector<DisputeId> disputes;
  for (std::size_t i = 1; i < views.size(); ++i) {
    if (held[i] != held.front()) disputes.push_back(claim_of(views[i])->dispute);
  }
  for (std::size_t i = 1; i < views.size(); ++i) {
    const Claim& claim = *claim_of(views[i]);
    if (std::find(disputes.begin(), disputes.end(), claim.dispute) != disputes.end()) result.claims.push_back({*claim.claimant, held[i]});
  }
}

}  // namespace

LocateResult locate(Position p, const Box& whole, const SnapshotInBox& near, const Viewpoint& viewpoint) {
  LocateResult result;
  if (whole.empty() || !whole.contains(p)) return result;
  constexpr std::int64_t first_reach = nanodegrees_per_degree / 20;
  for (std::int64_t reach = first_reach;; reach *= 4) {
    const std::int64_t east = std::min(whole.east, p.lon + reach);
    const Snapshot found = near({p.lon, p.lat, east, p.lat});
    const auto views = pictures(found, viewpoint);

    for (const Stretch& stretch : found.stretches) {
      if (!box_of(stretch.path).contains(p) || !lies_on(stretch.path, p)) continue;
      for (const Delimitation& d : found.delimitations) {
        const auto draws = [&](const Picture& picture) { return picture.draws(d); };
        if (d.stretch != stretch.id || std::none_of(views.begin(), views.end(), draws)) continue;
        result.status = LocateStatus::on_line;
        add(result.holders, d.left);
        add(result.holders, d.right);
      }
    }
    if (result.status == LocateStatus::on_line) return result;

    bool complete = true;
    Holders holders;
    std::vector<DivisionId> held;
    for (const Picture& picture : views) {
      const auto hit = first_hit(found, picture, p, east);
      held.push_back(hit ? hit->holder : DivisionId{});
      if (hit) add(holders, hit->holder);
      if (!hit && east < whole.east) complete = false;
    }
    if (!complete) continue;
    if (!holders.empty()) result.status = holders.size() > 1 ? LocateStatus::disputed : LocateStatus::inside;
    result.holders = std::move(holders);
    if (result.status == LocateStatus::disputed) tell_claims(result, found.claims, views, held);
    return result;
  }
}

}  // namespace merestone
