// SPDX-License-Identifier: Apache-2.0
// What is on record of a place beside its names changes by acts, keeps its history, and is taken back by a new act.
#include "data/office/name_acts.hpp"
#include "data/office/place_acts.hpp"
#include "tests/contract/town.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

PlaceId stream(Project& project) {
  std::vector<PlaceRecord> places(2);
  for (PlaceRecord& place : places) {
    PlaceName name;
    name.text = &place == &places[0] ? "清水河" : "东村";
    name.language = "zh";
    name.source = "survey";
    place.names = {name};
    place.position = from_degrees(0.5, 1.5);
  }
  places[0].classes = {{0, "gnis", "Stream"}};
  record_places(project, by("Ben"), places);
  return places[0].id;
}

PlaceRecord now(const Project& project, PlaceId id) { return place_records(project, PlaceRange::one(id)).front(); }

}  // namespace

TEST_CASE("shapes follow one another by role, each with method, accuracy and days") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = site.create();
  const PlaceId id = stream(project);
  PlaceShape course;
  course.role = ShapeRole::course;
  course.method = "map";
  course.accuracy_m = 25;
  course.path = {from_degrees(0, 1), from_degrees(1, 2)};
  amend_place(project, by("Ben"), id, {.day = parse_date("2010-01-01"), .shapes = {course}});
  course.method = "survey";
  course.accuracy_m = 0.5;
  course.path = {from_degrees(0, 1), from_degrees(0.5, 1.6), from_degrees(1, 2)};
  PlaceShape mouth;
  mouth.position = from_degrees(1, 2);
  const Revision second = amend_place(project, by("Ben"), id, {.day = parse_date("2020-01-01"), .shapes = {course, mouth}}).revision;

  const PlaceRecord after = now(project, id);
  REQUIRE(after.shapes.size() == 3);
  CHECK(after.position == mouth.position);
  const auto on_day = [&](const char* day) {
    std::string methods;
    for (const PlaceShape& s : after.shapes) {
      if (s.role == ShapeRole::course && s.valid.contains(parse_date(day))) methods += s.method;
    }
    return methods;
  };
  CHECK(on_day("2015-06-01") == "map");
  CHECK(on_day("2020-01-01") == "survey");
  CHECK(place_records(project, PlaceRange::one(id), second - 1).front().shapes.size() == 1);  // what was known then

  undo_amendment(project, by("Cas", "wrong river"), second);
  const PlaceRecord back = now(project, id);
  REQUIRE(back.shapes.size() == 1);
  CHECK(back.shapes[0].method == "map");
  CHECK(back.shapes[0].valid.until == open_end);
  CHECK(back.position == from_degrees(0.5, 1.5));
  CHECK(project.verify_audit().empty());
}

TEST_CASE("longitude and latitude exchanged are refused, naming the division they would lie in, unless the officer means it") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  const PlaceId id = find_place(town.project, "飞云江").id;
  PlaceAmendment amendment{.day = midsummer};
  PlaceShape mouth;
  mouth.position = from_degrees(0.5, 1.5);  // the town lies from 0 0 to 2 1
  amendment.shapes = {mouth};
  const Error refused = refusal([&] { amend_place(town.project, by("Ben"), id, amendment); });
  CHECK(rule_of(refused) == "name.axes");
  CHECK(refused.findings().front().facts.back().second == "330381002 玉海街道");
  amendment.outside_meant = true;
  const Recorded meant = amend_place(town.project, by("Ben"), id, amendment);
  REQUIRE_FALSE(meant.findings.empty());
  CHECK(meant.findings.front().rule == "name.outside");
  amendment = {.day = midsummer};
  mouth.position = from_degrees(50, 50);  // nowhere, either way
  amendment.shapes = {mouth};
  CHECK(amend_place(town.project, by("Ben"), id, amendment).findings.front().rule == "name.outside");

  NameApplication draft;
  draft.kind = "street";
  draft.text = "东山路";
  draft.class_code = "23";
  draft.applicant = "瑞安市民政局";
  draft.applied = parse_date("2024-02-01");
  draft.position = from_degrees(0.5, 1.5);
  const ApplicationKey key{"1", latest_revision, midsummer};
  const Error applied = refusal([&] { apply_for_name(town.project, by("Ben"), draft, {}, key); });
  CHECK(std::any_of(applied.findings().begin(), applied.findings().end(), [](const Finding& f) { return f.rule == "name.axes"; }));
  Sign sign;
  sign.number = "A-1";
  sign.place = find_place(town.project, "人民路").id;
  sign.installed = parse_date("2020-01-01");
  sign.position = from_degrees(0.5, 1.5);
  const Error stands = refusal([&] { put_up_sign(town.project, by("Ben"), sign); });
  CHECK(std::any_of(stands.findings().begin(), stands.findings().end(), [](const Finding& f) { return f.rule == "name.axes" && f.subject.record == "A-1"; }));
  CHECK(put_up_sign(town.project, by("Ben"), sign, Carry::out, true).done.revision > 0);
}

