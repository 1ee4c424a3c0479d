// SPDX-License-Identifier: Apache-2.0
/// Editing a line: every change of ground gives faces to other holders.
#include "gis/territory/redraw.hpp"
#include "gis/geodesy/measure.hpp"
#include "tests/support/land.hpp"
#include "tests/support/sketch.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;

namespace {

constexpr DivisionId west{1}, east{2}, south{3};

/// West and East side by side, South below both; the border of West and East is b-v-e.
const test::Sketch map{R"(
a  p  b  q  c
   m     no
   k  v  r  w
      y   x
d  s  e  t  f
      u
g     z     h)"};

RingSet outlines() {
  RingSet rings;
  rings.add(map.line("dsevbpa"), 0);
  rings.add(map.line("etfcqbv"), 1);
  rings.add(map.line("ghftesd"), 2);
  return rings;
}

const DivisionRegister& divisions() {
  static const DivisionRegister all = test::register_of({{west}, {east}, {south}});
  return all;
}

RedrawRequest edit(LineGrant line) {
  RedrawRequest request;
  request.parties = {line.left, line.right};
  request.versions = {{{}, {}, {std::move(line)}, {}}};
  return request;
}

double square_degrees(const Snapshot& ground, DivisionId holder, const Viewpoint& viewpoint = StatusQuo{}) {
  const Territory territory = derive(ground, viewpoint);
  CHECK(territory.contradictions.empty());
  double sum = 0;
  for (const Face& face : territory.faces) {
    if (territory.holders[face.unit] != Holders{holder}) continue;
    sum += static_cast<double>(face.outer.twice_area) / 2e18;
    for (const Cycle& hole : face.holes) sum += static_cast<double>(hole.twice_area) / 2e18;
  }
  return sum;
}

std::vector<std::string> rules(const Redraw& plan) {
  std::vector<std::string> all;
  for (const Finding& f : plan.findings) all.push_back(f.rule);
  return all;
}

std::string fact(const Finding& finding, const std::string& name) {
  for (const auto& [key, value] : finding.facts) {
    if (key == name) return value;
  }
  return "";
}

}  // namespace

TEST_CASE("West gains the ground between the new line and the old border") {
  const Snapshot before = test::land_of(outlines());
  const Redraw plan = redraw(before, divisions(), edit({map.line("brt"), east, west}));
  REQUIRE(rules(plan).empty());
  REQUIRE(plan.transfers.size() == 1);
  CHECK(plan.transfers[0].from == east);
  CHECK(plan.transfers[0].to == west);
  const Snapshot after = redrawn(before, plan);
  CHECK(square_degrees(before, west) == 24);
  CHECK(square_degrees(after, west) == Approx(33));
  CHECK(square_degrees(after, east) == Approx(15));
  CHECK(square_degrees(after, south) == 24);
  CHECK(held_um2(after, StatusQuo{}, west) == held_um2(before, StatusQuo{}, west) + plan.transfers[0].area_um2);
  CHECK(held_um2(after, StatusQuo{}, south) == held_um2(before, StatusQuo{}, south));
  CHECK(plan.transfers[0].area_um2 == area_um2({plan.transfers[0].ground}));
}

TEST_CASE("only what changes is said anew") {
  const Snapshot before = test::land_of(outlines());
  const Redraw plan = redraw(before, divisions(), edit({map.line("brt"), east, west}));
  REQUIRE(plan.cut.size() == 1);  // the border of East and South, at t
  std::vector<Polyline> paths;
  for (const RedrawnStretch& s : plan.stretches) paths.push_back(s.path);
  CHECK(std::count(paths.begin(), paths.end(), map.line("et")) + std::count(paths.begin(), paths.end(), map.line("te")) == 1);
  CHECK(std::count(paths.begin(), paths.end(), map.line("brt")) + std::count(paths.begin(), paths.end(), map.line("trb")) == 1);
  CHECK(plan.stretches.size() == 3);
  for (const RedrawnStretch& s : plan.stretches) {
    REQUIRE(s.said.size() == 1);
    const bool goes_on = s.path == map.line("tf") || s.path == map.line("ft");
    CHECK((s.said[0].kept.value != 0) == goes_on);
  }
  REQUIRE(plan.restated.size() == 1);  // the old border divides nothing any more
  CHECK(plan.restated[0].said.empty());
}

