// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/delivery.hpp"

#include <algorithm>

using namespace merestone;

namespace {

DeliveredDivision division(std::size_t record, std::string code, std::string parent, Level level) {
  return {.file = "d.csv", .record = record, .code = code, .name = "n" + code, .parent_code = parent, .level = level};
}

std::string fact(const Finding& finding, std::string_view name) {
  for (const auto& [key, value] : finding.facts) {
    if (key == name) return value;
  }
  return "(none)";
}

}  // namespace

TEST_CASE("a delivery in order has no findings") {
  CHECK(check_delivery({division(1, "49", "", 2), division(2, "49007", "49", 5)}, {}).empty());
  CHECK(check_delivery({division(1, "49007", "49", 5)}, {{"49", 2}}).empty());
  CHECK(check_delivery({}, {}).empty());
}

TEST_CASE("codes and names must be there") {
  auto nameless = division(3, "49007", "", 5);
  nameless.name.clear();
  const auto findings = check_delivery({division(2, "", "", 5), nameless}, {});
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == "import.missing_code");
  CHECK(findings[0].subject.file == "d.csv");
  CHECK(findings[0].subject.record == "2");
  CHECK(findings[0].subject.field == "code");
  CHECK(findings[1].rule == "import.missing_name");
  CHECK(findings[1].subject.record == "3");
}

TEST_CASE("a code twice on one level is reported on the later record, with the place of the first") {
  const auto findings = check_delivery({division(1, "7", "", 3), division(2, "8", "", 3), division(3, "7", "", 3)}, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "import.duplicate_code");
  CHECK(findings[0].subject.record == "3");
  CHECK(fact(findings[0], "code") == "7");
  CHECK(fact(findings[0], "first_record") == "1");
}

TEST_CASE("levels may share a code: the superior is the one at the nearest higher level") {
  // Region 52 is Pays de la Loire, department 52 is Haute-Marne.
  const std::vector<DeliveredDivision> france{division(1, "52", "", 1), division(2, "44", "", 1),
                                              division(3, "44", "52", 2), division(4, "52", "44", 2),
                                              division(5, "52121", "52", 5), division(6, "44109", "44", 5)};
  CHECK(check_delivery(france, {}).empty());
  CHECK(superiors_within(france) == std::vector<std::size_t>{no_superior, no_superior, 0, 1, 3, 2});
}

TEST_CASE("a superior must be known and of a higher level") {
  const auto findings = check_delivery({division(1, "a", "nowhere", 3), division(2, "b", "c", 3), division(3, "c", "", 3)},
                                       {{"d", 1}});
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == "import.unknown_parent");
  CHECK(fact(findings[0], "parent") == "nowhere");
  CHECK(findings[1].rule == "import.parent_level");
  CHECK(fact(findings[1], "parent_level") == "3");
  const auto known = check_delivery({division(1, "a", "d", 1)}, {{"d", 1}});
  REQUIRE(known.size() == 1);
  CHECK(known[0].rule == "import.parent_level");
  const auto better_in_project = check_delivery({division(1, "x", "x", 3)}, {{"x", 2}});
  REQUIRE(better_in_project.size() == 1);  // a record that names itself is a cycle, whatever the project holds
  CHECK(better_in_project[0].rule == "import.parent_cycle");
}

TEST_CASE("each cycle is reported once and walked in order") {
  const std::vector<DeliveredDivision> delivery{division(1, "tail", "b", 4), division(2, "a", "b", 3),
                                                division(3, "b", "c", 3), division(4, "c", "a", 3),
                                                division(5, "self", "self", 2)};
  auto findings = check_delivery(delivery, {});
  findings.erase(std::remove_if(findings.begin(), findings.end(),
                                [](const Finding& f) { return f.rule != "import.parent_cycle"; }),
                 findings.end());
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].subject.record == "2");
  CHECK(fact(findings[0], "cycle") == "a → b → c → a");
  CHECK(fact(findings[1], "cycle") == "self → self");
}

TEST_CASE("a level below 1 is refused") {
  const auto findings = check_delivery({division(1, "a", "", 0)}, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "import.bad_level");
}

TEST_CASE("long chains and long cycles take linear time") {
  std::vector<DeliveredDivision> chain;
  for (std::size_t i = 0; i < 50'000; ++i) {
    chain.push_back(division(i + 1, std::to_string(i), std::to_string((i + 1) % 50'000), static_cast<Level>(i + 1)));
  }
  const auto findings = check_delivery(chain, {});
  const auto cycles = std::count_if(findings.begin(), findings.end(),
                                    [](const Finding& f) { return f.rule == "import.parent_cycle"; });
  CHECK(cycles == 1);
}
