// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/engines.hpp"

using namespace merestone;
using namespace merestone::test;

namespace {

DeliveredState state(const char* code, const char* name, const char* from, const char* until = "9999-12-31",
                     const char* reason = "", const char* successor = "") {
  return {"history.csv", 1, code, name, "commune", 2, {parse_date(from), parse_date(until)}, reason, successor};
}

/// Codes of the divisions on both sides, "a|b", for every stretch between two of them.
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
    std::string left = divisions.find(line.left)->name, right = divisions.find(line.right)->name;
    if (right < left) std::swap(left, right);
    told.push_back(left + "-" + right + "x" + std::to_string(line.parts.size()));
  }
  std::sort(told.begin(), told.end());
  return told;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a merger: ground, lines, names and superiors follow") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const DivisionId aldham = project.divisions(on("2018-01-01")).find_code("a")->id;
  const std::vector<DeliveredState> states{
      state("a", "Aldham", "1943-01-01", "2019-01-01", "merged", "a"),
      state("b", "Birch", "1943-01-01", "2019-01-01", "merged", "a"),
      state("a", "Aldham-Birch", "2019-01-01"),
      state("c", "Claire", "1943-01-01", "2012-05-01", "renamed", "c"),
      state("c", "Clare", "2012-05-01"),
      state("z", "Zeal", "1943-01-01", "2005-01-01", "merged", "d"),
      state("d", "Dunmow", "1943-01-01"),
      state("w", "Wick", "1943-01-01", "2001-01-01", "left", "elsewhere")};
  CHECK(adopt_history(project, by("Ben"), states, "test") == 3);

  const auto before = project.divisions(on("2018-12-31"));
  CHECK(before.find_code("a")->id == aldham);
  CHECK(before.find_code("a")->name == "Aldham");
  CHECK(before.find_code("a")->valid == Period{parse_date("1943-01-01"), parse_date("2019-01-01")});
  CHECK(sides(project, on("2018-12-31")) == Words{"a|b", "a|c", "b|d", "c|d"});
  CHECK(lines(project, on("2018-12-31")) == Words{"Aldham-Birchx1", "Clare-Dunmowx1", "Northshire-Southshirex2"});

  const AsOf after = on("2019-01-01");
  const auto merged = project.divisions(after);
  CHECK(merged.find_code("a")->name == "Aldham-Birch");
  CHECK(merged.find_code("a")->id != aldham);
  CHECK_FALSE(merged.find_code("b"));
  CHECK(merged.find(merged.find_code("a")->superior)->name == "Northshire");
  CHECK(sides(project, after) == Words{"a|c", "a|d", "c|d"});
  CHECK(lines(project, after) == Words{"Clare-Dunmowx1", "Northshire-Southshirex2"});
  CHECK(project.snapshot(after).stretches.size() == 7);
  for (const Delimitation& d : project.snapshot(after).delimitations) {
    CHECK(d.left != aldham);
    CHECK(d.right != aldham);
  }

  CHECK(project.divisions(on("2012-04-30")).find_code("c")->name == "Claire");
  CHECK(project.divisions(on("2012-04-30")).find_code("c")->id == merged.find_code("c")->id);
  CHECK(project.divisions(on("2000-01-01")).all().size() == 6);  // a, b, c, d, w, z
  const auto facts = project.division_facts();
  REQUIRE(facts.successions.size() == 4);
  const auto away = std::find_if(facts.successions.begin(), facts.successions.end(),
                                 [](const Succession& s) { return s.reason == "left"; });
  CHECK(away->to.value == 0);  // its heir is not on record here

  // As known before the register came.
  CHECK(project.divisions(on("2019-01-01", 2)).find_code("b")->name == "Birch");
  CHECK(sides(project, on("2019-01-01", 2)) == Words{"a|b", "a|c", "b|d", "c|d"});
  CHECK(project.divisions(on("2000-01-01", 2)).all().empty());
  CHECK(project.verify_audit().empty());

  SECTION("adopting it again changes nothing") {
    adopt_history(project, by("Ben"), states, "test");
    CHECK(project.audit().back().facts.find("delimitation") == std::string::npos);
    CHECK(project.audit().back().facts.find("boundary_line") == std::string::npos);
    CHECK(project.audit().back().facts.find("division") == std::string::npos);
    CHECK(sides(project, after) == Words{"a|c", "a|d", "c|d"});
  }
}

