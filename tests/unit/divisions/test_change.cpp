// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/change_effect.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;

namespace {

const Date begin = parse_date("2000-01-01"), day = parse_date("2015-06-01");

/// Counties 10 and 20 in province 1; towns 101 and 102 in 10, 201 in 20. Codes begin with those of superiors.
struct Country {
  Country() {
    add(1, 1, "province", "1", "One Province", 0);
    add(2, 2, "county", "10", "Ash County", 1);
    add(3, 2, "county", "20", "Elm County", 1);
    add(4, 3, "town", "101", "Reed Town", 2);
    add(5, 3, "town", "102", "Moss Town", 2);
    add(6, 3, "town", "201", "Fern Town", 3);
    pack.id = "test";
    pack.levels = {{1, {"1", "1"}}, {2, {"2", "2"}}, {3, {"3", "3"}}};
    pack.kinds = {{.id = "province", .level = 1}, {.id = "county", .level = 2, .generic_terms = {" County"}},
                  {.id = "town", .level = 3, .generic_terms = {" Town"}}};
    pack.document_pattern = "[0-9]+/[0-9]{4}";
    pack.code_systems = {{.id = "test", .reuse = CodeReuse::never,
                          .editions = {{.id = "1", .levels = {{.level = 1, .length = 1, .written = 1}, {.level = 2, .length = 2, .written = 2},
                                                              {.level = 3, .length = 3, .written = 3, .below_superior = true}}}}}};
    pack.changes = {{.kind = ChangeKind::establish, .code = CodeEffect::given},
                    {.kind = ChangeKind::abolish, .code = CodeEffect::retired},
                    {.kind = ChangeKind::rename, .code = CodeEffect::kept, .specific_term_only = true},
                    {.kind = ChangeKind::change_superior, .code = CodeEffect::replaced},
                    {.kind = ChangeKind::change_boundary, .code = CodeEffect::kept},
                    {.kind = ChangeKind::move_seat, .code = CodeEffect::kept}};
  }

  void add(std::int64_t id, Level level, const char* kind, const char* code, const char* name, std::int64_t superior) {
    const Period valid{begin, open_end};
    facts.versions.push_back({DivisionId{id}, level, kind, valid});
    facts.codes.push_back({DivisionId{id}, "test", code, valid});
    facts.names.push_back({DivisionId{id}, name, "en", "official", valid});
    if (superior != 0) facts.memberships.push_back({DivisionId{id}, DivisionId{superior}, MembershipKind::legal, valid});
  }

  ChangeEffect change(std::vector<ChangeAct> acts, Date when = day) const {
    ChangePlan plan{.title = "Order", .dates = {.approved = when, .effective = when}, .acts = std::move(acts)};
    return work_out(plan, "7/2015", {facts, {}, pack, "test", DivisionId{7}});
  }

  std::string refusal(std::vector<ChangeAct> acts) const {
    const ChangeEffect effect = change(std::move(acts));
    const auto worst = std::find_if(effect.findings.begin(), effect.findings.end(),
                                    [](const Finding& f) { return f.severity == Severity::error; });
    return worst == effect.findings.end() ? "" : worst->rule;
  }

  DivisionFacts facts;
  CountryPack pack;
};

ChangeAct establish(const char* code, const char* name, const char* kind, const char* superior) {
  return {.kind = ChangeKind::establish, .code = code, .name = name, .division_kind = kind, .superior = superior};
}
ChangeAct abolish(const char* code, std::vector<Recipient> territory = {}) {
  return {.kind = ChangeKind::abolish, .code = code, .territory = std::move(territory)};
}
ChangeAct transfer(const char* code, const char* new_code, const char* superior) {
  return {.kind = ChangeKind::change_superior, .code = code, .new_code = new_code, .superior = superior};
}
ChangeAct call(const char* code, const char* name) { return {.kind = ChangeKind::rename, .code = code, .name = name}; }

}  // namespace

