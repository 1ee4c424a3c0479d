// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/siting_check.hpp"
#include "gis/burials/siting_findings.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <cmath>

using namespace merestone;

namespace {

const Position home = from_degrees(112, 31);

Position off(double east_m, double north_m, Position from = home) {
  return destination(destination(from, 90, east_m), 0, north_m);
}

/// A square of `side` metres with its south-western corner there.
MultiPolygon square(double east_m, double north_m, double side) {
  return {{{off(east_m, north_m), off(east_m + side, north_m), off(east_m + side, north_m + side), off(east_m, north_m + side)}, {}}};
}

LandFeature area(const char* kind, MultiPolygon shape, std::optional<double> accuracy = {}) {
  LandFeature feature;
  feature.kind = kind;
  feature.local_id = kind;
  feature.area = std::move(shape);
  feature.accuracy_m = accuracy;
  return feature;
}

LandFeature line(const char* kind, Polyline path) {
  LandFeature feature;
  feature.kind = kind;
  feature.path = std::move(path);
  return feature;
}

SitingRule rule(const char* id, std::vector<std::string> classes, SitingTest test, std::optional<double> distance = {}) {
  SitingRule made;
  made.id = id;
  made.classes = std::move(classes);
  made.test = test;
  made.distance_m = distance;
  return made;
}

SitingRuleSet set(const char* id, const char* jurisdiction, std::vector<SitingRule> rules) {
  SitingRuleSet made;
  made.id = id;
  made.jurisdiction = jurisdiction;
  made.rules = std::move(rules);
  return made;
}

std::vector<ChosenRule> chosen(const SitingRuleSet& set) {
  std::vector<ChosenRule> rules;
  for (const SitingRule& r : set.rules) rules.push_back({&set, &r});
  return rules;
}

/// A plain, 30 m cells, with a wall of 60 m along a meridian 300 m east of home.
Terrain plain(bool wall) {
  ElevationGrid g{.name = "dem", .sha256 = "", .day = "", .crs = "EPSG:4326", .vertical_datum = "1985 National Height Datum",
                  .west = 111.98, .north = 31.02, .column_step = 0.0003, .row_step = 0.0003, .columns = 134, .rows = 134,
                  .heights_m = std::vector<float>(134 * 134, 100)};
  const auto column = static_cast<std::size_t>((degrees(off(300, 0).lon) - g.west) / g.column_step);
  for (std::size_t r = 0; wall && r < g.rows; ++r) g.heights_m[r * g.columns + column] = 160;
  return Terrain{std::move(g)};
}

std::vector<std::string> told(const std::vector<Finding>& findings) {
  std::vector<std::string> rules;
  for (const Finding& finding : findings) rules.push_back(finding.rule);
  return rules;
}

}  // namespace

