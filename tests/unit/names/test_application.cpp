// SPDX-License-Identifier: Apache-2.0
#include "gis/names/application.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

const ActingBody government{"县政府", "government", 3}, department{"住建局", "department", 3};

NameRules rules() {
  NameRules made;
  made.steps = {{.id = "applied", .words = {}, .next = {"approved"}}, {.id = "approved", .words = {}, .next = {"filed", "announced"}},
                {.id = "filed", .words = {}, .next = {"announced", "filing_returned"}}, {.id = "filing_returned", .words = {}, .next = {"filed"}},
                {.id = "announced", .words = {}, .next = {"in_force"}}, {.id = "in_force", .words = {}}};
  made.kinds = {{.id = "street", .words = {}, .approvers = {{.body = "government", .from_level = 1, .to_level = 3, .file_with = "next_higher_government"}}},
                {.id = "building", .words = {}, .approvers = {{.body = "department", .from_level = 1, .to_level = 3, .file_with = "same_level_names_department"}}}};
  return made;
}

const std::vector<Clock> clocks{{.id = "filing", .of = "names", .starts = "approved", .stops = "filed", .allowed = {0, 15}},
                                {.id = "announcement", .of = "names", .starts = "approved", .stops = "announced", .allowed = {0, 15}, .acts = {"government"}},
                                {.id = "other", .of = "names", .starts = "filed", .stops = "announced", .allowed = {0, 15, DayCount::working}, .acts = {"department"}},
                                {.id = "code", .of = "divisions", .starts = "approved", .stops = "code_published", .allowed = {1, 0}}};

NameApplication approved_by(const ActingBody& body, const char* day) {
  NameApplication a;
  a.number = "1";
  a.kind = "street";
  a.steps = {{0, "applied", parse_date("2024-02-01"), {}, {}, ""}, {0, "approved", parse_date(day), body, {}, ""}};
  return a;
}

std::string rule(const std::vector<Finding>& findings) { return findings.empty() ? "" : findings.front().rule; }

}  // namespace

TEST_CASE("PN-21: which announcement clock runs depends on who approved") {
  NameApplication a = approved_by(department, "2024-03-01");
  CHECK(due_names(a, clocks, {}, parse_date("2024-03-02")).size() == 1);
  a.steps.push_back({0, "filed", parse_date("2024-03-08"), department, {}, ""});  // a Friday
  const auto due = due_names(a, clocks, {}, parse_date("2024-03-30"));
  REQUIRE(due.size() == 2);
  CHECK(due[1].clock == "other");
  CHECK(due[1].due == parse_date("2024-03-29"));  // fifteen working days
  CHECK(due[1].overdue);
  WorkingCalendar holidays;
  holidays.holidays = {parse_date("2024-03-29")};
  CHECK(due_names(a, clocks, holidays, parse_date("2024-03-30"))[1].due == parse_date("2024-04-01"));
}

TEST_CASE("Art. 12: who is competent by the kind of name and by level") {
  const NameRules law = rules();
  NameApplication a = approved_by(government, "2024-03-01");
  CHECK(check_approver(law, a, government, 4).empty());
  CHECK(rule(check_approver(law, a, {"", "government", 3}, 4)) == "name.no_body");
  CHECK(rule(check_approver(law, a, department, 4)) == "name.not_competent");
  CHECK(rule(check_approver(law, a, {"乡政府", "government", 4}, 4)) == "name.not_competent");  // a township
  CHECK(rule(check_approver(law, a, {"县政府", "government", 3}, 2)) == "name.not_competent");  // for what lies in several counties
  a.kind = "bridge";
  CHECK(rule(check_approver(law, a, government, 4)) == "name.unknown_kind");
}

TEST_CASE("Art. 13: whom the approving body files with") {
  const NameRules law = rules();
  NameApplication a = approved_by(government, "2024-03-01");
  CHECK(check_filing(law, a, government, {"市政府", "government", 2}).empty());
  CHECK(rule(check_filing(law, a, government, {"县民政局", "names_department", 3})) == "name.filing_receiver");
  CHECK(rule(check_filing(law, a, department, {"市政府", "government", 2})) == "name.filing_sender");
  a = approved_by(department, "2024-03-01");
  a.kind = "building";
  CHECK(check_filing(law, a, department, {"县民政局", "names_department", 3}).empty());
  CHECK(rule(check_filing(law, a, department, {"市政府", "government", 2})) == "name.filing_receiver");
}

TEST_CASE("a filing that was returned counts as not made") {
  NameApplication a = approved_by(government, "2024-03-01");
  a.steps.push_back({0, "filed", parse_date("2024-03-05"), government, {}, ""});
  CHECK(due_names(a, clocks, {}, parse_date("2024-03-06"))[0].done == parse_date("2024-03-05"));
  a.steps.push_back({0, "filing_returned", parse_date("2024-03-07"), {}, {}, ""});
  CHECK_FALSE(due_names(a, clocks, {}, parse_date("2024-03-08"))[0].done);
  a.steps.push_back({0, "filed", parse_date("2024-03-20"), government, {}, ""});
  CHECK(due_names(a, clocks, {}, parse_date("2024-03-21"))[0].overdue);  // done, but late
}

TEST_CASE("steps follow one another, in time") {
  const NameRules law = rules();
  const NameApplication a = approved_by(government, "2024-03-01");
  const Date today = parse_date("2024-04-01");
  CHECK(check_step(law, a, {0, "announced", parse_date("2024-03-05"), {}, {}, ""}, today).empty());
  CHECK(rule(check_step(law, a, {0, "in_force", parse_date("2024-03-05"), {}, {}, ""}, today)) == "name.out_of_order");
  CHECK(rule(check_step(law, a, {0, "filed", parse_date("2024-02-05"), {}, {}, ""}, today)) == "name.dates");
  CHECK(rule(check_step(law, a, {0, "filed", parse_date("2024-05-05"), {}, {}, ""}, today)) == "name.in_future");
}
