// SPDX-License-Identifier: Apache-2.0
/// Contested faces (domain.md §4.4, scenario 17): claims noded with the lines around, every face labelled.
#include "gis/territory/redraw.hpp"
#include "tests/support/land.hpp"
#include "tests/support/sketch.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace merestone;

namespace {

constexpr DivisionId a_land{1}, b_land{2}, c_land{3};
constexpr DisputeId dispute{1};
constexpr ClaimId ground{1}, by_a{2}, by_b{3}, by_c{4};
const Claim claim_a{by_a, dispute, a_land, "A"}, claim_b{by_b, dispute, b_land, "B"}, claim_c{by_c, dispute, c_land, "C"};

/// A is west, B is east, C lies south of both.
const test::Sketch map{R"(
1   2   3   4   5   6   7
  i   j   n   o
8           9           0
  l   k   q   r
a   s   b   t   c   u   d
        w   x   y
e       f       g       h)"};

/// The record has the claims of these parties, and the situation on the ground.
Snapshot land(const std::vector<Claim>& claims) {
  RingSet rings;
  rings.add(map.line("asbt943218"), 0);
  rings.add(map.line("tcud076549"), 1);
  rings.add(map.line("efghductbsa"), 2);
  Snapshot all = test::land_of(rings);
  all.claims = {{ground, dispute, {}, ""}};
  all.claims.insert(all.claims.end(), claims.begin(), claims.end());
  return all;
}

const DivisionRegister& divisions() {
  static const DivisionRegister all = test::register_of({{a_land}, {b_land}, {c_land}});
  return all;
}

RedrawRequest request(std::vector<Version> claims) {
  RedrawRequest all;
  all.dispute = dispute;
  all.parties = {a_land, b_land, c_land};
  all.versions = {{ground, {}, {}, {}}};
  for (Version& v : claims) all.versions.push_back(std::move(v));
  return all;
}

/// The middle of a face's box.
Position middle_of(const ContestedFace& face) {
  const Box box = box_of(face.ground.outer);
  return {(box.west + box.east) / 2, (box.south + box.north) / 2};
}

std::map<std::string, double> square_degrees_by_label(const Redraw& plan) {
  std::map<std::string, double> all;
  for (const ContestedFace& face : plan.contested) {
    all[face.label] += static_cast<double>(twice_area(face.ground.outer)) / 2e18;
    for (const Ring& hole : face.ground.holes) all[face.label] += static_cast<double>(twice_area(hole)) / 2e18;
  }
  return all;
}

/// Square degrees by holders, as the map of a viewpoint shows them.
std::map<Holders, double> derived(const Snapshot& after, const Viewpoint& viewpoint) {
  std::map<Holders, double> all;
  const Territory territory = derive(after, viewpoint);
  CHECK(territory.contradictions.empty());
  for (const Face& face : territory.faces) {
    double& sum = all[territory.holders[face.unit]];
    sum += static_cast<double>(face.outer.twice_area) / 2e18;
    for (const Cycle& hole : face.holes) sum += static_cast<double>(hole.twice_area) / 2e18;
  }
  return all;
}

double total(const std::map<Holders, double>& all) {
  double sum = 0;
  for (const auto& [holders, area] : all) sum += area;
  return sum;
}

}  // namespace

TEST_CASE("two claims on one border make one contested face on each side of it") {
  const Snapshot before = land({claim_a, claim_b});
  const Redraw plan = redraw(before, divisions(),
                             request({{by_a, ground, {{map.line("5c"), b_land, a_land}}, {}},
                                      {by_b, ground, {{map.line("3b"), b_land, a_land}}, {}}}));
  REQUIRE(plan.findings.empty());
  REQUIRE(plan.contested.size() == 2);
  for (const ContestedFace& face : plan.contested) {
    CHECK(face.label == "AB");
    REQUIRE(face.claimed_by.size() == 1);
    CHECK(face.holders[0] == (face.claimed_by[0] == by_a ? b_land : a_land));
  }
  const Snapshot after = redrawn(before, plan);
  const auto now = derived(after, StatusQuo{});
  CHECK(now == derived(before, StatusQuo{}));  // until it is settled nothing changes on the ground
  const auto a_says = derived(after, AsClaimedBy{a_land});
  CHECK(a_says.at({a_land}) > now.at({a_land}));
  CHECK(a_says.at({c_land}) == Approx(now.at({c_land})));
  const auto neutral = derived(after, Neutral{});
  double contested = 0;
  for (const ContestedFace& face : plan.contested) contested += static_cast<double>(twice_area(face.ground.outer)) / 2e18;
  CHECK(neutral.at({a_land, b_land}) == Approx(contested));
  for (const Viewpoint& v : {Viewpoint{StatusQuo{}}, Viewpoint{AsClaimedBy{a_land}}, Viewpoint{AsClaimedBy{b_land}}, Viewpoint{Neutral{}}}) {
    CHECK(total(derived(after, v)) == Approx(total(now)));
  }
}