TEST_CASE("a line in the other direction with its sides named the other way is the same edit") {
  const Snapshot before = test::land_of(outlines());
  const Snapshot one = redrawn(before, redraw(before, divisions(), edit({map.line("brt"), east, west})));
  const Snapshot other = redrawn(before, redraw(before, divisions(), edit({map.line("trb"), west, east})));
  REQUIRE(one.stretches.size() == other.stretches.size());
  for (std::size_t i = 0; i < one.stretches.size(); ++i) CHECK(one.stretches[i].path == other.stretches[i].path);
  for (std::size_t i = 0; i < one.delimitations.size(); ++i) {
    CHECK(one.delimitations[i].left == other.delimitations[i].left);
    CHECK(one.delimitations[i].right == other.delimitations[i].right);
  }
}

TEST_CASE("where a line crosses the old border, ground changes hands both ways") {
  const Snapshot before = test::land_of(outlines());
  const Redraw plan = redraw(before, divisions(), edit({map.line("qvs"), east, west}));
  REQUIRE(rules(plan).empty());
  const Snapshot after = redrawn(before, plan);
  REQUIRE(plan.transfers.size() == 2);
  CHECK(square_degrees(after, west) == Approx(24 + 3 - 3));
  CHECK(square_degrees(after, south) == 24);
}

TEST_CASE("drawing the old border again undoes the edit") {
  const Snapshot before = test::land_of(outlines());
  const Snapshot changed = redrawn(before, redraw(before, divisions(), edit({map.line("brt"), east, west})));
  const Redraw back = redraw(changed, divisions(), edit({map.line("bve"), east, west}));
  REQUIRE(rules(back).empty());
  const Snapshot after = redrawn(changed, back);
  for (const DivisionId d : {west, east, south}) {
    CHECK(held_um2(after, StatusQuo{}, d) == held_um2(before, StatusQuo{}, d));
  }
}

TEST_CASE("a line that does not close on the settled line is refused with the gap") {
  const Snapshot before = test::land_of(outlines());
  const Redraw plan = redraw(before, divisions(), edit({map.line("br"), east, west}));
  REQUIRE(rules(plan) == std::vector<std::string>{"redraw.open"});
  CHECK(!plan.sound());
  CHECK(plan.refused == std::vector{true});
  CHECK(plan.stretches.empty());
  CHECK(plan.restated.empty());
  const Finding& open = plan.findings[0];
  REQUIRE(open.place);
  CHECK(open.place->lon == 9);
  CHECK(open.place->lat == 4);
  CHECK(std::stod(fact(open, "gap_m")) == Approx(222000).epsilon(0.01));  // two degrees to South's ground
}

TEST_CASE("a line far from the ground of its sides says so, instead of a distance that nobody measured") {
  RingSet rings;
  rings.add(map.line("ghftesd"), 2);
  const Redraw plan = redraw(test::land_of(rings), divisions(), edit({map.line("br"), east, west}));
  REQUIRE(!plan.findings.empty());
  CHECK(rules(plan).front() == "redraw.open_off_ground");
  for (const Finding& finding : plan.findings) CHECK(fact(finding, "gap_m").empty());
}

TEST_CASE("a line that sticks out beyond the border is refused with the length that stands free") {
  const Snapshot before = test::land_of(outlines());
  const Redraw plan = redraw(before, divisions(), edit({map.line("brtu"), east, west}));
  CHECK(rules(plan).front() == "redraw.open");
  CHECK(!fact(plan.findings[0], "tail_m").empty());
}

TEST_CASE("a line through the ground of a third party, or of nobody, is refused") {
  const Snapshot before = test::land_of(outlines());
  const Redraw plan = redraw(before, divisions(), edit({map.line("brth"), east, west}));
  REQUIRE(rules(plan) == std::vector<std::string>{"redraw.foreign_ground"});
  CHECK(fact(plan.findings[0], "name") == "D3");
}

TEST_CASE("lines that cross themselves, have no length or no two parties are refused") {
  const Snapshot before = test::land_of(outlines());
  CHECK(rules(redraw(before, divisions(), edit({map.line("bwqrt"), east, west}))) ==
        std::vector<std::string>{"redraw.self_crossing"});
  CHECK(rules(redraw(before, divisions(), edit({map.line("bb"), east, west}))) == std::vector<std::string>{"redraw.too_short"});
  CHECK(rules(redraw(before, divisions(), edit({map.line("brt"), east, east}))) == std::vector<std::string>{"redraw.same_party"});
}

