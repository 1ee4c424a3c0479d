// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reading.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

using Rules = std::set<std::string>;

/// A commune with one triangle, in coordinates as written, in a system said by name.
std::string triangle(const Folder& folder, const std::string& crs, const std::string& corners) {
  const std::string member = crs.empty() ? "" : R"("crs":{"type":"name","properties":{"name":")" + crs + R"("}},)";
  return folder.write("t.geojson",
                      geojson({{commune("1", "A"), R"({"type":"Polygon","coordinates":[[)" + corners + "]]}"}}, member));
}

Rules said_of(const std::string& path, ReadOptions options = {}) {
  options.level = 4;
  try {
    return errors_in(read_divisions(path, options).findings);
  } catch (const Error& error) {
    return errors_in(error.findings());
  }
}

constexpr auto nano = nanodegrees_per_degree;
const Box france{-5 * nano, 41 * nano, 10 * nano, 51 * nano};
const std::string beijing = "[116.3,39.9],[116.4,39.9],[116.4,40.0],[116.3,39.9]";
const std::string beijing_swapped = "[39.9,116.3],[39.9,116.4],[40.0,116.4],[39.9,116.3]";
const std::string angers = "[-0.5,47.4],[-0.4,47.4],[-0.4,47.5],[-0.5,47.4]";
const std::string angers_swapped = "[47.4,-0.5],[47.4,-0.4],[47.5,-0.4],[47.4,-0.5]";

}  // namespace

TEST_CASE("swapped axes are seen by the globe, by the system's area, by where the project lies") {
  const Folder folder;
  CHECK(said_of(triangle(folder, "", beijing)).empty());
  CHECK(said_of(triangle(folder, "", beijing_swapped)) == Rules{"import.swapped_axes"});
  CHECK(said_of(triangle(folder, "urn:ogc:def:crs:EPSG::4490", beijing)).empty());
  CHECK(said_of(triangle(folder, "urn:ogc:def:crs:EPSG::4490", beijing_swapped)) == Rules{"import.swapped_axes"});

  CHECK(said_of(triangle(folder, "", angers_swapped)).empty());  // Somalia's waters: nothing says it is wrong
  CHECK(said_of(triangle(folder, "", angers_swapped), {.extent = france}) == Rules{"import.swapped_axes"});
  CHECK(said_of(triangle(folder, "", angers), {.extent = france}).empty());
  CHECK(said_of(triangle(folder, "", angers_swapped), {.trust_axes = true, .extent = france}).empty());
}

TEST_CASE("northing before easting in a grid is seen") {
  const Folder folder;
  const std::string right = "[39447925,4419491],[39448925,4419491],[39448925,4420491],[39447925,4419491]";
  const std::string swapped = "[4419491,39447925],[4419491,39448925],[4420491,39448925],[4419491,39447925]";
  CHECK(said_of(triangle(folder, "urn:ogc:def:crs:EPSG::4527", right)).empty());
  CHECK(said_of(triangle(folder, "urn:ogc:def:crs:EPSG::4527", swapped)) == Rules{"import.swapped_axes"});
}

TEST_CASE("coordinates that cannot be in the system said are refused as a whole") {
  const Folder folder;
  const std::string metres = "[432000,6713000],[433000,6713000],[433000,6714000],[432000,6713000]";
  CHECK(said_of(triangle(folder, "", metres)) == Rules{"import.wrong_crs"});
  CHECK(said_of(triangle(folder, "", metres), {.crs = "EPSG:2154"}).empty());
  CHECK(said_of(triangle(folder, "urn:ogc:def:crs:EPSG::2154", angers)) == Rules{"import.wrong_crs"});
}

TEST_CASE("unknown systems and old datums are refused until the office decides") {
  const Folder folder;
  CHECK(said_of(triangle(folder, "", beijing), {.crs = "EPSG:999999"}) == Rules{"crs.unknown"});
  const std::string beijing54 = triangle(folder, "", beijing);
  CHECK(said_of(beijing54, {.crs = "EPSG:4214"}) == Rules{"crs.ballpark"});
  ReadOptions accepted{.crs = "EPSG:4214", .accept_approximate_crs = true, .level = 4};
  const auto delivery = read_divisions(beijing54, accepted);
  CHECK(errors_in(delivery.findings).empty());
  CHECK(finding(delivery.findings, "crs.approximate").severity == Severity::warning);
  CHECK(finding(delivery.findings, "crs.approximate").subject.file == beijing54);
}

namespace {

DivisionDelivery delivered(const std::string& path, ReadOptions options = {}) {
  options.level = 4;
  return read_divisions(path, options);
}

double metres_from(const DivisionDelivery& delivery, double lon, double lat) {
  REQUIRE_FALSE(delivery.rings.positions.empty());
  return distance_m(delivery.rings.positions.front(), from_degrees(lon, lat));
}

}  // namespace

TEST_CASE("CR-03: the way from an old datum is chosen by where the data lie, without help") {
  const Folder folder;
  // Caister water tower of the Ordnance Survey's guide: OSGB36 grid, and ETRS89.
  const std::string caister = triangle(folder, "urn:ogc:def:crs:EPSG::27700",
                                       "[651409.903,313177.270],[652409,313177],[652409,314177],[651409.903,313177.270]");
  const auto britain = delivered(caister);
  CHECK(errors_in(britain.findings).empty());
  CHECK(metres_from(britain, 1.716052, 52.657979) < 10);
  CHECK(finding(britain.findings, "import.transformed").severity == Severity::note);

  const std::string kansas = triangle(folder, "urn:ogc:def:crs:EPSG::4267", "[-98.5,38.5],[-98.4,38.5],[-98.4,38.6],[-98.5,38.5]");
  for (const Box& extent : {Box{}, france}) {  // the project may lie elsewhere
    const auto nad27 = delivered(kansas, {.extent = extent});
    CHECK(errors_in(nad27.findings).empty());
    const double moved = metres_from(nad27, -98.5, 38.5);
    CHECK(moved > 20);  // NADCON: about 34 m
    CHECK(moved < 50);
  }
}

TEST_CASE("CR-03: no way that is known for all of the data, no guess") {
  const Folder folder;
  const std::string from_canada_to_panama = "[-120,60],[-80,8],[-79,9],[-120,60]";
  const std::string wide = triangle(folder, "urn:ogc:def:crs:EPSG::4267", from_canada_to_panama);
  CHECK(said_of(wide) == Rules{"crs.ballpark"});
  CHECK(said_of(wide, {.operation = "+proj=helmert +x=-10 +y=158 +z=187 +convention=position_vector"}).empty());
  CHECK(said_of(wide, {.accept_approximate_crs = true}).empty());
}

TEST_CASE("swapped axes are told as such where the datum is another, too") {
  const Folder folder;
  const std::string swapped = triangle(folder, "urn:ogc:def:crs:EPSG::4267", "[38.5,-98.5],[38.5,-98.4],[38.6,-98.4],[38.5,-98.5]");
  CHECK(said_of(swapped) == Rules{"import.swapped_axes"});
}
