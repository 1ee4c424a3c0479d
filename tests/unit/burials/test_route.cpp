// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/route.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/geodesy/local_plane.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

const LocalPlane plane{from_degrees(112, 31.3)};
Position km(double east, double north) { return plane.to_position({east * 1000, north * 1000}); }

std::vector<std::string> names(std::size_t n) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < n; ++i) all.push_back("g" + std::to_string(i));
  return all;
}

}  // namespace

TEST_CASE("a route goes round, where nearest neighbour alone would cross itself") {
  const std::vector<Position> stops{km(1, 0), km(2, 1), km(0, 1), km(2, 0), km(1, 1)};
  const Route route = plan_route(km(0, 0), stops, names(5), {50'000, 10});
  REQUIRE(route.days.size() == 1);
  CHECK(route.length_m == Approx(6000).margin(0.5));  // the rim of two by one kilometres
}

TEST_CASE("days keep their length and their visits, and go back to the office") {
  std::vector<Position> stops;
  for (int i = 1; i <= 9; ++i) stops.push_back(km(i, 0));
  const Route by_visits = plan_route(km(0, 0), stops, names(9), {100'000, 4});
  CHECK(by_visits.days.size() == 3);
  for (const RouteDay& day : by_visits.days) CHECK(day.stops.size() <= 4);
  CHECK(by_visits.days[0].length_m == Approx(8000).margin(0.5));  // to the fourth kilometre and back
  const Route by_length = plan_route(km(0, 0), stops, names(9), {12'001, 20});
  for (const RouteDay& day : by_length.days) CHECK((day.length_m <= 12'001 || day.stops.size() == 1));
  CHECK(by_length.findings.size() == 3);  // at 7, 8 and 9 km
  CHECK(by_length.findings[0].rule == "route.too_far");
}

TEST_CASE("limits that allow nothing are refused, no stops are no route") {
  const auto rule = [](std::span<const Position> stops, std::span<const std::string> called, const RouteLimits& limits) {
    try {
      plan_route(km(0, 0), stops, called, limits);
    } catch (const Error& error) {
      return error.findings().front().rule;
    }
    return std::string{};
  };
  CHECK(rule({}, {}, {0, 5}) == "route.limits");
  CHECK(rule({}, {}, {1000, 0}) == "route.limits");
  const std::vector<Position> many(100'000, km(1, 0));
  CHECK(rule(many, names(100'000), {1000, 5}) == "route.too_many");
  CHECK(plan_route(km(0, 0), {}, {}).days.empty());
}
