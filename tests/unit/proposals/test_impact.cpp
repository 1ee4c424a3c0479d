// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/measure.hpp"
#include "gis/proposals/compare.hpp"
#include "gis/proposals/drawn_lines.hpp"
#include "gis/proposals/family.hpp"
#include "tests/support/claims.hpp"

using namespace merestone;

namespace {

/// Kilometres, about, east and north of a place.
Position at(double x, double y) { return from_degrees(112 + x / 100, 28 + y / 100); }

// A holds the south (right of west-to-east would be B), so A's ground lies to the left: lines run from east to west.
const Polyline claim_of_a{at(10, 0), at(10, 4), at(0, 4), at(0, 0)};
const Polyline claim_of_b{at(10, 0), at(10, -4), at(0, -4), at(0, 0)};
const Polyline middle{at(10, 0), at(0, 0)};

ContestedBand band() { return band_between(claim_of_a, claim_of_b); }

PointItem village(const char* name, double x, double y, double people) { return {name, at(x, y), people, true}; }

}  // namespace

TEST_CASE("a proposal gives each party ground, people and things") {
  const ImpactLayer layers[] = {
      {"places", "people", {village("North", 2, 3, 100), village("South", 3, -2, 40), {"Hill", at(5, 1), 0, false}, village("Far", 50, 50, 9)}, {}, {}},
      {"road", "", {}, {{at(5, -6), at(5, 6)}}, {}},
      {"flood/3", "", {}, {}, {{{{at(1, -1), at(3, -1), at(3, 2), at(1, 2)}, {}}}, {{{at(2, -1), at(3, -1), at(3, 2), at(2, 2)}, {}}}}}};
  const ImpactGround ground{ground_of(band()), layers};
  const ProposalFigures figures = figures_of(band(), middle, "middle", ground, {});
  const double whole = area_m2(ground_of(band()));
  CHECK(figures.a.impact.area_m2.value + figures.b.impact.area_m2.value == Approx(whole));
  CHECK(figures.a.share + figures.b.share == Approx(1));
  // A is to the left of a line from east to west: the south.
  CHECK(figures.a.impact.layers[0].weight.value == 40);
  CHECK(figures.a.impact.layers[0].natural_villages == std::vector<std::string>{"South"});
  CHECK(figures.b.impact.layers[0].count.value == 2);
  CHECK(figures.b.impact.layers[0].names == std::vector<std::string>{"North", "Hill"});
  CHECK(figures.a.impact.layers[1].length_m.value == Approx(length_m(Polyline{at(5, -4), at(5, 0)})));
  CHECK(figures.a.impact.layers[2].area_m2.value == Approx(area_m2({{{at(1, -1), at(3, -1), at(3, 0), at(1, 0)}, {}}})));
  CHECK(figures.a.conceded_m2 == Approx(figures.b.impact.area_m2.value));
  CHECK(figures.swap_ratio == Approx(figures.a.conceded_m2 / figures.b.conceded_m2).epsilon(0.01));
  CHECK(figures.sinuosity == Approx(1).epsilon(1e-6));
}

TEST_CASE("a dragged line: both sides at once are what each side by itself is") {
  const ImpactLayer layers[] = {
      {"places", "people", {village("North", 2, 3, 100), village("South", 3, -2, 40), {"Near", at(5, 0.1), 7, false}}, {}, {}},
      {"road", "", {}, {{at(5, -6), at(5, 6)}, {at(1, 1), at(9, 1)}}, {}},
      {"flood/3", "", {}, {}, {{{{at(1, -1), at(3, -1), at(3, 2), at(1, 2)}, {}}}}}};
  const ImpactGround ground{ground_of(band()), layers};
  for (const Polyline& line : {middle, Polyline{at(10, 0), at(6, 2), at(5, -1), at(2, 1.5), at(0, 0)}}) {
    const MultiPolygon of_a = ground_between(claim_of_b, line);
    const auto [a, b] = ground.divided(of_a, line, 30);
    const GroundImpact one = ground.on(of_a, line, 30), other = ground.on(ground_between(claim_of_a, line), line, 30);
    for (const auto& [quick, slow] : {std::pair{&a, &one}, {&b, &other}}) {
      CHECK(quick->area_m2.value == Approx(slow->area_m2.value));
      CHECK(quick->area_m2.low == Approx(slow->area_m2.low));
      REQUIRE(quick->layers.size() == 3);
      CHECK(quick->layers[0].weight.value == slow->layers[0].weight.value);
      CHECK(quick->layers[0].weight.high == slow->layers[0].weight.high);
      CHECK(quick->layers[0].names == slow->layers[0].names);
      CHECK(quick->layers[0].uncertain == slow->layers[0].uncertain);
      CHECK(quick->layers[1].length_m.value == Approx(slow->layers[1].length_m.value).epsilon(1e-6));
      CHECK(quick->layers[2].area_m2.value == Approx(slow->layers[2].area_m2.value).epsilon(1e-6));
    }
  }
}

