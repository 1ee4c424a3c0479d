// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/proposals/family.hpp"
#include "tests/support/claims.hpp"

#include <rapidcheck/catch.h>

using namespace merestone;

namespace {

test::ClaimShape any_shape() {
  test::ClaimShape shape;
  shape.corners = *rc::gen::inRange<std::size_t>(2, 14);
  shape.length_deg = *rc::gen::element(0.003, 0.05, 0.3, 1.0);
  shape.width_deg = shape.length_deg * *rc::gen::element(0.02, 0.2, 0.6);
  shape.roughness = *rc::gen::element(0.0, 0.3, 1.0, 2.0);
  shape.crossings = *rc::gen::inRange(0, 4);
  shape.fold = *rc::gen::element(0.0, 0.4, 1.0, 3.0);
  shape.lat = *rc::gen::element(0.0, 28.4, -47.0, 65.0);
  return shape;
}

ContestedBand any_band() {
  for (int i = 0; i < 50; ++i) {
    const test::ClaimShape shape = any_shape();
    const auto band = test::claims(*rc::gen::arbitrary<unsigned>(), shape);
    const auto narrow = [](const BandSection& section) {
      return area_m2(ground_of({{section}, false})) < 0.2 * length_m(section.a);
    };
    if (band && std::none_of(band->sections.begin(), band->sections.end(), narrow)) return *band;
  }
  RC_DISCARD("no band");
}

void is_proposal(const ContestedBand& band, const Polyline& line) {
  const auto fault = proposal_fault(band, line);
  if (fault) RC_LOG() << fault->rule << " at " << (fault->place ? fault->place->lon : 0) << " " << (fault->place ? fault->place->lat : 0);
  RC_ASSERT(!fault);
}

/// What `make` gives, or nothing where it is refused with a finding that says why.
template <class Make>
auto unless_refused(const Make& make) -> std::optional<decltype(make())> {
  try {
    return make();
  } catch (const Error& refused) {
    RC_ASSERT(refused.fault() == Fault::invalid);
    RC_ASSERT(!refused.findings().empty());
    RC_LOG() << refused.findings()[0].rule;
    return {};
  }
}

LineFamily any_family() {
  auto family = unless_refused([] { return LineFamily{any_band()}; });
  if (!family) RC_DISCARD("no room");
  return std::move(*family);
}

}  // namespace

