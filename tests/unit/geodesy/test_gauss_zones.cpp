// SPDX-License-Identifier: Apache-2.0
#include "gis/geodesy/crs.hpp"
#include "gis/geodesy/gauss_zones.hpp"

using namespace merestone;

TEST_CASE("scenario 29: an easting of 39 447 925 stands in the 3° zone 39, EPSG:4527") {
  const auto zone = zone_of_easting(39'447'925);
  REQUIRE(zone);
  CHECK(*zone == GaussZone{3, 39});
  CHECK(zone->central_meridian() == 117);
  CHECK(epsg_code(ChineseDatum::cgcs2000, *zone, true) == 4527);
  CHECK(epsg_code(ChineseDatum::cgcs2000, *zone, false) == 4548);
}

TEST_CASE("zones follow the longitude") {
  CHECK(zone_at(116.391, 3) == GaussZone{3, 39});
  CHECK(zone_at(116.391, 6) == GaussZone{6, 20});
  CHECK(zone_at(115.5, 3) == GaussZone{3, 39});
  CHECK(zone_at(115.4999999, 3) == GaussZone{3, 38});
  CHECK(zone_at(120, 6) == GaussZone{6, 21});
  CHECK((GaussZone{6, 20}).central_meridian() == 117);
}

TEST_CASE("the number tells the width, and without a prefix there is nothing to tell") {
  CHECK(*zone_of_easting(20'447'925) == GaussZone{6, 20});
  CHECK_FALSE(zone_of_easting(24'447'925));  // between the two series
  CHECK_FALSE(zone_of_easting(447'925));
  CHECK_FALSE(zone_of_easting(46'000'000));
  CHECK_FALSE(zone_of_easting(-39'447'925));
}

TEST_CASE("every code names the zone and datum that PROJ knows under it") {
  struct Series {
    ChineseDatum datum;
    std::string name;
  };
  for (const Series& series : {Series{ChineseDatum::beijing54, "Beijing 1954"}, Series{ChineseDatum::xian80, "Xian 1980"},
                               Series{ChineseDatum::cgcs2000, "CGCS2000"}}) {
    for (const GaussZone zone : {GaussZone{3, 25}, GaussZone{3, 39}, GaussZone{3, 45}, GaussZone{6, 13}, GaussZone{6, 23}}) {
      for (const bool prefixed : {true, false}) {
        const Crs crs = Crs::parse(std::to_string(epsg_code(series.datum, zone, prefixed)));
        CAPTURE(crs.name);
        CHECK(crs.name.starts_with(series.name));
        CHECK((crs.name.find("3-degree") != std::string::npos) == (zone.width_deg == 3));
        const std::string ending =
            prefixed ? " zone " + std::to_string(zone.number) : "CM " + std::to_string(zone.central_meridian()) + "E";
        CHECK(crs.name.ends_with(ending));
        CHECK(crs.northing_first);
      }
    }
  }
  CHECK(epsg_code(ChineseDatum::cgcs2000, {3, 24}, true) == 0);
}

TEST_CASE("a table tells by itself which column is the easting") {
  CHECK(recognise_grid(std::vector<double>{39'447'925, 4'419'491, 39'447'000, 4'419'000})->easting_first);
  const auto northing_first = recognise_grid(std::vector<double>{4'419'491, 39'447'925});
  REQUIRE(northing_first);
  CHECK_FALSE(northing_first->easting_first);
  CHECK(northing_first->zone == GaussZone{3, 39});
  CHECK_FALSE(recognise_grid(std::vector<double>{39'447'925, 4'419'491, 40'447'000, 4'419'000}));  // two zones
  CHECK_FALSE(recognise_grid(std::vector<double>{447'925, 4'419'491}));
  CHECK_FALSE(recognise_grid({}));
}