TEST_CASE("a line where the border is already changes nothing") {
  const Snapshot before = test::land_of(outlines());
  const Redraw plan = redraw(before, divisions(), edit({map.line("bve"), east, west}));
  CHECK(rules(plan) == std::vector<std::string>{"redraw.no_change"});
  CHECK(plan.sound());
  CHECK(plan.cut.empty());
  CHECK(plan.stretches.empty());
  CHECK(plan.restated.empty());
}

TEST_CASE("an enclave is cut out by a closed line") {
  const Snapshot before = test::land_of(outlines());
  const Redraw plan = redraw(before, divisions(), edit({map.line("rxor"), west, east}));
  REQUIRE(rules(plan).empty());
  const Snapshot after = redrawn(before, plan);
  CHECK(square_degrees(after, west) == Approx(25));
  REQUIRE(plan.stretches.size() == 1);
  CHECK(plan.stretches[0].path.front() == plan.stretches[0].path.back());
}

TEST_CASE("an area grant gives all inside, whatever way its ring runs") {
  const Snapshot before = test::land_of(outlines());
  RedrawRequest request;
  request.parties = {west, east};
  for (const char* ring : {"krnm", "mnrk"}) {
    request.versions = {{{}, {}, {}, {{{{map.line(ring), {}}}, west}}}};
    const Redraw plan = redraw(before, divisions(), request);
    REQUIRE(rules(plan).empty());
    CHECK(square_degrees(redrawn(before, plan), west) == Approx(24 + 3));  // its western half is West's already
  }
  request.versions = {{{}, {}, {}, {{{{map.line("yzt"), {}}}, west}}}};
  CHECK(rules(redraw(before, divisions(), request)).front() == "redraw.foreign_ground");
}

TEST_CASE("ground that a county gains goes to its township with the longest border, or to the county when asked") {
  // County 10 has the townships 1 and 3, on the west of township 2 of county 20.
  const test::Sketch town{R"(
a  b     c

d  e
f  g  v  x

h  i     j)"};
  RingSet rings;
  rings.add(town.line("deba"), 0);
  rings.add(town.line("ijxcbeg"), 1);
  rings.add(town.line("higedf"), 2);
  const Snapshot before = test::land_of(rings);
  const DivisionId left{10}, right{20};
  const auto all = test::register_of({{left, 1}, {right, 1}, {{1}, 2, left}, {{3}, 2, left}, {{2}, 2, right}});
  RedrawRequest request = edit({town.line("bvi"), right, left});
  const Redraw plan = redraw(before, all, request);
  REQUIRE(rules(plan).empty());
  REQUIRE(plan.transfers.size() == 1);
  CHECK(plan.transfers[0].to == DivisionId{3});  // e-g-i is longer than b-e
  request.finest = FinestHolder::party;
  CHECK(redraw(before, all, request).transfers[0].to == left);
}

TEST_CASE("who loses most of its ground is told: left and right may be mixed up") {
  const Snapshot before = test::land_of(outlines());
  const Redraw plan = redraw(before, divisions(), edit({map.line("brt"), west, east}));
  CHECK(rules(plan) == std::vector<std::string>{"redraw.most_ground"});
  CHECK(plan.sound());
}

TEST_CASE("a border that had to be bent to a whole nanodegree tells who gained by it") {
  RingSet rings;
  rings.add(Ring{{0, 0}, {7'000'000, 5'000'001}, {0, 9'000'000}}, 0);
  rings.add(Ring{{7'000'000, 5'000'001}, {9'000'000, 9'000'000}, {0, 9'000'000}}, 1);
  const Snapshot before = test::land_of(rings);
  RedrawRequest request = edit({{{3'000'000, 9'000'000}, {3'000'001, 1'000'000}}, west, east});
  const Redraw crossing = redraw(before, divisions(), request);
  CHECK(rules(crossing).front() == "redraw.open");
  request = edit({{{0, 9'000'000}, {3'000'000, 2'142'858}}, west, east});
  const Redraw plan = redraw(before, divisions(), request);
  REQUIRE(plan.sound());
  Wide outside = 0;
  for (const Bend& bend : plan.bends) outside += bend.left_gains_um2;
  const Snapshot after = redrawn(before, plan);
  const auto total = [&](const Snapshot& s) { return held_um2(s, StatusQuo{}, west) + held_um2(s, StatusQuo{}, east); };
  CHECK((total(after) - total(before) == outside || total(before) - total(after) == outside));
  CHECK(outside != 0);
}
