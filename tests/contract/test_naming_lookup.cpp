// SPDX-License-Identifier: Apache-2.0
// The naming checks ask the search index and weigh the few names that it finds: the same findings as over all names.
#include "tests/contract/town.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

TEST_CASE("PN-07, PN-08: the index and all names in memory find the same") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  const Town town{site};
  const auto names = NameSearch::open(town.project, "", midsummer);
  for (const char* text : {"向阳路", "朝阳路", "象阳街", "湘阳路", "建设路", "新建路", "人民街", "飞云路", "瑞安路", "向阳", "x"}) {
    CAPTURE(text);
    for (const auto& position : {std::optional<Position>{}, std::optional{from_degrees(0.5, 0.5)}, std::optional{from_degrees(1.5, 0.5)}}) {
      CHECK(town.found(text, position, &names) == town.found(text, position, nullptr));
    }
  }
  CHECK_FALSE(town.found("向阳路", from_degrees(0.5, 0.5), &names).empty());
}

TEST_CASE("PN-08c: the built-up area is the polygon that holds the street") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  const Town town{site};
  const auto names = NameSearch::open(town.project, "", midsummer);
  const auto has = [&](std::optional<Position> position, const char* rule) {
    const auto found = town.found("向阳路", position, &names);
    return std::any_of(found.begin(), found.end(), [&](const std::string& line) { return line.find(std::string{" "} + rule) != std::string::npos; });
  };
  CHECK(has(from_degrees(0.4, 0.4), "naming.duplicate"));        // in the same built-up area: block
  CHECK_FALSE(has(from_degrees(1.5, 0.5), "naming.duplicate"));  // in none
  CHECK(has(from_degrees(1.5, 0.5), "naming.no_scope"));
  CHECK(has({}, "naming.no_scope"));
}

TEST_CASE("an index that does not know the last act is passed over") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  const auto names = NameSearch::open(town.project, "", midsummer);
  std::vector<PlaceRecord> more{town.street("新建路", 0.5, 0.5)};
  record_places(town.project, by("Ben"), more);
  const auto found = town.found("新建路", from_degrees(0.5, 0.5), &names);
  CHECK(std::any_of(found.begin(), found.end(), [](const std::string& line) { return line.find("naming.duplicate") != std::string::npos; }));
}

TEST_CASE("PN-08b, PN-10: places that the record has in no division are where their ground is") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  std::vector<PlaceRecord> more{town.street("董家湾", 0.5, 0.5), town.street("李家桥", 0.51, 0.5)};
  for (PlaceRecord& village : more) {
    village.divisions.clear();
    village.type = "22200";
    village.classes = {{0, "cn-18521", "22200"}};
  }
  record_places(town.project, by("Ben"), more);
  const auto index = NameSearch::open(town.project, "", midsummer);
  const auto rules_of = [&](const char* text, const char* class_code, const NameSearch* names) {
    NamingQuestion question;
    question.request.text = text;
    question.request.class_code = class_code;
    question.position = from_degrees(0.505, 0.5);
    question.day = midsummer;
    question.names = names;
    std::vector<std::string> rules;
    for (const NamingFinding& f : naming_findings(town.project, question)) rules.push_back(f.finding.rule);
    return rules;
  };
  const auto has = [](const std::vector<std::string>& rules, const char* rule) { return std::find(rules.begin(), rules.end(), rule) != rules.end(); };
  for (const NameSearch* names : {&index, static_cast<const NameSearch*>(nullptr)}) {
    CHECK(has(rules_of("董家湾", "22200", names), "naming.duplicate"));  // the position alone tells the county
    CHECK_FALSE(has(rules_of("董家湾", "22200", names), "naming.no_scope"));
    CHECK(has(rules_of("董佳弯", "22200", names), "naming.homophone_toned"));
    CHECK_FALSE(has(rules_of("李家桥大桥", "24", names), "naming.facility_local"));  // after the village beside it
    CHECK(has(rules_of("幸福大桥", "24", names), "naming.facility_local"));
    CHECK_FALSE(has(rules_of("王家湾", "22200", names), "naming.generic_class"));  // PN-42: a village is as it is
  }
  const auto names = same_names_on_record(town.project, SameBy::name, 3, 2, midsummer).names;
  CHECK(std::any_of(names.begin(), names.end(), [](const LikeName& n) { return n.text == "董家湾" && n.division == "330381001"; }));
}

TEST_CASE("same names are grouped by who belongs to whom, not by digits of codes") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = Project::create(site.location(), "Islands", "Ada", {"neutral"});
  std::vector<DeliveredDivision> divisions;
  const auto add = [&](const char* code, const char* name, const char* superior, Level level) {
    DeliveredDivision d;
    d.record = divisions.size() + 1;
    d.code = code;
    d.name = name;
    d.parent_code = superior;
    d.level = level;
    d.kind = "unit";
    d.language = "en";
    divisions.push_back(std::move(d));
  };
  add("R-W", "West", "", 1);
  add("R-E", "East", "", 1);
  add("71", "Hill", "R-W", 2);
  add("72", "Shore", "R-W", 2);
  add("73", "Moor", "R-E", 2);
  RingSet rings;
  for (int i = 0; i < 3; ++i) {
    rings.add(Ring{from_degrees(i, 0), from_degrees(i + 1, 0), from_degrees(i + 1, 1), from_degrees(i, 1)}, static_cast<UnitIndex>(2 + i));
    divisions[static_cast<std::size_t>(2 + i)].has_shape = true;
  }
  adopt_divisions(project, by("Ada"), {divisions, build_mesh(rings).mesh, "islands", {parse_date("2000-01-01"), open_end}});
  std::vector<PlaceRecord> places;
  for (const double lon : {0.5, 1.5, 2.5}) {
    PlaceRecord& place = places.emplace_back();
    PlaceName name;
    name.text = "Newton";
    name.language = "en";
    name.source = "survey";
    place.names = {name};
    place.position = from_degrees(lon, 0.5);
    place.type = "P.PPL";
  }
  record_places(project, by("Ben"), places);
  const auto at = [&](int level) { return same_names_on_record(project, SameBy::name, level, 1, midsummer).report; };
  CHECK(at(2).groups.empty());
  REQUIRE(at(1).groups.size() == 1);  // 71 and 72 share no digit with R-W
  CHECK(at(1).groups[0].division.name == "West");
  CHECK(at(1).groups[0].members.size() == 2);
  REQUIRE(at(0).groups.size() == 1);
  CHECK(at(0).groups[0].members.size() == 3);
}

TEST_CASE("a reading that somebody confirmed goes before the lexicon's in the checks of like names") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  std::vector<PlaceRecord> more{town.street("曾合路", 0.5, 0.5)};
  more[0].names[0].reading = "Zēngxiá Lù";
  more[0].names[0].reading_certainty = Certainty::confirmed;
  record_places(town.project, by("Ben"), more);
  const auto index = NameSearch::open(town.project, "", midsummer);
  for (const NameSearch* names : {&index, static_cast<const NameSearch*>(nullptr)}) {
    const auto found = town.found("增霞路", from_degrees(0.5, 0.5), names);
    CHECK(std::any_of(found.begin(), found.end(), [](const std::string& line) { return line.find("naming.homophone_toned") != std::string::npos; }));
  }
}
