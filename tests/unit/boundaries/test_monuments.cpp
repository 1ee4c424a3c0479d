// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/monument_status.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

Monument stone() {
  Monument m;
  m.id = {1};
  m.number = "5253165Q";
  m.lines = {{7}};
  m.position = from_degrees(104.95, 26.3);
  m.accuracy_m = 0.1;
  m.witnesses = {{"pagoda", "top", 10, 120}, {"bridge", "north pier", 200.5, 80}, {"cliff", "foot", 300, 45}};
  return m;
}

Observation seen(const char* day, SeenAs state, double off_m = -1, double accuracy_m = 0.1) {
  static std::int64_t id = 0;
  Observation o;
  o.id = {++id};
  o.monument = {1};
  o.on = parse_date(day);
  o.state = state;
  if (off_m >= 0) {
    o.position = destination(stone().position, 90, off_m);
    o.accuracy_m = accuracy_m;
  }
  return o;
}

MonumentStatus status(const std::vector<Observation>& observations, const char* day = "2026-01-01",
                      const std::vector<RepairOrder>& repairs = {}) {
  return judge(stone(), observations, repairs, parse_date(day)).status;
}

}  // namespace

TEST_CASE("scenario 12: 3.2 m from where it stands in law is displaced") {
  const std::vector<Observation> observations{seen("2025-06-01", SeenAs::found, 3.2)};
  const auto judgement = judge(stone(), observations, {}, parse_date("2026-01-01"));
  CHECK(judgement.status == MonumentStatus::displaced);
  CHECK(*judgement.moved_m == Approx(3.2).margin(0.001));
  CHECK(judgement.azimuth_deg == Approx(90).margin(0.1));
  CHECK(judgement.allowed_m == Approx(0.283).margin(0.001));
}

TEST_CASE("what the accuracies explain is no displacement") {
  CHECK(status({seen("2025-06-01", SeenAs::found, 0.28)}) == MonumentStatus::in_place);
  CHECK(status({seen("2025-06-01", SeenAs::found, 0.29)}) == MonumentStatus::displaced);
  CHECK(status({seen("2025-06-01", SeenAs::found, 3.2, 5)}) == MonumentStatus::in_place);  // a hand-held receiver
}

TEST_CASE("the last observation tells, the last measured one says where") {
  CHECK(status({}) == MonumentStatus::not_observed);
  CHECK(status({seen("2024-01-01", SeenAs::missing), seen("2025-01-01", SeenAs::found)}) == MonumentStatus::in_place);
  CHECK(status({seen("2025-01-01", SeenAs::damaged)}) == MonumentStatus::damaged);
  CHECK(status({seen("2024-01-01", SeenAs::found, 3), seen("2025-01-01", SeenAs::found)}) == MonumentStatus::displaced);
  CHECK(status({seen("2024-01-01", SeenAs::found, 3), seen("2025-01-01", SeenAs::missing)}) == MonumentStatus::missing);
  CHECK(status({seen("2025-01-01", SeenAs::missing)}, "2024-12-31") == MonumentStatus::not_observed);
}

TEST_CASE("a repair makes good what was seen before it") {
  RepairOrder repair{.id = {1}, .monument = {1}, .reason = "displaced", .ordered_on = parse_date("2025-02-01"), .managing = {3},
                     .neighbour = {4}, .done_on = parse_date("2025-03-01"), .managing_by = "Wang", .neighbour_by = "Li", .work = "reset"};
  CHECK(status({seen("2025-01-01", SeenAs::found, 3)}, "2026-01-01", {repair}) == MonumentStatus::in_place);
  CHECK(status({seen("2025-01-01", SeenAs::found, 3)}, "2025-02-15", {repair}) == MonumentStatus::displaced);
  CHECK(status({seen("2025-04-01", SeenAs::damaged)}, "2026-01-01", {repair}) == MonumentStatus::damaged);
}

