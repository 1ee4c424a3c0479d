// SPDX-License-Identifier: Apache-2.0
/// The strip between two claims, as the stretches on record have it, and lines of it that settle the dispute.
#include "gis/geodesy/measure.hpp"
#include "gis/proposals/family.hpp"
#include "gis/proposals/pair_band.hpp"
#include "gis/territory/redraw.hpp"
#include "tests/support/land.hpp"
#include "tests/support/sketch.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

constexpr DivisionId west{1}, east{2}, north{3};
constexpr DisputeId valley{1};
constexpr ClaimId on_the_ground{1}, of_west{2}, of_east{3};

/// West and East side by side, North above both; the border of West and East is b-m-e.
const test::Sketch map{R"(
i        j
a p b qx c
  k m  r
   s  t
d  u e v f)"};

const DivisionRegister& divisions() {
  static const DivisionRegister all = test::register_of({{west}, {east}, {north}});
  return all;
}

Snapshot ground() {
  RingSet rings;
  rings.add(map.line("duembpa"), 0);
  rings.add(map.line("evfcxqbm"), 1);
  rings.add(map.line("apbqxcji"), 2);
  Snapshot land = test::land_of(rings);
  land.claims = {{on_the_ground, valley, {}, ""}, {of_west, valley, west, ""}, {of_east, valley, east, ""}};
  return land;
}

/// The ground with what both claim; a path is walked with West on its left.
Snapshot claimed(const Polyline& by_west, const Polyline& by_east) {
  RedrawRequest request;
  request.dispute = valley;
  request.parties = {west, east};
  request.versions = {{on_the_ground, {}, {}, {}}, {of_west, {}, {}, {}}, {of_east, {}, {}, {}}};
  if (!by_west.empty()) request.versions[1].lines.push_back({by_west, west, east});
  if (!by_east.empty()) request.versions[2].lines.push_back({by_east, west, east});
  const Snapshot before = ground();
  const Redraw plan = redraw(before, divisions(), request);
  REQUIRE(plan.sound());
  return redrawn(before, plan);
}

double km2_of(const PairBand& strip) { return area_m2(ground_of(strip.band)) / 1e6; }

/// Ground that West gains where the border becomes `line`, West on its left.
double gained_km2(const Snapshot& before, const Polyline& line) {
  RedrawRequest request;
  request.dispute = valley;
  request.parties = {west, east};
  request.versions = {{{}, {}, {{line, west, east}}, {}}};
  const Redraw plan = redraw(before, divisions(), request);
  std::string rules;
  for (const Finding& finding : plan.findings) rules += finding.rule + " ";
  INFO(rules);
  REQUIRE(plan.sound());
  const Snapshot after = redrawn(before, plan);
  return square_metres(held_um2(after, StatusQuo{}, west) - held_um2(before, StatusQuo{}, west)) / 1e6;
}

}  // namespace

TEST_CASE("claims that leave the border at one place and come back at another make one strip between these") {
  const Snapshot land = claimed(map.line("etb"), map.line("esb"));
  const auto strips = bands_between(land, divisions(), valley, west, east);
  REQUIRE(strips.size() == 1);
  CHECK(strips[0].notes.empty());
  CHECK(strips[0].band.start() == map.at('e'));
  CHECK(strips[0].band.end() == map.at('b'));
  REQUIRE(strips[0].in_force);
  CHECK(*strips[0].in_force == map.line("emb"));
  CHECK(claim_a(strips[0].band) == map.line("etb"));
  CHECK(claim_b(strips[0].band) == map.line("esb"));
}

TEST_CASE("the other party's letters turn the strip round") {
  const Snapshot land = claimed(map.line("etb"), map.line("esb"));
  const auto strips = bands_between(land, divisions(), valley, east, west);
  REQUIRE(strips.size() == 1);
  CHECK(claim_a(strips[0].band) == map.line("bse"));  // East, now A, on the left
  CHECK(km2_of(strips[0]) == Approx(km2_of(bands_between(land, divisions(), valley, west, east)[0])));
}

TEST_CASE("a party that claims nothing itself is content with the border as it is") {
  const Snapshot land = claimed(map.line("etb"), {});
  const auto strips = bands_between(land, divisions(), valley, west, east);
  REQUIRE(strips.size() == 1);
  CHECK(claim_b(strips[0].band) == map.line("emb"));
  CHECK(strips[0].in_force == claim_b(strips[0].band));
}

TEST_CASE("claims that reach a third division at different places end half-way between") {
  const Snapshot land = claimed(map.line("etx"), map.line("esp"));
  const auto strips = bands_between(land, divisions(), valley, west, east);
  REQUIRE(strips.size() == 1);
  REQUIRE(strips[0].notes.size() == 1);
  CHECK(strips[0].notes[0].rule == "proposal.end_on_border");
  const Position end = strips[0].band.end();
  CHECK(end == map.at('b'));  // of p, b, q, x nearest to half the way from p to x
  CHECK(strips[0].in_force == map.line("emb"));
  const auto faces = area_m2({{map.line("etxqbps"), {}}});
  CHECK(area_m2(ground_of(strips[0].band)) == Approx(faces));
}

