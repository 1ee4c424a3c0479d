// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/reading.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

using Rules = std::set<std::string>;

TEST_CASE("places: rows with one id are one place with several names") {
  const Folder folder;
  const auto delivery = read_places(folder.write("p.csv",
                                                 "id,name,language,type,lon,lat,name:br,valid_from\n"
                                                 "1,Angers,fr,populatedPlace,-0.55,47.47,,1000-01-01\n"
                                                 "1,昂热,zh,populatedPlace,-0.55,47.47,,\n"
                                                 "2,Nantes,fr,populatedPlace,-1.55,47.22,Naoned,\n"
                                                 "3,Nowhere,,,,,,\n"),
                                    {.language = "en"});
  CHECK(errors_in(delivery.findings).empty());
  CHECK(finding(delivery.findings, "import.assumed_crs").severity == Severity::note);
  REQUIRE(delivery.places.size() == 3);
  const NamedPlace& angers = delivery.places[0];
  CHECK(angers.local_id == "1");
  CHECK(angers.type == "populatedPlace");
  REQUIRE(angers.names.size() == 2);
  CHECK(angers.names[1].text == "昂热");
  CHECK(angers.names[1].language == "zh");
  CHECK(angers.position == Position{-550'000'000, 47'470'000'000});
  CHECK(to_string(angers.valid.from) == "1000-01-01");
  REQUIRE(delivery.places[1].names.size() == 2);
  CHECK(delivery.places[1].names[1].language == "br");
  CHECK(delivery.places[2].names[0].language == "en");
  CHECK_FALSE(delivery.places[2].position);
}

TEST_CASE("places: a column that spells names gives none, and is told with what keeps it") {
  const Folder folder;
  const auto delivery = read_places(folder.write("p.csv",
                                                 "id,name,name:zh-Latn-pinyin,name:ug-Latn,lon,lat\n"
                                                 "1,岚浦社区,Lánpǔ Shèqū,,112.05,31.27\n"
                                                 "2,,Dǒngjiāwān,,112.04,31.3\n"
                                                 "3,乌鲁木齐,,Ürümchi,87.6,43.8\n"),
                                    {.language = "zh"});
  CHECK(finding(delivery.findings, "import.transcription").severity == Severity::note);
  REQUIRE(delivery.places.size() == 3);
  REQUIRE(delivery.places[0].names.size() == 1);
  CHECK(delivery.places[0].names[0].text == "岚浦社区");
  CHECK(delivery.places[1].names.at(0).text == "Dǒngjiāwān");  // all that is known of it
  CHECK(delivery.places[2].names.size() == 2);                  // a name in another script is one
}

TEST_CASE("places: from points of a file, and what can be wrong with them") {
  const Folder folder;
  const auto points = [&](const std::string& geometry) {
    return read_places(folder.write("p.geojson", geojson({{R"({"name":"Angers"})", geometry}})), {});
  };
  CHECK(points(R"({"type":"Point","coordinates":[-0.55,47.47]})").places[0].position == Position{-550'000'000, 47'470'000'000});
  CHECK_FALSE(points("null").places[0].position);
  CHECK(errors_in(points(square(0, 47)).findings) == Rules{"import.wrong_geometry"});
  const auto csv = [&](const std::string& row) {
    return errors_in(read_places(folder.write("p.csv", "id,name,lon,lat\n1,A,0,47\n" + row + "\n"), {}).findings);
  };
  CHECK(csv("2,B,0,95") == Rules{"import.off_globe"});
  CHECK(csv("2,B,east,47") == Rules{"import.bad_number"});
  CHECK(csv("2,B,\"0,5\",47") == Rules{"import.bad_number"});
  CHECK(csv("2,B,nan,47") == Rules{"import.bad_number"});
  CHECK(csv("2,,0,47") == Rules{"import.missing_value"});
  CHECK(csv("1,A,1,47") == Rules{"import.place_moves"});
  CHECK(failure_of([&] { read_places(folder.write("x.csv", "name,x,y\nA,1,2\n"), {}); }).second == Rules{"import.missing_crs"});
}

TEST_CASE("hazard zones need kind, severity and ground") {
  const Folder folder;
  const auto zones = [&](const std::string& properties, const std::string& geometry) {
    return read_hazard_zones(folder.write("h.geojson", geojson({{properties, geometry}})), {});
  };
  const auto good = zones(R"({"id":"f1","kind":"flood","severity":3,"source":"generated","valid_from":"2018-01-01"})", square(0, 47));
  CHECK(errors_in(good.findings).empty());
  REQUIRE(good.zones.size() == 1);
  CHECK(good.zones[0].kind == "flood");
  CHECK(good.zones[0].severity == 3);
  CHECK(good.zones[0].source == "generated");
  CHECK(good.zones[0].shape.at(0).outer.size() == 4);
  CHECK(to_string(good.zones[0].valid.from) == "2018-01-01");
  CHECK(errors_in(zones(R"({"kind":"flood","severity":0})", square(0, 47)).findings) == Rules{"import.out_of_range"});
  CHECK(errors_in(zones(R"({"kind":"flood","severity":"red"})", square(0, 47)).findings) == Rules{"import.bad_number"});
  CHECK(errors_in(zones(R"({"kind":"","severity":1})", square(0, 47)).findings) == Rules{"import.missing_value"});
  CHECK(errors_in(zones(R"({"kind":"flood","severity":1})", "null").findings) == Rules{"import.null_geometry"});
  CHECK(errors_in(zones(R"({"kind":"flood","severity":1,"valid_from":"1.2.2018"})", square(0, 47)).findings) == Rules{"import.bad_date"});
  CHECK(failure_of([&] { zones(R"({"severity":1})", square(0, 47)); }).second == Rules{"import.missing_column"});
}

TEST_CASE("facilities") {
  const Folder folder;
  const auto delivery = read_facilities(
      folder.write("c.csv", "id,kind,name,capacity,used,lon,lat,source,valid_from\nc1,cemetery,Est,950,792,-0.5,47.4,generated,2018-01-01\n"), {});
  CHECK(errors_in(delivery.findings).empty());
  REQUIRE(delivery.facilities.size() == 1);
  const Facility& facility = delivery.facilities[0];
  CHECK(facility.kind == "cemetery");
  CHECK(facility.capacity == 950);
  CHECK(facility.used == 792);
  CHECK(facility.position == Position{-500'000'000, 47'400'000'000});
  const auto errors = [&](const std::string& row) {
    return errors_in(read_facilities(folder.write("d.csv", "kind,name,capacity,lon,lat\n" + row + "\n"), {}).findings);
  };
  CHECK(errors("cemetery,Est,-5,0,47") == Rules{"import.out_of_range"});
  CHECK(errors("cemetery,Est,5,,") == Rules{"import.null_geometry"});
}

TEST_CASE("lines and areas that parties draw") {
  const Folder folder;
  const auto drawn = [&](const std::string& properties, const std::string& geometry) {
    return read_drawn_lines(folder.write("l.geojson", geojson({{properties, geometry}})), {});
  };
  const std::string line = R"({"type":"LineString","coordinates":[[1,1],[1.2,1.5],[1.2,1.5],[1,2]]})";
  const auto good = drawn(R"({"party":"a","left":"a","right":"b","title":"Claim","accuracy":12.5,"from":"2020-01-10"})", line);
  CHECK(errors_in(good.findings).empty());
  REQUIRE(good.lines.size() == 1);
  CHECK(good.lines[0].party == "a");
  CHECK(good.lines[0].left == "a");
  CHECK(good.lines[0].accuracy_m == 12.5);
  CHECK(good.lines[0].path == Polyline{from_degrees(1, 1), from_degrees(1.2, 1.5), from_degrees(1, 2)});
  CHECK(good.lines[0].area.empty());
  const auto area = drawn(R"({"party":"b"})", square(0, 47));
  CHECK(errors_in(area.findings).empty());
  CHECK(area.lines.at(0).area.size() == 1);
  CHECK(area.lines.at(0).path.empty());
  CHECK(errors_in(drawn("{}", R"({"type":"Point","coordinates":[1,1]})").findings) == Rules{"import.wrong_geometry"});
  CHECK(errors_in(drawn("{}", R"({"type":"MultiLineString","coordinates":[[[1,1],[2,2]],[[3,3],[4,4]]]})").findings) == Rules{"import.wrong_geometry"});
  CHECK(errors_in(drawn("{}", R"({"type":"LineString","coordinates":[[1,1],[1,1]]})").findings) == Rules{"import.ring_too_short"});
  CHECK(errors_in(drawn(R"({"accuracy":-1})", line).findings) == Rules{"import.bad_number"});
}

TEST_CASE("history of divisions") {
  const Folder folder;
  const auto delivery = read_history(
      folder.write("h.csv",
                   "code,name,kind,level,valid_from,valid_until,end_reason,successor\n"
                   "49001,Les Alleuds,commune,4,1943-01-01,2016-12-15,commune nouvelle,49050\n49002,Allonnes,commune,4,1943-01-01,,,\n"), {});
  CHECK(errors_in(delivery.findings).empty());
  REQUIRE(delivery.states.size() == 2);
  CHECK(to_string(delivery.states[0].valid.until) == "2016-12-15");
  CHECK(delivery.states[0].end_reason == "commune nouvelle");
  CHECK(delivery.states[0].successor_code == "49050");
  CHECK(delivery.states[1].valid.until == open_end);
  const auto errors = [&](const std::string& row) {
    return errors_in(read_history(folder.write("e.csv", "code,name,level,valid_from,valid_until\n" + row + "\n"), {}).findings);
  };
  CHECK(errors("1,A,4,2018-02-30,") == Rules{"import.bad_date"});
  CHECK(errors("1,A,4,2018-01-01,2017-01-01") == Rules{"import.bad_period"});
  CHECK(errors("1,,4,2018-01-01,") == Rules{"import.missing_value"});
  CHECK(errors("1,A,,2018-01-01,") == Rules{"import.missing_value"});
}

TEST_CASE("codes kept as numbers lost their zeros: a warning") {
  const Folder folder;
  const auto delivery = read_divisions(
      folder.write("n.geojson", geojson({{R"({"code":1001,"name":"A"})", square(0, 47)}, {R"({"code":49001,"name":"B"})", square(0.1, 47)}})),
      {.level = 4});
  CHECK(finding(delivery.findings, "import.numeric_codes").severity == Severity::warning);
  CHECK(errors_in(delivery.findings).empty());
}
