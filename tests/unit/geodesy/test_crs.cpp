// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/crs.hpp"

#include "gis/base/error.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <cmath>

using namespace merestone;

namespace {

Box box(double west, double south, double east, double north) {
  Box made;
  made.add(from_degrees(west, south));
  made.add(from_degrees(east, north));
  return made;
}

std::string rule_of_refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::invalid);
    REQUIRE(error.findings().size() == 1);
    return error.findings()[0].rule;
  }
  return "(nothing refused)";
}

const char* const esri_lambert93 =
    R"(PROJCS["RGF93_Lambert_93",GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",700000.0],PARAMETER["False_Northing",6600000.0],PARAMETER["Central_Meridian",3.0],PARAMETER["Standard_Parallel_1",49.0],PARAMETER["Standard_Parallel_2",44.0],PARAMETER["Latitude_Of_Origin",46.5],UNIT["Meter",1.0]])";
const char* const esri_cgcs2000 =
    R"(PROJCS["CGCS2000_3_Degree_GK_Zone_39",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",39500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";
const char* const esri_wgs84 =
    R"(GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])";

}  // namespace

TEST_CASE("systems are read from codes, URNs, WKT and PROJ strings") {
  CHECK(Crs::parse("EPSG:4527").code == "EPSG:4527");
  CHECK(Crs::parse(" 4527 ").name == "CGCS2000 / 3-degree Gauss-Kruger zone 39");
  CHECK(Crs::parse("epsg:4326").geographic);
  CHECK(Crs::parse("EPSG:4326").northing_first);
  CHECK_FALSE(Crs::parse("OGC:CRS84").northing_first);
  CHECK_FALSE(Crs::parse("EPSG:3031").northing_first);
  CHECK(Crs::parse("urn:ogc:def:crs:EPSG::2154").code == "EPSG:2154");
  CHECK(Crs::parse("http://www.opengis.net/def/crs/EPSG/0/2154").code == "EPSG:2154");
  CHECK(Crs::parse(esri_cgcs2000).datum == "China 2000");
  CHECK(Crs::parse("+proj=utm +zone=31 +datum=WGS84").datum == "World Geodetic System 1984");
  CHECK(Crs::parse("EPSG:7405").name == "OSGB36 / British National Grid");  // with heights
}