TEST_CASE("a planned ground of plots far apart, or a slim one, is judged by each of its parts") {
  const SitingLayers layers{{area("reservoir", square(10'000, 0, 1000))}};
  const SitingRuleSet rules = set("x", "", {rule("water", {"reservoir"}, SitingTest::within, 500)});
  const SitingCheck check{layers, chosen(rules)};
  MultiPolygon plots = square(0, 0, 100);
  for (const Polygon& far : square(9'700, 300, 100)) plots.push_back(far);  // 200 m from the water
  const auto hits = check.judge(plots, 1);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].verdict == SitingVerdict::broken);
  CHECK(hits[0].margin_m == Approx(200).margin(1));
  const MultiPolygon strip{{{off(0, 0), off(2, 0), off(2002, 5000), off(2000, 5000)}, {}}};
  CHECK(check.judge(strip, 1).empty());
}

TEST_CASE("FU-03: within 500 m of a reservoir, with the distance; 480 m breaks it, 520 m does not") {
  const SitingLayers layers{{area("reservoir", square(0, 0, 1000))}};
  const SitingRuleSet rules = set("x", "", {rule("water", {"reservoir", "dyke"}, SitingTest::within, 500)});
  const SitingCheck check{layers, chosen(rules)};
  const auto near = check.judge(SitedPosition{off(-480, 500), 3});
  REQUIRE(near.size() == 1);
  CHECK(near[0].verdict == SitingVerdict::broken);
  CHECK(near[0].margin_m == Approx(480).margin(0.1));
  CHECK(!near[0].in_doubt);
  CHECK(layers.features()[near[0].feature].kind == "reservoir");
  CHECK(check.judge(SitedPosition{off(-520, 500), 3}).empty());
  CHECK(told(check.gaps()) == std::vector<std::string>{"siting.no_layer"});  // of dykes
}

TEST_CASE("the tolerance flag: where the margin is smaller than the accuracy, on both sides of the limit") {
  const SitingLayers layers{{area("reservoir", square(0, 0, 1000), 4)}};
  const SitingRuleSet rules = set("x", "", {rule("water", {"reservoir"}, SitingTest::within, 500)});
  const SitingCheck check{layers, chosen(rules)};
  const auto at = [&](double metres, double accuracy) { return check.judge(SitedPosition{off(-metres, 500), accuracy}); };
  CHECK(at(496, 3).front().verdict == SitingVerdict::broken);
  CHECK(at(496, 3).front().in_doubt);  // 4 m from the limit; accuracies of 3 and 4 m make 5 m
  CHECK(at(504, 3).front().verdict == SitingVerdict::kept);
  CHECK(at(504, 3).front().in_doubt);
  CHECK(at(506, 3).empty());
  CHECK(!at(494, 3).front().in_doubt);
  const Finding finding = findings_of(check, at(496, 3), {}, {}).front();
  CHECK(finding.rule == "siting.too_near");
  CHECK(finding.severity == Severity::warning);
  CHECK(findings_of(check, at(400, 3), {}, {}).front().severity == Severity::error);
  CHECK(findings_of(check, at(400, 3), {}, {}, true).front().severity == Severity::note);  // a protected grave
}

TEST_CASE("FU-01: inside counts to the edge, and how deep is told") {
  const SitingLayers layers{{area("farmland", square(0, 0, 100)), area("farmland", square(500, 0, 100))}};
  const SitingRuleSet rules = set("x", "", {rule("farmland", {"farmland"}, SitingTest::inside)});
  const SitingCheck check{layers, chosen(rules)};
  CHECK(check.judge(SitedPosition{off(50, 20), 0}).front().margin_m == Approx(-20).margin(0.01));
  CHECK(check.judge(SitedPosition{home, 0}).front().verdict == SitingVerdict::broken);
  CHECK(check.judge(SitedPosition{off(-1, 50), 0}).empty());
  const auto doubtful = check.judge(SitedPosition{off(-1, 50), 2});
  REQUIRE(doubtful.size() == 1);
  CHECK(doubtful[0].verdict == SitingVerdict::kept);
  CHECK(doubtful[0].in_doubt);
}

TEST_CASE("a text without a figure is judged by a person, who is told how near it is") {
  const SitingLayers layers{{line("railway", {off(0, -5000), off(0, 5000)})}};
  SitingRule sides = rule("traffic", {"railway"}, SitingTest::within);
  sides.look_m = 500;
  const SitingRuleSet rules = set("x", "", {sides});
  const SitingCheck check{layers, chosen(rules)};
  const auto hits = check.judge(SitedPosition{off(120, 0), 3});
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].verdict == SitingVerdict::to_judge);
  CHECK(hits[0].margin_m == Approx(120).margin(0.05));
  CHECK(!forbids(hits));
  CHECK(check.judge(SitedPosition{off(600, 0), 3}).empty());
}

TEST_CASE("FU-04: seen from a railway, with the number of samples; a wall hides it; without heights nothing is claimed") {
  const SitingLayers layers{{line("railway", {off(700, -400), off(700, 400)})}};
  SitingRule seen = rule("view", {"railway"}, SitingTest::visible);
  seen.look_m = 1000;
  const SitingRuleSet rules = set("x", "", {seen});
  const Terrain open = plain(false), walled = plain(true);
  const SitedPosition grave{home, 3};
  const auto hits = SitingCheck{layers, chosen(rules), &open}.judge(grave);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].verdict == SitingVerdict::broken);
  CHECK(hits[0].sight.seen == 17);  // 800 m, every 50 m
  CHECK(hits[0].sight.within() == 17);
  CHECK(hits[0].margin_m == Approx(700).margin(0.1));
  CHECK(SitingCheck{layers, chosen(rules), &walled}.judge(grave).empty());
  const SitingCheck blind{layers, chosen(rules)};
  CHECK(blind.judge(grave).front().verdict == SitingVerdict::unknown);
  CHECK(told(blind.gaps()) == std::vector<std::string>{"siting.no_heights"});
  CHECK(SitingCheck{layers, chosen(rules), &open}.judge(SitedPosition{off(-400, 0), 3}).empty());  // further than is looked
}

