// SPDX-License-Identifier: Apache-2.0
#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/measure.hpp"
#include "gis/proposals/family.hpp"
#include "gis/proposals/plane_path.hpp"
#include "tests/support/claims.hpp"

using namespace merestone;

namespace {

/// Geodesic distance from a position to a path of edges straight in longitude and latitude, found by trying ever
/// denser positions: slow, and of other means than the code it judges.
double distance_to(const Polyline& path, Position p) {
  double least = 1e12;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const auto at = [&](double s) {
      return from_degrees(degrees(path[i].lon) + s * degrees(path[i + 1].lon - path[i].lon),
                          degrees(path[i].lat) + s * degrees(path[i + 1].lat - path[i].lat));
    };
    double low = 0, high = 1;
    for (int k = 0; k < 60; ++k) {
      const double l = low + (high - low) / 3, r = high - (high - low) / 3;
      (distance_m(at(l), p) < distance_m(at(r), p) ? high : low) = distance_m(at(l), p) < distance_m(at(r), p) ? r : l;
    }
    least = std::min(least, distance_m(at(low), p));
  }
  return least;
}

Polyline parallel(double lat, double from, double to, int steps) {
  Polyline line;
  for (int i = 0; i <= steps; ++i) line.push_back(from_degrees(from + (to - from) * i / steps, lat));
  return line;
}

}  // namespace

TEST_CASE("the equidistant line keeps geodesic distances equal to a centimetre") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    test::ClaimShape shape{.corners = 12, .length_deg = 0.8, .width_deg = 0.25, .lat = 58};
    const auto band = test::claims(seed, shape);
    REQUIRE(band);
    const Polyline line = LineFamily{*band}.line(0.5);
    std::size_t near = 0;
    for (std::size_t i = 1; i + 1 < line.size(); i += 7) {
      const double a = distance_to(claim_a(*band), line[i]);
      const double b = distance_to(claim_b(*band), line[i]);
      near += std::abs(a - b) < 0.01;
    }
    CHECK(near == (line.size() - 2 + 6) / 7);
  }
}

TEST_CASE("between two parallels the equidistant line is the middle one") {
  Polyline a = parallel(30.1, 110, 110.5, 1);
  Polyline b = parallel(30.2, 110, 110.5, 1);
  a.insert(a.begin(), from_degrees(109.9, 30.15));
  b.insert(b.begin(), from_degrees(109.9, 30.15));
  a.push_back(from_degrees(110.6, 30.15));
  b.push_back(from_degrees(110.6, 30.15));
  const Polyline line = LineFamily{band_between(a, b)}.line(0.5);
  for (const Position p : line) CHECK(degrees(p.lat) == Approx(30.15).margin(2e-6));
}

TEST_CASE("a third of the way from A is a third of the distances") {
  const auto band = test::claims(5, {.corners = 20, .length_deg = 0.4, .width_deg = 0.1});
  REQUIRE(band);
  const Polyline line = LineFamily{*band}.line(1.0 / 3);
  std::size_t good = 0, asked = 0;
  for (std::size_t i = 1; i + 1 < line.size(); i += 5, ++asked) {
    const double a = distance_to(claim_a(*band), line[i]);
    const double b = distance_to(claim_b(*band), line[i]);
    good += std::abs(2 * a - b) < 0.03;
  }
  CHECK(good == asked);
}

TEST_CASE("a wide bay behind a narrow mouth is cut off where t falls again") {
  // A's claim runs into a bay 8 wide behind a mouth 1 wide; B's is straight above.
  const auto at = [](double x, double y) { return from_degrees(10 + x / 100, 45 + y / 100); };
  const Polyline a{at(0, 0), at(9, 1), at(9, -2), at(5, -2), at(5, -10), at(15, -10), at(15, -2), at(10, -2), at(10, 1), at(20, 0)};
  const Polyline b{at(0, 0), at(2, 6), at(18, 6), at(20, 0)};
  const ContestedBand band = band_between(a, b);
  const LineFamily family{band};
  double before = 0;
  for (const double t : {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75}) {
    const Polyline line = family.line(t);
    CHECK_FALSE(proposal_fault(band, line));
    CHECK(family.conceded_by_a_m2(t) > before);
    before = family.conceded_by_a_m2(t);
  }
}

TEST_CASE("claims that leave a terminal in opposite directions") {
  // Seen through contested ground the angle at S is more than half a circle.
  const auto at = [](double x, double y) { return from_degrees(10 + x / 100, 45 + y / 100); };
  const Polyline a{at(0, 0), at(-6, -3), at(-6, 12), at(0, 12)};
  const Polyline b{at(0, 0), at(6, -3), at(6, 12), at(0, 12)};
  const ContestedBand band = band_between(a, b);
  const LineFamily family{band};
  for (const double t : {0.1, 0.5, 0.8}) CHECK_FALSE(proposal_fault(band, family.line(t)));
  for (const Position p : family.line(0.5)) CHECK(degrees(p.lon) == Approx(10).margin(1e-6));
}

TEST_CASE("a closed band has closed lines") {
  const auto at = [](double x, double y) { return from_degrees(10 + x / 100, 45 + y / 100); };
  const Polyline outer{at(0, 0), at(9, 0), at(9, 7), at(0, 7), at(0, 0)};
  const Polyline inner{at(3, 2), at(5, 2), at(5, 5), at(3, 5), at(3, 2)};
  for (const auto& [a, b] : {std::pair{outer, inner}, std::pair{inner, outer}}) {
    const ContestedBand band = band_between(a, b);
    const LineFamily family{band};
    for (const double t : {0.1, 0.5, 0.9}) {
      const Polyline line = family.line(t);
      CHECK(line.front() == line.back());
      CHECK_FALSE(proposal_fault(band, line));
    }
    const Proposal half = area_share_line(family);
    CHECK(area_m2(ground_between(half.line, a)) == Approx(area_m2(ground_between(half.line, b))).margin(2));
  }
}

TEST_CASE("shares outside (0, 1) and weights of nothing are refused") {
  const auto band = test::claims(1, {});
  const LineFamily family{*band};
  const PointWeight far[] = {{from_degrees(0, 0), 12}};
  for (const double bad : {0.0, 1.0, -1.0, std::nan("")}) CHECK_THROWS_AS(area_share_line(family, bad), Error);
  CHECK_THROWS_AS(family.line(1.5), Error);
  CHECK_THROWS_AS(weight_share_line(family, far, "equal_people"), Error);
}