TEST_CASE("what is not a system is refused, also names, files and heights") {
  for (const char* text : {"", "EPSG:1", "WGS 84", "EPSG:", ":4326", "../proj.db", "+init=epsg:4326",
                           "+proj=longlat +nadgrids=/etc/passwd", "GEOGCS[", "{\"type\":1}", "EPSG:4326; rm"}) {
    CAPTURE(text);
    CHECK(rule_of_refusal([&] { Crs::parse(text); }) == "crs.unknown");
  }
  CHECK(rule_of_refusal([] { Crs::parse(std::string(70'000, '9')); }) == "crs.unknown");
  CHECK(rule_of_refusal([] { Crs::parse(std::string_view{"EPSG:4326\0x", 11}); }) == "crs.unknown");
  const std::string with_grid = R"(GEOGCS["x",DATUM["x",SPHEROID["x",6378137,298],EXTENSION["PROJ4_GRIDS","a"]],PRIMEM["Greenwich",0],)"
                                R"(UNIT["degree",0.0174532925199433],EXTENSION["PROJ4","+proj=longlat +a=6378137 +nadgrids=)";
  CHECK(rule_of_refusal([&] { Crs::parse(with_grid + "/etc/passwd +no_defs\"]]"); }) == "crs.unknown");
  CHECK(rule_of_refusal([&] { Crs::parse(with_grid + "../x +no_defs\"]]"); }) == "crs.unknown");
  CHECK(rule_of_refusal([] { Crs::parse("EPSG:5737"); }) == "crs.not_horizontal");
  CHECK(rule_of_refusal([] { Crs::parse("EPSG:4479"); }) == "crs.not_horizontal");
}

TEST_CASE("the test point of CGCS2000 in zone 39, both ways and in both orders") {
  const Position point = from_degrees(116.391, 39.908);
  const GroundTransform gis{Crs::parse("EPSG:4527")};
  CHECK(gis.from_position(point).first == Approx(39447925.240).margin(1e-3));
  CHECK(gis.from_position(point).second == Approx(4419491.482).margin(1e-3));
  const GroundTransform authority{Crs::parse("EPSG:4527"), {}, AxisOrder::authority};
  CHECK(authority.from_position(point).first == Approx(4419491.482).margin(1e-3));
  CHECK(authority.from_position(point).second == Approx(39447925.240).margin(1e-3));
  CHECK(distance_m(authority.to_position(4419491.482, 39447925.240), point) < 1e-3);
  const GroundTransform plain{Crs::parse("EPSG:4548")};
  CHECK(plain.from_position(point).first == Approx(447925.240).margin(1e-3));
  const GroundTransform written_out{Crs::parse(esri_cgcs2000)};
  CHECK(distance_m(written_out.to_position(39447925.240, 4419491.482), point) < 1e-3);
}

TEST_CASE("CR-04: CGCS2000 is taken for WGS 84 with a note on its epoch") {
  for (const char* text : {"EPSG:4490", "EPSG:4480", "EPSG:4527", "EPSG:4500", esri_cgcs2000}) {
    CAPTURE(text);
    const GroundTransform transform{Crs::parse(text)};
    REQUIRE(transform.notes().size() == 1);
    CHECK(transform.notes()[0].rule == "crs.epoch");
    CHECK(transform.notes()[0].severity == Severity::note);
    CHECK(transform.accuracy_m() == 1);
  }
  const GroundTransform geographic{Crs::parse("EPSG:4490"), {}, AxisOrder::authority};
  CHECK(geographic.to_position(39.908, 116.391) == from_degrees(116.391, 39.908));
}

TEST_CASE("a slash in a name is no path") {
  const char* const pseudo_mercator =
      R"(PROJCS["WGS 84 / Pseudo-Mercator",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1],EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"]])";
  const GroundTransform transform{Crs::parse(pseudo_mercator)};
  CHECK(distance_m(transform.to_position(250468.8548, 6190443.8096), from_degrees(2.25, 48.5)) < 1);
}

TEST_CASE("WGS 84 goes through unchanged, in its authority's order too") {
  const GroundTransform gis{Crs::parse("EPSG:4326")};
  CHECK(gis.to_position(2.25, 48.5) == from_degrees(2.25, 48.5));
  CHECK(gis.accuracy_m() == 0);
  CHECK(gis.notes().empty());
  const GroundTransform authority{Crs::parse("EPSG:4326"), {}, AxisOrder::authority};
  CHECK(authority.to_position(48.5, 2.25) == from_degrees(2.25, 48.5));
  CHECK(authority.from_position(from_degrees(2.25, 48.5)) == std::pair{48.5, 2.25});
  CHECK(GroundTransform{Crs::parse("OGC:CRS84"), {}, AxisOrder::authority}.to_position(2.25, 48.5) == from_degrees(2.25, 48.5));
  CHECK(GroundTransform{Crs::parse(esri_wgs84)}.to_position(2.25, 48.5) == from_degrees(2.25, 48.5));
  CHECK(distance_m(GroundTransform{Crs::parse("EPSG:3857")}.to_position(250468.8548, 6190443.8096), from_degrees(2.25, 48.5)) < 1);
}

TEST_CASE("known operations are taken and named with their accuracy") {
  // IGN: the origin of Lambert-93 is 3° E 46°30′ N at 700 000, 6 600 000.
  for (const char* text : {"EPSG:2154", esri_lambert93}) {
    CAPTURE(text);
    const GroundTransform lambert{Crs::parse(text)};
    CHECK(distance_m(lambert.to_position(700'000, 6'600'000), from_degrees(3, 46.5)) < 1e-3);
    CHECK(lambert.accuracy_m() == 1);
    CHECK(lambert.operation().find("RGF93 v1 to WGS 84 (1)") != std::string::npos);
    CHECK(lambert.notes().empty());
  }
  CHECK(GroundTransform{Crs::parse("EPSG:3123")}.accuracy_m() == Approx(0.05));
}

TEST_CASE("scenario 30: Beijing 1954 without parameters stops") {
  for (const char* text : {"EPSG:4214", "EPSG:2436", "EPSG:4610", "EPSG:2364", "EPSG:4555",
                           "+proj=longlat +ellps=krass +no_defs"}) {
    CAPTURE(text);
    CHECK(rule_of_refusal([&] { GroundTransform{Crs::parse(text)}; }) == "crs.ballpark");
  }
  try {
    GroundTransform{Crs::parse("EPSG:4214")};
  } catch (const Error& error) {
    CHECK(error.findings()[0].facts[0] == std::pair<std::string, std::string>{"source", "Beijing 1954 (EPSG:4214)"});
    CHECK(error.findings()[0].facts[1] == std::pair<std::string, std::string>{"target", "WGS 84 (EPSG:4326)"});
  }
}

TEST_CASE("it goes on as approximate when the office says so, with the accuracy on record") {
  const GroundTransform approximate{Crs::parse("EPSG:4214"), {.approximate = true, .approximate_accuracy_m = 80}};
  CHECK(approximate.to_position(116, 40) == from_degrees(116, 40));
  CHECK(approximate.accuracy_m() == 80);
  REQUIRE(approximate.notes().size() == 1);
  CHECK(approximate.notes()[0].rule == "crs.approximate");
  CHECK(approximate.notes()[0].severity == Severity::warning);
}

TEST_CASE("an operation for a region is taken where the data lie in it, and only there") {
  const GroundTransform ordos{Crs::parse("EPSG:4214"), {.area = box(108, 36, 109, 38)}};
  CHECK(ordos.accuracy_m() == 1);
  CHECK(ordos.notes().empty());
  const double moved = distance_m(ordos.to_position(108.5, 37), from_degrees(108.5, 37));
  CHECK(moved > 10);
  CHECK(moved < 200);
  CHECK(rule_of_refusal([] { GroundTransform{Crs::parse("EPSG:4214"), {.area = box(115, 39, 117, 41)}}; }) == "crs.ballpark");
  CHECK(GroundTransform{Crs::parse("EPSG:27700"), {.area = box(-3, 51, 1, 54)}}.accuracy_m() <= 2);
}

TEST_CASE("or with the office's own parameters") {
  const std::string helmert = "+proj=helmert +x=15.8 +y=-154.4 +z=-82.3 +convention=position_vector";
  const GroundTransform own{Crs::parse("EPSG:2436"), {.operation = helmert, .operation_accuracy_m = 3}};
  CHECK(own.accuracy_m() == 3);
  CHECK(own.operation().find("+x=15.8") != std::string::npos);
  const GroundTransform plain{Crs::parse("EPSG:2436"), {.approximate = true}};
  const double moved = distance_m(own.to_position(500'000, 4'400'000), plain.to_position(500'000, 4'400'000));
  CHECK(moved > 10);
  CHECK(moved < 200);
  const Position p = from_degrees(117.25, 40.125);
  const auto [east, north] = own.from_position(p);
  CHECK(distance_m(own.to_position(east, north), p) < 1e-3);
  const GroundTransform towgs84{Crs::parse("+proj=longlat +ellps=krass +towgs84=15.8,-154.4,-82.3,0,0,0,0 +no_defs")};
  const GroundTransform same{Crs::parse("EPSG:4214"), {.operation = helmert}};
  CHECK(distance_m(towgs84.to_position(117, 40), same.to_position(117, 40)) < 1e-3);
}

TEST_CASE("parameters that cannot be read or go astray are refused") {
  for (const char* operation : {"15.8,-154.4,-82.3", "+proj=merc", "+proj=helmert +x=abc +convention=nothing",
                                "+proj=helmert +x=1580000 +y=0 +z=0",
                                "+proj=pipeline +step +proj=hgridshift +grids=/etc/passwd"}) {
    CAPTURE(operation);
    const auto rule = rule_of_refusal([&] { GroundTransform{Crs::parse("EPSG:4214"), {.operation = operation}}; });
    const bool readable = std::string_view{operation}.find("1580000") != std::string_view::npos;
    CHECK(rule == (readable ? "crs.bad_operation" : "crs.unreadable_operation"));
  }
}

TEST_CASE("coordinates off the system are NaN in bulk and an error alone") {
  const GroundTransform lambert{Crs::parse("EPSG:2154")};
  std::vector<double> pairs{700'000, 6'600'000, INFINITY, 0, NAN, 1, 701'000, 6'600'000};
  lambert.to_degrees(pairs);
  CHECK(pairs[0] == Approx(3));
  CHECK(std::isnan(pairs[2]));
  CHECK(std::isnan(pairs[5]));
  CHECK(pairs[6] > 3);
  CHECK(rule_of_refusal([&] { lambert.to_position(INFINITY, 0); }) == "crs.outside");
}

TEST_CASE("CR-02: exchanged columns are seen by where the points come to lie") {
  const Box county = box(116, 39.5, 117, 40.5);
  const GroundTransform zone39{Crs::parse("EPSG:4527")};
  CHECK(judge_axes(std::vector<double>{39447925, 4419491, 39448000, 4419500}, zone39, county) == AxisVerdict::as_given);
  CHECK(judge_axes(std::vector<double>{4419491, 39447925, 4419500, 39448000}, zone39, county) == AxisVerdict::swapped);
  CHECK(judge_axes(std::vector<double>{39447925, 2419491}, zone39, county) == AxisVerdict::neither);
  const GroundTransform wgs84{Crs::parse("EPSG:4326")};
  CHECK(judge_axes(std::vector<double>{39.9, 116.4, 39.8, 116.3, 116.2, 40}, wgs84, county) == AxisVerdict::swapped);
  CHECK(judge_axes({}, wgs84, county) == AxisVerdict::neither);
}