TEST_CASE("AD-04: a rename keeps the code, and the old name stays as a former one") {
  const ChangeEffect effect = Country{}.change({call("10", "Oak County")});
  REQUIRE_FALSE(effect.refused());
  CHECK(effect.ended_codes.empty());
  REQUIRE(effect.ended_names.size() == 1);
  REQUIRE(effect.added.names.size() == 2);
  CHECK(effect.added.names[0].text == "Ash County");
  CHECK(effect.added.names[0].status == "former");
  CHECK(effect.added.names[1].text == "Oak County");
  CHECK(effect.added.names[1].language == "en");
  CHECK(effect.parts.front().before == "Ash County");
}

TEST_CASE("only the specific term changes by a rename") {
  const Country country;
  CHECK(country.refusal({call("10", "Ash City")}) == "division.generic_changed");
  CHECK(country.refusal({call("10", "Ash County")}) == "division.same_name");
  CHECK(country.refusal({call("99", "Oak County")}) == "division.unknown_code");
}

TEST_CASE("AD-03: a change of superior retires the code, and codes below follow the new one") {
  Country country;
  country.add(7, 1, "province", "2", "Two Province", 0);
  CHECK(country.refusal({transfer("10", "", "2")}) == "division.code_needed");
  ChangePlan plan{.title = "Order", .dates = {.effective = day}, .acts = {transfer("10", "30", "2")}};
  const ChangeEffect effect = work_out(plan, "7/2015", {country.facts, {}, country.pack, "test", DivisionId{8}});
  REQUIRE_FALSE(effect.refused());
  CHECK(effect.moved == std::unordered_set<DivisionId>{DivisionId{2}});
  REQUIRE(effect.added.codes.size() == 3);
  CHECK(effect.added.codes[0].code == "30");
  CHECK(effect.renumbered.size() == 2);
  CHECK(effect.renumbered[0].to == "301");
  CHECK(effect.added.memberships.front().superior == DivisionId{7});
}

TEST_CASE("AD-05: one code, one division, once") {
  const Country country;
  CHECK(country.refusal({establish("20", "New County", "county", "1")}) == "division.code_held");
  CHECK(country.refusal({establish("30", "New County", "county", "1"), establish("30", "Other County", "county", "1")}) == "division.code_twice");
  CHECK(country.refusal({abolish("102", {{"101"}}), establish("102", "New Town", "town", "10")}) == "division.code_retired");
  Country later = country;
  later.facts.codes[4].valid.until = later.facts.versions[4].valid.until = parse_date("2010-01-01");
  const ChangeEffect again = later.change({establish("102", "New Town", "town", "10")});
  REQUIRE(again.refused());
  const Finding& finding = again.findings.front();
  CHECK(finding.rule == "division.code_retired");
  CHECK(finding.facts.at(2) == std::pair<std::string, std::string>{"name", "Moss Town"});
  CHECK(finding.facts.at(4).second == "2010-01-01");
  later.pack.code_systems.front().reuse = CodeReuse::warned;
  const ChangeEffect warned = later.change({establish("102", "New Town", "town", "10")});
  CHECK_FALSE(warned.refused());
  CHECK(warned.findings.front().rule == "division.code_reused");
}

TEST_CASE("who is abolished says where the territory goes, to somebody who goes on") {
  const Country country;
  CHECK(country.refusal({abolish("101")}) == "division.no_territory");
  CHECK(country.refusal({abolish("101", {{"555"}})}) == "division.unknown_code");
  CHECK(country.refusal({abolish("10", {{"20"}})}) == "division.members_left");
  CHECK(country.refusal({abolish("101", {{"102"}}), abolish("102", {{"101"}})}) == "division.succession_cycle");
  CHECK(country.refusal({abolish("101", {{"101"}})}) == "division.succession_cycle");
  CHECK(country.refusal({abolish("101", {{"102"}}), abolish("102", {{"201"}})}) == "division.heir_ends");
  CHECK(country.refusal({abolish("101", {{"102", 0.5}, {"201", 0.4}})}) == "division.shares_sum");
  CHECK(country.refusal({abolish("101", {{"102", -0.5}, {"201", 1.5}})}) == "division.shares_sum");
}

