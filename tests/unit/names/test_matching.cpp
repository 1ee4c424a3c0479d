// SPDX-License-Identifier: Apache-2.0
#include "gis/names/matching.hpp"
#include "gis/names/taking_over.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

PlaceRecord place(std::int64_t id, const char* text, double lon, double lat, const char* code = "", const char* class_code = "") {
  PlaceRecord made;
  made.id = {id};
  PlaceName name;
  name.id = {id};
  name.text = text;
  name.language = "zh";
  made.names = {name};
  made.position = from_degrees(lon, lat);
  if (*code) made.codes = {{0, "geonames", code, {}}};
  if (*class_code) made.classes = {{0, "geonames", class_code}};
  return made;
}

const std::vector<PlaceRecord> on_record{place(1, "解放村", 120, 30, "1", "P.PPL"), place(2, "解放村", 121, 30, "2", "P.PPL"), place(3, "东山", 120.5, 30, "", "T.MT"),
                                         place(4, "臺州府", 120.9, 28.6)};

std::vector<std::string> told(std::span<const FieldDifference> differences) {
  std::vector<std::string> texts;
  for (const FieldDifference& d : differences) texts.push_back(to_text(d));
  return texts;
}

}  // namespace

TEST_CASE("by an id elsewhere, wherever it says it lies") {
  const PlaceMatcher matcher{on_record};
  CHECK(matcher.match(place(0, "解放村", 120, 30, "1", "P.PPL")).verdict == MatchVerdict::same);
  const PlaceMatch far = matcher.match(place(0, "解放村", 120.5, 30, "1"));
  CHECK(far.place == PlaceId{1});
  CHECK(far.how == "code");
  CHECK(far.verdict == MatchVerdict::conflict);  // 48 km off: which is wrong, the officer decides
  const PlaceMatch renamed = matcher.match(place(0, "胜利村", 120, 30, "1"));
  CHECK(renamed.verdict == MatchVerdict::conflict);
  CHECK(told(renamed.differences).at(0) == "name: 胜利村 ≠ 解放村");
}

TEST_CASE("homonyms far apart are two places, and never merged") {
  const PlaceMatcher matcher{on_record};
  CHECK(matcher.match(place(0, "解放村", 120.001, 30)).place == PlaceId{1});
  CHECK(matcher.match(place(0, "解放村", 120.001, 30)).verdict == MatchVerdict::same);
  CHECK(matcher.match(place(0, "解放村", 122, 31)).verdict == MatchVerdict::fresh);
  PlaceRecord nowhere = place(0, "解放村", 0, 0);
  nowhere.position.reset();
  const PlaceMatch unclear = matcher.match(nowhere);
  CHECK(unclear.verdict == MatchVerdict::conflict);
  CHECK(unclear.others.size() == 1);
}

TEST_CASE("traditional characters are the same name, another class is another place") {
  const PlaceMatcher matcher{on_record};
  const PlaceMatch folded_alike = matcher.match(place(0, "台州府", 120.9, 28.6));
  CHECK(folded_alike.place == PlaceId{4});
  CHECK(matcher.match(place(0, "东山", 120.5, 30, "", "T.PK")).verdict == MatchVerdict::conflict);
  CHECK(matcher.match(place(0, "东山", 120.5, 30, "", "P.PPL")).verdict == MatchVerdict::fresh);
}

TEST_CASE("one mistake nearby is asked about, further away it is another name") {
  const PlaceMatcher matcher{on_record};
  const PlaceMatch near = matcher.match(place(0, "解方村", 120.001, 30));
  CHECK(near.verdict == MatchVerdict::conflict);
  CHECK(near.how == "similar");
  CHECK(matcher.match(place(0, "解方村", 120.01, 30)).verdict == MatchVerdict::fresh);
  CHECK(one_mistake_apart("abcd", "abd"));
  CHECK(one_mistake_apart("abcd", "acbd"));
  CHECK(one_mistake_apart("解放村", "解方村"));
  CHECK_FALSE(one_mistake_apart("abcd", "abcd"));
  CHECK_FALSE(one_mistake_apart("abcd", "badc"));
  CHECK_FALSE(one_mistake_apart("ab", "abcd"));
}

TEST_CASE("what is new about a known place") {
  const PlaceMatcher matcher{on_record};
  PlaceRecord more = place(0, "解放村", 120, 30, "1");
  PlaceName variant = more.names[0];
  variant.text = "老解放村";
  variant.kind = NameKind::variant;
  more.names.push_back(variant);
  more.codes.push_back({0, "wikidata", "Q1", {}});
  const PlaceMatch match = matcher.match(more);
  CHECK(match.verdict == MatchVerdict::changed);
  CHECK(told(match.differences) == std::vector<std::string>{"name: 老解放村", "code: wikidata:Q1"});
}

