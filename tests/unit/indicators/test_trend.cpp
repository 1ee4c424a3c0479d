// SPDX-License-Identifier: Apache-2.0
#include "gis/indicators/trend.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace merestone;

TEST_CASE("a straight line has the same trend by both methods, in any order of years and with holes") {
  const std::vector<YearValue> values{{2020, 14}, {2016, 6}, {2018, 10}, {2017, 8}};
  for (const TrendMethod method : {TrendMethod::theil_sen, TrendMethod::least_squares}) {
    const auto trend = trend_of(values, method);
    REQUIRE(trend);
    CHECK(trend->per_year == Approx(2));
    CHECK(trend->at(2016) == Approx(6));
    CHECK(trend->at(2021) == Approx(16));
    CHECK(trend->first == 2016);
    CHECK(trend->last == 2020);
  }
}

TEST_CASE("least squares of a known example; one odd year moves it but not the median of slopes") {
  const std::vector<YearValue> values{{2000, 1}, {2001, 2}, {2002, 2}, {2003, 4}};
  CHECK(trend_of(values, TrendMethod::least_squares)->per_year == Approx(0.9));
  CHECK(trend_of(values, TrendMethod::theil_sen)->per_year == Approx(1));  // of 1, 0.5, 1, 0, 1, 2
  const std::vector<YearValue> odd{{2000, 1}, {2001, 2}, {2002, 3}, {2003, 90}, {2004, 5}};
  CHECK(trend_of(odd, TrendMethod::theil_sen)->per_year == Approx(1));
  CHECK(trend_of(odd, TrendMethod::least_squares)->per_year > 8);
}

TEST_CASE("two years make no trend") {
  CHECK_FALSE(trend_of(std::vector<YearValue>{{2000, 1}, {2001, 2}}, TrendMethod::theil_sen));
}
