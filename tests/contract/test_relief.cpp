// SPDX-License-Identifier: Apache-2.0
// Shelters, depots and reports of disasters as facts: further versions, recounted stock, reports that are never edited.
#include "data/office/relief_acts.hpp"
#include "tests/contract/valley.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

Delivered<Shelter> shelter(const char* id, double lon, double lat, double area, const char* from = "2015-01-01") {
  Shelter s;
  s.local_id = s.name = id;
  s.level = "county", s.space = "outdoor", s.duration = "short";
  s.effective_area_m2 = area;
  s.hazards = {"flood", "earthquake"};
  s.position = from_degrees(lon, lat);
  s.exits = 2;
  s.valid.from = parse_date(from);
  return {s, 1};
}

DeliveredLot lot(const char* depot, const char* item, double quantity, const char* counted, const char* expires = nullptr) {
  DeliveredLot d{depot, {}, 1};
  d.lot.item = item, d.lot.unit = "box", d.lot.quantity = quantity, d.lot.counted = parse_date(counted);
  if (expires) d.lot.expires = parse_date(expires);
  return d;
}

DeliveredReport said(const char* code, const char* stage, const char* as_of, const char* indicator, double value) {
  static std::size_t record = 0;
  return {"F-1", "", stage, *parse_moment(as_of), code, indicator, value, "", ++record};
}

double quantity_on(const Project& project, const char* day, Revision revision = latest_revision) {
  double sum = 0;
  for (const StockLot& l : stock_on(project, on(day, revision))) sum += l.quantity;
  return sum;
}

}  // namespace

TEST_CASE("a shelter with a known id is a further version: the earlier one holds up to the day it begins") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const Revision first = adopt_shelters(project, act("Shelters"), {shelter("s-1", 0.5, 1.5, 100), shelter("s-2", 1.5, 1.5, 60)});
  adopt_shelters(project, act("Enlarged"), {shelter("s-1", 0.5, 1.5, 300, "2020-01-01")});
  const auto area = [&](const char* day, Revision revision = latest_revision) {
    const auto all = shelters_on(project, on(day, revision));
    const auto found = std::find_if(all.begin(), all.end(), [](const Shelter& s) { return s.local_id == "s-1"; });
    return found == all.end() ? 0 : found->effective_area_m2;
  };
  CHECK(area("2014-01-01") == 0);
  CHECK(area("2019-12-31") == 100);
  CHECK(area("2020-01-01") == 300);
  CHECK(area("2021-01-01", first) == 100);
  const auto told_by = [&](const char* day, Revision revision = latest_revision) { return shelters_on(project, on(day, revision))[0].document; };
  CHECK(told_by("2019-12-31") == told_by("2019-12-31", first));  // cut short, it still names the paper that told it
  CHECK(told_by("2020-01-01") != told_by("2019-12-31"));
  const auto now = shelters_on(project, on("2021-01-01"));
  REQUIRE(now.size() == 2);
  CHECK(now[0].hazards == std::vector<std::string>{"flood", "earthquake"});
  CHECK(now[0].exits == 2);
  CHECK(now[0].id == shelters_on(project, on("2016-01-01"))[0].id);
  CHECK(now[1].position == from_degrees(1.5, 1.5));
  CHECK(project.verify_audit().empty());

  SECTION("what breaks a rule is refused whole, by record and field") {
    const auto before = project.summary().revision;
    auto bad = shelter("s-9", 0.5, 1.5, -5);
    bad.record = 7;
    const Error refused = refusal([&] { adopt_shelters(project, act("Shelters"), {shelter("s-8", 0.5, 1.5, 10), bad, shelter("s-8", 0.5, 1.5, 20)}); });
    CHECK(rules_of(refused.findings()) == Rules{"shelter.bad_area", "relief.id_twice"});
    CHECK(refused.findings()[0].subject.record == "7");
    CHECK(project.summary().revision == before);
  }
}