TEST_CASE("lines proposed between two claims") {
  rc::prop("every line of the family starts and ends at the terminals, is simple and stays in contested ground, or says where there is no room", [] {
    const LineFamily family = any_family();
    const ContestedBand& band = family.band();
    for (const double t : {0.02, 0.3, 0.4999, 0.5, 0.7, 0.99}) {
      try {
        is_proposal(band, family.line(t));
      } catch (const Error& refused) {  // ground as narrow as rounding: rare, and said where
        RC_ASSERT(refused.findings().at(0).place.has_value());
      }
    }
  });

  rc::prop("what A concedes grows with t, from nothing to everything: lines do not cross", [] {
    const LineFamily family = any_family();
    double before = 0;
    for (const double t : {0.1, 0.25, 0.5, 0.6, 0.9}) {
      const double conceded = family.conceded_by_a_m2(t);
      RC_ASSERT(conceded >= before - 1e-6 * family.ground_m2());
      before = conceded;
    }
    RC_ASSERT(before <= family.ground_m2() * (1 + 1e-9));
  });

  rc::prop("exchanging the parties exchanges their sides", [] {
    const LineFamily one = any_family();
    const ContestedBand& band = one.band();
    const auto reversed = unless_refused([&] { return LineFamily{band_between(claim_b(band), claim_a(band))}; });
    if (!reversed) return;
    const LineFamily& other = *reversed;
    const double ground = one.ground_m2();
    for (const double t : {0.2, 0.5}) {
      const double a = one.conceded_by_a_m2(t) / ground;
      RC_ASSERT(std::abs(a - (1 - other.conceded_by_a_m2(1 - t) / ground)) < 1e-3);
    }
  });

  rc::prop("the equal-area line divides contested ground in two to a square metre or a centimetre of its length", [] {
    const LineFamily family = any_family();
    const ContestedBand& band = family.band();
    const auto half = unless_refused([&] { return area_share_line(family); });
    if (!half) return;
    is_proposal(band, half->line);
    const double to_a = area_m2(ground_between(half->line, claim_a(band)));
    const double to_b = area_m2(ground_between(half->line, claim_b(band)));
    RC_ASSERT(std::abs(to_a + to_b - family.ground_m2()) < 0.01 + 1e-9 * family.ground_m2());
    RC_ASSERT(std::abs(to_a - to_b) < 2 + 0.02 * (length_m(half->line) + length_m(claim_a(band))));
  });

  rc::prop("the equal-people line lets no place stand on the line and divides as well as places allow", [] {
    const LineFamily family = any_family();
    const ContestedBand& band = family.band();
    std::mt19937 random{*rc::gen::arbitrary<unsigned>()};
    const MultiPolygon ground = ground_of(band);
    const Box box = box_of(ground);
    std::vector<PointWeight> people;
    double heaviest = 0, whole = 0;
    for (int i = 0; i < 60; ++i) {
      const Position p{std::uniform_int_distribution<std::int64_t>{box.west, box.east}(random),
                       std::uniform_int_distribution<std::int64_t>{box.south, box.north}(random)};
      if (locate(ground, p) != Containment::inside) continue;
      people.push_back({p, double(random() % 1000 + 1)});
      whole += people.back().weight;
      heaviest = std::max(heaviest, people.back().weight);
    }
    RC_PRE(!people.empty());
    const auto line = unless_refused([&] { return weight_share_line(family, people, "equal_people"); });
    if (!line) return;
    is_proposal(band, line->line);
    const MultiPolygon conceded = ground_between(line->line, claim_a(band));
    double sum = 0;
    for (const PointWeight& p : people) {
      const Containment where = locate(conceded, p.position);
      RC_ASSERT(where != Containment::on_edge);
      if (where == Containment::inside) sum += p.weight;
    }
    RC_ASSERT(std::abs(sum - whole / 2) <= heaviest / 2 + 1e-9);
  });
}

TEST_CASE("claims wound like snakes are divided equally, but for those too tangled to be") {
  std::size_t asked = 0, divided = 0;
  for (unsigned seed = 0; asked < 60; ++seed) {
    const auto band = test::claims(seed, {.corners = 12, .width_deg = 0.06, .roughness = 1, .crossings = int(seed % 3), .fold = 3});
    if (!band) continue;
    ++asked;
    try {
      const Proposal half = area_share_line(LineFamily{*band});
      divided += !proposal_fault(*band, half.line);
    } catch (const Error& refused) {
      CHECK_FALSE(refused.findings().empty());
    }
  }
  CHECK(divided >= asked * 9 / 10);
}

TEST_CASE("claims that do not turn back are always divided equally, by ground and by people") {
  std::size_t asked = 0;
  for (unsigned seed = 0; asked < 40; ++seed) {
    const auto band = test::claims(seed, {.corners = 12, .width_deg = 0.06, .roughness = 1, .crossings = int(seed % 3), .fold = 0});
    if (!band) continue;
    ++asked;
    CAPTURE(seed);
    const LineFamily family{*band};
    CHECK_FALSE(proposal_fault(*band, area_share_line(family).line));
    const MultiPolygon ground = ground_of(*band);
    const Box box = box_of(ground);
    std::mt19937 random{seed};
    std::vector<PointWeight> people;
    while (people.size() < 30) {
      const Position p{std::uniform_int_distribution<std::int64_t>{box.west, box.east}(random),
                       std::uniform_int_distribution<std::int64_t>{box.south, box.north}(random)};
      if (locate(ground, p) == Containment::inside) people.push_back({p, double(random() % 1000 + 1)});
    }
    CHECK_FALSE(proposal_fault(*band, weight_share_line(family, people, "equal_people").line));
  }
}
