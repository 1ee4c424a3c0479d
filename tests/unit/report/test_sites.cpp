// SPDX-License-Identifier: Apache-2.0
#include "cli/report/alphabetical.hpp"
#include "gis/geodesy/measure.hpp"
#include "tests/unit/report/country.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;
using test::Country;

TEST_CASE("places and facilities count where the subject holds the ground on the day") {
  const BoundaryReport report = Country{}.report(Country::amt);
  REQUIRE(report.places.size() == 2);
  CHECK(report.places[0].name == "Sand & <Gravel>");
  CHECK(report.places[0].others == "Sand");
  CHECK(report.places[0].within.name == "Erlen");
  CHECK(report.places[1].within.name == "Buchen");
  REQUIRE(report.sites.size() == 2);
  CHECK(report.sites[0].name == "Haus der Stille");
  CHECK(report.sites[0].hazards.empty());
  CHECK(report.sites[1].name == "Waldfriedhof");
  CHECK(report.sites[1].hazards == std::vector<std::pair<std::string, int>>{{"flood", 1}, {"wildfire", 2}});
  CHECK(Country{}.report(Country::ostland).places.size() == 1);  // the enclave
}

TEST_CASE("names are listed as they are read") {
  std::vector<std::string> names{"Zonza", "écluse", "Écouflant", "Angers", "昂热", "Ébreuil", "angers", "Œuilly", "\xff"};
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    return std::pair{alphabetical_key(a), a} < std::pair{alphabetical_key(b), b};
  });
  CHECK(names == std::vector<std::string>{"Angers", "angers", "Ébreuil", "écluse", "Écouflant", "Zonza", "Œuilly", "昂热", "\xff"});
}

TEST_CASE("exposed ground is counted once, at its highest severity") {
  const BoundaryReport report = Country{}.report(Country::amt);
  const auto ground = [](double west, double south, double east, double north) {
    return area_m2({{test::box(west, south, east, north), {}}});
  };
  const double severe = ground(1, 0, 3, 0.5);
  const double flooded = ground(0, 0, 4, 1);
  const double burnt = ground(0, 0.5, 1, 2);
  REQUIRE(report.exposures.size() == 5);
  CHECK(report.exposures[0].kind == "flood");
  CHECK(report.exposures[0].severity == 0);
  CHECK(report.exposures[0].area_m2 == Approx(flooded).epsilon(1e-7));
  CHECK(report.exposures[1].severity == 3);
  CHECK(report.exposures[1].area_m2 == Approx(severe).epsilon(1e-7));
  CHECK(report.exposures[2].severity == 1);
  CHECK(report.exposures[2].area_m2 == Approx(flooded - severe).epsilon(1e-7));
  CHECK(report.exposures[3].kind == "wildfire");
  CHECK(report.exposures[4].area_m2 == Approx(burnt).epsilon(1e-7));
  CHECK(report.exposed_m2 == Approx(flooded + burnt - ground(0, 0.5, 1, 1)).epsilon(1e-7));
}

TEST_CASE("no zones near by and no zones on record are two things") {
  Country country;
  CHECK(country.report(Country::norden).zones_known);
  CHECK(country.report(Country::norden).exposures.empty());
  country.zones.clear();
  CHECK_FALSE(country.report(Country::norden).zones_known);
}

TEST_CASE("sources that say that their data are made up are told apart") {
  Country country;
  country.facilities.back().source = "Register";
  country.facilities.back().position = test::at(1, 3);
  const BoundaryReport report = country.report(Country::amt);
  CHECK(report.sources == std::vector<std::string>{"Register", "generated for tests"});
  CHECK(report.generated == std::vector<std::string>{"generated for tests"});
}
