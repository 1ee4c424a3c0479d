// SPDX-License-Identifier: Apache-2.0
#include "gis/law/code_rules.hpp"
#include "gis/law/pattern.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

/// Two levels: two digits written as four; two more below.
CodeSystem two_levels() {
  CodeLevel upper{.level = 1, .length = 2, .written = 4};
  CodeLevel lower{.level = 2, .length = 4, .written = 4, .below_superior = true};
  lower.ranges = {{.digits = {"00", "00"}, .roll_up = true}, {.digits = {"01", "49"}, .kinds = {"town"}},
                  {.digits = {"50", "99"}, .kinds = {"village"}}};
  return {.id = "test", .editions = {{.id = "1", .levels = {upper, lower}}}};
}

std::string rule(const CodeGiven& given) {
  const auto found = check_code(two_levels(), given);
  return found.empty() ? "" : found.front().rule;
}

}  // namespace

TEST_CASE("a code is judged by its structure") {
  CHECK(rule({.code = "1200", .level = 1}).empty());
  CHECK(rule({.code = "1201", .level = 1}) == "code.length");
  CHECK(rule({.code = "12", .level = 1}) == "code.length");
  CHECK(rule({.code = "12a1", .level = 2}) == "code.pattern");
  CHECK(rule({.code = "1207", .level = 2, .kind = "town", .superior_code = "1200", .superior_level = 1}).empty());
  CHECK(rule({.code = "1307", .level = 2, .kind = "town", .superior_code = "1200", .superior_level = 1}) == "code.superior");
  CHECK(rule({.code = "1277", .level = 2, .kind = "town", .superior_code = "1200", .superior_level = 1}) == "code.range");
  CHECK(rule({.code = "1200", .level = 2, .kind = "town", .superior_code = "1200", .superior_level = 1}) == "code.roll_up");
  CHECK(rule({.code = "anything", .level = 7}).empty());  // a level the system is silent on
}

TEST_CASE("an edition judges the codes of its own time") {
  CodeSystem system = two_levels();
  system.editions.front().valid = {unknown_start, parse_date("2017-01-01")};
  CHECK(check_code(system, {.code = "x", .level = 1, .day = parse_date("2016-12-31")}).size() == 1);
  CHECK(check_code(system, {.code = "x", .level = 1, .day = parse_date("2017-01-01")}).empty());
}

TEST_CASE("patterns speak of whole texts, and one that never ends fits nothing") {
  CHECK(fits(R"([\p{Han}]+〔[0-9]{4}〕[0-9]+号)", "国函〔2018〕185号"));
  CHECK_FALSE(fits(R"([\p{Han}]+〔[0-9]{4}〕[0-9]+号)", "国函[2018]185号"));
  CHECK_FALSE(fits("[0-9]+", "12a"));
  CHECK_FALSE(is_pattern("(["));
  CHECK_FALSE(fits("((a|aa)+)+b", std::string(60, 'a')));
}
