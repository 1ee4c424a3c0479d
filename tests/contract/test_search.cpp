// SPDX-License-Identifier: Apache-2.0
/// Search in the names of a project: the same answers on both engines, an act known from its commit on.
#include "data/office/changes.hpp"
#include "data/office/name_search.hpp"
#include "data/office/place_acts.hpp"
#include "tests/contract/engines.hpp"

#include <fstream>

using namespace merestone;
using namespace merestone::test;

namespace {

NamedPlace place(const char* id, std::vector<std::string> names, double lon, double lat) {
  NamedPlace made{{}, id, "populatedPlace", {}, from_degrees(lon, lat), {}};
  for (auto& name : names) made.names.push_back({std::move(name), "zh", made.names.empty() ? "official" : "variant"});
  return made;
}

using Told = std::vector<std::string>;

/// "layer name in division", best first.
Told told(const Project& project, const NameSearch& names, search::Query query) {
  query.day = parse_date("2020-01-01");
  Told told;
  for (const auto& hit : names.find(query).hits) {
    const auto chain = project.chain_register({names.division_of(hit.within)}, on("2020-01-01")).chain(names.division_of(hit.within));
    told.push_back(std::string{search::word_of(hit.layer)} + " " + hit.text + (chain.empty() ? "" : " in " + chain.front()->code));
  }
  return told;
}

}  // namespace