TEST_CASE("stock is counted anew: what lay there before held up to that day, a better count of a day supersedes") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  Depot depot;
  depot.local_id = depot.name = "d-1", depot.level = "county", depot.covers_people = 1000, depot.position = from_degrees(0.5, 0.5);
  Depot other = depot;
  other.local_id = "d-2";
  adopt_depots(project, act("Depots"), {{depot, 1}, {other, 2}});
  record_stock(project, act("Count of 2023"), {lot("d-1", "tent", 100, "2023-01-01"), lot("d-1", "water", 50, "2023-01-01", "2024-06-30"), lot("d-2", "tent", 7, "2023-01-01")});
  const Revision before = project.summary().revision;
  record_stock(project, act("Count of 2024"), {lot("d-1", "tent", 80, "2024-01-01")});
  CHECK(quantity_on(project, "2022-12-31") == 0);
  CHECK(quantity_on(project, "2023-06-01") == 157);
  CHECK(quantity_on(project, "2024-01-01") == 87);
  CHECK(quantity_on(project, "2024-02-01", before) == 157);
  record_stock(project, act("Better"), {lot("d-1", "tent", 81, "2024-01-01")});
  CHECK(quantity_on(project, "2024-02-01") == 88);
  record_stock(project, act("An old list is found"), {lot("d-1", "tent", 500, "2023-07-01")});
  CHECK(quantity_on(project, "2023-06-01") == 157);
  CHECK(quantity_on(project, "2023-08-01") == 507);
  CHECK(quantity_on(project, "2024-02-01") == 88);
  const auto lots = stock_on(project, on("2023-06-01"));
  CHECK(std::any_of(lots.begin(), lots.end(), [](const StockLot& l) { return l.expires == parse_date("2024-06-30"); }));
  const Error refused = refusal([&] { record_stock(project, act(), {lot("d-9", "tent", -1, "2024-01-01")}); });
  CHECK(rules_of(refused.findings()) == Rules{"stock.negative", "stock.unknown_depot"});
  CHECK(project.verify_audit().empty());
}

TEST_CASE("reports of a disaster stand beside each other; none is edited, and what is wrong is refused whole") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  DisasterEvent flood;
  flood.local_id = "F-1", flood.hazard = "flood", flood.name = "the flood", flood.started = *parse_moment("2020-07-01T06:00");
  flood.area = {{{from_degrees(0.1, 0.1), from_degrees(0.9, 0.1), from_degrees(0.9, 0.9), from_degrees(0.1, 0.9)}, {}}};
  open_event(project, act("Alarm"), flood);
  CHECK(rule_of(refusal([&] { open_event(project, act(), flood); })) == "event.known");
  CHECK(rule_of(refusal([&] { record_reports(project, act(), "F-2", {}); })) == "event.unknown");
  const ReportsOutcome first = record_reports(project, act("Initial"), "F-1", {said("a", "initial", "2020-07-01T07:30", "affected_people", 100),
                                                                              said("b", "initial", "2020-07-01T07:40", "affected_people", 50)});
  CHECK(first.recorded == 2);
  record_reports(project, act("Update"), "F-1", {said("a", "update", "2020-07-02T07:30", "affected_people", 140)});
  const DisasterEvent event = find_event(project, "F-1");
  REQUIRE(event.area.size() == 1);
  CHECK(event.area.front().outer == flood.area.front().outer);
  CHECK(*event_bulletin(project, event, {}).whole.cells[0].value == 190);
  CHECK(*event_bulletin(project, event, {"initial", {}, 1, {}}).whole.cells[0].value == 150);
  CHECK(*event_bulletin(project, event, {}, first.revision).whole.cells[0].value == 150);

  const auto before = project.summary().revision;
  const Error refused = refusal([&] {
    record_reports(project, act("Edited"), "F-1", {said("a", "update", "2020-07-02T07:30", "affected_people", 130), said("b", "update", "2020-07-02T07:30", "dead", 3),
                                                   said("b", "update", "2020-07-02T07:30", "affected_people", 2), said("c", "rumour", "2020-07-02T07:30", "dead", -1)});
  });
  CHECK(rules_of(refused.findings()) == Rules{"event.reported_already", "event.unknown_stage", "event.negative", "event.order", "event.falls"});
  CHECK(project.summary().revision == before);

  DisasterEvent ended = event;
  ended.ended = *parse_moment("2020-07-05T00:00");
  update_event(project, act("Over"), ended);
  CHECK(find_event(project, "F-1").ended == ended.ended);
  CHECK_FALSE(find_event(project, "F-1", before).ended);
  CHECK(event_figures(project, event.id).size() == 3);
  const auto tasks = relief_tasks(project, parse_date("2020-07-12"));
  const auto overdue = std::count_if(tasks.begin(), tasks.end(), [](const ReliefTask& t) { return t.overdue; });
  CHECK(overdue == 0);  // the neutral pack has no clocks
  ended.ended = *parse_moment("2020-06-05T00:00");
  CHECK(rule_of(refusal([&] { update_event(project, act(), ended); })) == "event.ends_before_it_starts");
  CHECK(project.verify_audit().empty());
}
