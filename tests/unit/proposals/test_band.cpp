// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/proposals/band.hpp"
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
  const test::Sketch meander{R"(
b     c

  g f
S         T
    e d

  h       i)"};
  CHECK(refusal(meander.line("ST"), meander.line("SbcdefghiT")) == "proposal.tangled");
}
