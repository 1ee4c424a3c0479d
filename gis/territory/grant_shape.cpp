// SPDX-License-Identifier: Apache-2.0
#include "gis/territory/granting.hpp"

#include "gis/mesh/crossings.hpp"

#include <algorithm>

namespace merestone {
namespace {

Finding finding_at(const char* rule, Position place) {
  Finding finding{.rule = rule, .severity = Severity::error};
  finding.place = Place{degrees(place.lon), degrees(place.lat)};
  return finding;
}

/// Where a path meets itself: an edge another edge, or a position another that is not its neighbour.
std::optional<Position> self_meeting(const Polyline& path) {
  std::vector<Position> sorted = path;
  if (sorted.front() == sorted.back()) sorted.pop_back();
  std::sort(sorted.begin(), sorted.end());
  const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
  if (twice != sorted.end()) return *twice;
  Mesh mesh;
  mesh.add(path, nobody, nobody);
  const auto meetings = find_crossings(mesh);
  if (meetings.empty()) return {};
  return mesh.positions[meetings.front().b.index];
}

void look_at(Polyline path, std::size_t least, std::vector<Finding>& findings) {
  path.erase(std::unique(path.begin(), path.end()), path.end());
  if (path.size() < least) {
    Finding finding{.rule = "redraw.too_short", .severity = Severity::error};
    if (!path.empty()) finding.place = Place{degrees(path[0].lon), degrees(path[0].lat)};
    findings.push_back(std::move(finding));
    return;
  }
  if (const auto where = self_meeting(path)) findings.push_back(finding_at("redraw.self_crossing", *where));
}

}  // namespace

bool Belonging::within(DivisionId division, DivisionId superior) const {
  return division == superior || divisions_.lies_in(division, superior);
}

void Belonging::tell(Finding& finding, DivisionId division) const {
  const DivisionState* state = divisions_.find(division);
  finding.facts.emplace_back("code", state != nullptr ? state->code : "");
  finding.facts.emplace_back("name", state != nullptr ? state->name : "");
}

std::vector<Finding> shape_findings(const Version& version, const Belonging& belonging, const std::vector<DivisionId>& parties) {
  std::vector<Finding> findings;
  const auto need_party = [&](DivisionId side) {
    const bool known = std::any_of(parties.begin(), parties.end(), [&](DivisionId party) { return belonging.within(side, party); });
    if (side.value == 0 || known) return;
    Finding finding{.rule = "redraw.side_no_party", .severity = Severity::error};
    belonging.tell(finding, side);
    findings.push_back(std::move(finding));
  };
  for (const LineGrant& line : version.lines) {
    look_at(line.path, 2, findings);
    need_party(line.left);
    need_party(line.right);
    const bool named = line.left.value != 0 && line.right.value != 0;
    const bool none = line.left.value == 0 && line.right.value == 0;
    if (none || (named && (belonging.within(line.left, line.right) || belonging.within(line.right, line.left)))) {
      Finding finding{.rule = "redraw.same_party", .severity = Severity::error};
      belonging.tell(finding, line.left);
      findings.push_back(std::move(finding));
    }
  }
  for (const AreaGrant& area : version.areas) {
    if (area.area.empty()) findings.push_back({.rule = "redraw.too_short", .severity = Severity::error});
    for (const Polygon& polygon : area.area) {
      const auto ring = [&](Ring corners) {
        if (!corners.empty() && corners.front() != corners.back()) corners.push_back(corners.front());
        look_at(std::move(corners), 4, findings);
      };
      ring(polygon.outer);
      for (const Ring& hole : polygon.holes) ring(hole);
    }
  }
  return findings;
}

}  // namespace merestone