TEST_CASE("where the third border has no position between the claims, one is made half-way") {
  const Snapshot land = claimed(map.line("etq"), {});
  const auto strips = bands_between(land, divisions(), valley, west, east);
  REQUIRE(strips.size() == 1);
  const Position end = strips[0].band.end();
  CHECK(end.lat == map.at('b').lat);
  CHECK(end.lon == (map.at('b').lon + map.at('q').lon) / 2);
  const LineFamily family{strips[0].band};
  CHECK(gained_km2(land, equidistant_line(family).line) > 0);
}

TEST_CASE("lines of a strip settle the dispute: what West gains is what lies between the line and the border") {
  for (const auto& [by_west, by_east] : {std::pair{"etb", "esb"}, {"etb", ""}, {"etx", "esp"}, {"etrb", "eskb"}}) {
    INFO(by_west << " " << by_east);
    const Snapshot land = claimed(map.line(by_west), map.line(by_east));
    const auto strips = bands_between(land, divisions(), valley, west, east);
    REQUIRE(!strips.empty());
    const LineFamily family{strips[0].band};
    for (const double t : {0.2, 0.5, 0.9}) {
      const Polyline line = family.line(t);
      REQUIRE(!proposal_fault(strips[0].band, line));
      double expected = 0;
      REQUIRE(strips[0].in_force);
      for (const Polygon& piece : ground_between(*strips[0].in_force, line)) expected += area_m2({piece});
      CHECK(std::abs(gained_km2(land, line)) <= Approx(expected / 1e6 + 0.1));
    }
    const Polyline all = claim_a(strips[0].band);
    const Polyline none = claim_b(strips[0].band);
    CHECK(gained_km2(land, all) - gained_km2(land, none) == Approx(km2_of(strips[0])).epsilon(1e-6));
  }
}

TEST_CASE("claims that cross make one strip of several sections, some claimed by both and some by nobody") {
  const Snapshot land = claimed(map.line("etkb"), map.line("esrb"));
  const auto strips = bands_between(land, divisions(), valley, west, east);
  REQUIRE(strips.size() == 1);
  CHECK(strips[0].band.sections.size() > 1);
  CHECK(strips[0].band.start() == map.at('e'));
  CHECK(strips[0].band.end() == map.at('b'));
}

TEST_CASE("an island that one party claims is in no strip") {
  RedrawRequest request;
  request.dispute = valley;
  request.parties = {west, east};
  request.versions = {{on_the_ground, {}, {}, {}}, {of_west, {}, {}, {{{{map.line("rtv"), {}}}, west}}}, {of_east, {}, {}, {}}};
  const Snapshot before = ground();
  const Redraw plan = redraw(before, divisions(), request);
  REQUIRE(plan.sound());
  REQUIRE(plan.contested.size() == 1);
  const Snapshot land = redrawn(before, plan);
  CHECK(bands_between(land, divisions(), valley, west, east).empty());
}

namespace {

/// Three meet at m. West would have them meet at p, East at q.
const test::Sketch junction{R"(
i     j

 q m p

a  s  c)"};

}  // namespace

TEST_CASE("scenario 17: where a third party's line cuts both claims short, the strip is the face that both claim") {
  RingSet rings;
  rings.add(junction.line("asmi"), 0);
  rings.add(junction.line("scjm"), 1);
  rings.add(junction.line("imj"), 2);
  Snapshot before = test::land_of(rings);
  before.claims = {{on_the_ground, valley, {}, ""}, {of_west, valley, west, ""}, {of_east, valley, east, ""}};
  RedrawRequest request;
  request.dispute = valley;
  request.parties = {west, east, north};
  request.versions = {{on_the_ground, {}, {}, {}}, {of_west, {}, {}, {}}, {of_east, {}, {}, {}}};
  request.versions[1].lines.push_back({junction.line("spi"), west, {}});
  request.versions[2].lines.push_back({junction.line("sqj"), {}, east});
  const Redraw plan = redraw(before, divisions(), request);
  REQUIRE(plan.sound());
  const Snapshot land = redrawn(before, plan);
  std::vector<Polygon> both;
  for (const ContestedFace& face : plan.contested) {
    if (face.holders[1] == west && face.holders[2] == east) both.push_back(face.ground);
  }
  REQUIRE(both.size() > 1);
  CHECK(bands_between(land, divisions(), valley, west, east).empty());
  const auto strips = bands_in_faces(both, land, divisions(), valley, west, east);
  REQUIRE(strips.size() == 1);
  const ContestedBand& band = strips[0].band;
  CHECK(band.start() == junction.at('s'));
  CHECK(claim_a(band)[1] == junction.at('p'));
  CHECK(claim_b(band)[1] == junction.at('q'));
  REQUIRE(strips[0].notes.size() == 1);
  CHECK(strips[0].notes[0].rule == "proposal.end_at_third");
  double faces = 0;
  for (const Polygon& face : both) faces += area_m2({face});
  CHECK(area_m2(ground_of(band)) == Approx(faces));
  const Polyline half = area_share_line(LineFamily{band}).line;
  CHECK(half.front() == band.start());
  CHECK(half.back() == band.end());
  const auto turned = bands_in_faces(both, land, divisions(), valley, east, west);  // the same strip, walked the other way
  REQUIRE(turned.size() == 1);
  CHECK(turned[0].band.start() == band.end());
  CHECK(km2_of(turned[0]) == Approx(km2_of(strips[0])));
}
