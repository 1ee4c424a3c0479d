// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_ground.hpp"
#include "gis/base/error.hpp"
#include "gis/overlay/ground.hpp"
#include "tests/support/mosaic.hpp"
#include "tests/unit/report/country.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using test::Country;

namespace {

double sum_of_lines(const BoundaryReport& report) {
  double sum = 0;
  for (const ReportLine& line : report.lines) sum += line.length_m;
  return sum;
}

double sum_of_neighbours(const BoundaryReport& report) {
  double sum = 0;
  for (const ReportNeighbour& neighbour : report.neighbours) sum += neighbour.length_m;
  return sum;
}

double sum_of_members(const BoundaryReport& report) {
  double sum = report.unassigned_m2;
  for (const ReportMember& member : report.members) sum += member.area_m2;
  return sum;
}

}  // namespace

TEST_CASE("a county is the sum of its members, its border the sum of its lines") {
  const BoundaryReport report = Country{}.report(Country::amt);
  const double whole = area_m2({{test::box(0, 0, 4, 4), {}}}) - area_m2({{test::box(2.5, 2, 3.5, 3), {}}});
  CHECK(report.area_m2 == Approx(whole).epsilon(1e-9));
  CHECK(sum_of_members(report) == Approx(report.area_m2).epsilon(1e-12));
  CHECK(report.unassigned_m2 == 0);
  CHECK(report.perimeter_m == Approx(perimeter_m({{test::box(0, 0, 4, 4), {}}}) +
                                     perimeter_m({{test::box(2.5, 2, 3.5, 3), {}}})).epsilon(1e-9));
  CHECK(sum_of_lines(report) == Approx(report.perimeter_m).epsilon(1e-12));
  CHECK(sum_of_neighbours(report) == Approx(report.perimeter_m).epsilon(1e-12));
  CHECK(report.pieces == 1);
  CHECK(report.extent == box_of(test::box(0, 0, 4, 4)));
}

TEST_CASE("members stand in the order of the register, also those without ground") {
  const BoundaryReport report = Country{}.report(Country::amt);
  REQUIRE(report.members.size() == 3);
  CHECK(report.members[0].division.name == "Erlen");
  CHECK(report.members[1].division.name == "Buchen");
  CHECK(report.members[2].division.name == "Papier");
  CHECK(report.members[2].area_m2 == 0);
  CHECK(report.superiors.size() == 1);
  CHECK(report.superiors.front().name == "Near");
}

TEST_CASE("a province reaches over its counties, with the enclave in them no hole of it") {
  const BoundaryReport report = Country{}.report(Country::near);
  CHECK(report.area_m2 == Approx(area_m2({{test::box(0, 0, 8, 4), {}}})).epsilon(1e-9));
  CHECK(sum_of_members(report) == Approx(report.area_m2).epsilon(1e-12));
  REQUIRE(report.neighbours.size() == 2);
  CHECK(report.neighbours[0].party.empty());  // outside the record: three sides
  CHECK(report.neighbours[1].party.front().name == "Far");
}

TEST_CASE("ground that no member holds is said") {
  Country country;
  for (Membership& m : country.history.memberships) {
    if (m.member == Country::a2) m.superior = Country::ostland;
  }
  for (Delimitation& d : country.snapshot.delimitations) {
    if (d.left == Country::a1) d.left = Country::amt;
    if (d.right == Country::a1) d.right = Country::amt;
  }
  const BoundaryReport report = country.report(Country::amt);
  CHECK(report.unassigned_m2 == Approx(area_m2({{test::box(0, 0, 2, 4), {}}})).epsilon(1e-9));
  CHECK(report.unassigned_m2 == report.area_m2);
}

TEST_CASE("disputed ground is counted apart, and the border runs around what is undisputed") {
  Country country;
  constexpr ClaimId ground{1}, claimed{2};
  country.snapshot.claims = {{ground, {1}, {}, ""}, {claimed, {1}, Country::norden, ""}};
  // Norden claims Erlen.
  for (Delimitation& d : std::vector<Delimitation>{country.snapshot.delimitations}) {
    const bool touches = d.left == Country::a1 || d.right == Country::a1;
    if (!touches) continue;
    const auto with = [&](DivisionId id) { return id == Country::a1 ? Country::norden : id; };
    Delimitation theirs = d;
    theirs.id.value += 100;
    theirs.claim = claimed;
    theirs.left = with(d.left);
    theirs.right = with(d.right);
    for (Delimitation& each : country.snapshot.delimitations) {
      if (each.id == d.id) each.claim = ground;
    }
    if (theirs.left != theirs.right) country.snapshot.delimitations.push_back(theirs);
  }
  const BoundaryReport quiet = country.report(Country::amt);
  const BoundaryReport neutral = country.report(Country::amt, Neutral{});
  CHECK(quiet.disputed_m2 == 0);
  CHECK(neutral.disputed_m2 == Approx(area_m2({{test::box(0, 0, 2, 4), {}}})).epsilon(1e-9));
  CHECK(neutral.area_m2 + neutral.disputed_m2 == Approx(quiet.area_m2).epsilon(1e-12));
  bool beside_dispute = false;
  for (const ReportNeighbour& neighbour : neutral.neighbours) beside_dispute = beside_dispute || neighbour.party.size() == 2;
  CHECK(beside_dispute);
  CHECK(sum_of_neighbours(neutral) == Approx(neutral.perimeter_m).epsilon(1e-12));
}

