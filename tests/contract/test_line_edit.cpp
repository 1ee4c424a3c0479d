// SPDX-License-Identifier: Apache-2.0
/// Editing a line, claims and settlement on the ground, on both engines.
#include "data/office/act_record.hpp"
#include "data/office/line_edit.hpp"
#include "data/store/ground_store.hpp"
#include "tests/contract/engines.hpp"

#include <map>

using namespace merestone;
using namespace merestone::test;

namespace {

const std::vector<std::string> communes{"a", "b", "c", "d"};

Polyline line(std::initializer_list<std::pair<double, double>> positions) {
  Polyline path;
  for (const auto& [lon, lat] : positions) path.push_back(from_degrees(lon, lat));
  return path;
}

DivisionId id(const Project& project, const std::string& code) { return project.divisions(on("2020-01-01")).find_code(code)->id; }

/// What each commune holds on a day, from the lines on record.
std::map<std::string, Wide> held(const Project& project, const char* day, const Viewpoint& viewpoint = StatusQuo{}) {
  const Snapshot ground = project.snapshot(on(day));
  CHECK(derive(ground, viewpoint).contradictions.empty());
  std::map<std::string, Wide> all;
  for (const std::string& code : communes) all[code] = held_um2(ground, viewpoint, id(project, code));
  return all;
}

Wide total(const std::map<std::string, Wide>& all) {
  Wide sum = 0;
  for (const auto& [code, area] : all) sum += area;
  return sum;
}

/// a gains a triangle of b; both ends are corners that are there.
LineEdit bulge(const Project& project) {
  LineEdit edit;
  edit.lines = {{line({{1, 2}, {1.2, 1.5}, {1, 1}}), id(project, "b"), id(project, "a")}};
  edit.from = parse_date("2015-01-01");
  return edit;
}

/// a gains the west of b, down to the border with d, which is cut there.
LineEdit half(const Project& project) {
  LineEdit edit;
  edit.lines = {{line({{1, 2}, {1.5, 1}}), id(project, "b"), id(project, "a")}};
  edit.from = parse_date("2015-01-01");
  return edit;
}

std::string told(const Project& project) { return project.audit().back().facts; }

}  // namespace

TEST_CASE("a line is edited from a day on; both its sides follow and nobody else") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const auto before = held(project, "2014-12-31");
  const GroundPlan plan = plan_edit(project, half(project));
  REQUIRE(plan.redraw.sound());
  CHECK(project.summary().revision == 2);  // planning writes nothing
  CHECK(record_edit(project, by("Bo", "river moved"), plan) == 3);

  CHECK(held(project, "2014-12-31") == before);
  const auto after = held(project, "2015-01-01");
  CHECK(after.at("a") > before.at("a"));
  CHECK(after.at("a") + after.at("b") == before.at("a") + before.at("b"));
  CHECK(after.at("c") == before.at("c"));
  CHECK(after.at("d") == before.at("d"));
  const auto balance = plan.balance();
  REQUIRE(balance.size() == 2);
  for (const auto& side : balance) {
    const std::string code = plan.divisions.find(side.division)->code;
    CHECK(side.before_um2 == before.at(code));
    CHECK(side.after_um2 == after.at(code));
  }
  CHECK(told(project).find("ground_m2 of a") != std::string::npos);
  CHECK(project.verify_audit().empty());

  // the border of b and d was cut: each piece has the whole period it had, and a and d have a line now
  const AsOf now = on("2020-01-01");
  std::size_t levels = 0;
  for (const BoundaryLine& l : project.lines(now)) levels += l.level == 1 ? l.parts.size() : 0;
  CHECK(levels == 3);
  std::size_t then = 0;
  for (const BoundaryLine& l : project.lines(on("2012-01-01"))) then += l.parts.size();
  CHECK(then == 5);
}

TEST_CASE("an edit that stands free is refused, and the project is as it was") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  LineEdit edit = bulge(project);
  edit.lines[0].path.pop_back();
  const GroundPlan plan = plan_edit(project, edit);
  CHECK(!plan.redraw.sound());
  const Error error = refusal([&] { record_edit(project, by("Bo"), plan); });
  CHECK(error.fault() == Fault::invalid);
  CHECK(rule_of(error) == "redraw.open");
  CHECK(project.summary().revision == 2);
}

