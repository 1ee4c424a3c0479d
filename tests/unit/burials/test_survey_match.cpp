// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/survey_match.hpp"

#include "gis/geodesy/geodesic.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

const Position origin = from_degrees(112, 31.3);

SurveyedGrave at(const char* id, double east_m, double accuracy_m = 3, std::optional<double> area = 4.0, const char* hardened = "no") {
  return {id, destination(origin, 90, east_m), accuracy_m, area, hardened};
}

}  // namespace

TEST_CASE("two surveys tell what is new, gone, moved and changed") {
  const std::vector<SurveyedGrave> earlier{at("a", 0), at("b", 100), at("c", 200), at("d", 300)};
  const std::vector<SurveyedGrave> later{at("1", 7, 4), at("2", 100, 3, 9.0, "yes"), at("3", 212), at("4", 500)};
  const auto found = match_surveys(earlier, later);
  REQUIRE(found.size() == 5);
  CHECK(found[0].change == SurveyChange::same);
  CHECK(found[0].apart_m == Approx(7).margin(1e-3));
  CHECK(found[0].tolerance_m == Approx(10));  // 2 √(3² + 4²)
  CHECK(found[1].change == SurveyChange::changed);
  CHECK(found[1].fields == std::vector<std::string>{"area_m2", "hardened"});
  CHECK(found[2].change == SurveyChange::moved);
  CHECK(found[2].after == 2u);
  CHECK(found[3].change == SurveyChange::appeared);
  CHECK(found[3].after == 3u);
  CHECK(found[4].change == SurveyChange::gone);
  CHECK(found[4].before == 3u);
}

TEST_CASE("of two that could be one grave the nearer is, and the other is new") {
  const auto found = match_surveys(std::vector{at("a", 0)}, std::vector{at("x", 6), at("y", 2)});
  REQUIRE(found.size() == 2);
  CHECK(found[0].after == 1u);
  CHECK(found[1].change == SurveyChange::appeared);
}

TEST_CASE("surveys without accuracy, in the wrong order or with an id twice are named") {
  const std::vector<SurveyedGrave> bad{at("a", 0, 0), at("a", 100)};
  const auto findings = check_surveys(bad, parse_date("2025-01-01"), std::vector{at("x", 0)}, parse_date("2024-01-01"));
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].rule == "survey.dates");
  CHECK(findings[1].rule == "survey.no_accuracy");
  CHECK(findings[2].rule == "survey.twice");
}