TEST_CASE("a division that does not exist, or holds no ground, is refused with words for it") {
  const Country country;
  const auto rule_of = [&](DivisionId id) -> std::string {
    try {
      country.report(id);
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::missing);
      return error.findings().empty() ? "" : error.findings().front().rule;
    }
    return "no error";
  };
  CHECK(rule_of({77}) == "report.no_division");
  CHECK(rule_of(Country::old_mill) == "report.no_division");
  CHECK(rule_of(Country::landless) == "report.no_ground");
}

TEST_CASE("ground across the antimeridian has no border there, its neighbour across has one") {
  Country country;
  const auto ring = [](double west, double south, double east, double north) {
    return Ring{from_degrees(west, south), from_degrees(east, south), from_degrees(east, north), from_degrees(west, north)};
  };
  RingSet rings;
  rings.add(MultiPolygon{{ring(179, 0, 180, 1), {}}, {ring(-180, 0, -179, 1), {}}}, 0);
  rings.add(MultiPolygon{{ring(-180, 1, -179, 2), {}}}, 1);
  rings.add(MultiPolygon{{ring(179, 1, 180, 2), {}}}, 2);
  const Mesh mesh = build_mesh(rings).mesh;
  const std::vector<DivisionId> owners{Country::amt, Country::ostland, Country::norden};
  country.snapshot = {};
  country.lines.clear();
  for (std::size_t i = 0; i < mesh.arcs.size(); ++i) {
    const auto owner = [&](UnitIndex unit) { return unit == nobody ? DivisionId{} : owners[unit]; };
    const StretchId id{static_cast<std::int64_t>(i) + 1};
    const auto path = mesh.path(i);
    country.snapshot.stretches.push_back({id, Polyline(path.begin(), path.end()), EdgeKind::lonlat, "", 0});
    country.snapshot.delimitations.push_back({{id.value}, id, owner(mesh.arcs[i].left), owner(mesh.arcs[i].right), {}, {}, {}});
  }
  const BoundaryReport wide = country.report(Country::amt);
  CHECK(wide.perimeter_m == Approx(perimeter_m({{ring(0, 0, 2, 1), {}}})).epsilon(1e-9));
  const BoundaryReport east = country.report(Country::ostland);
  CHECK(east.perimeter_m == Approx(perimeter_m({{ring(0, 1, 1, 2), {}}})).epsilon(1e-9));
  bool meets_norden = false;
  for (const ReportNeighbour& n : east.neighbours) meets_norden = meets_norden || (!n.party.empty() && n.party[0].id == Country::norden);
  CHECK(meets_norden);
}

TEST_CASE("in any coverage lines sum to the perimeter and members to the area") {
  rc::prop("for every unit", [] {
    const test::Mosaic mosaic = test::any_mosaic(4, true);
    const Mesh mesh = build_mesh(test::rings_of(mosaic)).mesh;
    if (mesh.arcs.empty()) return;
    Country country;
    country.snapshot = {};
    country.lines.clear();
    country.zones.clear();
    const std::vector<DivisionId> owners{Country::a1, Country::a2, Country::ostland, Country::norden};
    for (std::size_t i = 0; i < mesh.arcs.size(); ++i) {
      const auto owner = [&](UnitIndex unit) { return unit == nobody ? DivisionId{} : owners[unit]; };
      const StretchId id{static_cast<std::int64_t>(i) + 1};
      const auto path = mesh.path(i);
      country.snapshot.stretches.push_back({id, Polyline(path.begin(), path.end()), EdgeKind::lonlat, "", 0});
      country.snapshot.delimitations.push_back({{id.value}, id, owner(mesh.arcs[i].left), owner(mesh.arcs[i].right), {}, {}, {}});
    }
    const auto arcs = measure_arcs(mesh);
    const std::vector<UnitIndex> upper{0, 0, 1, 2};  // Amt holds the first two
    const auto grounds = ground_of_units(mesh, arcs, 3, upper);
    const std::vector<DivisionId> uppers{Country::amt, Country::ostland, Country::norden};
    for (std::size_t u = 0; u < uppers.size(); ++u) {
      if (grounds[u].area_um2 == 0) continue;
      const BoundaryReport report = country.report(uppers[u]);
      RC_ASSERT(std::abs(report.area_m2 - grounds[u].area_m2()) < 1e-3);
      RC_ASSERT(std::abs(report.perimeter_m - grounds[u].perimeter_m()) < 1e-3);
      RC_ASSERT(std::abs(sum_of_lines(report) - report.perimeter_m) < 1e-3);
      RC_ASSERT(std::abs(sum_of_neighbours(report) - report.perimeter_m) < 1e-3);
      RC_ASSERT(std::abs(sum_of_members(report) - report.area_m2) < 1e-3);
    }
  });
}