TEST_CASE("scenario 18: a natural village that changes side needs a division change first") {
  const ImpactLayer layers[] = {{"places", "people", {village("North", 2, 3, 100), village("South", 3, -2, 40)}, {}, {}}};
  const ImpactGround ground{ground_of(band()), layers};
  ComparisonSetting setting;
  setting.in_force = claim_of_b;  // as B says: everything is B's today
  const ProposalFigures figures = figures_of(band(), middle, "proposal 2", ground, setting);
  CHECK(figures.needs_division_change);
  REQUIRE(figures.villages_moved.size() == 1);
  CHECK(figures.villages_moved[0].name == "South");
  CHECK(figures.villages_moved[0].from == 'B');
  CHECK(figures.villages_moved[0].to == 'A');
  CHECK(figures.people_moved == 40);

  setting.in_force = middle;
  CHECK_FALSE(figures_of(band(), middle, "as it is", ground, setting).needs_division_change);
}

TEST_CASE("where claims cross, what nobody claims is held by whose side of the line it lies on") {
  // East of the crossing both claim the ground, west of it each leaves it to the other.
  const Polyline a{at(20, 0), at(18, 4), at(12, 4), at(10, 0), at(8, -4), at(2, -4), at(0, 0)};
  const Polyline b{at(20, 0), at(18, -4), at(12, -4), at(10, 0), at(8, 4), at(2, 4), at(0, 0)};
  const ContestedBand crossing = band_between(a, b);
  REQUIRE(crossing.sections.size() == 2);
  CHECK(claimed_by_both(crossing.sections[0]));
  CHECK_FALSE(claimed_by_both(crossing.sections[1]));
  const ImpactLayer layers[] = {{"places", "people", {village("East", 15, 1, 10), village("West", 5, -1, 40)}, {}, {}}};
  const ImpactGround ground{ground_of(crossing), layers};
  const double east = area_m2(ground_of({{crossing.sections[0]}, false}));
  ComparisonSetting setting;
  setting.in_force = Polyline{at(20, 0), at(10, 0), at(0, 0)};  // "West" is A's now, "East" is B's
  const ProposalFigures as_a_claims = figures_of(crossing, claim_a(crossing), "claim A", ground, setting);
  CHECK(as_a_claims.a.impact.area_m2.value == Approx(east));
  CHECK(as_a_claims.a.share + as_a_claims.b.share == Approx(1));
  CHECK(as_a_claims.a.impact.layers[0].names == std::vector<std::string>{"East"});
  CHECK(as_a_claims.b.impact.layers[0].names == std::vector<std::string>{"West"});
  CHECK(as_a_claims.a.conceded_m2 == Approx(0).margin(1));
  CHECK(as_a_claims.b.conceded_m2 == Approx(east));
  for (const VillageChange& change : as_a_claims.villages_moved) CHECK(change.to == (change.name == "East" ? 'A' : 'B'));
  CHECK(as_a_claims.villages_moved.size() == 2);
  const ProposalFigures as_it_is = figures_of(crossing, *setting.in_force, "in force", ground, setting);
  CHECK(as_it_is.a.impact.layers[0].names == std::vector<std::string>{"West"});
  CHECK(as_it_is.a.conceded_m2 == Approx(east / 2).epsilon(0.01));
  CHECK(as_it_is.villages_moved.empty());

  // A line that does not pass where the claims meet, as a mediator drags it.
  const Polyline dragged{at(20, 0), at(15, 2), at(9, 2), at(5, -2), at(0, 0)};
  const ProposalFigures aside = figures_of(crossing, dragged, "dragged", ground, setting);
  CHECK(aside.a.impact.area_m2.value + aside.b.impact.area_m2.value == Approx(area_m2(ground_of(crossing))));
  CHECK(aside.a.impact.layers[0].names == std::vector<std::string>{"East"});
  CHECK(aside.b.impact.layers[0].names == std::vector<std::string>{"West"});

  // Equal shares are shares of what is held.
  const Proposal equal = area_share_line(LineFamily{most_held(crossing)}, 0.25);
  CHECK_FALSE(proposal_fault(crossing, equal.line));
  CHECK(figures_of(crossing, equal.line, "a quarter", ground, setting).a.share == Approx(0.25).epsilon(1e-4));
}

TEST_CASE("what lies within the accuracy of the line may be on either side") {
  const ImpactLayer layers[] = {{"places", "people", {village("Near", 4, 0.02, 10), village("Clear", 4, 2, 5)}, {}, {}}};
  const ImpactGround ground{ground_of(band()), layers};
  ComparisonSetting setting;
  setting.claim_sigma_m = 50;
  const ProposalFigures figures = figures_of(band(), middle, "m", ground, setting);
  const LayerImpact& north = figures.b.impact.layers[0];
  CHECK(north.weight.value == 15);
  CHECK(north.weight.low == 5);
  CHECK(north.weight.high == 15);
  CHECK(figures.a.impact.layers[0].weight.high == 10);
  CHECK(north.uncertain == std::vector<std::string>{"Near"});
  CHECK(figures.a.impact.area_m2.high - figures.a.impact.area_m2.value == Approx(50 * figures.length_m));
}

