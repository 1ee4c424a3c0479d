// SPDX-License-Identifier: Apache-2.0
#include "cli/report/dispute_report.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

using Role = SheetGround::Role;

/// The party that a division is, or belongs to; 0 for none.
std::size_t party_of(const DisputeReport& report, const DivisionRegister& divisions, DivisionId holder) {
  for (const DivisionState* state : divisions.chain(holder)) {
    for (std::size_t i = 0; i < report.parties.size(); ++i) {
      if (report.parties[i].division == state->id) return i + 1;
    }
  }
  return 0;
}

/// The contested ground with half its size around it.
Box map_box(const DisputeReport& report) {
  Box box;
  for (const ContestedFace& face : report.contested) box.add(box_of(MultiPolygon{face.ground}));
  for (const LineOpinion& opinion : report.opinions) box.add(box_of(opinion.path));
  box.add(box_of(report.line));
  if (box.empty()) return box;
  const std::int64_t more = std::max(box.east - box.west, box.north - box.south) / 2 + 1000;
  return {box.west - more, box.south - more, box.east + more, box.north + more};
}

}  // namespace

void add_dispute_map(DisputeReport& report, const Snapshot& snapshot, const DivisionRegister& divisions) {
  Sheet& sheet = report.map;
  sheet.neutral = true;
  const Box box = map_box(report);
  if (box.empty()) return;
  const Territory now = derive(snapshot, StatusQuo{});
  std::map<std::size_t, MultiPolygon> of_party;
  for (const Face& face : now.faces) {
    const Polygon ground = polygon_of(now.mesh, face);
    if (!box.meets(box_of(ground.outer))) continue;
    of_party[party_of(report, divisions, now.holders[face.unit].front())].push_back(ground);
  }
  // Contested pieces are cut out, so that the name of a party stands on ground that is only its own.
  for (const ContestedFace& face : report.contested) of_party[party_of(report, divisions, face.holders.front())].push_back(face.ground);
  for (auto& [party, shape] : of_party) {
    sheet.grounds.push_back({Role::neighbour, party > 0 ? report.parties[party - 1].label + " " + report.parties[party - 1].name : "", std::move(shape)});
  }
  std::map<std::string, MultiPolygon> contested;
  for (const ContestedFace& face : report.contested) contested[face.label].push_back(face.ground);
  for (auto& [label, shape] : contested) sheet.grounds.push_back({label.empty() ? Role::unclaimed : Role::disputed, label, std::move(shape)});
  std::vector<std::size_t> side;  // party by unit, 0 for nobody's
  for (const Holders& holders : now.holders) side.push_back(party_of(report, divisions, holders.front()));
  const auto party_on = [&](UnitIndex unit) { return unit == nobody ? 0 : side[unit]; };
  for (std::size_t i = 0; i < now.mesh.arcs.size(); ++i) {
    const auto path = now.mesh.path(i);
    const Arc& arc = now.mesh.arcs[i];
    const bool between_parties = party_on(arc.left) != party_on(arc.right);
    if (box.meets(box_of(path))) sheet.lines.push_back({Polyline(path.begin(), path.end()), between_parties ? 2 : 3, false, false, 0});
  }
  for (const LineOpinion& opinion : report.opinions) {
    const auto at = std::find_if(report.parties.begin(), report.parties.end(),
                                 [&](const CaseParty& party) { return party.division == opinion.holder; });
    const int party = opinion.kind == OpinionKind::claim && at != report.parties.end() ? static_cast<int>(at - report.parties.begin()) + 1 : 0;
    if (opinion.kind == OpinionKind::final_line) continue;
    if (!opinion.path.empty()) sheet.lines.push_back({opinion.path, 2, false, party == 0, party});
    for (const Polygon& polygon : opinion.area) {
      Polyline ring = polygon.outer;
      ring.push_back(ring.front());
      sheet.lines.push_back({ring, 2, false, party == 0, party});
    }
  }
  for (const DisputeReport::Village& village : report.villages) sheet.places.push_back({village.position, village.name});
  if (report.line.size() > 1) sheet.lines.push_back({report.line, 1, true, false, 0});
  std::size_t number = 0;
  for (const TurningPoint& point : report.points) sheet.markers.push_back({point.position, std::to_string(++number)});
}

void add_views(DisputeReport& report, const std::vector<Claim>& claims, const DivisionRegister& divisions) {
  if (report.contested.empty() || claims.empty()) return;
  for (std::size_t version = 0; version < claims.size(); ++version) {
    DisputeReport::View view;
    view.held_um2.assign(report.parties.size(), 0);
    for (std::size_t i = 0; i < report.parties.size(); ++i) {
      if (claims[version].claimant == report.parties[i].division) view.party = report.parties[i].label;
    }
    for (const ContestedFace& face : report.contested) {
      const std::size_t party = version < face.holders.size() ? party_of(report, divisions, face.holders[version]) : 0;
      if (party > 0) view.held_um2[party - 1] += face.area_um2;
    }
    report.views.push_back(std::move(view));
  }
  std::ranges::stable_sort(report.views, {}, &DisputeReport::View::party);  // first the situation on the ground
}

}  // namespace merestone
