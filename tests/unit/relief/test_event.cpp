// SPDX-License-Identifier: Apache-2.0
#include "tests/support/findings.hpp"
#include "tests/unit/relief/flood.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

constexpr const char* at_eight = "2022-07-15T08:30";

}  // namespace

TEST_CASE("moments are read and written to the minute") {
  CHECK(to_string(*parse_moment("2022-07-15 08:05")) == "2022-07-15T08:05");
  CHECK(to_string(*parse_moment("2022-07-15")) == "2022-07-15T00:00");
  for (const char* bad : {"", "2022-07-15T24:00", "2022-07-15T08:60", "2022-07-15T8:30", "2022-02-30T08:00", "2022-07-15T08:30:00"}) CHECK_FALSE(parse_moment(bad));
}

TEST_CASE("reports are taken for the divisions of the event's first day") {
  const Flood flood;
  const auto judged = flood.judge({Flood::said("12", "initial", at_eight, "affected", 5), Flood::said("11", "initial", at_eight, "affected", 7)});
  CHECK(judged.findings.empty());
  CHECK(judged.figures.size() == 2);
}

TEST_CASE("bad reports are told by name") {
  const Flood flood;
  const auto one = [&](DeliveredReport report) { return rules_of(flood.judge({report}).findings); };
  CHECK(one(Flood::said("11", "rumour", at_eight, "affected", 5)) == Rules{"event.unknown_stage"});
  CHECK(one(Flood::said("11", "initial", at_eight, "angels", 5)) == Rules{"event.unknown_indicator"});
  CHECK(one(Flood::said("11", "initial", at_eight, "affected", -5)) == Rules{"event.negative"});
  CHECK(one(Flood::said("11", "initial", at_eight, "affected", 5.5)) == Rules{"event.not_whole"});
  CHECK(one(Flood::said("99", "initial", at_eight, "affected", 5)) == Rules{"event.unknown_division"});
  CHECK(one(Flood::said("11", "initial", "2022-07-15T06:59", "affected", 5)) == Rules{"event.before_start"});
  CHECK(one(Flood::said("11", "initial", "2022-07-15T09:01", "affected", 5)) == Rules{"event.late"});
  DeliveredReport other = Flood::said("11", "initial", at_eight, "affected", 5);
  other.event = "F-1998";
  CHECK(one(other) == Rules{"event.other_event"});
  other = Flood::said("11", "initial", at_eight, "affected", 5);
  other.hazard = "earthquake";
  CHECK(one(other) == Rules{"event.other_hazard"});
}

TEST_CASE("a code of another time is told with its time") {
  Flood flood;
  flood.event.started = *parse_moment("2024-07-15T07:00");
  const auto judged = flood.judge({Flood::said("12", "initial", "2024-07-15T08:00", "affected", 5)});
  REQUIRE(rules_of(judged.findings) == Rules{"event.not_that_day"});
  CHECK(judged.figures.empty());
}

TEST_CASE("DR-02: parts over their parent and dead over affected are refused; equal is not") {
  const Flood flood;
  CHECK(rules_of(flood.judge({Flood::said("11", "initial", at_eight, "crops", 10), Flood::said("11", "initial", at_eight, "crops_lost", 10.5)}).findings) ==
        Rules{"event.parts_exceed"});
  CHECK(rules_of(flood.judge({Flood::said("11", "initial", at_eight, "affected", 3), Flood::said("11", "initial", at_eight, "dead", 4)}).findings) == Rules{"event.order"});
  CHECK(flood.judge({Flood::said("11", "initial", at_eight, "affected", 4), Flood::said("11", "initial", at_eight, "dead", 4)}).findings.empty());
}

TEST_CASE("townships sum up to the county that reports with them") {
  const Flood flood;
  std::vector<DeliveredReport> reports{Flood::said("11", "initial", at_eight, "affected", 3), Flood::said("12", "initial", at_eight, "affected", 4),
                                       Flood::said("1", "initial", at_eight, "affected", 7)};
  CHECK(flood.judge(reports).findings.empty());
  reports[2].value = 8;
  const auto judged = flood.judge(reports);
  REQUIRE(rules_of(judged.findings) == Rules{"event.sum_differs"});
  CHECK(judged.findings[0].subject.record == "3");
}

