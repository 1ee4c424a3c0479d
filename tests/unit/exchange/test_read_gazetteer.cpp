// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/names_layer.hpp"
#include "data/exchange/read_gazetteer.hpp"
#include "tests/unit/exchange/fixtures.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

TEST_CASE("a table of names with all its columns") {
  const Folder folder;
  const auto delivery = read_gazetteer(folder.write("n.csv",
                                                    "id,name,language,use,valid,class,spelling,generic,specific,lon,lat,name:en\n"
                                                    "S1,东山路,zh,official,1979~/..,23,Dongshan Lu,路,东山,120,30,East Hill Road\n"
                                                    "S1,东方红路,zh,former,1967/1979~,23,,,,120,30,\n"
                                                    "S2,西山路,zh,nickname,,23,,,,120,30,\n"
                                                    "S3,南山路,zh,,circa 1970,23,,,,120,30,\n"
                                                    "S4,,zh,,,23,,,,120,30,\n"),
                                       "cn-18521", {});
  REQUIRE(delivery.places.size() == 1);
  const PlaceRecord& place = delivery.places[0].place;
  REQUIRE(place.names.size() == 3);
  CHECK(place.names[0].generic == "路");
  CHECK(place.names[0].spellings.at(0).text == "Dongshan Lu");
  CHECK(to_string(place.names[0].valid) == "1979~/..");
  CHECK(place.names[1].language == "en");
  CHECK(place.names[2].kind == NameKind::former);
  CHECK(place.classes.at(0).code == "23");
  CHECK(place.position == from_degrees(120, 30));
  std::vector<std::string> rules;
  for (const Finding& f : delivery.findings) {
    if (f.severity == Severity::error) rules.push_back(f.rule + " " + f.subject.record);
  }
  CHECK(rules == std::vector<std::string>{"name.kind 3", "name.validity 4", "import.missing_value 5"});
}

