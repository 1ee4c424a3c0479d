// SPDX-License-Identifier: Apache-2.0
// Somebody's table of names against the record, and what may leave the house: the same on both engines.
#include "data/office/gazetteer.hpp"
#include "data/office/name_handing_out.hpp"
#include "data/office/reconciliation.hpp"
#include "tests/contract/engines.hpp"

using namespace merestone;
using namespace merestone::test;

namespace {

PlaceRecord village(const char* name, double lon, double lat, const char* secrecy = "public") {
  PlaceRecord place;
  PlaceName official;
  official.text = name;
  official.language = "zh";
  official.source = "survey";
  place.names = {official};
  place.position = from_degrees(lon, lat);
  place.classes = {{0, "geonames", "P.PPL"}};
  place.type = "P.PPL";
  place.head.secrecy = secrecy;
  return place;
}

struct Land {
  explicit Land(const Site& site) : project{site.create({"cn"})} {
    adopt(project, Counties{});
    std::vector<PlaceRecord> places{village("石家庄", 0.5, 1.5), village("王家庄", 1.5, 0.5), village("王家庄", 0.5, 0.5), village("李家营", 0.2, 0.2, "secret")};
    places[0].codes = {{0, "wikidata", "Q58401", {}}};
    PlaceName former = places[0].names[0];
    former.text = "石门";
    former.kind = NameKind::former;
    places[0].names.push_back(former);
    record_places(project, by("Ben"), places);
  }
  std::vector<ReconciliationCandidate> ask(const ReconciliationQuery& query, bool public_only = false) const {
    const auto names = NameSearch::open(project, "", day);
    return reconcile(project, names, {&query, 1}, {day, public_only}).front();
  }
  Project project;
  Date day = parse_date("2020-01-01");
};

}  // namespace

TEST_CASE("a name that one place alone has is matched; namesakes are told apart by division, position and code") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  const Land land{site};
  const auto sure = land.ask({.text = "石家庄"});
  REQUIRE(sure.size() == 1);
  CHECK(sure[0].match);
  CHECK(sure[0].score == 100);
  CHECK(sure[0].types.at(0).first == "geonames:P.PPL");
  CHECK_FALSE(sure[0].description.empty());

  const auto two = land.ask({.text = "王家庄"});
  REQUIRE(two.size() == 2);
  CHECK_FALSE(two[0].match);  // homonyms are listed, never decided

  const auto by_division = land.ask({.text = "王家庄", .properties = {{"division", "c"}}});
  REQUIRE(by_division.size() == 2);
  CHECK(by_division[0].match);
  CHECK(by_division[0].score > by_division[1].score);
  CHECK(by_division[0].features.back().id == "division");
  const auto by_position = land.ask({.text = "王家庄", .properties = {{"position", "1.5,0.5"}}});
  CHECK(by_position.at(0).match);
  CHECK(by_position[0].features.back().value == 100);
  CHECK(land.ask({.text = "石家庄村", .properties = {{"code", "wikidata:Q58401"}}}).size() <= 1);
}

TEST_CASE("a former name leads to the place as it is called now, less surely") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  const Land land{site};
  const auto former = land.ask({.text = "石门"});
  REQUIRE_FALSE(former.empty());
  CHECK(former[0].name == "石家庄");
  CHECK(former[0].found_as == "石门");
  CHECK(former[0].score == 96);
}

TEST_CASE("a name of the same sound is likelier meant than one with another character, and neither is sure") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Land land{site};
  std::vector<PlaceRecord> roads{village("建设村", 0.5, 0.6), village("建军村", 0.5, 0.7), village("向阳红星村", 0.5, 0.8)};
  record_places(land.project, by("Ben"), roads);
  const auto found = land.ask({.text = "建社村"});  // typed by sound; 建军村 differs from it in one character too
  REQUIRE(found.size() >= 2);
  CHECK(found[0].name == "建设村");
  CHECK(found[1].name == "建军村");
  CHECK(found[0].score > found[1].score);
  CHECK_FALSE(found[0].match);
  const auto slip = land.ask({.text = "向阳江星村"});  // one of five
  REQUIRE_FALSE(slip.empty());
  CHECK(slip[0].name == "向阳红星村");
  CHECK(slip[0].score > found[1].score);  // the longer the name, the less one character is
}

TEST_CASE("types, limits, bad texts and secrets in reconciliation") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  const Land land{site};
  CHECK(land.ask({.text = "石家庄", .types = {"geonames:H"}, .type_strict = true}).empty());
  CHECK(land.ask({.text = "石家庄", .types = {"P"}, .type_strict = true}).size() == 1);
  CHECK(land.ask({.text = "石家庄", .types = {"geonames:H"}}).at(0).score < 90);
  CHECK(land.ask({.text = "王家庄", .limit = 1}).size() == 1);
  CHECK(land.ask({.text = ""}).empty());
  CHECK(land.ask({.text = "\xff\xfe"}).empty());
  CHECK(land.ask({.text = "李家营"}).size() == 1);
  CHECK(land.ask({.text = "李家营"}, true).empty());
}

TEST_CASE("what secrecy keeps back does not leave the house, and is told by level") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  const Land land{site};
  const NamesHandedOut out = names_to_hand_out(land.project, land.day);
  CHECK(out.places.size() == 3);
  REQUIRE(out.findings.size() == 1);
  CHECK(out.findings[0].rule == "name.withheld");
  CHECK(out.findings[0].facts[0].second == "1");
  CHECK(out.findings[0].facts[1].second == "secret");
  CHECK(out.recorded_at.size() >= 3);
  CHECK(out.made_at.size() == 20);
}