TEST_CASE("names of a project are found, each with the division that holds it; later ones at once") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = site.create();
  adopt(project, Counties{});
  adopt_places(project, by("Ben"), {place("p1", {"石家庄", "Shimen"}, 0.5, 1.5), place("p2", {"王家庄"}, 1.5, 0.5), place("p3", {"王家庄"}, 0.5, 0.5)});
  const std::string file = site.engine() == Engine::postgis ? (std::filesystem::temp_directory_path() / ("merestone-names-" + std::to_string(getpid()))).string()
                                                              : site.location() + ".names";
  std::filesystem::remove(file);
  const Date day = parse_date("2020-01-01");
  const auto names = NameSearch::open(project, file, day);
  CHECK(names.state().revision == 3);
  CHECK(names.verify(project).empty());

  const auto homonyms = told(project, names, {.text = "王家庄"});
  REQUIRE(homonyms.size() == 2);
  CHECK(homonyms[0] != homonyms[1]);  // in two communes
  CHECK(told(project, names, {.text = "sjz"}).front().starts_with("letters 石家庄 in "));
  CHECK(told(project, names, {.text = "shimen"}).front().starts_with("exact Shimen"));
  CHECK(told(project, names, {.text = "p2"}).front().starts_with("code 王家庄"));

  search::Query in_north{.text = "家庄"};
  in_north.filter.divisions = names.ranges_of(project.divisions(on("2020-01-01")).find_code("N")->id);
  CHECK(told(project, names, in_north) == Told{"part 石家庄 in a"});

  SECTION("an act is known from its commit on, by an index that was made before it") {
    adopt_places(project, by("Ben"), {place("p4", {"李家庄"}, 1.5, 1.5)});
    const auto later = NameSearch::open(project, file, day);
    CHECK(told(project, later, {.text = "ljz"}).front().starts_with("letters 李家庄 in "));
    CHECK(told(project, later, {.text = "家庄"}).size() == 4);
    CHECK(later.state().revision == 3);
    CHECK(later.state().later == 1);
    // "County town" containment: the division is named by the index, the village by what came after it.
    const auto contained = told(project, later, {.text = "Northshire 李家庄"});
    REQUIRE_FALSE(contained.empty());
    CHECK(contained.front().starts_with("containing 李家庄 in "));
    CHECK(NameSearch::rebuild(project, file, day).state().revision == 4);
  }
  SECTION("an index that is damaged, or of another project, is made anew") {
    { std::ofstream{file, std::ios::binary} << "MERENAME but not really"; }
    CHECK(told(project, NameSearch::open(project, file, day), {.text = "石家庄"}).size() == 1);
    CHECK(NameSearch::open(project, file, day).state().in_file);
  }
  SECTION("a division that changes its name is found by it") {
    adopt_history(project, by("Ben"), {{"history.csv", 1, "a", "Aldham", "commune", 2, {parse_date("1943-01-01"), parse_date("2015-01-01")}, "renamed", "a"},
                                       {"history.csv", 2, "a", "Newham", "commune", 2, {parse_date("2015-01-01"), open_end}, "", ""}}, "test");
    const auto after = NameSearch::open(project, file, day);
    CHECK(told(project, after, {.text = "newham"}).front().starts_with("exact Newham"));
    search::Query former{.text = "Aldham", .day = day};
    CHECK(after.find(former).former.size() == 1);
    CHECK(after.state().revision == 3);  // beside the index of before, which stays
    CHECK(after.state().known == 4);
    CHECK(told(project, after, {.text = "Newham 石家庄"}).front().starts_with("containing 石家庄"));
    search::Query in_county{.text = "家庄"};
    in_county.filter.divisions = after.ranges_of(project.divisions(on("2020-01-01")).find_code("N")->id);
    CHECK(told(project, after, in_county).size() == 1);
    CHECK(told(project, NameSearch::rebuild(project, file, day), {.text = "Newham 石家庄"}) == told(project, after, {.text = "Newham 石家庄"}));
  }
  SECTION("a division that moves to another county takes its villages along, beside the index of before") {
    ChangePlan plan{.title = "Move", .authority = "Parliament", .dates = {.approved = parse_date("2017-06-01"), .effective = parse_date("2018-01-01")}};
    plan.acts = {{.kind = ChangeKind::change_superior, .code = "a", .superior = "S"}};
    change_divisions(project, by("Ben"), plan, "test");
    const auto after = NameSearch::open(project, file, day);
    CHECK(after.state().revision == 3);
    const auto in = [&](const char* county) {
      search::Query query{.text = "家庄"};
      query.filter.divisions = after.ranges_of(project.divisions(on("2020-01-01")).find_code(county)->id);
      return told(project, after, query).size();
    };
    CHECK(in("N") == 0);
    CHECK(in("S") == 3);
    CHECK(told(project, after, {.text = "Southshire 石家庄"}).front().starts_with("containing 石家庄"));
  }
  SECTION("places whose ground changed hands are found where they lie now") {
    ChangePlan plan{.title = "Merge", .authority = "Parliament", .dates = {.approved = parse_date("2017-06-01"), .effective = parse_date("2018-01-01")}};
    plan.acts = {{.kind = ChangeKind::abolish, .code = "a", .territory = {{"e"}}},
                 {.kind = ChangeKind::abolish, .code = "b", .territory = {{"e"}}},
                 {.kind = ChangeKind::establish, .code = "e", .name = "Elm", .division_kind = "commune", .level = 2, .superior = "N"}};
    change_divisions(project, by("Ben"), plan, "test");
    const auto after = NameSearch::open(project, file, day);
    CHECK(told(project, after, {.text = "sjz"}) == Told{"letters 石家庄 in e"});
    CHECK(told(project, after, {.text = "Elm 石家庄"}) == Told{"containing 石家庄 in e"});
    CHECK(told(project, after, {.text = "Northshire 石家庄"}) == Told{"containing 石家庄 in e"});
  }
}

