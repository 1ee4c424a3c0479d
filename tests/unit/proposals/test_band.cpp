// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/geometry/geos_bridge.hpp"
#include "gis/proposals/band.hpp"
#include "gis/proposals/family.hpp"
#include "tests/support/sketch.hpp"

using namespace merestone;

namespace {

const test::Sketch map{R"(
  a b   c d
S         T
  e f   g h)"};

std::string refusal(const Polyline& a, const Polyline& b) {
  try {
    band_between(a, b);
  } catch (const Error& error) {
    return error.findings().at(0).rule;
  }
  return "none";
}

}  // namespace

TEST_CASE("two claims leave one piece of contested ground") {
  const ContestedBand band = band_between(map.line("SabcdT"), map.line("SefghT"));
  REQUIRE(band.sections.size() == 1);
  CHECK(ground_of(band).size() == 1);
  CHECK(band.start() == map.at('S'));
  CHECK(band.end() == map.at('T'));
}

TEST_CASE("a claim may be drawn from the other end") {
  const ContestedBand band = band_between(map.line("SabcdT"), map.line("ThgfeS"));
  CHECK(band.sections[0].b == map.line("SefghT"));
}

TEST_CASE("scenario 17: claims that cross share the crossing") {
  const ContestedBand band = band_between(map.line("SabghT"), map.line("SefcdT"));
  REQUIRE(band.sections.size() == 2);
  CHECK(band.sections[0].a.back() == from_degrees(6, 1));
  CHECK(band.sections[0].b.back() == from_degrees(6, 1));
  CHECK(claim_a(band).size() == 7);
  CHECK(area_m2(ground_of(band)) ==
        Approx(area_m2(ground_of({{band.sections[0]}, false})) + area_m2(ground_of({{band.sections[1]}, false}))));
}

TEST_CASE("where the claims run as one nothing is contested") {
  const ContestedBand band = band_between(map.line("SabcdT"), map.line("SefcdT"));
  REQUIRE(band.sections.size() == 2);
  CHECK_FALSE(band.sections[0].agreed());
  CHECK(band.sections[1].agreed());
  CHECK(band.sections[1].a == map.line("cdT"));
}

TEST_CASE("claims that wind back into ground between them are refused with the place: a line would pass it twice") {
  const auto at = [](std::int64_t east, std::int64_t north) { return Position{112'300'000'000 + east, 65'000'000'000 + north}; };
  const Position p = at(-14'119, -58'763), q = at(31'404, 277'044), r = at(-2'613, -219'295);
  const Position from = at(0, 0), to = at(-330'889, -2'981'696);
  const Polyline a{from, p, q, at(79'444, 631'420), at(-4'094, -343'539), r, at(-60'636, -1'065'891), to};
  const Polyline b{from, r, q, at(35'197, 332'388), at(-42'254, -175'861), p, at(-147'767, -1'044'642), to};
  CHECK(refusal(a, b) == "proposal.tangled");
}

TEST_CASE("rings one in the other make a closed band") {
  const test::Sketch enclave{R"(
a      b
  e f
  h g
d      c)"};
  const ContestedBand band = band_between(enclave.line("abcda"), enclave.line("efghe"));
  CHECK(band.closed);
  const MultiPolygon ground = ground_of(band);
  REQUIRE(ground.size() == 1);
  CHECK(ground[0].holes.size() == 1);
  CHECK(refusal(enclave.line("abcda"), enclave.line("efg")) == "proposal.open_and_closed");
}

TEST_CASE("claims that make no band are refused with the rule") {
  CHECK(refusal(map.line("SabcdT"), map.line("SefghT")) == "none");
  CHECK(refusal(map.line("SabcdT"), map.line("Sefgh")) == "proposal.ends_apart");
  CHECK(refusal(map.line("SabT"), map.line("S")) == "proposal.too_short");
  CHECK(refusal(map.line("SS"), map.line("SaT")) == "proposal.too_short");
  CHECK(refusal(map.line("SadebT"), map.line("SefghT")) == "proposal.self_crossing");
  CHECK(refusal(map.line("SabcdT"), map.line("SabcdT")) == "proposal.same_line");
  const test::Sketch knot{R"(
  b     c

S p q r   T

  e f     d)"};
  CHECK(refusal(knot.line("SpqrT"), knot.line("SbqferdcpT")) != "none");
}

TEST_CASE("claims that run along each other in opposite directions cross there once, and a line passes that place") {
  // A comes from the south to q and goes on along q-m-p; B comes to p and goes on along p-m-q.
  const auto at = [](double lon, double lat) { return from_degrees(112 + lon, 31 + lat); };
  const Position p = at(0.5, 0.1), m = at(0.5, 0), q = at(0.5, -0.1);
  const Polyline a{at(0, 0), at(0.25, -0.15), q, m, p, at(0.75, 0.15), at(1, 0)};
  const Polyline b{at(0, 0), at(0.25, 0.15), p, m, q, at(0.75, -0.15), at(1, 0)};
  const ContestedBand band = band_between(a, b);
  REQUIRE(band.sections.size() == 2);
  CHECK(band.sections[0].a.back() == m);
  CHECK(claim_a(band) == a);
  CHECK(claim_b(band) == b);
  const LineFamily family{band};
  const Polyline line = family.line(0.5);
  CHECK(!proposal_fault(band, line));
  CHECK(std::find(line.begin(), line.end(), m) != line.end());
  CHECK(area_m2(ground_between(a, line)) + area_m2(ground_between(b, line)) == Approx(area_m2(ground_of(band))).epsilon(1e-9));
}

TEST_CASE("a claim that meanders across the other: what both leave to the same side is not contested, the rest once") {
  const test::Sketch meander{R"(
b     c

  g f
S         T
    e d

  h       i)"};
  const ContestedBand band = band_between(meander.line("ST"), meander.line("SbcdefghiT"));
  REQUIRE(band.sections.size() == 2);
  const MultiPolygon ground = ground_of(band);
  REQUIRE(ground.size() == 2);
  const MultiPolygon parts[] = {{ground[0]}, {ground[1]}};
  CHECK(area_m2(union_of(parts)) == Approx(area_m2(ground)).epsilon(1e-9));  // the two do not overlap
  const LineFamily family{band};
  CHECK(!proposal_fault(band, family.line(0.5)));
}