TEST_CASE("of two who edit the same ground the second is told who was first") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const GroundPlan one = plan_edit(project, bulge(project));
  const GroundPlan other = plan_edit(project, half(project));
  record_edit(project, by("Bo"), one);
  const Error error = refusal([&] { record_edit(project, by("Cy"), other); });
  CHECK(error.fault() == Fault::conflict);
  CHECK(rule_of(error) == "redraw.stale");
  REQUIRE(!error.findings().empty());
  CHECK(error.findings()[0].facts[1].second.find("Bo") != std::string::npos);
  CHECK(project.summary().revision == 3);
  REQUIRE(project.attempts().size() == 1);
  CHECK(project.attempts()[0].act == "line.edit");
  CHECK(project.attempts()[0].author == "Cy");
}

TEST_CASE("an act elsewhere does not make a plan stale") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const GroundPlan plan = plan_edit(project, bulge(project));
  adopt_places(project, by("Cy"), {});
  CHECK(record_edit(project, by("Bo"), plan) == 4);
}

TEST_CASE("ground that changes again later cannot be edited before that") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  LineEdit edit = bulge(project);
  edit.from = parse_date("2018-01-01");
  record_edit(project, by("Bo"), plan_edit(project, edit));
  const Error error = refusal([&] { record_edit(project, by("Bo"), plan_edit(project, half(project))); });
  CHECK(rule_of(error) == "redraw.later_change");
}

TEST_CASE("an edit is undone by a new act, and that again") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const auto before = held(project, "2020-01-01");
  const Revision edit = record_edit(project, by("Bo"), plan_edit(project, half(project)));
  const auto edited = held(project, "2020-01-01");
  const Revision undone = undo_edit(project, by("Cy"), edit);
  CHECK(held(project, "2020-01-01") == before);
  std::size_t parts = 0;
  for (const BoundaryLine& l : project.lines(on("2020-01-01"))) parts += l.parts.size();
  CHECK(parts == 4);
  CHECK(rule_of(refusal([&] { undo_edit(project, by("Cy"), edit); })) == "redraw.built_upon");
  undo_edit(project, by("Bo"), undone);
  CHECK(held(project, "2020-01-01") == edited);
  CHECK(rule_of(refusal([&] { undo_edit(project, by("Cy"), 2); })) == "redraw.no_edit");
  CHECK(project.verify_audit().empty());
}

TEST_CASE("claims leave the ground as it is until the settlement takes effect") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const DivisionId a = id(project, "a"), b = id(project, "b");
  const auto before = held(project, "2014-12-31");
  DisputeId dispute;
  ClaimId ground, by_a, by_b;
  {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "dispute.record", "Bo", "test"};
    const Period valid{parse_date("2012-01-01"), open_end};
    dispute = add_dispute(act.writer(), "the meadow", valid);
    ground = add_claim(act.writer(), {{}, dispute, {}, "situation"}, valid);
    by_a = add_claim(act.writer(), {{}, dispute, a, "a"}, valid);
    by_b = add_claim(act.writer(), {{}, dispute, b, "b"}, valid);
    RedrawRequest request;
    request.dispute = dispute;
    request.parties = {a, b};
    request.versions = {{ground, {}, {}, {}},
                        {by_a, ground, {{line({{1, 2}, {1.5, 1}}), b, a}}, {}},
                        {by_b, ground, {{line({{1, 2}, {0.5, 1}}), b, a}}, {}}};
    const GroundPlan plan = plan_ground(project, request, valid.from, act.revision());
    REQUIRE(plan.redraw.sound());
    CHECK(plan.redraw.contested.size() == 2);
    record_ground(project, act.writer(), plan, {});
    act.close();
    transaction.commit();
  }
  CHECK(held(project, "2014-12-31") == before);
  CHECK(held(project, "2014-12-31", AsClaimedBy{a}).at("a") > before.at("a"));
  CHECK(held(project, "2014-12-31", AsClaimedBy{b}).at("b") > before.at("b"));
  CHECK(total(held(project, "2014-12-31", AsClaimedBy{a})) == total(before));
  CHECK(held(project, "2011-12-31", AsClaimedBy{a}) == before);

  RedrawRequest settle;
  settle.dispute = dispute;
  settle.parties = {a, b};
  settle.versions = {{{}, ground, {{line({{1, 2}, {1.25, 1}}), b, a}}, {}}};
  {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "dispute.settle", "Bo", "test"};
    const GroundPlan plan = plan_ground(project, settle, parse_date("2016-01-01"), act.revision());
    REQUIRE(plan.redraw.sound());
    record_ground(project, act.writer(), plan, {});
    act.close();
    transaction.commit();
  }
  CHECK(held(project, "2015-12-31") == before);
  const auto agreed = held(project, "2016-01-01");
  CHECK(agreed.at("a") > before.at("a"));
  CHECK(total(agreed) == total(before));
  for (const Delimitation& d : project.snapshot(on("2016-01-01")).delimitations) CHECK(!d.claim);
  CHECK(project.verify_audit().empty());
}