TEST_CASE("proposals closer than accuracy are not told apart") {
  const LineFamily family{band()};
  const Proposal proposals[] = {equidistant_line(family), area_share_line(family), weighted_line(family, 0.2)};
  ComparisonSetting setting;
  setting.claim_sigma_m = 30;
  const ImpactGround ground{ground_of(band()), {}};
  const auto rows = compare(family.band(), proposals, ground, setting);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].distinguishable);
  CHECK_FALSE(rows[1].distinguishable);
  CHECK(rows[1].same_as == "equidistant");
  CHECK(rows[2].distinguishable);
}

TEST_CASE("a line agrees with evidence as it keeps to the lines that evidence supports") {
  const ImpactGround ground{ground_of(band()), {}};
  const auto agreement = [&](std::vector<SupportedStretch> evidence, const Polyline& line) {
    ComparisonSetting setting;
    setting.evidence = std::move(evidence);
    return *figures_of(band(), line, "m", ground, setting).evidence;
  };
  const SupportedStretch treaty{claim_of_a, 1, "treaty"}, map{claim_of_b, 0.5, "map"};

  // One supported claim: 1 on it, 0 on the other, and more the nearer the line runs.
  CHECK(agreement({treaty}, claim_of_a) == Approx(1));
  CHECK(agreement({treaty}, claim_of_b) == Approx(0).margin(0.05));
  const auto across = [&](double y) { return agreement({treaty}, {at(10, 0), at(9, y), at(1, y), at(0, 0)}); };
  CHECK(across(2) > across(0) + 0.1);
  CHECK(across(0) > across(-2) + 0.1);
  CHECK(agreement({treaty}, middle) == Approx(0.5).margin(1e-3));

  // Two: as they weigh, and half way between them a half.
  CHECK(agreement({treaty, map}, claim_of_a) == Approx(1 / 1.5).margin(0.03));
  CHECK(agreement({treaty, map}, claim_of_b) == Approx(0.5 / 1.5).margin(0.03));
  CHECK(agreement({treaty, {claim_of_b, 1, "map"}}, middle) == Approx(agreement({treaty}, middle)).margin(1e-3));

  // A line of the law inside the strip, on half its way; what weighs nothing tells nothing apart.
  const SupportedStretch half{{at(10, 0), at(9, 2), at(5, 2)}, 1, "agreement of 1956"};
  const Polyline follows{at(10, 0), at(9, 2), at(5, 2), at(1, -2), at(0, 0)}, leaves{at(10, 0), at(9, -2), at(5, -2), at(1, 2), at(0, 0)};
  CHECK(agreement({half}, follows) == Approx(1));
  CHECK(agreement({half}, leaves) < 0.8);
  CHECK(agreement({half, {claim_of_b, 0, "hearsay"}}, follows) == Approx(1));

  ComparisonSetting setting;
  CHECK_FALSE(figures_of(band(), follows, "m", ground, setting).evidence);
  setting.evidence = {half};
  const ProposalFigures figures = figures_of(band(), follows, "m", ground, setting);
  CHECK(figures.unsupported_m == Approx(length_m(Polyline{at(5, 2), at(1, -2), at(0, 0)})).epsilon(0.02));
}

TEST_CASE("areas out of all proportion to frontages are flagged") {
  const ImpactGround ground{ground_of(band()), {}};
  ComparisonSetting setting;
  setting.frontage_a_m = 1000;
  setting.frontage_b_m = 8200;
  const ProposalFigures equal = figures_of(band(), middle, "m", ground, setting);
  REQUIRE(equal.disproportion);
  CHECK(*equal.disproportion == Approx(8.2).epsilon(0.01));
  CHECK(equal.gross_disproportion);
}

TEST_CASE("the setback is how far the line lies from the own claim") {
  const ImpactGround ground{ground_of(band()), {}};
  const ProposalFigures figures = figures_of(band(), middle, "m", ground, {});
  CHECK(figures.b.most_setback_m == Approx(figures.a.most_setback_m).epsilon(0.01));
  CHECK(figures.a.mean_setback_m == Approx(figures.a.conceded_m2 / length_m(claim_of_a)));
}

TEST_CASE("a course through contested ground follows the claim where it runs outside") {
  const Proposal proposal = course_line(band(), CourseKind::parallel, at(0, 1));
  CHECK_FALSE(proposal_fault(band(), proposal.line));
  const Proposal direct = course_line(band(), CourseKind::geodesic, at(10, 0), at(0, 0));
  CHECK_FALSE(proposal_fault(band(), direct.line));
  CHECK(direct.results[0].second == "1");
}

TEST_CASE("a simpler line has few corners and takes nothing from either side") {
  const auto rough = test::claims(3, {.corners = 60, .length_deg = 0.3, .width_deg = 0.08, .roughness = 0.3});
  REQUIRE(rough);
  const LineFamily family{*rough};
  const Polyline line = family.line(0.5);
  const Proposal simple = simplified_line(*rough, line, {.most_corners = 12});
  CHECK_FALSE(proposal_fault(*rough, simple.line));
  CHECK(simple.line.size() <= 14);
  CHECK(std::abs(std::stod(simple.results[1].second)) < 1e-5 * family.ground_m2());
}
