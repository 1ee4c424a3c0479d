// SPDX-License-Identifier: Apache-2.0
/// Changes that cut finest divisions: facts, shares and redrawn ground as one act, on both engines.
#include "data/office/changes.hpp"
#include "gis/territory/redraw.hpp"
#include "tests/contract/engines.hpp"

#include <algorithm>
#include <map>

using namespace merestone;
using namespace merestone::test;

namespace {

Polyline line(std::initializer_list<std::pair<double, double>> positions) {
  Polyline path;
  for (const auto& [lon, lat] : positions) path.push_back(from_degrees(lon, lat));
  return path;
}

ChangePlan order(std::vector<ChangeAct> acts) {
  return {.title = "Order", .authority = "Ministry", .dates = {.approved = parse_date("2018-01-01"), .effective = parse_date("2018-01-01")}, .acts = std::move(acts)};
}

ActInfo decree() { return {"Ben", "order", {{}, "decree", "Order", "7/2018", "Ministry", parse_date("2018-01-01"), "", ""}, {}}; }

ChangeAct commune(const char* code, const char* name) {
  return {.kind = ChangeKind::establish, .code = code, .name = name, .division_kind = "commune", .level = 2, .superior = "N"};
}

/// What each commune holds on a day, from the lines on record, by code.
std::map<std::string, Wide> held(const Project& project, const char* day) {
  const Snapshot ground = project.snapshot(on(day));
  CHECK(derive(ground, StatusQuo{}).contradictions.empty());
  const DivisionRegister divisions = project.divisions(on(day));
  std::map<std::string, Wide> all;
  for (const DivisionState& state : divisions.all()) {
    if (state.level == 2) all[state.code] = held_um2(ground, StatusQuo{}, state.id);
  }
  return all;
}

Wide total(const std::map<std::string, Wide>& all) {
  Wide sum = 0;
  for (const auto& [code, area] : all) sum += area;
  return sum;
}

std::vector<std::string> lines(const Project& project, const char* day) {
  const DivisionRegister divisions = project.divisions(on(day));
  std::vector<std::string> told;
  for (const BoundaryLine& l : project.lines(on(day))) {
    std::string left = divisions.find(l.left)->code, right = divisions.find(l.right)->code;
    if (right < left) std::swap(left, right);
    told.push_back(left + "-" + right + "x" + std::to_string(l.parts.size()));
  }
  std::sort(told.begin(), told.end());
  return told;
}

double sum_of_shares(const ChangeReceipt& receipt) {
  double sum = 0;
  for (const SuccessionShare& share : receipt.shares) sum += share.area_share.value_or(0);
  return sum;
}

using Words = std::vector<std::string>;

/// b is cut from corner to corner, so that areas stay exact to the last digit: no edge is measured anew.
const Polyline through_b = line({{1, 2}, {1.4, 1.4}, {2, 1}});

}  // namespace

TEST_CASE("a commune is split in two new ones along a line, as one act") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const auto before = held(project, "2017-12-31");
  const bool backwards = GENERATE(false, true);
  DrawnLine cut{through_b, "f", "e"};  // the north-east is on the left
  if (backwards) {
    std::reverse(cut.path.begin(), cut.path.end());
    std::swap(cut.left, cut.right);
  }
  const ChangeReceipt receipt = change_divisions(
      project, decree(),
      order({{.kind = ChangeKind::abolish, .code = "b", .territory = {{"e"}, {"f"}}, .lines = {cut}}, commune("e", "Elm"), commune("f", "Fern")}),
      "test");
  CHECK(receipt.revision == 3);
  CHECK(project.changes().events.size() == 1);
  REQUIRE(receipt.shares.size() == 2);
  CHECK(sum_of_shares(receipt) == Approx(1).epsilon(1e-12));

  CHECK(held(project, "2017-12-31") == before);
  const auto after = held(project, "2018-01-01");
  CHECK(after.count("b") == 0);
  CHECK(after.at("e") > 0);
  CHECK(after.at("f") > after.at("e"));
  CHECK(after.at("e") + after.at("f") == before.at("b"));
  CHECK(after.at("a") == before.at("a"));
  CHECK(after.at("d") == before.at("d"));
  CHECK(total(after) == total(before));
  CHECK(*receipt.shares[0].area_share == Approx(static_cast<double>(after.at("e")) / static_cast<double>(before.at("b"))).epsilon(1e-12));
  CHECK(lines(project, "2017-12-31") == Words{"N-Sx2", "a-bx1", "c-dx1"});
  CHECK(lines(project, "2018-01-01") == Words{"N-Sx2", "a-ex1", "c-dx1", "e-fx1"});
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a commune leaves part of itself to a new one and goes on") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const auto before = held(project, "2017-12-31");
  const ChangeReceipt receipt = change_divisions(
      project, decree(),
      order({{.kind = ChangeKind::change_boundary, .code = "b", .territory = {{"e"}}, .lines = {{through_b, "e", "b"}}}, commune("e", "Elm")}), "test");
  const auto after = held(project, "2018-01-01");
  CHECK(after.at("b") + after.at("e") == before.at("b"));
  CHECK(total(after) == total(before));
  REQUIRE(receipt.shares.size() == 1);
  CHECK_FALSE(receipt.shares[0].whole);
  CHECK(*receipt.shares[0].area_share == Approx(static_cast<double>(after.at("e")) / static_cast<double>(before.at("b"))).epsilon(1e-12));
  CHECK(lines(project, "2018-01-01") == Words{"N-Sx2", "a-bx1", "b-ex1", "c-dx1"});
  CHECK(project.verify_audit().empty());
}