TEST_CASE("attributes are those of the class, codes and addresses have their days, links are read from both ends") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = site.create();
  const PlaceId id = stream(project), village{id.value + 1};
  const Date day = parse_date("2020-01-01");
  amend_place(project, by("Ben"), id, {.day = day, .classes = {{0, "cn-18521", "12"}}, .codes = {{0, "wikidata", "Q1", {}}}});
  CHECK(rule_of(refusal([&] { amend_place(project, by("Ben"), id, {.day = day, .attributes = {{"no_such_thing", "1"}}}); })) == "name.unknown_attribute");
  CHECK(rule_of(refusal([&] { amend_place(project, by("Ben"), id, {.day = day}); })) == "name.nothing_to_amend");
  CHECK(rule_of(refusal([&] { amend_place(project, by("Ben"), id, {.day = day, .ended_codes = {{0, "wikidata", "Q2", {}}}}); })) == "name.no_such_code");
  CHECK(rule_of(refusal([&] { amend_place(project, by("Ben"), id, {.day = day, .classes = {{0, "gnis", "no"}}}); })) == "name.unknown_class");
  CHECK(rule_of(refusal([&] { amend_place(project, by("Ben"), {99}, {.day = day, .classes = {{0, "geonames", "H"}}}); })) == "name.no_place");

  amend_place(project, by("Ben"), village, {.day = day, .aliases = {{0, "北街 3 号", "东山路 3 号", "证 17", day}}, .links = {{0, {}, "named_after", id, {}}}});
  const Revision ended = amend_place(project, by("Ben"), id, {.day = parse_date("2022-01-01"), .ended_codes = {{0, "wikidata", "Q1", {}}}}).revision;
  CHECK(now(project, id).codes.at(0).valid == Period{day, parse_date("2022-01-01")});
  CHECK(now(project, id).links.at(0).relation == "named_after");
  CHECK(now(project, village).aliases.at(0).certificate == "证 17");
  undo_amendment(project, by("Ben"), ended);
  CHECK(now(project, id).codes.at(0).valid.until == open_end);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("a place that moves to another division: the former one ends; only what nobody built upon is undone") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = site.create();
  adopt(project, Counties{});
  const PlaceId id = stream(project);
  const auto division = [&](const char* code) { return project.divisions(on("2020-01-01")).find_code(code)->id; };
  const auto lies_in = [&](const char* code, PlaceRelation relation = PlaceRelation::in) { return PlaceDivision{0, division(code), relation, {}}; };
  const Revision first = amend_place(project, by("Ben"), id, {.day = parse_date("2012-01-01"), .divisions = {lies_in("a")}}).revision;
  amend_place(project, by("Ben"), id, {.day = parse_date("2016-01-01"), .divisions = {lies_in("b")}});
  const auto place = now(project, id);
  REQUIRE(place.divisions.size() == 2);
  CHECK(place.divisions[0].valid.until == parse_date("2016-01-01"));
  CHECK(rule_of(refusal([&] { undo_amendment(project, by("Ben"), first); })) == "name.amended_since");
  CHECK(rule_of(refusal([&] { undo_amendment(project, by("Ben"), 1); })) == "name.no_amendment");
  amend_place(project, by("Ben"), id, {.day = parse_date("2018-01-01"), .divisions = {lies_in("c", PlaceRelation::crosses)}, .ended_divisions = {division("b")}});
  std::size_t today_in = 0;
  for (const PlaceDivision& d : now(project, id).divisions) today_in += d.valid.contains(parse_date("2019-01-01"));
  CHECK(today_in == 1);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("further names and what is known of a name: recorded, kept apart from standard names, taken back") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = site.create();
  const PlaceId id = stream(project);
  const Date day = parse_date("2020-01-01");
  const NameId shown = now(project, id).names.at(0).id;
  NameDetails known{.name = shown};
  known.reading = "Qīngshuǐ Hé";
  known.certainty = Certainty::confirmed;
  known.specific = "清水";
  known.generic = "河";
  known.valid = parse_edtf("1370~/..");
  const Revision described = amend_place(project, by("Ben"), id, {.day = day, .details = {known}}).revision;
  const PlaceName name = now(project, id).names.at(0);
  CHECK(name.id == shown);
  CHECK(name.reading == "Qīngshuǐ Hé");
  CHECK(name.reading_certainty == Certainty::confirmed);
  CHECK(to_string(name.valid) == "1370~/..");
  CHECK(place_records(project, PlaceRange::one(id), described - 1).front().names.at(0).reading.empty());

  PlaceName older;
  older.text = "ｑｉｎｇ水";  // full width, as it was typed
  older.language = "zh";
  older.kind = NameKind::former;
  older.source = "县志";
  older.spellings = {{0, "Qing Shui", "Latn", "", "", Certainty::unsure, ""}};
  const Revision added = amend_place(project, by("Ben"), id, {.day = day, .names = {older}}).revision;
  REQUIRE(now(project, id).names.size() == 2);
  CHECK(now(project, id).names.at(1).text == "qing水");
  known.reading = "Qīngshuǐ";
  known.valid.reset();
  const auto odd = amend_place(project, by("Ben"), id, {.day = day, .details = {known}}, Carry::try_only);
  CHECK(std::any_of(odd.findings.begin(), odd.findings.end(), [](const Finding& f) { return f.rule == "name.reading"; }));

  older.kind = NameKind::official;
  CHECK(rule_of(refusal([&] { amend_place(project, by("Ben"), id, {.day = day, .names = {older}}); })) == "name.official_by_act");
  known.name = {99};
  CHECK(rule_of(refusal([&] { amend_place(project, by("Ben"), id, {.day = day, .details = {known}}); })) == "name.no_name_of_place");

  undo_amendment(project, by("Cas"), added);
  REQUIRE(now(project, id).names.size() == 1);
  undo_amendment(project, by("Cas"), described);
  CHECK(now(project, id).names.at(0).reading.empty());
  CHECK(to_string(now(project, id).names.at(0).valid) == "../..");
  CHECK(now(project, id).names.at(0).id == shown);
  CHECK(project.verify_audit().empty());
}

