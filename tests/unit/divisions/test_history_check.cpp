// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/history_check.hpp"

using namespace merestone;

namespace {

DeliveredState ended(const char* code, const char* heir) {
  return {.file = "h.csv", .record = 1, .code = code, .name = code, .kind = "commune", .level = 4,
          .valid = {parse_date("1943-01-01"), parse_date("2018-01-01")}, .end_reason = "fusion", .successor_code = heir};
}

}  // namespace

TEST_CASE("an heir that nobody knows is told, one that the project knows is not") {
  const auto findings = check_history({ended("49144", "44180")}, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "history.heir_unknown");
  CHECK(findings[0].severity == Severity::warning);
  CHECK(findings[0].subject.record == "1");

  DivisionFacts known;
  known.codes = {{DivisionId{1}, "insee", "44180", {}}};
  CHECK(check_history({ended("49144", "44180")}, known).empty());
  CHECK(check_history({ended("49144", "")}, {}).empty());
}