TEST_CASE("part of a commune goes to another, across the line of the counties; both keep their codes (AD-04)") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const auto before = held(project, "2017-12-31");
  ChangeAct act{.kind = ChangeKind::change_boundary, .code = "b", .territory = {{"d"}}};
  SECTION("by a line") { act.lines = {{line({{1, 1}, {1.5, 1.25}, {2, 1}}), "b", "d"}}; }
  SECTION("by an area") { act.areas = {{{{line({{1, 1}, {2, 1}, {1.5, 1.25}}), {}}}, "d"}}; }
  const ChangePlan plan = order({act});

  const std::string head = project.summary().audit_head;
  const ChangeReceipt trial = try_change(project, decree(), plan, "test");  // a dry run tells, and writes nothing
  CHECK(project.summary().audit_head == head);
  CHECK(held(project, "2018-01-01") == before);
  REQUIRE(trial.ground.size() == 1);
  CHECK(trial.ground[0].from_code == "b");
  CHECK(trial.ground[0].to_code == "d");

  const ChangeReceipt receipt = change_divisions(project, decree(), plan, "test");
  const auto after = held(project, "2018-01-01");
  CHECK(held(project, "2017-12-31") == before);
  CHECK(after.at("d") > before.at("d"));
  CHECK(after.at("b") + after.at("d") == before.at("b") + before.at("d"));
  CHECK(total(after) == total(before));
  const double gained = static_cast<double>(after.at("d") - before.at("d"));
  CHECK(receipt.ground.at(0).area_m2 == Approx(gained / 1e12).epsilon(1e-12));
  CHECK(*receipt.shares.at(0).area_share == Approx(gained / static_cast<double>(before.at("b"))).epsilon(1e-12));
  CHECK(project.divisions(on("2018-01-01")).find_code("b")->id == project.divisions(on("2017-12-31")).find_code("b")->id);
  CHECK(project.divisions(on("2018-01-01")).find_code("d")->name == "Dunmow");
  CHECK(project.audit().back().facts.find("ground_m2 of d") != std::string::npos);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a commune ends and its neighbours share it; their own ground stays with them") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const auto before = held(project, "2017-12-31");
  ChangeAct act{.kind = ChangeKind::abolish, .code = "b", .territory = {{"a"}, {"d"}}};
  SECTION("by a line") { act.lines = {{through_b, "d", "a"}}; }
  SECTION("by an area for the second") { act.areas = {{{{line({{1, 2}, {1.4, 1.4}, {2, 1}, {2, 2}}), {}}}, "d"}}; }
  SECTION("by an area for the first") {
    act.territory = {{"d"}, {"a"}};
    act.areas = {{{{line({{1, 2}, {1.4, 1.4}, {2, 1}, {2, 2}}), {}}}, "d"}};
  }
  const ChangeReceipt receipt = change_divisions(project, decree(), order({act}), "test");
  const auto after = held(project, "2018-01-01");
  CHECK(after.at("d") - before.at("d") > after.at("a") - before.at("a"));
  CHECK(after.at("a") > before.at("a"));
  CHECK(after.at("c") == before.at("c"));
  CHECK(total(after) == total(before));
  CHECK(sum_of_shares(receipt) == Approx(1).epsilon(1e-12));
  CHECK(lines(project, "2018-01-01") == Words{"N-Sx3", "c-dx1"});
  CHECK(project.verify_audit().empty());
}