TEST_CASE("a merger is one change: shares sum to 1, people are counted") {
  const ChangeEffect effect = Country{}.change(
      {abolish("101", {{"103"}}), abolish("102", {{.code = "103", .people = 30}, {.code = "201", .people = 10}}), establish("103", "Heath Town", "town", "10")});
  REQUIRE_FALSE(effect.refused());
  CHECK(effect.new_divisions == 1);
  REQUIRE(effect.shares.size() == 3);
  CHECK(effect.shares[0].area_share == 1.0);
  CHECK(effect.shares[1].people_share == 0.75);
  CHECK_FALSE(effect.shares[1].area_share);
  CHECK(effect.added.successions[0].to == DivisionId{7});
  CHECK(effect.ended_versions.size() == 2);
  ChangeEffect measured = effect;
  const std::vector<GivenGround> given{{DivisionId{5}, DivisionId{7}, 60}, {DivisionId{5}, DivisionId{6}, 40}};
  share_by_ground(measured, given);
  CHECK(measured.shares[1].area_share == 0.6);
  CHECK(*measured.shares[1].area_share + *measured.shares[2].area_share == 1.0);
}

TEST_CASE("a code that several levels have is not guessed at") {  // cantons and communes are numbered alike
  Country country;
  country.add(8, 3, "town", "10", "Ten Town", 2);
  ChangeAct rename = call("10", "Oak Town");
  CHECK(country.refusal({rename}) == "division.ambiguous_code");
  rename.level = 3;
  const ChangeEffect effect = country.change({rename});
  REQUIRE_FALSE(effect.refused());
  CHECK(effect.parts.front().before == "Ten Town");
  // Who takes ground is a peer of who gives it.
  const ChangeEffect given = country.change({abolish("102", {{"10"}})});
  REQUIRE_FALSE(given.refused());
  CHECK(given.added.successions.front().to == DivisionId{8});
}

TEST_CASE("who begins without ground is told so") {
  const Country country;
  const auto told = [&](std::vector<ChangeAct> acts) {
    const ChangeEffect effect = country.change(std::move(acts));
    CHECK_FALSE(effect.refused());
    return std::ranges::count(effect.findings, "division.founded_without_ground", &Finding::rule);
  };
  CHECK(told({establish("103", "Heath Town", "town", "10")}) == 1);
  CHECK(told({abolish("101", {{"103"}}), establish("103", "Heath Town", "town", "10")}) == 0);
  CHECK(told({establish("30", "New County", "county", "1")}) == 1);
  CHECK(told({establish("30", "New County", "county", "1"), transfer("101", "301", "30")}) == 0);  // by its member
}

TEST_CASE("who administers for another is spoken of as such") {
  const Country country;
  const auto entrust = [](const char* code, const char* new_code, const char* keeper) {
    ChangeAct act{.kind = ChangeKind::change_superior, .code = code};
    act.new_code = new_code;
    act.entrusted = keeper;
    return act;
  };
  CHECK(country.refusal({entrust("101", "205", "201")}) == "division.keeper_level");
  CHECK(country.refusal({entrust("101", "205", "")}) == "division.same_keeper");
  CHECK(country.refusal({entrust("101", "204", "20"), abolish("20", {{"10"}})}) == "division.keeper_ends");
}

TEST_CASE("an upper division that ends leaves its ground to whom its members go") {
  const ChangeEffect effect = Country{}.change({abolish("10"), transfer("101", "204", "20"), abolish("102", {{"201"}})});
  REQUIRE_FALSE(effect.refused());
  REQUIRE(effect.added.successions.size() == 2);
  CHECK(effect.added.successions[0].from == DivisionId{2});
  CHECK(effect.added.successions[0].to == DivisionId{3});
}

TEST_CASE("superiors are of a higher level and never oneself") {
  Country country;
  CHECK(country.refusal({transfer("10", "30", "101")}) == "division.superior_cycle");
  CHECK(country.refusal({transfer("101", "205", "201")}) == "division.superior_level");
  CHECK(country.refusal({transfer("101", "205", "10")}) == "division.same_superior");
  CHECK(country.refusal({transfer("101", "301", "20")}) == "code.superior");
}