TEST_CASE("a census form: its column names, further names in a cell, the division, ids elsewhere") {
  const Folder folder;
  const auto delivery = read_gazetteer(folder.write("form.csv",
                                                    "数据ID,标准名称,语种,地名类别代码,所属行政区划代码,别名,简称,曾用名,codes,资料来源及出处\n"
                                                    "N-1,新桥村,zh,21600,330381001,老桥、桥头村,新桥,大桥大队,wikidata:Q42; geonames:7,普查\n"
                                                    "N-2,旧桥村,zh,21600,,,,,wikidata,普查\n"),
                                       "cn-18521", {});
  REQUIRE(delivery.places.size() == 1);
  const PlaceRecord& place = delivery.places[0].place;
  CHECK(place.local_id == "N-1");
  CHECK(delivery.places[0].division == "330381001");
  REQUIRE(place.names.size() == 5);
  CHECK(place.names[0].source == "普查");
  CHECK(place.names[2].text == "桥头村");
  CHECK(place.names[2].kind == NameKind::variant);
  CHECK(place.names[3].kind == NameKind::short_form);
  CHECK(place.names[4].text == "大桥大队");
  CHECK(place.names[4].kind == NameKind::former);
  CHECK(place.names[4].language == "zh");
  REQUIRE(place.codes.size() == 2);
  CHECK(place.codes[1].system == "geonames");
  const auto bad = std::find_if(delivery.findings.begin(), delivery.findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
  REQUIRE(bad != delivery.findings.end());
  CHECK(bad->rule == "name.code");
  CHECK(bad->subject.record == "2");
}

TEST_CASE("a dump of GeoNames with its alternate names") {
  const Folder folder;
  const auto dump = folder.write("FR.txt",
                                 "3037656\tAngers\tAngers\t\t47.47156\t-0.55202\tP\tPPLA2\tFR\t\t52\t49\t491\t49007\t168279\t\t27\tEurope/Paris\t2024-01-01\n"
                                 "broken line\n"
                                 "1\tNowhere\tNowhere\t\t\t\tP\tPPL\tFR\t\t\t\t\t\t0\t\t0\t\t2024-01-01\n");
  const auto names = folder.write("alternateNamesV2.txt",
                                  "10\t3037656\tla\tIuliomagus\t\t\t\t1\t\t400\n"
                                  "11\t3037656\tzh\t昂热\t1\t\t\t\t\t\n"
                                  "12\t3037656\tlink\thttps://example.org\t\t\t\t\t\t\n"
                                  "13\t3037656\twkdt\tQ38380\t\t\t\t\t\t\n"
                                  "14\t3037656\tfr\tAngers\t1\t\t\t\t\t\n"
                                  "15\t99\tfr\tElsewhere\t\t\t\t\t\t\n"
                                  "16\t3037656\tla\tAndecavi\t\t\t\t1\t400\t100\n");
  const auto delivery = read_geonames(dump, names);
  REQUIRE(delivery.places.size() == 1);
  const PlaceRecord& angers = delivery.places[0].place;
  CHECK(angers.class_in("geonames")->code == "P.PPLA2");
  REQUIRE(angers.names.size() == 4);
  CHECK(angers.names[0].language == "fr");  // told by the alternate name of the same text
  CHECK(angers.names[1].kind == NameKind::former);
  CHECK(to_string(angers.names[1].valid) == "../0400");
  CHECK(angers.names[2].text == "昂热");
  CHECK(angers.codes.size() == 2);
  CHECK(to_string(angers.names[3].valid) == "../..");  // from 400 to 100
  REQUIRE(delivery.findings.size() == 3);
  CHECK(delivery.findings[0].rule == "name.bad_line");
  CHECK(std::count_if(delivery.findings.begin(), delivery.findings.end(), [](const Finding& f) { return f.rule == "name.days_not_taken"; }) == 1);
}

TEST_CASE("a file of GNIS") {
  const Folder folder;
  const auto delivery = read_gnis(folder.write("g.txt", "\xEF\xBB\xBF"
                                                        "feature_id|feature_name|feature_class|prim_lat_dec|prim_long_dec\r\n"
                                                        "1|Mount Washington|Summit|44.27|-71.30\r\n2|Lost Creek|Stream|0.0|0.0\r\n"));
  REQUIRE(delivery.places.size() == 2);
  CHECK(delivery.places[0].place.classes.at(0).code == "Summit");
  CHECK(delivery.places[0].place.position);
  CHECK_FALSE(delivery.places[1].place.position);
}

TEST_CASE("a spreadsheet gets no formula to run") {
  PlaceRecord place;
  PlaceName name;
  for (const char* text : {"=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "plain = text"}) {
    name.text = text;
    place.names.push_back(name);
  }
  ExportLayer layer = names_layer({&place, 1});
  CHECK(defuse_formulas(layer) == 4);
  CHECK(layer.values[2] == "'=cmd|' /C calc'!A0");
  CHECK(layer.values[4 * layer.columns.size() + 2] == "plain = text");
}

TEST_CASE("a list with statuses and pinyin: kinds of names, readings and spellings") {
  const Folder folder;
  const auto delivery = read_gazetteer(folder.write("n.csv",
                                                    "id,name,name:zh-Latn-pinyin,language,status,class,roman,lon,lat\n"
                                                    "v1,岚浦社区,Lánpǔ Shèqū,zh,official,21620,Lanpu Shequ,112.05,31.27\n"
                                                    "v2,老屋,Lǎowū,zh,former,22200,Laowu,112.04,31.3\n"
                                                    "v3,新街,,zh,in_force,23,,112.03,31.3\n"),
                                       "cn-18521", {});
  REQUIRE(delivery.places.size() == 3);
  const PlaceRecord& first = delivery.places[0].place;
  REQUIRE(first.names.size() == 1);
  CHECK(first.names[0].kind == NameKind::official);
  CHECK(first.names[0].reading == "Lánpǔ Shèqū");
  CHECK(first.names[0].reading_certainty == Certainty::unsure);
  REQUIRE(first.names[0].spellings.size() == 1);
  CHECK(first.names[0].spellings[0].text == "Lanpu Shequ");
  CHECK(first.class_in("cn-18521")->code == "21620");
  CHECK(delivery.places[1].place.names.at(0).kind == NameKind::former);
  CHECK(delivery.places[2].place.names.at(0).kind == NameKind::official);
  CHECK(delivery.places[2].place.names.at(0).status == NameStatus::in_force);
}
