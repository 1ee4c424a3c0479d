// SPDX-License-Identifier: Apache-2.0
/// Graves and shelters in: one thing stands at one place, and no figure is larger than an office can mean.
#include "data/exchange/reading_burials.hpp"
#include "data/exchange/reading_relief.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

std::string points(const char* id, const char* type, const char* coordinates) {
  return geojson({{std::string{R"({"grave":")"} + id + R"("})", std::string{R"({"type":")"} + type + R"(","coordinates":)" + coordinates + "}"}});
}

}  // namespace

TEST_CASE("a grave of several points is refused, one of a single point in a collection is taken") {
  const Folder folder;
  const GraveDelivery one = read_graves(folder.write("one.geojson", points("g-1", "MultiPoint", "[[112.1,31.2]]")), {});
  CHECK(errors_in(one.findings).empty());
  CHECK(one.graves.at(0).grave.position == from_degrees(112.1, 31.2));
  const GraveDelivery two = read_graves(folder.write("two.geojson", points("g-1", "MultiPoint", "[[112.1,31.2],[112.2,31.2]]")), {});
  CHECK(errors_in(two.findings) == std::set<std::string>{"import.several_points"});
  CHECK(fact(finding(two.findings, "import.several_points"), "points") == "2");
}

TEST_CASE("a measure beyond all sense is refused, and what it said is shown without control characters") {
  const Folder folder;
  const GraveDelivery graves = read_graves(folder.write("graves.csv", "grave,lon,lat,grave_area\ng-1,112.1,31.2,1e300\ng-2,112.1,31.2,4\x1b[31m\ng-3,112.1,31.2,-1\ng-4,112.1,31.2,4\n"), {});
  std::vector<std::string> bad;
  for (const Finding& found : graves.findings) {
    if (found.severity != Severity::error) continue;
    bad.push_back(found.rule);
    CHECK(fact(found, "value").find('\x1b') == std::string::npos);
    if (found.rule == "import.out_of_range") CHECK(fact(found, "least") + " to " + fact(found, "most") == "0 to 1000000000");
  }
  CHECK(bad == std::vector<std::string>{"import.control_character", "import.out_of_range", "import.bad_number", "import.out_of_range"});
  CHECK(graves.graves.at(3).grave.area_m2 == 4.0);
  const auto greener = read_facility_files(
      folder.write("cemeteries.csv", "kind,name,lon,lat,green_cover_percent\ncemetery,Hill,112.1,31.2,130\ncemetery,Vale,112.1,31.2,78.5\n"), {});
  REQUIRE(errors_in(greener.findings) == std::set<std::string>{"import.out_of_range"});
  CHECK(fact(finding(greener.findings, "import.out_of_range"), "most") == "100");
  CHECK(greener.facilities.at(1).record->cover_percent == 78.5);
  const ShelterDelivery shelters = read_shelter_table(
      folder.write("shelters.csv", "id,name,effective_area,duration,lon,lat\ns1,School,1e300,short,112.1,31.2\ns2,Hall,-1e300,short,112.1,31.2\ns3,Park,500,short,112.1,31.2\n"), {});
  CHECK(errors_in(shelters.findings) == std::set<std::string>{"import.bad_number"});
  CHECK(shelters.shelters.at(2).thing.effective_area_m2 == 500);
}

TEST_CASE("a shelter of several points is refused") {
  const Folder folder;
  const std::string file = folder.write("shelters.geojson", geojson({{R"({"id":"s1","name":"School","effective_area":500,"duration":"short"})",
                                                                      R"({"type":"MultiPoint","coordinates":[[112.1,31.2],[112.2,31.2]]})"}}));
  CHECK(errors_in(read_shelter_table(file, {}).findings).count("import.several_points") == 1);
}
