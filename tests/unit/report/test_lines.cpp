// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/report/country.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace merestone;
using test::Country;

TEST_CASE("lines follow each other clockwise from the north, the subject on the right") {
  const BoundaryReport report = Country{}.report(Country::amt);
  REQUIRE(report.lines.size() == 3);
  const ReportLine& north = report.lines[0];
  CHECK(north.number == 1);
  CHECK(north.name == "Near–Far line");
  CHECK(north.level == 1);
  CHECK(north.between.size() == 2);
  CHECK(north.start == test::at(0, 4));
  CHECK(north.end == test::at(4, 4));
  REQUIRE(north.course.size() == 1);
  CHECK(north.course[0].sector == 4);  // east
  CHECK(north.course[0].length_m == Approx(north.length_m));

  const ReportLine& east = report.lines[1];
  CHECK(east.beyond.front().name == "Ostland");
  CHECK(east.level == 2);
  CHECK(east.pieces == 2);  // the enclave too is Ostland's
  CHECK(east.start == test::at(4, 4));
  CHECK(east.end == test::at(4, 0));
  CHECK(east.course.front().sector == 8);  // south
  CHECK(east.between.empty());

  const ReportLine& outer = report.lines[2];
  CHECK(outer.beyond.empty());
  CHECK(outer.end == north.start);
}

TEST_CASE("a line cites its documents once, and others stand apart") {
  const BoundaryReport report = Country{}.report(Country::amt);
  REQUIRE(report.documents.size() == 1);
  CHECK(report.documents.front().title == "Survey of the counties");
  REQUIRE(report.other_documents.size() == 1);
  CHECK(report.other_documents.front().title == "Not cited");
  for (const ReportLine& line : report.lines) CHECK(line.documents == std::vector<std::size_t>{0});
}

TEST_CASE("a change cites its document, and a long record is not listed whole") {
  Country country;
  country.history.successions.front().document = {2};
  for (int i = 3; i < 60; ++i) {
    Document document;
    document.id = {i};
    document.title = "Other " + std::to_string(i);
    country.documents.push_back(document);
  }
  const BoundaryReport report = country.report(Country::amt);
  REQUIRE(report.documents.size() == 2);
  CHECK(report.documents.back().title == "Not cited");
  CHECK(report.other_documents.size() == 40);
  CHECK(report.further_documents == 17);
}

TEST_CASE("what a line follows is said where all of it does, its accuracy where the worst is known") {
  Country country;
  for (Stretch& stretch : country.snapshot.stretches) {
    stretch.carrier = "river";
    stretch.accuracy_m = static_cast<double>(stretch.id.value);
  }
  const BoundaryReport report = country.report(Country::amt);
  CHECK(report.lines[0].carrier == "river");
  CHECK(report.lines[0].accuracy_m >= 1);
  country.snapshot.stretches.front().carrier = "road";
  bool mixed = false;
  for (const ReportLine& line : country.report(Country::near).lines) mixed = mixed || line.carrier.empty();
  CHECK(mixed);
}

TEST_CASE("lines inside the division are counted by level") {
  const BoundaryReport county = Country{}.report(Country::amt);
  REQUIRE(county.inner.size() == 1);
  CHECK(county.inner[0].level == 3);
  CHECK(county.inner[0].count == 1);
  const BoundaryReport province = Country{}.report(Country::near);
  REQUIRE(province.inner.size() == 2);
  CHECK(province.inner[0].level == 2);
  CHECK(province.inner[0].count == 1);
}

TEST_CASE("history tells what the ground was, up to the day of the report") {
  const BoundaryReport report = Country{}.report(Country::amt);
  REQUIRE(report.changes.size() == 1);
  CHECK(report.changes[0].from.name == "Old Mill");
  CHECK(report.changes[0].from.code == "1103");
  CHECK(report.changes[0].to.name == "Buchen");
  CHECK(report.changes[0].reason == "merged");
  CHECK(Country{}.report(Country::near).changes.size() == 2);  // Ostland belongs to it
  CHECK(Country{}.report(Country::a1).changes.empty());
  Country later;
  later.on = parse_date("2022-01-01");
  CHECK(later.report(Country::amt).changes.size() == 2);
}

TEST_CASE("the map shows the subject, its neighbours, its lines and their numbers") {
  const BoundaryReport report = Country{}.report(Country::amt);
  using Role = SheetGround::Role;
  std::map<Role, std::size_t> grounds;
  for (const SheetGround& ground : report.map.grounds) ++grounds[ground.role];
  CHECK(grounds[Role::subject] == 1);
  CHECK(grounds[Role::neighbour] == 2);
  CHECK(grounds[Role::member] == 2);
  CHECK(report.map.markers.size() == 3);
  std::size_t outline = 0, inner = 0;
  for (const SheetLine& line : report.map.lines) ++(line.outline ? outline : inner);
  CHECK(outline >= 3);
  CHECK(inner >= 1);
  CHECK(report.map.sites.size() == 2);
}
