// SPDX-License-Identifier: Apache-2.0
#include "data/office/changes.hpp"
#include "tests/contract/engines.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

ChangePlan order(const char* day, std::vector<ChangeAct> acts) {
  return {.title = "Order", .authority = "Ministry", .dates = {.approved = parse_date(day)}, .acts = std::move(acts)};
}
ActInfo decree() { return {"Ben", "order", {{}, "decree", "Order", "7/2018", "Ministry", parse_date("2018-01-01"), "", ""}, {}}; }

std::vector<std::string> sides(const Project& project, const AsOf& as_of) {
  const DivisionRegister divisions = project.divisions(as_of);
  std::vector<std::string> told;
  for (const Delimitation& d : project.snapshot(as_of).delimitations) {
    if (d.left.value == 0 || d.right.value == 0) continue;
    std::string left = divisions.find(d.left)->code, right = divisions.find(d.right)->code;
    if (right < left) std::swap(left, right);
    told.push_back(left + "|" + right);
  }
  std::sort(told.begin(), told.end());
  return told;
}

std::vector<std::string> lines(const Project& project, const AsOf& as_of) {
  const DivisionRegister divisions = project.divisions(as_of);
  std::vector<std::string> told;
  for (const BoundaryLine& line : project.lines(as_of)) {
    std::string left = divisions.find(line.left)->code, right = divisions.find(line.right)->code;
    if (right < left) std::swap(left, right);
    told.push_back(left + "-" + right + "x" + std::to_string(line.parts.size()));
  }
  std::sort(told.begin(), told.end());
  return told;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a merger as one act: event, parts, shares, ground and lines") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const ChangeReceipt receipt = change_divisions(
      project, decree(),
      order("2018-01-01", {{.kind = ChangeKind::abolish, .code = "a", .territory = {{"e"}}},
                           {.kind = ChangeKind::abolish, .code = "b", .territory = {{"e"}}},
                           {.kind = ChangeKind::establish, .code = "e", .name = "Elm", .division_kind = "commune", .level = 2,
                            .superior = "N", .seat = {"Elm Green", Place{0.5, 1.5}}}}),
      "test");
  CHECK(receipt.revision == 3);
  CHECK(receipt.parts.size() == 3);
  const AsOf before = on("2017-12-31"), after = on("2018-01-01");
  CHECK(sides(project, before) == Words{"a|b", "a|c", "b|d", "c|d"});
  CHECK(sides(project, after) == Words{"c|d", "c|e", "d|e"});
  CHECK(lines(project, before) == Words{"N-Sx2", "a-bx1", "c-dx1"});
  CHECK(lines(project, after) == Words{"N-Sx2", "c-dx1"});
  CHECK(project.divisions(after).find_code("a") == nullptr);
  CHECK(project.divisions(before).find_code("a") != nullptr);
  CHECK(project.seats(after).front().seat.name == "Elm Green");
  const ChangeRecord record = project.changes();
  REQUIRE(record.events.size() == 1);
  CHECK(record.events[0].dates.effective == parse_date("2018-01-01"));
  CHECK(record.events[0].document.value != 0);
  REQUIRE(record.shares.size() == 2);
  CHECK(record.shares[0].area_share == 1.0);
  CHECK(record.successions[record.shares[1].succession].to == project.divisions(after).find_code("e")->id);
  CHECK(project.divisions(on("2018-06-01", 2)).find_code("a") != nullptr);  // as known before
  CHECK(project.changes(2).events.empty());
  CHECK(project.verify_audit().empty());

  SECTION("days that become known later") {
    record_progress(project, by("Cleo"), record.events[0].id, {.completed = parse_date("2018-05-01"), .extended = true});
    CHECK(project.changes().events.at(0).dates.completed == parse_date("2018-05-01"));
    CHECK_FALSE(project.changes(3).events.at(0).dates.completed);
    const auto again = refusal([&] { record_progress(project, by("Cleo"), record.events[0].id, {.completed = parse_date("2018-05-02")}); });
    CHECK(rule_of(again) == "division.day_known");
    const auto early = refusal([&] { record_progress(project, by("Cleo"), record.events[0].id, {.announced = parse_date("2017-01-01")}); });
    CHECK(rule_of(early) == "division.date_order");
    CHECK(rule_of(refusal([&] { record_progress(project, by("Cleo"), ChangeEventId{9}, {}); })) == "division.unknown_change");
    CHECK(project.verify_audit().empty());
  }
}