TEST_CASE("BL-04: a repair is attended by both sides") {
  RepairOrder order{.id = {}, .monument = {1}, .reason = "broken", .ordered_on = parse_date("2025-02-01"), .managing = {3},
                    .neighbour = {4}, .done_on = {}, .managing_by = "", .neighbour_by = "", .work = ""};
  CHECK(check_repair(order, "1").empty());
  order.done_on = parse_date("2025-03-01");
  order.managing_by = "Wang";
  CHECK(rules_of(check_repair(order, "1")) == std::vector<std::string>{"repair.one_sided"});
  order.neighbour_by = "Li";
  CHECK(check_repair(order, "1").empty());
  order.done_on = parse_date("2025-01-01");
  CHECK(rules_of(check_repair(order, "1")) == std::vector<std::string>{"repair.before_order"});
  order.neighbour = order.managing;
  CHECK(rules_of(check_repair(order, "1")).front() == "repair.same_side");
}

TEST_CASE("a monument has the witnesses that the law asks for, its line and a known accuracy") {
  CHECK(check_monument(stone(), false, 3).empty());
  Monument m = stone();
  m.witnesses.pop_back();
  CHECK(rules_of(check_monument(m, false, 3)) == std::vector<std::string>{"monument.few_witnesses"});
  CHECK(check_monument(m, false, 2).empty());
  m.witnesses.clear();
  CHECK(check_monument(m, false, 0).empty());  // where the law of the country asks for none
  m = stone();
  m.witnesses[1].azimuth_deg = 360;
  m.witnesses[2].distance_m = 0;
  CHECK(rules_of(check_monument(m, false, 3)) == std::vector<std::string>{"monument.bad_witness", "monument.bad_witness"});
  m = stone();
  m.accuracy_m = 1.5;
  CHECK(check_monument(m, false, 3).front().severity == Severity::warning);
  m.accuracy_m = 0;
  m.lines.clear();
  m.kind = MonumentKind::twin;
  CHECK(rules_of(check_monument(m, false, 3)) ==
        std::vector<std::string>{"monument.no_line", "monument.no_side", "monument.no_accuracy"});
}

TEST_CASE("a boundary point needs neither witnesses nor accuracy") {
  Monument m = stone();
  m.kind = MonumentKind::point;
  m.witnesses.clear();
  m.accuracy_m = 0;
  REQUIRE(check_monument(m, false, 3).size() == 1);
  CHECK(check_monument(m, false, 3).front().severity == Severity::note);
}

TEST_CASE("a tri-junction stands on three lines and has an agreement of its own") {
  Monument m = stone();
  m.lines = {{7}, {8}, {9}};
  CHECK(check_monument(m, true, 3).empty());
  CHECK(rules_of(check_monument(m, false, 3)) == std::vector<std::string>{"monument.no_junction_agreement"});
  m.lines.pop_back();
  CHECK(rules_of(check_monument(m, true, 3)) == std::vector<std::string>{"monument.not_three_lines"});
}

TEST_CASE("BL-20: a number is used once on a line, and never again") {
  Monument old = stone();
  old.valid = {parse_date("2001-01-01"), parse_date("2010-01-01")};
  Monument fresh = stone();
  fresh.id = {};
  fresh.valid = {parse_date("2020-01-01"), open_end};
  const std::vector<Monument> ever{old};
  CHECK(rules_of(check_numbers_used({{fresh}}, ever)) == std::vector<std::string>{"monument.number_retired"});
  const std::vector<Monument> standing{stone()};
  CHECK(rules_of(check_numbers_used({{fresh}}, standing)) == std::vector<std::string>{"monument.number_used"});
  CHECK(rules_of(check_numbers_used({{fresh, fresh}}, {})) == std::vector<std::string>{"monument.number_used"});
  fresh.lines = {{8}};
  CHECK(check_numbers_used({{fresh}}, ever).empty());  // of another line
}

TEST_CASE("what nobody can have observed") {
  const Date today = parse_date("2026-01-01");
  CHECK(check_observation(seen("2025-01-01", SeenAs::found, 1), "1", today).empty());
  CHECK(rules_of(check_observation(seen("2026-01-02", SeenAs::found), "1", today)) == std::vector<std::string>{"monument.observed_in_future"});
  CHECK(rules_of(check_observation(seen("2025-01-01", SeenAs::found, 1, 0), "1", today)) == std::vector<std::string>{"monument.unknown_accuracy"});
  CHECK(rules_of(check_observation(seen("2025-01-01", SeenAs::missing, 1), "1", today)) == std::vector<std::string>{"monument.missing_with_position"});
}