TEST_CASE("three heirs, two lines") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const auto before = held(project, "2017-12-31");
  const ChangeReceipt receipt = change_divisions(
      project, decree(),
      order({{.kind = ChangeKind::abolish, .code = "b", .territory = {{"e"}, {"f"}, {"g"}},
              .lines = {{line({{1, 2}, {1.3, 1.3}, {2, 1}}), "f", "e"}, {line({{1, 2}, {1.7, 1.7}, {2, 1}}), "g", "f"}}},
             commune("e", "Elm"), commune("f", "Fern"), commune("g", "Gale")}),
      "test");
  const auto after = held(project, "2018-01-01");
  CHECK(after.at("e") + after.at("f") + after.at("g") == before.at("b"));
  CHECK(after.at("f") > after.at("e"));
  CHECK(after.at("g") > 0);
  CHECK(sum_of_shares(receipt) == Approx(1).epsilon(1e-12));
  CHECK(lines(project, "2018-01-01") == Words{"N-Sx2", "a-ex1", "c-dx1", "e-fx1", "f-gx1"});
  CHECK(project.verify_audit().empty());
}

TEST_CASE("drawn changes that cannot be are refused whole") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const std::string head = project.summary().audit_head;
  const auto before = held(project, "2018-01-01");
  const auto refused = [&](std::vector<ChangeAct> acts) {
    return rule_of(refusal([&] { change_divisions(project, decree(), order(std::move(acts)), "test"); }));
  };
  const auto part = [](std::vector<DrawnLine> drawn) {
    return ChangeAct{.kind = ChangeKind::change_boundary, .code = "b", .territory = {{"e"}}, .lines = std::move(drawn)};
  };
  // it does not close
  CHECK(refused({part({{line({{1.4, 2}, {1.5, 1.5}}), "e", "b"}}), commune("e", "Elm")}) == "redraw.open");
  // it leaves the ground of who gives
  CHECK(refused({part({{line({{0.5, 2}, {0.5, 1}}), "e", "b"}}), commune("e", "Elm")}).rfind("redraw.", 0) == 0);
  // it names somebody else, or stands with an act that gives nothing
  CHECK(refused({part({{through_b, "a", "b"}}), commune("e", "Elm")}) == "division.line_side");
  ChangeAct with_line = commune("e", "Elm");
  with_line.lines = {{through_b, "e", "b"}};
  CHECK(refused({part({{through_b, "e", "b"}}), with_line}) == "division.lines_elsewhere");
  // one of three heirs gets nothing
  CHECK(refused({{.kind = ChangeKind::abolish, .code = "b", .territory = {{"e"}, {"f"}, {"g"}}, .lines = {{through_b, "f", "e"}}},
                 commune("e", "Elm"), commune("f", "Fern"), commune("g", "Gale")}) == "division.needs_lines");
  // what lies on the other side would come back
  CHECK(refused({{.kind = ChangeKind::change_boundary, .code = "b", .territory = {{"d"}},
                  .lines = {{line({{1.2, 1}, {1.5, 0.75}, {1.8, 1}}), "b", "d"}}}}) == "division.not_given");
  CHECK(project.summary().audit_head == head);
  CHECK(project.changes().events.empty());
  CHECK(held(project, "2018-01-01") == before);
  CHECK(project.divisions(on("2018-01-01")).find_code("e") == nullptr);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("lines need ground on record") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  Counties counties;
  counties.mesh = {};
  for (DeliveredDivision& division : counties.divisions) division.has_shape = false;
  adopt(project, counties);
  const Error error = refusal([&] {
    change_divisions(project, decree(), order({{.kind = ChangeKind::change_boundary, .code = "b", .territory = {{"d"}}, .lines = {{through_b, "d", "b"}}}}), "test");
  });
  CHECK(rule_of(error) == "division.no_ground");
}
