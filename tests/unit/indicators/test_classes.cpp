// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/indicators/classes.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

using Values = std::vector<double>;
using Counts = std::vector<std::size_t>;

/// Robert Jenks' own kind of example: three heaps.
const Values heaps{4, 5, 9, 10, 1, 2, 25, 26, 27, 28};

std::string rule_of(const std::vector<double>& values, ClassMethod method, std::size_t wanted, const Values& given = {}) {
  try {
    classify(values, method, wanted, given);
  } catch (const Error& error) {
    return error.findings().front().rule;
  }
  return "";
}

}  // namespace

TEST_CASE("natural breaks fall between the heaps") {
  const ValueClasses classes = classify(heaps, ClassMethod::natural_breaks, 3);
  CHECK(classes.uppers == Values{5, 10, 28});
  CHECK(classes.counts == Counts{4, 2, 4});
  CHECK(classes.lowest == 1);
  CHECK(classes.class_of(5) == 0);
  CHECK(classes.class_of(5.1) == 1);
}

TEST_CASE("quantiles have as many in each, and never part equal values") {
  CHECK(classify(heaps, ClassMethod::quantile, 5).counts == Counts{2, 2, 2, 2, 2});
  const ValueClasses ties = classify(Values{1, 1, 1, 1, 1, 2, 3}, ClassMethod::quantile, 4);
  CHECK(ties.uppers == Values{1, 2, 3});
  CHECK(ties.counts == Counts{5, 1, 1});
  REQUIRE(ties.findings.size() == 1);
  CHECK(ties.findings[0].rule == "thematic.fewer_classes");
}

TEST_CASE("equal intervals are equally wide, the last reaches the highest value") {
  const ValueClasses classes = classify(Values{0, 0.1, 0.7, 1}, ClassMethod::equal_interval, 3);
  CHECK(classes.uppers.size() == 3);
  CHECK(classes.uppers[0] == Approx(1.0 / 3));
  CHECK(classes.uppers[2] == 1);
  CHECK(classes.counts == Counts{2, 0, 2});
  CHECK(classify(Values{7, 7}, ClassMethod::equal_interval, 3).uppers == Values{7});
}

TEST_CASE("given limits stay as given; what lies above the last is one more class") {
  const ValueClasses classes = classify(Values{5, 20, 60, 104}, ClassMethod::given, 0, Values{20, 50, 100});
  CHECK(classes.uppers == Values{20, 50, 100, 104});
  CHECK(classes.counts == Counts{2, 0, 1, 1});
  CHECK(classify(Values{5, 20}, ClassMethod::given, 0, Values{20, 50}).uppers == Values{20, 50});
}

TEST_CASE("what cannot be classed is refused by name") {
  CHECK(rule_of({}, ClassMethod::quantile, 5) == "thematic.no_values");
  CHECK(rule_of(heaps, ClassMethod::quantile, 1) == "thematic.class_count");
  CHECK(rule_of(heaps, ClassMethod::quantile, 12) == "thematic.class_count");
  CHECK(rule_of(heaps, ClassMethod::given, 0, {50, 20}) == "thematic.bad_limits");
  CHECK(rule_of(heaps, ClassMethod::given, 0, {}) == "thematic.bad_limits");
}
