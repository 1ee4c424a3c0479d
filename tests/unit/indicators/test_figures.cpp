// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "tests/unit/indicators/country.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

bool has(const FigureTable& table, const char* rule) {
  return std::any_of(table.findings.begin(), table.findings.end(), [&](const Finding& f) { return f.rule == rule; });
}

}  // namespace

TEST_CASE("sums roll up; a sum that lacks a part has no value and says how many are missing") {
  Country land;
  land.value(11, "deaths", 2018, 100);
  land.value(12, "deaths", 2018, 40);
  const FigureTable towns = land.ask("deaths", 2018);
  CHECK(towns.question.level == 4);
  CHECK(of(towns, 11).value == 100);
  CHECK_FALSE(of(towns, 21).value);
  const FigureTable counties = land.ask("deaths", 2018, 3);
  CHECK(of(counties, 1).value == 140);
  CHECK(of(counties, 1).parts == 2);
  CHECK_FALSE(of(counties, 2).value);
  CHECK(of(counties, 2).missing == 1);
}

TEST_CASE("a county's own figure stands, and that it differs from its towns is told") {
  Country land;
  land.value(11, "deaths", 2018, 100);
  land.value(12, "deaths", 2018, 40);
  land.value(1, "deaths", 2018, 141);
  const FigureTable counties = land.ask("deaths", 2018, 3);
  CHECK(of(counties, 1).value == 141);
  CHECK(of(counties, 1).reported);
  CHECK(has(counties, "indicator.sum_differs"));
}

TEST_CASE("FU-20: a rate is that of the summed counts, never the mean of rates") {
  Country land;
  land.value(11, "deaths", 2018, 100), land.value(11, "cremated", 2018, 10);
  land.value(12, "deaths", 2018, 10), land.value(12, "cremated", 2018, 9);
  const FigureTable counties = land.ask("rate", 2018, 3);
  CHECK(*of(counties, 1).value == Approx(100.0 * 19 / 110));
  CHECK(of(counties, 1).denominator == 110);
  CHECK(counties.rule.denominator == "deaths");
}

TEST_CASE("both counts of a rate are of the same ground") {
  Country land;
  land.value(11, "deaths", 2018, 100), land.value(11, "cremated", 2018, 50);
  land.value(12, "cremated", 2018, 30);  // its deaths are not known
  const Figure figure = of(land.ask("rate", 2018, 3), 1);
  CHECK(*figure.value == Approx(50));
  CHECK(figure.missing == 1);
  CHECK(figure.parts == 2);
}

TEST_CASE("a rate of 104 % is shown, not clipped, with the reason to look into") {
  Country land;
  land.value(11, "deaths", 2018, 250), land.value(11, "cremated", 2018, 260);
  const FigureTable towns = land.ask("rate", 2018);
  CHECK(*of(towns, 11).value == Approx(104));
  REQUIRE(has(towns, "indicator.over_whole"));
  CHECK(towns.findings.front().severity == Severity::warning);
}

TEST_CASE("nothing died: there is no rate, not a rate of nothing") {
  Country land;
  land.value(11, "deaths", 2018, 0), land.value(11, "cremated", 2018, 0);
  CHECK_FALSE(of(land.ask("rate", 2018), 11).value);
}

TEST_CASE("figures of a year on the divisions of a later day, with the shares that were used") {
  Country land;
  land.value(11, "deaths", 2018, 100);
  land.value(12, "deaths", 2018, 40);
  const FigureTable later = land.ask("deaths", 2018, 4, parse_date("2024-01-01"));
  CHECK(of(later, 13).value == 10);
  CHECK(of(later, 14).value == 30);
  CHECK(of(later, 13).shared == 10);
  CHECK(later.shares.size() == 2);
  CHECK(has(later, "indicator.shared"));
  CHECK(of(land.ask("deaths", 2018, 3, parse_date("2024-01-01")), 1).value == 140);
}

TEST_CASE("what came over from another is no figure of a division that gave none of its own") {
  Country country;
  country.record.facts.successions.push_back({Country::id(21), Country::id(11), parse_date("2022-01-01"), "part", {}});
  country.record.shares.push_back({country.record.facts.successions.size() - 1, {}, false, 0.1, 0.1});
  country.value(21, "deaths", 2021, 100);
  const FigureTable table = country.ask("deaths", 2021, 4, parse_date("2024-01-01"));
  CHECK_FALSE(of(table, 11).value);  // it stood in 2021 and said nothing
  CHECK(of(table, 11).missing == 1);
  country.value(11, "deaths", 2021, 40);
  CHECK(*of(country.ask("deaths", 2021, 4, parse_date("2024-01-01")), 11).value == Approx(50));
}

TEST_CASE("a division that ended in the year counts for the year it ended in") {
  Country land;
  land.value(12, "deaths", 2020, 40);
  const FigureTable table = land.ask("deaths", 2020);
  CHECK(of(table, 14).value == 30);
  CHECK(has(table, "indicator.shared"));
}

TEST_CASE("what does not add up is told for who measured it alone") {
  Country land;
  land.value(11, "rain", 2018, 800), land.value(12, "rain", 2018, 900);
  CHECK(of(land.ask("rain", 2018), 11).value == 800);
  CHECK_FALSE(of(land.ask("rain", 2018, 3), 1).value);
}

TEST_CASE("an indicator that nobody defined is missing") {
  const Country land;
  CHECK_THROWS_AS(land.ask("gdp", 2018), Error);
}

TEST_CASE("years of a rate are those with both counts") {
  Country land;
  for (const int year : {2017, 2018, 2019}) land.value(11, "deaths", year, 1);
  land.value(11, "cremated", 2018, 1), land.value(12, "cremated", 2020, 1);
  CHECK(years_of(land.record, "deaths") == std::vector<int>{2017, 2018, 2019});
  CHECK(years_of(land.record, "rate") == std::vector<int>{2018});
}

TEST_CASE("figures that no share leads on are told as not placed, a part without a share as unknown") {
  Country land;
  land.value(12, "deaths", 2018, 40);
  land.value(11, "deaths", 2018, 60);
  land.record.facts.successions = {{Country::id(11), Country::id(21), parse_date("2021-01-01"), "part", {}}};
  land.record.shares.clear();
  const FigureTable later = land.ask("deaths", 2018, 4, parse_date("2024-01-01"));
  CHECK(has(later, "indicator.unplaced"));  // 12 ended, and nobody is on record as its heir
  CHECK(later.unplaced == 40);
  CHECK(has(later, "indicator.share_unknown"));
  CHECK(of(later, 11).value == 60);
}
