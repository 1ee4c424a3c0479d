// SPDX-License-Identifier: Apache-2.0
// The record of names: what goes in comes out, old rows are read with the new, nothing is lost.
#include "data/office/act_record.hpp"
#include "data/office/gazetteer.hpp"
#include "data/store/sign_store.hpp"
#include "tests/contract/engines.hpp"

using namespace merestone;
using namespace merestone::test;

namespace {

/// A street of a county town with everything that a record may hold.
PlaceRecord street(DivisionId county) {
  PlaceRecord r;
  r.local_id = "S-17";
  r.type = "street";
  r.position = from_degrees(0.5, 0.5);
  r.valid = {parse_date("1967-01-01"), open_end};
  r.head = {0, "internal", "main street of the town", "from the bridge to the east gate", "census form 12"};
  PlaceName name;
  name.text = "东山路";
  name.language = "zh";
  name.script = "Hans";
  name.status = NameStatus::in_force;
  name.specific = "东山";
  name.generic = "路";
  name.reading = "Dōngshān Lù";
  name.reading_certainty = Certainty::confirmed;
  name.origin = "leads to the hill";
  name.meaning = "eastern hill";
  name.source = "census 2016";
  name.valid = *parse_edtf("1979~/..");
  name.spellings = {{0, "Dongshan Lu", "Latn", "pinyin-1984", "zh", Certainty::confirmed, "census 2016"}};
  PlaceName former;
  former.text = "东方红路";
  former.language = "zh";
  former.kind = NameKind::former;
  former.source = "census 2016";
  former.valid = *parse_edtf("1967/1979~");
  r.names = {name, former};
  r.classes = {{0, "cn-18521", "23"}, {0, "geonames", "R.ST"}};
  r.attributes = {{0, "length_m", "1250"}};
  r.codes = {{0, "cn-place", "33038100123000000017", {}}, {0, "wikidata", "Q1", {}}};
  r.divisions = {{0, county, PlaceRelation::in, {}}};
  PlaceShape shape;
  shape.role = ShapeRole::course;
  shape.method = "survey";
  shape.accuracy_m = 0.5;
  shape.path = {from_degrees(0.4, 0.5), from_degrees(0.6, 0.5)};
  r.shapes = {shape};
  r.protections = {{0, {}, "historic street", "name of 1979", parse_date("2022-05-01"), "sign", {}}};
  r.aliases = {{0, "东方红路 3 号", "东山路 5 号", "证 2020-8", parse_date("2020-03-01")}};
  return r;
}

}  // namespace

TEST_CASE("a place comes out of the record as it went in") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const DivisionId county = project.divisions(on("2020-01-01")).all().front().id;
  std::vector<PlaceRecord> records{street(county)};
  const Recorded done = record_places(project, by("Ada"), records);
  CHECK(done.findings.empty());
  CHECK(done.revision == 3);

  const PlaceRecord read = find_place(project, "东山路");
  CHECK(read.id == records[0].id);
  CHECK(read.head.secrecy == "internal");
  CHECK(read.head.location == "from the bridge to the east gate");
  REQUIRE(read.names.size() == 2);
  const PlaceName& name = read.names[0];
  CHECK(name.text == "东山路");
  CHECK(name.script == "Hans");
  CHECK(name.status == NameStatus::in_force);
  CHECK(name.specific == "东山");
  CHECK(name.reading == "Dōngshān Lù");
  CHECK(name.reading_certainty == Certainty::confirmed);
  CHECK(name.meaning == "eastern hill");
  CHECK(to_string(name.valid) == "1979~/..");
  REQUIRE(name.spellings.size() == 1);
  CHECK(name.spellings[0].scheme == "pinyin-1984");
  CHECK(read.names[1].kind == NameKind::former);
  CHECK(read.names[1].spellings.empty());
  CHECK(read.class_in("geonames")->code == "R.ST");
  CHECK(read.attributes.at(0).value == "1250");
  CHECK(read.codes.size() == 2);
  CHECK(read.divisions.at(0).division == county);
  CHECK(read.shapes.at(0).path.size() == 2);
  CHECK(read.shapes.at(0).accuracy_m == 0.5);
  CHECK(read.protections.at(0).category == "historic street");
  CHECK(read.aliases.at(0).new_address == "东山路 5 号");

  for (const char* what : {"S-17", "wikidata:Q1", "东方红路"}) CHECK(find_place(project, what).id == read.id);
  CHECK(find_place(project, "#" + std::to_string(read.id.value)).id == read.id);
  CHECK(rule_of(refusal([&] { find_place(project, "nowhere"); })) == "name.no_place");
  CHECK(find_places(project, "东山路", 2).empty());  // as it was known before

  const auto on_map = project.places(on("2020-01-01"));  // what maps and search read
  REQUIRE(on_map.size() == 1);
  CHECK(on_map[0].names.at(0).text == "东山路");
  CHECK(project.verify_audit().empty());
}

TEST_CASE("places of before the record of names are read with it, as they are") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  const Period valid{parse_date("2015-01-01"), parse_date("2020-01-01")};
  adopt_places(project, by("Ada"), {{{}, "p1", "populatedPlace", {{"鄂湘", "zh", "official"}, {"E-Xiang", "en", "exonym"}}, from_degrees(0.5, 0.5), valid}});
  const PlaceRecord read = find_place(project, "鄂湘");
  CHECK(read.head.secrecy == "public");
  REQUIRE(read.names.size() == 2);
  CHECK(read.names[0].status == NameStatus::recorded);
  CHECK(read.names[0].reading_certainty == Certainty::unsure);
  CHECK(to_string(read.names[0].valid) == "2015-01-01/2019-12-31");
  CHECK(read.names[1].kind == NameKind::exonym);
  CHECK(read.names[0].id != read.names[1].id);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a name is superseded, never lost, and keeps its id") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  std::vector<PlaceRecord> records{street(project.divisions(on("2020-01-01")).all().front().id)};
  const Revision first = record_places(project, by("Ada"), records).revision;
  {
    Connection& connection = project.connection();
    Transaction transaction{connection};
    ActRecord act{connection, "test", "Ada", "correction"};
    PlaceName corrected = find_place(project, "S-17").names[0];
    const PlaceName* gone[] = {&corrected};
    supersede_names(act.writer(), gone);
    corrected.reading = "Dōngshān Lu";
    PlaceName* added[] = {&corrected};
    add_names(act.writer(), added);
    act.close();
    transaction.commit();
  }
  const PlaceRecord now = find_place(project, "S-17"), then = find_place(project, "S-17", first);
  REQUIRE(now.names.size() == 2);
  CHECK(now.names[0].reading == "Dōngshān Lu");
  CHECK(then.names[0].reading == "Dōngshān Lù");
  CHECK(now.names[0].id == then.names[0].id);
  CHECK(now.names[0].spellings.size() == 1);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("what may not be a record is refused whole, and trying leaves nothing") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = place.create();
  adopt(project, Counties{});
  const DivisionId county = project.divisions(on("2020-01-01")).all().front().id;
  std::vector<PlaceRecord> records{street(county), street(county)};
  records[1].names[0].language = "Chinese, simplified";
  const Error error = refusal([&] { record_places(project, by("Ada"), records); });
  CHECK(rule_of(error) == "name.language");
  CHECK(project.summary().revision == 2);
  CHECK(project.attempts().back().act == "names.record");
  records.resize(1);
  CHECK(record_places(project, by("Ada"), records, Carry::try_only).revision == 0);
  CHECK(project.summary().revision == 2);
  CHECK(place_records(project).empty());
}
