// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "tests/unit/relief/flood.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

Flood reported() {
  Flood flood;
  flood.take({Flood::said("11", "initial", "2022-07-15T08:30", "affected", 100), Flood::said("12", "initial", "2022-07-15T08:40", "affected", 40)});
  flood.take({Flood::said("11", "update", "2022-07-16T18:00", "affected", 150), Flood::said("11", "update", "2022-07-16T18:00", "dead", 1),
              Flood::said("13", "update", "2022-07-16T18:00", "affected", 10)});
  return flood;
}

}  // namespace

TEST_CASE("a later stage stands in place of the earlier one, by township; the stage before shows as change") {
  const Bulletin bulletin = reported().bulletin({});
  CHECK(bulletin.question.stage == "update");
  CHECK(bulletin.question.level == 4);
  CHECK(bulletin.indicators == std::vector<std::string>{"affected", "dead"});
  CHECK(row_of(bulletin, 11).cells[0].value == 150);
  CHECK(row_of(bulletin, 11).cells[0].before == 100);
  CHECK(row_of(bulletin, 12).cells[0].value == 40);  // its first report stands
  CHECK(row_of(bulletin, 12).stage == "initial");
  CHECK_FALSE(row_of(bulletin, 13).cells[0].before);
  CHECK_FALSE(row_of(bulletin, 12).cells[1].value);
  CHECK(bulletin.whole.cells[0].value == 200);
  CHECK(bulletin.whole.cells[0].before == 140);
}

TEST_CASE("an earlier stage can still be shown as it was") {
  const Flood flood = reported();
  const Bulletin first = flood.bulletin({"initial", {}, 0, {}});
  CHECK(first.whole.cells[0].value == 140);
  CHECK(first.rows.size() == 2);
  CHECK(flood.bulletin({{}, *parse_moment("2022-07-15T08:30"), 0, {}}).whole.cells[0].value == 100);
}

TEST_CASE("the county is the sum of its townships; its own report stands, and a difference is told") {
  Flood flood = reported();
  CHECK(row_of(flood.bulletin({{}, {}, 3, {}}), 1).cells[0].value == 200);
  flood.take({Flood::said("1", "update", "2022-07-16T19:00", "affected", 210)});
  const Bulletin county = flood.bulletin({{}, {}, 3, {}});
  CHECK(row_of(county, 1).cells[0].value == 210);
  REQUIRE(county.findings.size() == 1);
  CHECK(county.findings[0].rule == "event.sum_differs");
  CHECK(county.whole.cells[0].value == 210);  // nobody twice
}

TEST_CASE("scenario 26: on the divisions of the event's day, and on later ones with the shares that were used") {
  const Flood flood = reported();
  const Bulletin later = flood.bulletin({{}, {}, 4, parse_date("2024-06-01")});
  REQUIRE(later.rows.size() == 2);
  CHECK(*row_of(later, 11).cells[0].value == Approx(120));
  CHECK(*row_of(later, 13).cells[0].value == Approx(80));  // its own 10, all 40 of 12, a fifth of 150
  CHECK(row_of(later, 13).cells[0].shared == Approx(30));
  CHECK(*later.whole.cells[0].value == Approx(200));
  REQUIRE(later.shares.size() == 1);
  CHECK(later.shares[0].share == 0.2);
  REQUIRE(later.findings.size() == 1);
  CHECK(later.findings[0].rule == "event.shared");
}

TEST_CASE("nothing reported is said, not shown as nothing") {
  const Flood flood;
  CHECK_THROWS_AS(flood.bulletin({}), Error);
}

TEST_CASE("without reports there is no bulletin; figures that no share leads on are told, not lost") {
  const Flood silent;
  try {
    silent.bulletin({});
    FAIL("a bulletin of nothing");
  } catch (const Error& error) {
    CHECK(error.findings().front().rule == "event.no_reports");
  }
  Flood flood = reported();
  flood.shares.clear();
  flood.facts.successions = {{DivisionId{11}, DivisionId{13}, parse_date("2024-01-01"), "boundary"}};
  std::vector<std::string> rules;
  for (const Finding& finding : flood.bulletin({{}, {}, 4, parse_date("2024-06-01")}).findings) rules.push_back(finding.rule);
  CHECK(std::count(rules.begin(), rules.end(), "event.share_unknown") > 0);
  CHECK(std::count(rules.begin(), rules.end(), "event.unplaced") > 0);  // 12 ended, and nobody is on record as its heir
}
