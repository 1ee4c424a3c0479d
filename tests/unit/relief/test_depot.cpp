// SPDX-License-Identifier: Apache-2.0
#include "gis/relief/depot.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;

namespace {

const Date day = parse_date("2025-06-01");

DepotRules rules() {
  DepotRules made;
  made.levels = {{"county", {"county", "县级"}}};
  made.needs = {{"tent", {"tents", "帐篷"}, {"tents", "顶"}, {}, 0.1}, {"water", {"water", "饮用水"}, {"boxes", "箱"}, {}, 0.5}, {"rice", {"rice", "大米"}, {"kg", "千克"}, {}, 0.4}};
  made.expiring_days = 90;
  return made;
}
StockLot lot(std::int64_t depot, const char* item, double quantity, const char* expires = nullptr) {
  StockLot made{DepotId{depot}, item, "箱", quantity, {}, parse_date("2025-01-01"), ""};
  if (expires) made.expires = parse_date(expires);
  return made;
}
Depot depot() {
  Depot made;
  made.id = DepotId{1};
  made.local_id = "d-1", made.level = "county", made.covers_people = 1000;
  return made;
}

}  // namespace

TEST_CASE("stock against need: what has expired does not count, what the list lacks is told") {
  std::vector<StockLot> lots{lot(1, "帐篷", 120), lot(1, "饮用水", 300, "2025-05-31"), lot(1, "饮用水", 200, "2025-07-01"),
                                   lot(1, "饮用水", 200, "2026-07-01"), lot(1, "ladders", 4), lot(2, "帐篷", 9999)};
  lots.front().unit = "顶";
  const auto lines = stock_lines(depot(), lots, rules(), day);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].item == "帐篷");
  CHECK(*lines[0].needed == Approx(100));
  CHECK_FALSE(lines[0].short_of_need());
  CHECK(lines[1].usable == 400);
  CHECK(lines[1].expired == 300);
  CHECK(lines[1].expiring == 200);
  CHECK(*lines[1].next_expiry == parse_date("2025-07-01"));
  CHECK(lines[1].short_of_need());
  CHECK_FALSE(lines[2].needed);
  CHECK(lines[3].item == "rice");
  CHECK(lines[3].usable == 0);
  CHECK(*lines[3].needed == Approx(400));
}

TEST_CASE("what expires is due, the earliest first; what has expired is overdue") {
  const std::vector<StockLot> lots{lot(1, "a", 1, "2025-08-30"), lot(1, "b", 1, "2025-08-31"), lot(1, "c", 1, "2025-05-01"), lot(1, "d", 0, "2025-05-01"), lot(1, "e", 1)};
  const auto tasks = expiries(lots, rules(), day);
  REQUIRE(tasks.size() == 2);
  CHECK(tasks[0].lot == 2);
  CHECK(tasks[0].overdue);
  CHECK(tasks[1].lot == 0);
  CHECK_FALSE(tasks[1].overdue);
}

TEST_CASE("the nearest depot by geodesic distance") {
  Depot west = depot(), east = depot();
  west.position = from_degrees(0, 0), east.position = from_degrees(2, 0);
  const std::vector<Position> from{from_degrees(0.9, 0), from_degrees(1.1, 0)};
  const auto nearest = nearest_depots(from, std::vector<Depot>{west, east});
  CHECK(nearest[0]->depot == 0);
  CHECK(nearest[1]->depot == 1);
  CHECK(nearest[0]->distance_m == Approx(0.9 * 111319.49).epsilon(1e-6));
  CHECK_FALSE(nearest_depots(from, {})[0]);
}

TEST_CASE("bad depots and lots are told") {
  Depot wrong = depot();
  wrong.level = "royal", wrong.covers_people = -5;
  const auto findings = depot_findings(wrong, rules(), "depots.csv", 2);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == "depot.unknown_level");
  CHECK(findings[1].rule == "depot.negative_people");
  CHECK(lot_findings(lot(1, "a", -1), "stock.csv", 1)[0].rule == "stock.negative");
  const auto old = lot_findings(lot(1, "a", 1, "2024-12-31"), "stock.csv", 1);
  REQUIRE(old.size() == 1);
  CHECK(old[0].rule == "stock.counted_after_expiry");
  CHECK(old[0].severity == Severity::warning);
}

TEST_CASE("what is counted in another unit stands by itself and meets no need") {
  StockLot bags = lot(1, "大米", 20);
  bags.unit = "袋";
  StockLot kilos = lot(1, "大米", 500);
  kilos.unit = "千克";
  const auto lines = stock_lines(depot(), std::vector<StockLot>{bags, kilos}, rules(), day);
  REQUIRE(lines.size() >= 2);
  CHECK(lines[0].usable == 20);
  CHECK_FALSE(lines[0].needed);
  CHECK(lines[1].usable == 500);
  CHECK(*lines[1].needed == Approx(400));
}

TEST_CASE("a lot of nothing, and fewer than none, are refused by name") {
  StockLot bad = lot(1, "", -3);
  std::vector<std::string> rules_told;
  for (const Finding& finding : lot_findings(bad, "stock.csv", 4)) {
    rules_told.push_back(finding.rule);
    CHECK(finding.subject.record == "4");
  }
  std::sort(rules_told.begin(), rules_told.end());
  CHECK(rules_told == std::vector<std::string>{"stock.negative", "stock.no_item"});
}