TEST_CASE("what must be: a cemetery on barren ground") {
  const SitingLayers layers{{area("barren", square(0, 0, 100))}};
  SitingRule barren = rule("barren", {"barren"}, SitingTest::inside);
  barren.norm = SitingNorm::required;
  const SitingRuleSet rules = set("x", "", {barren});
  const SitingCheck check{layers, chosen(rules)};
  CHECK(check.judge(SitedPosition{off(50, 50), 1}).empty());
  const auto hits = check.judge(SitedPosition{off(-50, 50), 1});
  REQUIRE(hits.size() == 1);
  CHECK(findings_of(check, hits, {}, {}).front().rule == "siting.not_there");
}

TEST_CASE("uphill and downhill of a well are different distances") {
  ElevationGrid g{.name = "dem", .sha256 = "", .day = "", .crs = "EPSG:4326", .vertical_datum = "EGM96 height", .west = 111.98, .north = 31.02,
                  .column_step = 0.0003, .row_step = 0.0003, .columns = 134, .rows = 134, .heights_m = std::vector<float>(134 * 134)};
  for (std::size_t i = 0; i < g.heights_m.size(); ++i) g.heights_m[i] = static_cast<float>(i % g.columns);  // rises to the east
  const Terrain slope{std::move(g)};
  LandFeature well;
  well.kind = "well";
  well.position = home;
  const SitingLayers layers{{well}};
  SitingRule above = rule("above", {"well"}, SitingTest::within, 1000), below = rule("below", {"well"}, SitingTest::within, 300);
  above.slope = SitingSlope::above;
  below.slope = SitingSlope::below;
  const SitingRuleSet rules = set("x", "", {above, below});
  const SitingCheck check{layers, chosen(rules), &slope};
  CHECK(check.judge(SitedPosition{off(500, 0), 1}).front().rule == 0);   // uphill: 1,000 m are asked for
  CHECK(check.judge(SitedPosition{off(-500, 0), 1}).empty());            // downhill 300 m are enough
  CHECK(check.judge(SitedPosition{off(-200, 0), 1}).front().rule == 1);
  const SitingCheck blind{layers, chosen(rules)};
  CHECK(blind.judge(SitedPosition{off(-200, 0), 1}).front().verdict == SitingVerdict::unknown);
}

TEST_CASE("a planned ground: nearest places of the two, shared ground, and borders that only touch") {
  const MultiPolygon site = square(0, 0, 200);
  const auto judge = [&](LandFeature feature, SitingTest test, std::optional<double> distance = {}) {
    const SitingLayers layers{{feature}};
    const SitingRuleSet rules = set("x", "", {rule("r", {feature.kind}, test, distance)});
    return SitingCheck{layers, chosen(rules)}.judge(site, 1);
  };
  // A corner of the feature points at the middle of the site's side: neither has a corner near the other's nearest place.
  const LandFeature wedge = area("reservoir", {{{off(260, 100), off(400, 20), off(400, 180)}, {}}});
  CHECK(judge(wedge, SitingTest::within, 100).front().margin_m == Approx(60).margin(0.05));
  CHECK(judge(wedge, SitingTest::within, 50).empty());
  CHECK(judge(area("farmland", square(150, 150, 300)), SitingTest::inside).front().verdict == SitingVerdict::broken);
  CHECK(judge(area("farmland", square(0, 0, 200)), SitingTest::inside).front().verdict == SitingVerdict::broken);      // the same ground
  CHECK(judge(area("farmland", square(-500, -500, 2000)), SitingTest::inside).front().margin_m < -500);
  CHECK(judge(area("farmland", square(80, 80, 10)), SitingTest::inside).front().verdict == SitingVerdict::broken);     // in its midst
  // A strip right across, without a corner of either in the other.
  const MultiPolygon strip{{{off(-100, 92), off(300, 92), off(300, 96), off(-100, 96)}, {}}};
  CHECK(judge(area("farmland", strip), SitingTest::inside).front().verdict == SitingVerdict::broken);
  const auto beside = judge(area("farmland", square(200, 0, 200)), SitingTest::inside);
  REQUIRE(beside.size() == 1);
  CHECK(beside[0].verdict == SitingVerdict::kept);
  CHECK(beside[0].in_doubt);
  CHECK(judge(line("railway", {off(-100, 100), off(300, 100)}), SitingTest::within, 10).front().margin_m <= 0);
  CHECK_THROWS_AS(judge(area("farmland", site), SitingTest::inside).empty() || SitingCheck(SitingLayers{{}}, {}).judge(MultiPolygon{}, 1).empty(), Error);
}