TEST_CASE("days stand in their order, and changes come in the order of theirs") {
  const Country country;
  ChangePlan plan{.title = "Order", .dates = {.approved = day, .effective = day - std::chrono::days{1}}, .acts = {call("10", "Oak County")}};
  const ChangeGround ground{country.facts, {}, country.pack, "test", DivisionId{7}};
  CHECK(work_out(plan, "", ground).findings.front().rule == "division.date_order");
  plan.dates = {.approved = day};
  const ChangeEffect approved = work_out(plan, "", ground);
  CHECK_FALSE(approved.refused());
  CHECK(approved.findings.front().rule == "division.effective_from_approval");
  plan.dates = {};
  CHECK(work_out(plan, "", ground).findings.front().rule == "division.no_day");
  Country later = country;
  later.facts.names[1].valid.until = parse_date("2017-01-01");
  CHECK(later.refusal({call("10", "Oak County")}) == "division.later_change");
  plan.dates = {.effective = begin};
  CHECK(work_out(plan, "", ground).findings.front().rule == "division.not_yet");
}

TEST_CASE("who ends by a change of the day is not abolished a second time") {
  Country country;
  country.facts.versions[3].valid.until = day;  // Reed Town
  CHECK(country.refusal({abolish("101", {{"102"}})}) == "division.ended_already");
  CHECK(country.refusal({call("101", "Rush Town")}) == "division.ended_already");
  country.facts.versions.push_back({DivisionId{4}, 3, "town", {day, open_end}});  // goes on as another kind
  CHECK(country.refusal({abolish("101", {{"102"}})}) != "division.ended_already");
}

TEST_CASE("what the law does not know is refused, an odd number of a document only noticed") {
  Country country;
  CHECK(country.refusal({{.kind = ChangeKind::renumber, .code = "10", .new_code = "30"}}) == "division.not_in_law");
  CHECK(country.refusal({establish("40", "New City", "city", "1")}) == "division.unknown_kind");
  CHECK(country.refusal({call("10", "Oak County"), call("10", "Yew County")}) == "division.act_twice");
  CHECK(country.refusal({}) == "division.no_act");
  ChangePlan plan{.title = "Order", .dates = {.effective = day}, .acts = {call("10", "Oak County")}};
  const ChangeEffect odd = work_out(plan, "[2015] 7", {country.facts, {}, country.pack, "test", DivisionId{7}});
  CHECK_FALSE(odd.refused());
  CHECK(odd.findings.front().rule == "division.document_number");
}

TEST_CASE("clocks: twelve months and six with consent, one month for the code") {
  CountryPack pack;
  pack.clocks = {{.id = "completion", .of = "divisions", .starts = "approved", .stops = "completed", .allowed = {.months = 12}, .extension = {.months = 6}},
                 {.id = "code", .of = "divisions", .starts = "effective", .stops = "code_published", .allowed = {.months = 1}, .acts = {"establish"}}};
  ChangeEvent event{.dates = {.approved = parse_date("2011-07-14"), .effective = parse_date("2011-08-22")}};
  const std::vector<ChangePart> parts{{.kind = ChangeKind::establish}};
  auto due = due_days(event, parts, pack, parse_date("2012-08-01"));
  REQUIRE(due.size() == 2);
  CHECK(to_string(due[0].due) == "2012-07-14");
  CHECK(due[0].overdue);
  CHECK(to_string(due[1].due) == "2011-09-22");
  event.extended = true;
  event.dates.code_published = parse_date("2011-09-01");
  due = due_days(event, parts, pack, parse_date("2012-08-01"));
  CHECK(to_string(due[0].due) == "2013-01-14");
  CHECK_FALSE(due[0].overdue);
  CHECK_FALSE(due[1].overdue);
  CHECK(due_days(event, std::vector<ChangePart>{{.kind = ChangeKind::rename}}, pack, day).size() == 1);
}