TEST_CASE("a commune moves to another county: the line between counties moves, earlier moves stay") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const auto move = [&](const char* day, const char* to) {
    return change_divisions(project, decree(), order(day, {{.kind = ChangeKind::change_superior, .code = "b", .superior = to}}), "test");
  };
  move("2018-01-01", "S");
  CHECK(lines(project, on("2017-12-31")) == Words{"N-Sx2", "a-bx1", "c-dx1"});
  CHECK(lines(project, on("2018-01-01")) == Words{"N-Sx2", "b-dx1", "c-dx1"});
  move("2019-01-01", "N");
  CHECK(lines(project, on("2017-12-31")) == Words{"N-Sx2", "a-bx1", "c-dx1"});
  CHECK(lines(project, on("2018-12-31")) == Words{"N-Sx2", "b-dx1", "c-dx1"});
  CHECK(lines(project, on("2019-01-01")) == Words{"N-Sx2", "a-bx1", "c-dx1"});
  CHECK(sides(project, on("2019-01-01")) == Words{"a|b", "a|c", "b|d", "c|d"});
  CHECK(project.divisions(on("2018-06-01")).at_level(project.divisions(on("2018-06-01")).find_code("b")->id, 1) ==
        project.divisions(on("2018-06-01")).find_code("S")->id);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("an upper division ends: shares come from the ground of its members") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const ChangeReceipt receipt = change_divisions(
      project, decree(),
      order("2018-01-01", {{.kind = ChangeKind::abolish, .code = "N"},
                           {.kind = ChangeKind::establish, .code = "U", .name = "Upshire", .division_kind = "county", .level = 1},
                           {.kind = ChangeKind::change_superior, .code = "a", .superior = "U"},
                           {.kind = ChangeKind::change_superior, .code = "b", .superior = "S"}}),
      "test");
  REQUIRE(receipt.shares.size() == 2);
  CHECK(*receipt.shares[0].area_share + *receipt.shares[1].area_share == Approx(1).epsilon(1e-12));
  CHECK(*receipt.shares[0].area_share == Approx(0.5).epsilon(1e-6));
  CHECK(lines(project, on("2018-01-01")) == Words{"S-Ux2", "b-dx1", "c-dx1"});
  CHECK(project.verify_audit().empty());
}

TEST_CASE("refused changes leave the project as it was") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const std::string head = project.summary().audit_head;
  const auto refused = [&](std::vector<ChangeAct> acts) {
    return rule_of(refusal([&] { change_divisions(project, decree(), order("2018-01-01", std::move(acts)), "test"); }));
  };
  CHECK(refused({{.kind = ChangeKind::abolish, .code = "a"}}) == "division.no_territory");
  CHECK(refused({{.kind = ChangeKind::abolish, .code = "a", .territory = {{"b", 0.5}, {"c", 0.5}}}}) == "division.needs_lines");
  CHECK(refused({{.kind = ChangeKind::change_boundary, .code = "a", .territory = {{"c", 0.1}}}}) == "division.needs_lines");
  CHECK(refused({{.kind = ChangeKind::renumber, .code = "a", .new_code = "b"}}) == "division.code_held");
  CHECK(refused({{.kind = ChangeKind::change_superior, .code = "N", .superior = "a"}}) == "division.superior_cycle");
  ChangePlan tomorrow = order("9000-01-01", {{.kind = ChangeKind::rename, .code = "a", .name = "Ashes"}});
  tomorrow.dates.approved = parse_date("9000-01-01");
  CHECK(rule_of(refusal([&] { change_divisions(project, decree(), tomorrow, "test"); })) == "division.in_future");
  CHECK(project.summary().audit_head == head);
  CHECK(project.summary().revision == 2);
  for (const Attempt& attempt : project.attempts()) CHECK(attempt.act == "divisions.change");
  CHECK(project.attempts().size() == 6);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a project keeps its law: a pack by name, or the office's own in full") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  const Project project = place.create({"cn", "fr"});
  const auto packs = project.packs();
  REQUIRE(packs.size() == 2);
  CHECK(packs[0].id == "cn");
  CHECK(pack_for(packs, "insee").id == "fr");
  CHECK(usual_code_system({}, packs) == "gb2260");
  CHECK(project.verify_audit().empty());
}

TEST_CASE("land of one division that another uses") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const auto divisions = project.divisions(on("2018-01-01"));
  const Ring field{from_degrees(0.2, 1.2), from_degrees(0.4, 1.2), from_degrees(0.4, 1.4)};
  const GroundUse pasture{divisions.find_code("a")->id, divisions.find_code("b")->id, "Summer pasture", {{field, {}}},
                          {parse_date("2015-01-01"), open_end}, {}};
  const auto refused = [&](GroundUse use, const ActInfo& info) { return rule_of(refusal([&] { record_ground_uses(project, info, {use}); })); };
  ActInfo agreed{"Ada", "test", {}, {}};
  CHECK(refused(pasture, agreed) == "use.no_agreement");  // BL-09
  agreed.document.kind = "agreement";
  agreed.document.title = "On the summer pasture";
  GroundUse wrong = pasture;
  wrong.user = wrong.holder;
  CHECK(refused(wrong, agreed) == "use.same_side");
  wrong = pasture;
  wrong.holder = pasture.user, wrong.user = pasture.holder;
  CHECK(refused(wrong, agreed) == "use.foreign_ground");
  wrong = pasture;
  wrong.shape.clear();
  CHECK(refused(wrong, agreed) == "use.nothing_drawn");
  CHECK(project.ground_uses(on("2015-01-01")).empty());
  CHECK(project.attempts().size() == 4);
  CHECK(project.attempts().back().act == "ground.use");
  record_ground_uses(project, agreed, {pasture});
  CHECK(project.ground_uses(on("2014-12-31")).empty());
  REQUIRE(project.ground_uses(on("2015-01-01")).size() == 1);
  CHECK(project.ground_uses(on("2015-01-01"))[0].title == "Summer pasture");
  CHECK(project.ground_uses(on("2015-01-01"))[0].shape.size() == 1);
  CHECK(project.verify_audit().empty());
}