TEST_CASE("scenario 17: claims that cross three times and three parties") {
  const Snapshot before = land({claim_a, claim_b, claim_c});
  // A and B weave about the border; C claims the ground north of its own on both sides of it.
  const Redraw plan = redraw(before, divisions(),
                             request({{by_a, ground, {{map.line("5nrc"), b_land, a_land}}, {}},
                                      {by_b, ground, {{map.line("3oqb"), b_land, a_land}}, {}},
                                      {by_c, ground, {}, {{{{map.line("suon"), {}}}, c_land}}}}));
  REQUIRE(plan.findings.empty());
  const auto labels = square_degrees_by_label(plan);
  CHECK(labels.contains("AB"));
  CHECK(labels.contains("AC"));
  CHECK(labels.contains("BC"));
  CHECK(labels.contains("ABC"));
  double sum = 0;
  for (const auto& [label, area] : labels) sum += area;
  const auto neutral = derived(redrawn(before, plan), Neutral{});
  double disputed = 0;
  for (const auto& [holders, area] : neutral) disputed += holders.size() > 1 ? area : 0;
  CHECK(sum == Approx(disputed));
  CHECK(total(neutral) == Approx(total(derived(before, StatusQuo{}))));
}

TEST_CASE("scenario 17: between claims that cross lies ground that no party claims") {
  const Snapshot before = land({claim_a, claim_b});
  // In the north each claims the other's ground; in the south each leaves ground of its own to the other.
  const Redraw plan = redraw(before, divisions(),
                             request({{by_a, ground, {{map.line("5b"), b_land, a_land}}, {}},
                                      {by_b, ground, {{map.line("3c"), b_land, a_land}}, {}}}));
  REQUIRE(plan.findings.empty());
  REQUIRE(plan.contested.size() == 4);
  for (const ContestedFace& face : plan.contested) {
    const bool north = middle_of(face).lat > map.at('9').lat;
    CHECK(face.label == (north ? "AB" : ""));
    CHECK(face.claimants == (north ? std::vector{a_land, b_land} : std::vector<DivisionId>{}));
    CHECK(face.claimed_by.size() == (north ? 1 : 0));
  }
}

TEST_CASE("ground that a party gives up to another is claimed by that other alone") {
  const Snapshot before = land({claim_a, claim_b});
  const Redraw plan = redraw(before, divisions(),
                             request({{by_a, ground, {{map.line("5c"), b_land, a_land}}, {}},
                                      {by_b, ground, {{map.line("5c"), b_land, a_land}}, {}}}));
  REQUIRE(plan.contested.size() == 1);
  CHECK(plan.contested[0].label == "A");
}

TEST_CASE("for a party that made no claim the situation on the ground speaks") {
  const Snapshot before = land({claim_a});
  const Redraw plan = redraw(before, divisions(), request({{by_a, ground, {{map.line("5c"), b_land, a_land}}, {}}}));
  REQUIRE(plan.contested.size() == 1);
  CHECK(plan.contested[0].label == "AB");
  CHECK(plan.contested[0].claimants == std::vector{a_land, b_land});
}

TEST_CASE("scenario 17: a claim that does not reach the settled line is reported, the others stand") {
  const Snapshot before = land({claim_a, claim_b});
  const Redraw plan = redraw(before, divisions(),
                             request({{by_a, ground, {{map.line("5r"), b_land, a_land}}, {}},
                                      {by_b, ground, {{map.line("3b"), b_land, a_land}}, {}}}));
  REQUIRE(plan.findings.size() == 1);
  CHECK(plan.findings[0].rule == "redraw.open");
  CHECK(plan.findings[0].subject.record == "A");
  CHECK(plan.refused == std::vector{false, true, false});
  REQUIRE(plan.contested.size() == 1);
  CHECK(plan.contested[0].claimed_by == std::vector{by_b});
}