TEST_CASE("which rules hold: by the day, the jurisdiction, and by name") {
  SitingRules pack;
  pack.sets.push_back(set("country", "", {rule("a", {"reservoir"}, SitingTest::within)}));
  pack.sets.back().valid = {parse_date("1997-07-21"), parse_date("2026-03-30")};
  pack.sets.push_back(set("new", "", {}));
  pack.sets.back().valid.from = parse_date("2026-03-30");
  pack.sets.back().text = TextStatus::not_obtained;
  pack.sets.push_back(set("province", "50", {rule("b", {"reservoir"}, SitingTest::within, 500)}));
  pack.sets.back().dates_known = false;
  pack.sets.push_back(set("example", "", {rule("c", {"well"}, SitingTest::within, 50)}));
  pack.sets.back().by_name_only = true;
  pack.sets.back().rules[0].applies_to = {"cemetery"};
  const SitingRules* const packs[] = {&pack};
  const auto ids = [](const SitingChoice& choice) {
    std::vector<std::string> all;
    for (const SitingRuleSet* each : choice.sets) all.push_back(each->id);
    return all;
  };
  CHECK(ids(rules_for(packs, {{"420100"}, parse_date("2020-01-01"), "grave", {}})) == std::vector<std::string>{"country"});
  const auto chongqing = rules_for(packs, {{"500101001", "500101", "50"}, parse_date("2020-01-01"), "grave", {}});
  CHECK(ids(chongqing) == std::vector<std::string>{"country", "province"});
  CHECK(told(chongqing.findings) == std::vector<std::string>{"siting.dates_not_verified"});
  const auto later = rules_for(packs, {{"420100"}, parse_date("2026-06-01"), "grave", {}});
  CHECK(ids(later) == std::vector<std::string>{"new"});
  CHECK(told(later.findings) == std::vector<std::string>{"siting.text_not_obtained", "siting.no_rules"});
  CHECK(rules_for(packs, {{}, parse_date("2020-01-01"), "cemetery", {"example"}}).rules.size() == 1);
  CHECK(rules_for(packs, {{}, parse_date("2020-01-01"), "grave", {"example"}}).rules.empty());
  CHECK(told(rules_for(packs, {{}, parse_date("2030-01-01"), "grave", {"country"}}).findings) == std::vector<std::string>{"siting.other_days"});
  CHECK_THROWS_AS(rules_for(packs, {{}, parse_date("2020-01-01"), "grave", {"nowhere"}}), Error);
}

TEST_CASE("rule sets that contradict, repeat or undercut each other are findings") {
  const auto conflicts = [](const SitingRuleSet& a, const SitingRuleSet& b) {
    const SitingRuleSet* const sets[] = {&a, &b};
    return told(conflicts_of(sets));
  };
  const auto within = [](const char* id, const char* where, double metres) {
    return set(id, where, {rule("r", {"reservoir"}, SitingTest::within, metres)});
  };
  CHECK(conflicts(within("a", "50", 500), within("b", "50", 300)) == std::vector<std::string>{"siting.contradiction"});
  CHECK(conflicts(within("a", "50", 500), within("b", "50", 500)) == std::vector<std::string>{"siting.overlap"});
  CHECK(conflicts(within("a", "", 500), within("b", "50", 300)) == std::vector<std::string>{"siting.weaker"});
  CHECK(conflicts(within("b", "50", 300), within("a", "", 500)) == std::vector<std::string>{"siting.weaker"});
  CHECK(conflicts(within("a", "", 300), within("b", "50", 500)).empty());
  CHECK(conflicts(within("a", "43", 300), within("b", "50", 500)).empty());
  SitingRuleSet wanted = within("b", "", 500);
  wanted.rules[0].norm = SitingNorm::required;
  CHECK(conflicts(within("a", "", 500), wanted) == std::vector<std::string>{"siting.contradiction"});
  SitingRuleSet later = within("b", "50", 300);
  later.valid.from = parse_date("2020-01-01");
  SitingRuleSet before = within("a", "50", 500);
  before.valid.until = parse_date("2020-01-01");
  CHECK(conflicts(before, later).empty());
}