TEST_CASE("a report is never edited: the same again is nothing new, another value is refused") {
  Flood flood;
  flood.take({Flood::said("11", "initial", at_eight, "affected", 5)});
  const auto same = flood.judge({Flood::said("11", "initial", at_eight, "affected", 5)});
  CHECK(same.same == 1);
  CHECK(same.figures.empty());
  CHECK(same.findings.empty());
  CHECK(rules_of(flood.judge({Flood::said("11", "initial", at_eight, "affected", 6)}).findings) == Rules{"event.reported_already"});
  CHECK(rules_of(flood.judge({Flood::said("12", "initial", at_eight, "affected", 6), Flood::said("12", "initial", at_eight, "affected", 6)}).findings) ==
        Rules{"event.reported_twice"});
}

TEST_CASE("stages only go on in time, and a figure that falls is told") {
  Flood flood;
  flood.take({Flood::said("11", "final", "2022-08-20T10:00", "affected", 50)});
  CHECK(rules_of(flood.judge({Flood::said("11", "update", "2022-08-21T10:00", "affected", 60)}).findings) == Rules{"event.stage_order"});
  CHECK(flood.judge({Flood::said("11", "update", "2022-08-19T10:00", "affected", 40)}).findings.empty());
  CHECK(flood.judge({Flood::said("12", "update", "2022-08-21T10:00", "affected", 60)}).findings.empty());  // another town
  Flood early;  // what is on record later may not be of an earlier stage either
  early.take({Flood::said("11", "initial", "2022-08-20T10:00", "affected", 50)});
  CHECK(rules_of(early.judge({Flood::said("11", "final", "2022-08-20T09:00", "affected", 50)}).findings) == Rules{"event.stage_order"});
  const auto falls = flood.judge({Flood::said("11", "final", "2022-08-22T10:00", "affected", 45)});
  CHECK(rules_of(falls.findings) == Rules{"event.falls"});
  CHECK(falls.findings[0].severity == Severity::warning);
}

TEST_CASE("clocks of reports: two hours for the first, a day for the next, five days after the end for the last") {
  Flood flood;
  const Moment noon = *parse_moment("2022-07-15T12:00");
  auto due = reports_due(flood.event, flood.figures, flood.rules, noon);
  REQUIRE(due.size() == 1);
  CHECK(due[0].stage == "initial");
  CHECK(to_string(due[0].due) == "2022-07-15T09:00");
  CHECK(due[0].overdue);
  flood.take({Flood::said("11", "initial", at_eight, "affected", 5)});
  due = reports_due(flood.event, flood.figures, flood.rules, noon);
  REQUIRE(due.size() == 2);
  CHECK_FALSE(due[0].overdue);
  CHECK(due[0].done);
  CHECK(to_string(due[1].due) == "2022-07-16T08:30");
  flood.event.ended = *parse_moment("2022-07-20T00:00");
  due = reports_due(flood.event, flood.figures, flood.rules, noon);
  REQUIRE(due.size() == 3);
  CHECK(to_string(due[2].due) == "2022-07-25T00:00");
  flood.take({Flood::said("11", "final", "2022-07-24T00:00", "affected", 5)});
  due = reports_due(flood.event, flood.figures, flood.rules, noon);
  REQUIRE(due.size() == 2);
  CHECK(due[1].done);
}

TEST_CASE("an event of an unknown kind or level, or that ends before it starts, is refused") {
  Flood flood;
  CHECK(event_findings(flood.event, flood.rules).empty());
  flood.event.hazard = "dragons", flood.event.severity = "V", flood.event.ended = *parse_moment("2022-07-14");
  CHECK(rules_of(event_findings(flood.event, flood.rules)) == Rules{"event.unknown_hazard", "event.unknown_severity", "event.ends_before_it_starts"});
}