TEST_CASE("a claim of an area deep inside, without any line") {
  const Snapshot before = land({claim_b});
  const Redraw plan = redraw(before, divisions(), request({{by_b, ground, {}, {{{{map.line("lkji"), {}}}, b_land}}}}));
  REQUIRE(plan.findings.empty());
  REQUIRE(plan.contested.size() == 1);
  CHECK(plan.cut.empty());
  CHECK(plan.restated.empty());  // nothing else is touched
  REQUIRE(plan.stretches.size() == 1);
  CHECK(plan.stretches[0].said.size() == 1);  // the situation on the ground has no border there
  CHECK(plan.stretches[0].said[0].claim == by_b);
}

TEST_CASE("stretches in dispute say what each claim says, also what it leaves out") {
  const Snapshot before = land({claim_a});
  const Redraw plan = redraw(before, divisions(), request({{by_a, ground, {{map.line("5c"), b_land, a_land}}, {}}}));
  REQUIRE(plan.sound());
  for (const RedrawnStretch& s : plan.stretches) {
    for (const Statement& said : s.said) CHECK((said.kept.value != 0) == !said.claim);
  }
  REQUIRE(plan.restated.size() == 1);  // the border on the ground, which A's picture does not draw
  REQUIRE(plan.restated[0].said.size() == 1);
  CHECK(plan.restated[0].said[0].claim == ground);
}

TEST_CASE("a claim replaced by its party, and one withdrawn, leave the others as they are") {
  const Snapshot before = land({claim_a, claim_b});
  const Version a{by_a, ground, {{map.line("5c"), b_land, a_land}}, {}};
  const Version b{by_b, ground, {{map.line("3b"), b_land, a_land}}, {}};
  const Snapshot both = redrawn(before, redraw(before, divisions(), request({a, b})));

  const Redraw renewed = redraw(both, divisions(), request({{by_a, by_a, {}, {}}, {by_b, ground, {{map.line("2s"), b_land, a_land}}, {}}}));
  REQUIRE(renewed.sound());
  const Snapshot after = redrawn(both, renewed);
  CHECK(derived(after, StatusQuo{}) == derived(before, StatusQuo{}));
  CHECK(derived(after, AsClaimedBy{a_land}) == derived(both, AsClaimedBy{a_land}));
  CHECK(derived(after, AsClaimedBy{b_land}).at({b_land}) > derived(both, AsClaimedBy{b_land}).at({b_land}));

  Snapshot withdrawn = redrawn(both, redraw(both, divisions(), request({{by_a, by_a, {}, {}}})));
  std::erase_if(withdrawn.claims, [](const Claim& claim) { return claim.id == by_b; });
  CHECK(derived(withdrawn, AsClaimedBy{b_land}) == derived(before, StatusQuo{}));
  CHECK(derived(withdrawn, AsClaimedBy{a_land}) == derived(both, AsClaimedBy{a_land}));
}

TEST_CASE("a settlement is one picture without claim, on the ground or on a claim") {
  const Snapshot before = land({claim_a});
  const Version a{by_a, ground, {{map.line("5c"), b_land, a_land}}, {}};
  const Snapshot disputed = redrawn(before, redraw(before, divisions(), request({a})));
  RedrawRequest settle;
  settle.dispute = dispute;
  settle.parties = {a_land, b_land, c_land};
  settle.versions = {{{}, by_a, {}, {}}};
  const Redraw granted = redraw(disputed, divisions(), settle);
  REQUIRE(granted.sound());
  const Snapshot after = redrawn(disputed, granted);
  for (const Delimitation& d : after.delimitations) CHECK(!d.claim);
  CHECK(derived(after, StatusQuo{}) == derived(disputed, AsClaimedBy{a_land}));

  settle.versions = {{{}, ground, {{map.line("5t"), b_land, a_land}}, {}}};
  const Redraw middle = redraw(disputed, divisions(), settle);
  REQUIRE(middle.sound());
  const Snapshot agreed = redrawn(disputed, middle);
  for (const Delimitation& d : agreed.delimitations) CHECK(!d.claim);
  CHECK(derived(agreed, Neutral{}) == derived(agreed, StatusQuo{}));
}

TEST_CASE("ground in one dispute cannot be redrawn in another, or by an edit") {
  const Snapshot before = land({claim_a});
  const Snapshot disputed = redrawn(before, redraw(before, divisions(), request({{by_a, ground, {{map.line("5c"), b_land, a_land}}, {}}})));
  RedrawRequest edit;
  edit.parties = {a_land, b_land};
  edit.versions = {{{}, {}, {{map.line("3b"), b_land, a_land}}, {}}};
  const Redraw plan = redraw(disputed, divisions(), edit);
  CHECK(!plan.sound());
  CHECK(plan.findings.front().rule == "redraw.other_dispute");
}