TEST_CASE("what a rule found is said by the rule that says it: inside, too near, near, seen, in doubt, not known") {
  const auto rules_told = [](const SitingCheck& check, const std::vector<SitingHit>& hits) { return told(findings_of(check, hits, {}, {})); };
  using Rules = std::vector<std::string>;
  const SitingLayers layers{{area("field", square(-100, -100, 200)), area("pond", square(480, 0, 100)), line("rail", {off(600, -500), off(600, 500)}),
                             line("road", {off(0, 700), off(10, 700)})}};
  SitingRule near = rule("near", {"rail"}, SitingTest::within);
  SitingRule above = rule("above", {"pond"}, SitingTest::within, 600);
  above.slope = SitingSlope::above;
  const SitingRuleSet rules = set("x", "", {rule("in", {"field"}, SitingTest::inside), rule("water", {"pond"}, SitingTest::within, 500), near,
                                            rule("view", {"rail"}, SitingTest::visible, 1500), rule("way", {"road"}, SitingTest::within, 698), above});
  const Terrain flat = plain(false);
  const SitingCheck with{layers, chosen(rules), &flat};
  CHECK(rules_told(with, with.judge(SitedPosition{home, 5})) == Rules{"siting.inside", "siting.too_near", "siting.near", "siting.seen", "siting.in_doubt"});
  const SitingCheck without{layers, chosen(rules)};
  CHECK(rules_told(without, without.judge(SitedPosition{home, 0})) ==
        Rules{"siting.inside", "siting.too_near", "siting.near", "siting.sight_unknown", "siting.slope_unknown"});
}

TEST_CASE("a site without ground, and a set that nobody has, are refused by name") {
  const auto refused = [](auto act) {
    try {
      act();
    } catch (const Error& error) {
      return error.findings().front().rule;
    }
    return std::string{};
  };
  const SitingLayers layers{{area("field", square(-100, -100, 200))}};
  const SitingRuleSet rules = set("x", "", {rule("in", {"field"}, SitingTest::inside)});
  const SitingCheck check{layers, chosen(rules)};
  CHECK(refused([&] { check.judge(MultiPolygon{}, 1); }) == "siting.empty_site");
  const SitingRules law{{}, {rules}};
  const SitingRules* laws[] = {&law};
  CHECK(refused([&] { rules_for(laws, {{}, parse_date("2020-01-01"), "grave", {"nowhere"}}); }) == "siting.unknown_set");
}

TEST_CASE("a place just west of 180° and a road just east of it are near each other, and see each other") {
  const auto heights = [](bool wall) {
    ElevationGrid g{.name = "dem", .sha256 = "", .day = "", .crs = "EPSG:4326", .vertical_datum = "EGM2008 height", .west = 179.98,
                    .north = 31.02, .column_step = 0.0003, .row_step = 0.0003, .columns = 134, .rows = 134,
                    .heights_m = std::vector<float>(134 * 134, 100)};
    for (std::size_t r = 0; wall && r < g.rows; ++r) g.heights_m[r * g.columns + 67] = 160;  // on 180°
    return Terrain{std::move(g)};
  };
  const SitingLayers layers{{line("railway", {from_degrees(-179.998, 30.99), from_degrees(-179.998, 31.01)}),
                             area("reservoir", {{{from_degrees(-179.997, 30.998), from_degrees(-179.99, 30.998), from_degrees(-179.99, 31.002)}, {}}})}};
  SitingRule seen = rule("view", {"railway"}, SitingTest::visible);
  seen.distance_m = 1000;
  const SitingRuleSet rules = set("x", "", {seen, rule("water", {"reservoir"}, SitingTest::within, 500)});
  const Position place = from_degrees(179.9985, 31);  // some 330 m from the road
  const MultiPolygon site{{{from_degrees(179.998, 30.9995), from_degrees(179.999, 30.9995), from_degrees(179.999, 31.0005)}, {}}};
  for (const bool wall : {false, true}) {
    const Terrain terrain = heights(wall);
    const SitingCheck check{layers, chosen(rules), &terrain};
    for (const auto& hits : {check.judge(SitedPosition{place, 1}), check.judge(site, 1)}) {
      const auto of_rule = [&](std::uint32_t r) { return std::count_if(hits.begin(), hits.end(), [&](const SitingHit& h) { return h.rule == r; }); };
      CHECK(of_rule(0) == (wall ? 0 : 1));
      CHECK(of_rule(1) == 1);
    }
  }
}
