// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/indicators/country.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

std::vector<std::string> rules_of(const JudgedValues& judged) {
  std::vector<std::string> rules;
  for (const Finding& f : judged.findings) rules.push_back(f.rule);
  return rules;
}
JudgedValues judge(std::vector<DeliveredValue> values) {
  const Country land;
  for (std::size_t i = 0; i < values.size(); ++i) values[i].record = i + 1;
  return judge_values(values, land.record.rules, land.record.facts, "values.csv");
}
using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("values are taken for the divisions of their year") {
  const JudgedValues judged = judge({{"12", 2019, "deaths", 4}, {"14", 2021, "deaths", 5}, {"12", 2020, "deaths", 6}});
  CHECK(judged.findings.empty());
  REQUIRE(judged.values.size() == 3);
  CHECK(judged.values[0].division == DivisionId{12});
  CHECK(judged.values[2].division == DivisionId{12});  // it ended in July of that year
}

TEST_CASE("bad values are told by record and field, and none of them is taken") {
  CHECK(rules_of(judge({{"11", 2019, "gdp", 4}})) == Rules{"indicator.unknown"});
  CHECK(rules_of(judge({{"11", 2019, "rate", 4}})) == Rules{"indicator.is_rate"});
  CHECK(rules_of(judge({{"11", 2019, "deaths", -4}})) == Rules{"indicator.negative"});
  CHECK(rules_of(judge({{"11", 2019, "deaths", 1.5}})) == Rules{"indicator.not_whole"});
  CHECK(rules_of(judge({{"99", 2019, "deaths", 4}})) == Rules{"indicator.unknown_division"});
  CHECK(rules_of(judge({{"11", 20190, "deaths", 4}})) == Rules{"indicator.bad_year"});
  const JudgedValues twice = judge({{"11", 2019, "deaths", 4}, {"11", 2019, "deaths", 5}});
  CHECK(rules_of(twice) == Rules{"indicator.value_twice"});
  CHECK(twice.findings[0].subject.record == "2");
  CHECK(twice.findings[0].subject.field == "value");
}

TEST_CASE("a division that did not exist in the year is told with the time in which its code was in use") {
  const JudgedValues judged = judge({{"14", 2019, "deaths", 4}});
  REQUIRE(rules_of(judged) == Rules{"indicator.not_in_year"});
  CHECK(judged.findings[0].facts[0].second == "2020-07-01");
  CHECK(judged.values.empty());
}

TEST_CASE("more cremated than died is a warning, and the values are taken; so is a part above its whole") {
  const JudgedValues judged = judge({{"11", 2019, "deaths", 100}, {"11", 2019, "cremated", 104}, {"11", 2019, "infants", 101}});
  CHECK(rules_of(judged) == Rules{"indicator.over_whole", "indicator.parts_exceed"});
  for (const Finding& f : judged.findings) CHECK(f.severity == Severity::warning);
  CHECK(judged.values.size() == 3);
}
