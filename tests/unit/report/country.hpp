// SPDX-License-Identifier: Apache-2.0
/// A small invented country for reports, on a grid of hundredths of a degree:
///
///        0         4         8
///     7  +---------+---------+
///        |   county Norden   |   province Far
///     4  +----+----+---------+
///        |    | [e]|         |   [e] is held by Ostland
///        | a1 | a2 | Ostland |   province Near: Amt (a1, a2) and Ostland
///     0  +----+----+---------+
///        0    2    4         8
#pragma once

#include "cli/report/make_report.hpp"
#include "gis/mesh/build.hpp"

#include <string>
#include <vector>

namespace merestone::test {

inline Position at(double x, double y) { return from_degrees(9.5 + x / 100, 48.5 + y / 100); }
inline Ring box(double west, double south, double east, double north) {
  return {at(west, south), at(east, south), at(east, north), at(west, north)};
}

struct Country {
  static constexpr DivisionId near{1}, far{2}, amt{3}, ostland{4}, norden{5}, a1{6}, a2{7}, old_mill{8}, landless{9};

  DivisionFacts history;
  Snapshot snapshot;
  std::vector<BoundaryLine> lines;
  std::vector<NamedPlace> places;
  std::vector<HazardZone> zones;
  std::vector<Facility> facilities;
  std::vector<Document> documents;
  std::vector<CountryPack> packs;
  Date on = parse_date("2020-06-01");

  Country() {
    const Date start = parse_date("1950-01-01");
    division(near, {}, 1, "province", "1", "Near", {start, open_end});
    division(far, {}, 1, "province", "2", "Far", {start, open_end});
    division(amt, near, 2, "county", "11", "Amt & <Süd>", {start, open_end});
    division(ostland, near, 2, "county", "12", "Ostland", {start, open_end});
    division(norden, far, 2, "county", "21", "北县", {start, open_end});
    division(a1, amt, 3, "township", "1101", "Erlen", {start, open_end});
    division(a2, amt, 3, "township", "1102", "Buchen", {parse_date("2010-01-01"), open_end});
    division(old_mill, amt, 3, "township", "1103", "Old Mill", {start, parse_date("2010-01-01")});
    division(landless, amt, 3, "township", "1199", "Papier", {start, open_end});
    history.successions = {{old_mill, a2, parse_date("2010-01-01"), "merged", {}},
                           {ostland, norden, parse_date("1990-01-01"), "gave its north", {}},
                           {a1, a2, parse_date("2021-01-01"), "not yet", {}}};

    const std::vector<DivisionId> owners{a1, a2, ostland, norden};
    RingSet rings;
    rings.add(MultiPolygon{{box(0, 0, 2, 4), {}}}, 0);
    Ring enclave = box(2.5, 2, 3.5, 3);
    Ring hole(enclave.rbegin(), enclave.rend());
    rings.add(MultiPolygon{{box(2, 0, 4, 4), {hole}}}, 1);
    rings.add(MultiPolygon{{enclave, {}}, {box(4, 0, 8, 4), {}}}, 2);
    rings.add(MultiPolygon{{box(0, 4, 8, 7), {}}}, 3);
    const Mesh mesh = build_mesh(rings).mesh;
    for (std::size_t i = 0; i < mesh.arcs.size(); ++i) {
      const Arc& arc = mesh.arcs[i];
      const StretchId id{static_cast<std::int64_t>(i) + 1};
      const auto path = mesh.path(i);
      const auto owner = [&](UnitIndex unit) { return unit == nobody ? DivisionId{} : owners[unit]; };
      snapshot.stretches.push_back({id, Polyline(path.begin(), path.end()), EdgeKind::lonlat, "", 0});
      snapshot.delimitations.push_back({{id.value}, id, owner(arc.left), owner(arc.right), {}, {1}, {start, open_end}});
    }
    // The line between the provinces is one and has a name; the others are left to be told by who lies beyond.
    BoundaryLine frontier{{1}, "Near–Far line", near, far, 1, {}, {start, open_end}};
    for (const Delimitation& said : snapshot.delimitations) {
      if (said.left == norden || said.right == norden) {
        if (said.left.value != 0 && said.right.value != 0) frontier.parts.push_back({said.stretch, true});
      }
    }
    lines = {frontier};

    places = {{{1}, "", "village", {{"Sand & <Gravel>", "en", "official"}, {"Sand", "en", "short"}}, at(1, 1), {}},
              {{2}, "", "village", {{"昂热", "zh", "official"}}, at(3, 1), {}},
              {{3}, "", "village", {{"In the enclave", "en", "official"}}, at(3, 2.5), {}},
              {{4}, "", "village", {{"Gone", "en", "official"}}, at(1, 2), {start, parse_date("2000-01-01")}},
              {{5}, "", "village", {{"Nowhere", "en", "official"}}, {}, {}}};
    const std::string made = "generated for tests";
    zones = {{{1}, "", "flood", 1, "", {{box(0, 0, 4, 1), {}}}, made, {}},
             {{2}, "", "flood", 3, "", {{box(1, 0, 3, 0.5), {}}}, made, {}},
             {{3}, "", "flood", 3, "", {{box(1, 0, 2, 0.5), {}}}, made, {}},
             {{4}, "", "wildfire", 2, "", {{box(0, 0.5, 1, 2), {}}}, made, {}},
             {{5}, "", "flood", 4, "", {{box(5, 0, 6, 1), {}}}, made, {}},
             {{6}, "", "landslide", 4, "", {{box(0, 0, 4, 4), {}}}, made, {start, parse_date("2001-01-01")}}};
    facilities = {{{1}, "", "cemetery", "Waldfriedhof", 1200, 900, at(0.5, 0.75), made, {}},
                  {{2}, "", "columbarium", "Haus der Stille", 300, 20, at(3, 3.5), made, {}},
                  {{3}, "", "cemetery", "Elsewhere", 50, 1, at(6, 2), made, {}}};
    documents = {{{1}, "coverage", "Survey of the counties", "S 12/1950", "Survey Office", parse_date("1950-03-01"),
                  "CC BY 4.0", std::string(64, 'a')},
                 {{2}, "register", "Not cited", "", "", {}, "", ""}};
  }

  void division(DivisionId id, DivisionId superior, Level level, const char* kind, const char* code, const char* name,
                Period valid) {
    history.versions.push_back({id, level, kind, valid, {}});
    history.codes.push_back({id, "test", code, valid});
    history.names.push_back({id, name, "und", "official", valid});
    if (superior.value != 0) history.memberships.push_back({id, superior, MembershipKind::legal, valid});
  }

  BoundaryReport report(DivisionId id, const Viewpoint& viewpoint = StatusQuo{}) const {
    const Territory territory = derive(snapshot, viewpoint);
    const DivisionRegister divisions{history, on};
    ReportRequest request{id, {on, 12}};
    request.office = "Survey Office";
    request.program = "Merestone 0.1.0";
    request.produced_at = "2020-06-02T10:30:00Z";
    request.audit_head = std::string(64, 'b');
    return make_boundary_report(
        request, {territory, snapshot, divisions, history, lines, places, zones, facilities, documents, packs});
  }
};

}  // namespace merestone::test