TEST_CASE("what a name on record leaves open is filled from a file, and what contradicts the record is told") {
  PlaceName known;
  known.text = "岚浦社区";
  known.language = "zh";
  known.origin = "以水为名";
  PlaceName delivered = known;
  delivered.origin = "另说";
  delivered.specific = "岚浦";
  delivered.generic = "社区";
  delivered.reading = "Lánpǔ Shèqū";
  delivered.spellings = {{7, "Lanpu Shequ", "Latn"}};
  PlaceRecord was = place(1, "岚浦社区", 120, 30), said = was;
  was.names = {known};
  said.names = {delivered};
  std::vector<FieldDifference> found;
  const PlaceName full = taken_over(was, said, 200, &found).names.at(0);
  const std::string name = "岚浦社区";
  CHECK(found == std::vector<FieldDifference>{{"specific", name}, {"generic", name}, {"reading", name}, {"origin", "另说", "以水为名", true}, {"spelling", name}});
  CHECK(full.origin == "另说");
  CHECK(full.reading == "Lánpǔ Shèqū");
  CHECK(full.reading_certainty == Certainty::unsure);
  REQUIRE(full.spellings.size() == 1);
  CHECK(full.spellings[0].fact == 0);
  PlaceRecord filled = was;
  filled.names = {full};
  found.clear();
  CHECK(taken_over(filled, said, 200, &found).names.at(0).spellings.size() == 1);
  CHECK(found.empty());

  PlaceRecord on = place(1, "岚浦社区", 120, 30, "v-1");
  on.names[0].language = "zh";
  const std::vector<PlaceRecord> records{on};
  const PlaceMatcher matcher{records};
  PlaceRecord read = on;
  read.id = {};
  read.names[0].reading = "Lánpǔ Shèqū";
  const PlaceMatch match = matcher.match(read);
  CHECK(match.verdict == MatchVerdict::changed);
  CHECK(told(match.differences) == std::vector<std::string>{"reading: 岚浦社区"});

  PlaceRecord confirmed = read;
  confirmed.id = {1};
  const std::vector<PlaceRecord> read_records{confirmed};
  read.names[0].reading = "Lánbǔ Shèqū";
  const PlaceMatch other = PlaceMatcher{read_records}.match(read);
  CHECK(other.verdict == MatchVerdict::conflict);
  CHECK(told(other.differences) == std::vector<std::string>{"reading: Lánbǔ Shèqū ≠ Lánpǔ Shèqū"});
}

TEST_CASE("what an officer takes over: every field in which the row differs, each as a further version") {
  PlaceRecord was = place(1, "东山", 120, 30, "", "T.MT");
  was.classes[0].fact = 7;
  was.names[0].fact = 3;
  was.names[0].detail = 4;
  was.names[0].reading = "Dōngshān";
  was.fact = 5;
  was.head.fact = 6;
  was.head.location = "县城以东";
  was.codes = {{8, "cn-place", "33038100113000000001", {}}};
  was.attributes = {{9, "elevation_m", "310"}};
  PlaceRecord said = place(0, "东山", 120.01, 30, "", "T.PK");
  said.names[0].reading = "Dōngshán";
  said.names.push_back(said.names[0]);
  said.names[1].text = "东岭";
  said.head.location = "县城东北";
  said.codes = {{0, "cn-place", "33038100113000000002", {}}, {0, "wikidata", "Q5", {}}};
  said.attributes = {{0, "elevation_m", "312"}};
  std::vector<FieldDifference> found;
  const PlaceRecord becomes = taken_over(was, said, 200, &found);
  CHECK(told(found) == std::vector<std::string>{"reading: Dōngshán ≠ Dōngshān", "name: 东岭 ≠ 东山", "position: 965 m", "class: T.PK ≠ T.MT",
                                                "code: cn-place:33038100113000000002 ≠ 33038100113000000001", "code: wikidata:Q5", "elevation_m: 312 ≠ 310",
                                                "location: 县城东北 ≠ 县城以东"});
  CHECK(becomes.names[0].reading == "Dōngshán");
  CHECK(becomes.names[0].fact == 3);
  CHECK(becomes.names[0].detail == 0);
  REQUIRE(becomes.names.size() == 2);
  CHECK(becomes.names[1].kind == NameKind::variant);  // Art. 4: a standard name is changed by an approval, never by a file
  CHECK(becomes.position == said.position);
  CHECK(becomes.fact == 0);
  REQUIRE(becomes.classes.size() == 1);
  CHECK(becomes.classes[0].code == "T.PK");
  CHECK(becomes.codes.size() == 2);
  CHECK(becomes.attributes.at(0).value == "312");
  CHECK(becomes.head.location == "县城东北");
  CHECK(becomes.head.fact == 0);
}