TEST_CASE("places are found by the class, and names by the reading, that the record has for them (PN-30, PN-50)") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = site.create();
  adopt(project, Counties{});
  PlaceRecord lane;
  lane.type = "populatedPlace";
  lane.classes = {{0, "cn-18521", "22200"}, {0, "geonames", "P.PPL"}};
  lane.names.push_back({});
  lane.names.back().text = "曾合里";
  lane.names.back().language = "zh";
  lane.names.back().source = "survey";
  lane.names.back().reading = "Cénghélǐ";
  lane.names.back().reading_certainty = Certainty::confirmed;
  PlaceRecord other = lane;
  other.classes = {{0, "cn-18521", "21620"}};
  other.names.back().text = "五合里";
  other.names.back().reading.clear();
  std::vector<PlaceRecord> places{lane, other};
  record_places(project, by("Ben"), places);
  const std::string file = site.engine() == Engine::postgis ? (std::filesystem::temp_directory_path() / ("merestone-class-" + std::to_string(getpid()))).string()
                                                              : site.location() + ".names";
  std::filesystem::remove(file);
  const Date day = parse_date("2020-01-01");
  const auto of_class = [&](const NameSearch& names, const char* type, const char* text) {
    search::Query query{.text = text};
    query.filter.types = {type};
    return told(project, names, query);
  };
  const auto names = NameSearch::open(project, file, day);
  for (const char* type : {"22200", "cn-18521:22200", "P.PPL", "geonames:P.PPL"}) CHECK(of_class(names, type, "合里") == Told{"part 曾合里"});
  CHECK(of_class(names, "populatedPlace", "合里").size() == 2);
  CHECK(of_class(names, "cn-18521", "合里").empty());
  const auto hit = names.find({.text = "曾合里", .day = day}).hits.at(0);
  CHECK(hit.type == "populatedPlace");
  CHECK(hit.classes == std::vector<std::string>{"cn-18521:22200", "geonames:P.PPL"});

  CHECK(told(project, names, {.text = "cengheli"}) == Told{"sound 曾合里"});
  CHECK(told(project, names, {.text = "chl"}).front() == "letters 曾合里");
  CHECK(told(project, names, {.text = "层河里"}) == Told{"homophone 曾合里"});
  CHECK(told(project, names, {.text = "wuheli"}) == Told{"sound 五合里"});  // nobody said how: as dictionaries read it

  SECTION("a class and a reading recorded later are found beside the index of before") {
    amend_place(project, by("Ben"), places[1].id, {.day = day, .classes = {{0, "cn-18521", "22200"}}});
    const auto later = NameSearch::open(project, file, day);
    CHECK(later.state().revision == names.state().revision);
    CHECK(of_class(later, "22200", "合里").size() == 2);
    CHECK(of_class(later, "21620", "合里").empty());
    CHECK(told(project, later, {.text = "cengheli"}) == Told{"sound 曾合里"});
    const auto anew = NameSearch::rebuild(project, file, day);
    CHECK(of_class(anew, "22200", "合里").size() == 2);
    CHECK(anew.verify(project).empty());
  }
}

TEST_CASE("a name whose ground nobody knows is found under the division that the record has for it") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = site.create();
  adopt(project, Counties{});
  const auto division = [&](const char* code) { return project.divisions(on("2020-01-01")).find_code(code)->id; };
  const auto named = [](const char* text, std::vector<PlaceDivision> divisions) {
    PlaceRecord place;
    place.names.push_back({});
    place.names.back().text = text;
    place.names.back().language = "zh";
    place.names.back().source = "survey";
    place.divisions = std::move(divisions);
    return place;
  };
  std::vector<PlaceRecord> places{named("石家庄", {{0, division("a"), PlaceRelation::in, {}}}),
                                  named("清水河", {{0, division("a"), PlaceRelation::crosses, {}}, {0, division("b"), PlaceRelation::crosses, {}}})};
  record_places(project, by("Ben"), places);
  const std::string file = site.engine() == Engine::postgis ? (std::filesystem::temp_directory_path() / ("merestone-record-" + std::to_string(getpid()))).string()
                                                              : site.location() + ".names";
  std::filesystem::remove(file);
  const Date day = parse_date("2020-01-01");
  const auto names = NameSearch::open(project, file, day);
  CHECK(told(project, names, {.text = "石家庄"}) == Told{"exact 石家庄 in a"});
  CHECK(told(project, names, {.text = "Northshire 石家庄"}) == Told{"containing 石家庄 in a"});
  CHECK(told(project, names, {.text = "清水河"}) == Told{"exact 清水河 in N"});  // lies in two communes: in what holds both

  // The record says another division now: known beside the index of before.
  amend_place(project, by("Ben"), places[0].id, {.day = parse_date("2010-01-01"), .divisions = {{0, division("d"), PlaceRelation::in, {}}}});
  const auto later = NameSearch::open(project, file, day);
  CHECK(later.state().revision == names.state().revision);
  CHECK(told(project, later, {.text = "石家庄"}) == Told{"exact 石家庄 in d"});
  CHECK(told(project, later, {.text = "Southshire 石家庄"}) == Told{"containing 石家庄 in d"});
  CHECK(told(project, NameSearch::rebuild(project, file, day), {.text = "石家庄"}) == told(project, later, {.text = "石家庄"}));
}
