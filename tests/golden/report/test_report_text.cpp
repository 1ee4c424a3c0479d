// SPDX-License-Identifier: Apache-2.0
#include "cli/report/report_files.hpp"
#include "tests/support/approve.hpp"
#include "tests/unit/report/country.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace merestone;
using test::Country;

TEST_CASE("the words of a report, in three languages") {
  const BoundaryReport county = Country{}.report(Country::amt);
  for (const std::string language : {"en", "zh", "fr"}) {
    test::approve("report/county." + language + ".txt", to_text(county, language));
  }
}

TEST_CASE("the words of a report on a leaf without anything inside") {
  Country country;
  country.zones.clear();
  country.facilities.clear();
  country.places.clear();
  country.documents.clear();
  country.history.successions.clear();
  test::approve("report/bare.en.txt", to_text(country.report(Country::norden), "en"));
}