TEST_CASE("what cannot be so is refused: links, addresses, codes of others, levels that there are none of") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Project project = site.create({"cn"});
  const PlaceId id = stream(project), village{id.value + 1};
  const Date day = parse_date("2020-01-01");
  const auto refused = [&](PlaceAmendment amendment) {
    amendment.day = day;
    return rule_of(refusal([&] { amend_place(project, by("Ben"), id, amendment); }));
  };
  CHECK(refused({.links = {{0, {}, "part_of", id, {}}}}) == "name.link_itself");
  CHECK(refused({.links = {{0, {}, "cousin_of", village, {}}}}) == "name.link_relation");
  CHECK(refused({.links = {{0, {}, "merged_into", village, {}}}}) == "name.link_relation");  // the merger's own
  amend_place(project, by("Ben"), id, {.day = day, .links = {{0, {}, "part_of", village, {}}}});
  CHECK(refused({.links = {{0, {}, "part_of", village, {}}}}) == "name.link_twice");
  CHECK(refused({.aliases = {{0, "北街 3 号", " ", "证 17", day}}}) == "name.address");
  CHECK(refused({.head = PlaceHead{.secrecy = "sekret"}}) == "name.unknown_secrecy");
  CHECK(refused({.head = PlaceHead{.location = "a\u202E" "b"}}) == "script.bidi_control");
  const PlaceCode first{0, "cn-place", "33038100112000000001", {}}, second{0, "cn-place", "33038100112000000002", {}};
  amend_place(project, by("Ben"), village, {.day = day, .codes = {first}});
  CHECK(refused({.codes = {first}}) == "name.code_held");  // PN-30: of one place alone
  amend_place(project, by("Ben"), village, {.day = parse_date("2021-01-01"), .codes = {second}});
  amend_place(project, by("Ben"), id, {.day = parse_date("2022-01-01"), .codes = {first}});  // free since
  CHECK(find_place(project, "33038100112000000002").id == village);
  CHECK(project.verify_audit().empty());
}
