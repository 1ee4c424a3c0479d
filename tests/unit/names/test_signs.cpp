// SPDX-License-Identifier: Apache-2.0
#include "gis/names/sign.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

std::vector<PlaceName> renamed_street() {
  PlaceName old, now;
  old.text = "东方红路";
  old.valid = *parse_edtf("1967/2019-12-31");
  now.text = "东山路";
  now.status = NameStatus::in_force;
  now.valid = *parse_edtf("2020-01-01/..");
  now.spellings = {{0, "Dongshan Lu", "Latn", "pinyin-1984", "", Certainty::confirmed, ""}};
  return {old, now};
}

}  // namespace

TEST_CASE("a sign is measured by the standard name in force on the day") {
  const auto names = renamed_street();
  Sign sign;
  sign.number = "S1";
  sign.text = "东方红路";
  CHECK(check_sign(sign, names, parse_date("2019-06-01")).empty());
  CHECK(rules_of(check_sign(sign, names, parse_date("2020-06-01"))) == Rules{"sign.retired_name"});
  sign.text = "东山路";
  sign.spelling = "Dongshan Lu";
  CHECK(check_sign(sign, names, parse_date("2020-06-01")).empty());
  sign.spelling = "Dongshan Road";
  CHECK(rules_of(check_sign(sign, names, parse_date("2020-06-01"))) == Rules{"sign.wrong_spelling"});
  sign.text = "东三路";
  CHECK(rules_of(check_sign(sign, names, parse_date("2020-06-01"))) == Rules{"sign.wrong_text"});
  sign.removed = parse_date("2020-03-01");
  CHECK(check_sign(sign, names, parse_date("2020-06-01")).empty());
}

TEST_CASE("the last inspection says how a sign stands and when to look again") {
  const auto names = renamed_street();
  Sign sign;
  sign.text = "东山路";
  sign.inspections = {{0, {}, parse_date("2021-01-01"), SignCondition::ok, "", "", "", parse_date("2022-01-01")}};
  CHECK(check_sign(sign, names, parse_date("2022-01-01")).empty());
  CHECK(rules_of(check_sign(sign, names, parse_date("2022-01-02"))) == Rules{"sign.inspection_due"});
  sign.inspections.push_back({0, {}, parse_date("2022-01-02"), SignCondition::damaged, "东方红路", "", "", {}});
  CHECK(rules_of(check_sign(sign, names, parse_date("2022-01-03"))) == Rules{"sign.retired_name", "sign.bad"});
}

TEST_CASE("a sign far from what it names is doubtful: by the line of a street, else by its point") {
  const SignRules rules{.far_from_line_m = 200, .far_from_point_m = 1000};
  Sign sign;
  sign.number = "S3";
  CHECK(check_sign_position(sign, {from_degrees(120, 30), {}}, rules).empty());  // nobody said where it stands
  sign.position = from_degrees(120, 30.005);                              // 554 m to the north
  CHECK(check_sign_position(sign, {from_degrees(120, 30), {}}, rules).empty());
  CHECK(rules_of(check_sign_position(sign, {from_degrees(120, 29.99), {}}, rules)) == Rules{"sign.far_away"});
  const Polyline near{from_degrees(119.9, 30.004), from_degrees(120.1, 30.004)}, far{from_degrees(119.999, 30), from_degrees(120.001, 30)};
  CHECK(check_sign_position(sign, {from_degrees(119.9, 30), {near, far}}, rules).empty());
  const auto found = check_sign_position(sign, {from_degrees(120, 30.005), {far}}, rules);
  REQUIRE(rules_of(found) == Rules{"sign.far_away"});
  CHECK(found[0].facts[1].second == "554");
}

TEST_CASE("nothing is done to a sign before it stood, nor in days to come") {
  Sign sign;
  sign.number = "S4";
  sign.installed = parse_date("2020-03-01");
  const Date today = parse_date("2024-06-30");
  CHECK(check_sign_day(sign, parse_date("2020-03-01"), today).empty());
  CHECK(check_sign_day(sign, today, today).empty());
  CHECK(rules_of(check_sign_day(sign, parse_date("2020-02-29"), today)) == Rules{"sign.dates"});
  CHECK(rules_of(check_sign_day(sign, parse_date("2024-07-01"), today)) == Rules{"sign.in_future"});
}

TEST_CASE("a sign shows what was read last, also where somebody looked later without reading it") {
  Sign sign;
  sign.text = "东方红路";
  sign.inspections = {{0, {}, parse_date("2020-01-01"), SignCondition::ok, "东山路", "", "", {}}, {0, {}, parse_date("2021-01-01"), SignCondition::damaged, "", "", "", {}}};
  CHECK(sign.text_now() == "东山路");
}