TEST_CASE("register first, coverage later comes to the same ground") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt_history(project, by("Ben"),
                {state("a", "Aldham", "1943-01-01", "2019-01-01", "merged", "a"),
                 state("b", "Birch", "1943-01-01", "2019-01-01", "merged", "a"), state("a", "Aldham-Birch", "2019-01-01")},
                "test");
  adopt(project, Counties{});
  CHECK(sides(project, on("2018-12-31")) == Words{"a|b", "a|c", "b|d", "c|d"});
  CHECK(sides(project, on("2019-01-01")) == Words{"a|c", "a|d", "c|d"});
  CHECK(lines(project, on("2018-12-31")) == Words{"Aldham-Birchx1", "Clare-Dunmowx1", "Northshire-Southshirex2"});
  CHECK(lines(project, on("2019-01-01")) == Words{"Clare-Dunmowx1", "Northshire-Southshirex2"});
  const auto divisions = project.divisions(on("2019-01-01"));
  CHECK(divisions.find(divisions.find_code("a")->superior)->name == "Northshire");
  CHECK(project.verify_audit().empty());
}

TEST_CASE("ground goes off the record with an heir who is not on it, and comes back to who inherits later") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  adopt_history(project, by("Ben"),
                {state("b", "Birch", "1943-01-01", "2015-01-01", "left the county", "far"),
                 state("c", "Clare", "1943-01-01", "2012-01-01", "joined", "d"),
                 state("d", "Dunmow", "1943-01-01", "2014-01-01", "renumbered", "e"), state("e", "Dunmow", "2014-01-01")},
                "test");
  const AsOf before = on("2014-12-31"), after = on("2015-01-01");
  CHECK(sides(project, on("2011-12-31")) == Words{"a|b", "a|c", "b|d", "c|d"});
  CHECK(sides(project, on("2013-12-31")) == Words{"a|b", "a|d", "b|d"});
  CHECK(sides(project, before) == Words{"a|b", "a|e", "b|e"});
  CHECK(sides(project, after) == Words{"a|e"});
  CHECK(lines(project, before) == Words{"Aldham-Birchx1", "Northshire-Southshirex2"});
  CHECK(lines(project, after) == Words{"Northshire-Southshirex1"});
  CHECK(project.divisions(after).find_code("e")->id == project.divisions(on("2013-12-31")).find_code("d")->id);
  CHECK(project.snapshot(after).stretches.size() == 6);  // the outer border of what Birch was is gone
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a superior that ends hands its members and its lines to its heir") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  auto county = state("N", "Northshire", "1900-01-01", "2015-01-01", "joined", "U");
  auto other = state("S", "Southshire", "1900-01-01", "2015-01-01", "joined", "U");
  auto united = state("U", "Unitedshire", "2015-01-01");
  county.level = other.level = united.level = 1;
  adopt_history(project, by("Ben"), {county, other, united}, "test");
  const auto divisions = project.divisions(on("2016-01-01"));
  CHECK(divisions.find(divisions.find_code("b")->superior)->name == "Unitedshire");
  CHECK(lines(project, on("2014-12-31")) == Words{"Aldham-Birchx1", "Clare-Dunmowx1", "Northshire-Southshirex2"});
  CHECK(lines(project, on("2015-01-01")) == Words{"Aldham-Birchx1", "Aldham-Clarex1", "Birch-Dunmowx1", "Clare-Dunmowx1"});
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a history that contradicts itself or the ground is refused whole") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const auto adopt_states = [&](const std::vector<DeliveredState>& states) {
    return refusal([&] { adopt_history(project, by("Ben"), states, "test"); });
  };
  const Error twice = adopt_states({state("a", "Aldham", "1943-01-01"), state("a", "Other", "2000-01-01")});
  CHECK(twice.fault() == Fault::invalid);
  CHECK(rule_of(twice) == "history.overlapping_states");
  const Error orphan = adopt_states({state("a", "Aldham", "1943-01-01", "2015-01-01", "gone")});
  CHECK(orphan.fault() == Fault::conflict);
  CHECK(rule_of(orphan) == "store.no_successor");
  CHECK(project.summary().revision == 2);
  CHECK(project.verify_audit().empty());
}
