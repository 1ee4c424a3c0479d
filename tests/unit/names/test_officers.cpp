// SPDX-License-Identifier: Apache-2.0
#include "gis/names/officer.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

const Date day = parse_date("2026-03-01");
const DivisionId province{1}, city{2}, county{3}, town{4}, other_county{5};

OfficerRole role(const char* officer, const char* what, DivisionId where = {}, int body_level = 0) { return {1, officer, what, where, body_level, {}, {parse_date("2026-01-01"), open_end}}; }

std::vector<Finding> asked(const std::vector<OfficerRole>& roles, const char* officer, const char* act, std::vector<DivisionId> within, int body_level = 0) {
  return check_officer(roles, {officer, act, std::move(within), "330381", body_level}, day);
}

}  // namespace

TEST_CASE("a project without officers leaves every act to everybody") { CHECK(asked({}, "Mei", "names.approved", {town}).empty()); }

TEST_CASE("a role holds in its division and in all that lies in it, for its acts, on its days, for bodies of its level") {
  const std::vector<OfficerRole> roles{role("Ada", "manager"), role("Mei", "approver", city, 3), role("Li", "clerk", county)};
  const std::vector<DivisionId> in_town{town, county, city, province}, elsewhere{other_county, province};
  CHECK(asked(roles, "Mei", "names.approved", in_town, 3).empty());
  CHECK_FALSE(asked(roles, "Mei", "names.approved", in_town, 2).empty());      // a decision of another level
  CHECK_FALSE(asked(roles, "Mei", "names.approved", elsewhere, 3).empty());    // another division
  CHECK_FALSE(asked(roles, "Mei", "names.apply", in_town).empty());            // another act
  CHECK(asked(roles, "Li", "names.apply", in_town).empty());
  CHECK_FALSE(asked(roles, "Li", "names.apply", {city, province}).empty());    // above its division
  CHECK_FALSE(asked(roles, "Li", "names.apply", {}).empty());                  // the whole project
  CHECK(asked(roles, "Ada", "names.merge", {}).empty());
  CHECK(check_officer(roles, {"Li", "names.apply", in_town, "", 0}, parse_date("2025-12-31")).size() == 1);

  const auto refused = asked(roles, "Nobody", "names.approved", in_town, 3);
  REQUIRE(refused.size() == 1);
  CHECK(refused[0].rule == "officer.not_entitled");
  CHECK(refused[0].facts.back().second == "Ada, Mei");  // who may
}

TEST_CASE("acts of roles: whole names, and beginnings with a star") {
  CHECK(may("sign_keeper", "names.sign_order"));
  CHECK(may("sign_keeper", "names.inspect_sign"));
  CHECK_FALSE(may("sign_keeper", "names.spell"));
  CHECK(may("manager", "officers.appoint"));
  CHECK_FALSE(may("manager", "lines.edit"));
  CHECK_FALSE(may("registrar", "names.approved"));
  CHECK(may("clerk", "names.applied"));  // who took an application takes what completes it
  CHECK_FALSE(may("nobody", "names.apply"));
}

TEST_CASE("the first officer is a manager of the whole project, and the last one stays") {
  const auto rules = [](const std::vector<Finding>& findings) { return findings.empty() ? std::string{} : findings.front().rule; };
  CHECK(rules(check_appointment({}, role("Mei", "clerk"))) == "officer.first_manager");
  CHECK(rules(check_appointment({}, role("Mei", "manager", county))) == "officer.first_manager");
  CHECK(check_appointment({}, role("Mei", "manager")).empty());
  const std::vector<OfficerRole> roles{role("Mei", "manager"), role("Li", "clerk", county)};
  CHECK(rules(check_appointment(roles, role("Li", "clerk", county))) == "officer.held");
  CHECK(check_appointment(roles, role("Li", "clerk", city)).empty());
  CHECK(rules(check_appointment(roles, role("Li", "king"))) == "officer.unknown_role");
  CHECK(rules(check_appointment(roles, role("", "clerk"))) == "officer.no_name");
  CHECK(rules(check_dismissal(roles, roles[0], day)) == "officer.last_manager");
  CHECK(check_dismissal(roles, roles[1], day).empty());
  // Nobody could name anybody any more: neither an end of the only manager's role, nor one given at once.
  const std::vector<OfficerRole> alone{role("Mei", "manager")};
  CHECK(rules(check_dismissal(alone, alone[0], day)) == "officer.last_manager");
  OfficerRole passing = role("Mei", "manager");
  passing.valid.until = day;
  CHECK(rules(check_appointment({}, passing)) == "officer.first_manager");
}
