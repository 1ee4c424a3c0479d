// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reading.hpp"
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
