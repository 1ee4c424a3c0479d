// SPDX-License-Identifier: Apache-2.0
// What an office may do to names, and what the record makes of it.
#include "data/office/name_acts.hpp"
#include "data/office/officers.hpp"
#include "data/office/place_acts.hpp"
#include "tests/contract/town.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

const ActingBody county{"瑞安市人民政府", "government", 3};

bool has(const std::vector<Finding>& findings, const char* rule) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.rule == rule; });
}

ActInfo on_paper(const char* document) {
  ActInfo info{"Mei", "test", {}, {}};
  info.document.kind = "decree";
  info.document.title = document;
  return info;
}

NameApplication draft(const char* name) {
  NameApplication a;
  a.kind = "street";
  a.text = name;
  a.language = "zh";
  a.class_code = "23";
  a.built_up_area = "安阳建成区";
  a.position = from_degrees(0.5, 0.5);
  a.applicant = "瑞安市民政局";
  a.applied = parse_date("2024-02-01");
  return a;
}

PlaceName named(const char* text) {
  PlaceName name;
  name.text = text;
  name.language = "zh";
  return name;
}

}  // namespace

TEST_CASE("PN-12: a renaming is weighed like a first name; what is decided on paper goes on record with warnings") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  const PlaceId road = find_place(town.project, "朝阳路").id;
  const ActInfo unsaid{"Mei", "test", {}, {}};
  const auto rename = [&](const ActInfo& info, const char* text, const char* day) { return rename_place(town.project, info, {road, {}, named(text), parse_date(day)}); };
  const Revision before = town.project.summary().revision;
  CHECK(has(refusal([&] { rename(unsaid, "毛泽东路", "2024-01-01"); }).findings(), "naming.listed"));
  CHECK(has(refusal([&] { rename(unsaid, "建设路", "2024-01-01"); }).findings(), "naming.duplicate"));
  CHECK(town.project.summary().revision == before);
  const Recorded decided = rename(on_paper("批复"), "建设路", "2024-01-01");
  CHECK(has(decided.findings, "naming.duplicate"));
  CHECK(std::none_of(decided.findings.begin(), decided.findings.end(), [](const Finding& f) { return f.severity == Severity::error; }));
  CHECK(rename(unsaid, "ｏｃｅａｎ路", "2024-03-01").revision > 0);
  CHECK(find_place(town.project, "ocean路").id == road);  // as names are written
}

TEST_CASE("a renaming that is recorded late holds until the one that came after it") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  const PlaceId road = find_place(town.project, "朝阳路").id;
  rename_place(town.project, on_paper("批复二"), {road, {}, named("新华路"), parse_date("2020-01-01")});
  rename_place(town.project, on_paper("批复一"), {road, {}, named("红旗路"), parse_date("2010-01-01")});
  const PlaceRecord place = find_place(town.project, "新华路");
  const auto official = [&](const char* day) {
    std::string all;
    for (const PlaceName& n : place.names) {
      if (n.kind == NameKind::official && n.days().contains(parse_date(day))) all += n.text;
    }
    return all;
  };
  CHECK(official("2005-01-01") == "朝阳路");
  CHECK(official("2015-01-01") == "红旗路");
  CHECK(official("2024-01-01") == "新华路");
  CHECK(town.project.verify_audit().empty());
}

TEST_CASE("an application without a number, with papers of no step, without its class") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  const auto apply = [&](const char* number, const NameApplication& a, std::vector<Attachment> attached = {}) {
    return apply_for_name(town.project, on_paper("申请书"), a, attached, {number, latest_revision, midsummer});
  };
  CHECK(rule_of(refusal([&] { apply(" ", draft("东山路")); })) == "name.no_number");
  CHECK(has(refusal([&] { apply("1", draft("东山路"), {{"expart", {{}, "", "专家论证", "", "", {}, "", ""}}}); }).findings(), "name.unknown_document"));
  NameApplication unclassed = draft("向阳路");
  unclassed.class_code.clear();
  const Error same = refusal([&] { apply("2", unclassed); });
  CHECK(has(same.findings(), "naming.duplicate"));  // a street is compared with streets, whether its class is said or not
  CHECK(has(same.findings(), "name.no_class"));
  NameApplication village = draft("东山路");
  village.class_code = "22200";
  village.language = "und";
  const NameActed placed = apply("3", village);
  CHECK(has(placed.findings, "name.kind_class"));
  CHECK(placed.application.language == "zh");  // by its script, as the pack has it

  const NameActed taken = apply("4", draft("ｌｏｎｇ山路"));
  CHECK(taken.application.text == "long山路");
  CHECK(has(taken.findings, "script.full_width"));  // told, and stored as names are written
  CHECK(taken.application.division == town.project.divisions(on("2024-02-01")).find_code("330381001")->id);  // its ground says where

}

TEST_CASE("PN-02: how large the place is stays with its application and weighs on every later check") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  NameApplication avenue = draft("东山大道");
  avenue.size.length_m = 300;
  const ApplicationKey key{"5", latest_revision, midsummer};
  CHECK(has(apply_for_name(town.project, on_paper("申请书"), avenue, {}, key).findings, "naming.too_short"));
  CHECK(find_application(town.project, "5").size.length_m == 300);
  const auto take = [&](const char* state, const char* day, const PlaceSize& size = {}, const Reasons& reasons = {}) {
    StepTaken taken{.state = state, .day = parse_date(day), .body = county, .reasons = reasons, .size = size};
    return take_step(town.project, on_paper("批复"), key, taken);
  };
  take("accepted", "2024-02-02");
  CHECK(has(take("evaluated", "2024-02-03").findings, "naming.too_short"));
  take("submitted", "2024-02-04");
  CHECK(has(refusal([&] { take("approved", "2024-03-01"); }).findings(), "name.reason_needed"));
  CHECK(has(refusal([&] { take("approved", "2024-03-01", {.length_m = 0.0}); }).findings(), "name.size"));
  CHECK_FALSE(has(take("approved", "2024-03-01", {.length_m = 2'600.0, .storeys = 2}).findings, "naming.too_short"));  // measured anew
  take("announced", "2024-03-05");
  const NameApplication done = find_application(town.project, "5");
  CHECK(done.size == PlaceSize{.length_m = 2'600.0, .storeys = 2});
  CHECK(find_application(town.project, "5", done.revision - 2).size == PlaceSize{.length_m = 300.0});  // what was said before is not lost
  const PlaceRecord road = find_place(town.project, "东山大道");
  REQUIRE(road.attributes.size() == 2);  // a street has a built-up area and a length, and no storeys
  CHECK(road.attributes[1].name == "length_m");
  CHECK(road.attributes[1].value == "2600");
  CHECK(town.project.verify_audit().empty());
}

TEST_CASE("what is due is told as it stood on the day") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  apply_for_name(town.project, on_paper("申请书"), draft("东山路"), {}, {"1", latest_revision, midsummer});
  for (const auto& [state, day] : {std::pair{"accepted", "2024-02-02"}, {"evaluated", "2024-02-03"}, {"submitted", "2024-02-04"}, {"approved", "2024-03-01"}, {"filed", "2024-03-10"}}) {
    StepTaken taken{.state = state, .day = parse_date(day), .body = county};
    taken.receiver = {"温州市人民政府", "government", 2};
    take_step(town.project, on_paper("批复"), {"1", latest_revision, midsummer}, taken);
  }
  CHECK(name_tasks(town.project, parse_date("2024-02-29")).empty());
  const auto open = [&](const char* day) {
    const auto tasks = name_tasks(town.project, parse_date(day));
    return std::count_if(tasks.begin(), tasks.end(), [](const NameTask& t) { return !t.done; });
  };
  CHECK(open("2024-03-01") == 2);
  CHECK(open("2024-03-10") == 1);
  const auto queue = name_queue(town.project, "", parse_date("2024-02-02"));
  REQUIRE(queue.size() == 1);
  CHECK(queue[0].state == "accepted");
}

TEST_CASE("merging carries what the law protects, and doubts what lies far apart") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  std::vector<PlaceRecord> places{town.street("忠义街", 0.5, 0.5), town.street("忠义街", 0.55, 0.5)};
  places[0].aliases = {{0, "忠义街 3 号", "东山路 3 号", "证 1", midsummer}};
  record_places(town.project, by("Ben"), places);
  const NameProtection listed{0, places[0].names[0].id, "历史地名", "街名", parse_date("2023-05-01"), "", {}};
  protect_name(town.project, on_paper("名录"), places[0].id, listed);
  CHECK(rule_of(refusal([&] { protect_name(town.project, on_paper("名录"), places[0].id, listed); })) == "name.protected_already");
  Sign sign;
  sign.number = "P-1";
  sign.place = places[0].id;
  sign.installed = parse_date("2020-01-01");
  put_up_sign(town.project, by("Ben"), sign);
  const Recorded merged = merge_places(town.project, by("Ben"), places[0].id, places[1].id, midsummer);
  CHECK(has(merged.findings, "name.far_apart"));
  CHECK(has(merged.findings, "name.signs_moved"));
  const PlaceRecord stays = place_records(town.project, PlaceRange::one(places[1].id)).front();
  REQUIRE(stays.protections.size() == 1);
  CHECK(stays.protections[0].name == stays.names[0].id);
  CHECK(stays.aliases.size() == 1);
  CHECK(rule_of(refusal([&] { rename_place(town.project, on_paper("批复"), {places[1].id, {}, named("东安街"), midsummer}); })) == "name.protected");
}

TEST_CASE("signs of a duplicate become those of the place that stays; what they show wrongly gets a work order") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  std::vector<PlaceRecord> places{town.street("忠义巷", 0.5, 0.5), town.street("忠义街", 0.5, 0.5), town.street("仁和街", 0.5, 0.5)};
  record_places(town.project, by("Ben"), places);
  const auto put_up = [&](const char* number, PlaceId of) {
    Sign sign;
    sign.number = number;
    sign.place = of;
    sign.installed = parse_date("2020-01-01");
    put_up_sign(town.project, by("Ben"), sign);
  };
  put_up("M-1", places[0].id);
  put_up("M-2", places[0].id);
  put_up("M-3", places[2].id);
  inspect_sign(town.project, by("Ben"), "M-1", {.day = parse_date("2021-01-01"), .condition = SignCondition::damaged});
  take_down_sign(town.project, by("Ben"), "M-2", parse_date("2022-01-01"));
  const Revision before = town.project.summary().revision;
  const Recorded merged = merge_places(town.project, by("Ben"), places[0].id, places[1].id, midsummer);
  REQUIRE(has(merged.findings, "name.signs_moved"));
  CHECK_FALSE(has(merged.findings, "name.signs_stay"));
  const auto signs = all_signs(town.project, places[1].id);
  REQUIRE(signs.size() == 1);  // the one that was taken down stays with what it was a sign of
  CHECK(signs[0].number == "M-1");
  CHECK(signs[0].inspections.size() == 1);
  REQUIRE(signs[0].orders.size() == 2);  // the damage of 2021, and the name that is standard no longer
  CHECK(signs[0].orders[1].reason == "sign.retired_name");
  CHECK(all_signs(town.project, places[0].id, before).size() == 2);  // nothing is lost
  finish_sign_order(town.project, by("Ben"), signs[0].orders[1].id, midsummer, "", "忠义街");
  CHECK(all_signs(town.project, places[1].id)[0].text_now() == "忠义街");

  const Recorded left = merge_places(town.project, by("Ben"), places[2].id, places[1].id, midsummer, Carry::out, MergedSigns::stay);
  CHECK(has(left.findings, "name.signs_stay"));
  CHECK(all_signs(town.project, places[2].id).size() == 1);
  CHECK(town.project.verify_audit().empty());
}

TEST_CASE("1.7: a street longer than the pack allows without a sign is told, by its course or by what was said") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  std::vector<PlaceRecord> places{town.street("长安大街", 0.5, 0.5), town.street("短安街", 0.5, 0.5), town.street("量安街", 0.5, 0.5)};
  places[0].attributes = {{0, "length_m", "1250"}};
  places[1].attributes = {{0, "length_m", "120"}};
  PlaceShape course;
  course.role = ShapeRole::course;
  course.path = {from_degrees(0.5, 0.5), from_degrees(0.504, 0.5)};  // 445 m
  places[2].shapes = {course};
  record_places(town.project, by("Ben"), places);
  const auto missing = missing_signs(town.project, midsummer);
  REQUIRE(missing.size() == 2);
  CHECK(missing[0].facts[0].second == "长安大街");
  CHECK(missing[1].facts[1].second == "445");
  Sign sign;
  sign.number = "L-1";
  sign.place = places[0].id;
  sign.installed = parse_date("2020-01-01");
  put_up_sign(town.project, by("Ben"), sign);
  CHECK(missing_signs(town.project, midsummer).size() == 1);
  CHECK(missing_signs(town.project, parse_date("2019-12-31")).size() == 2);
  take_down_sign(town.project, by("Ben"), "L-1", parse_date("2024-06-01"));
  CHECK(missing_signs(town.project, midsummer).size() == 2);
}

TEST_CASE("signs stand until they are taken down, and nothing happens to them before or after") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  Sign sign;
  sign.place = find_place(town.project, "朝阳路").id;
  sign.installed = parse_date("2020-01-01");
  CHECK(rule_of(refusal([&] { put_up_sign(town.project, by("Ben"), sign); })) == "sign.no_number");
  sign.number = "P-1";
  sign.position = from_degrees(0.9, 0.9);
  CHECK(has(put_up_sign(town.project, by("Ben"), sign).done.findings, "sign.far_away"));
  const auto seen = [](const char* day) { return SignInspection{0, {}, parse_date(day), SignCondition::damaged, "", "Mei", "", {}}; };
  CHECK(rule_of(refusal([&] { inspect_sign(town.project, by("Ben"), "P-1", seen("2019-01-01")); })) == "sign.dates");
  CHECK(rule_of(refusal([&] { inspect_sign(town.project, by("Ben"), "P-1", seen("9000-01-01")); })) == "sign.in_future");
  const SignActed bad = inspect_sign(town.project, by("Ben"), "P-1", seen("2021-01-01"));
  REQUIRE(bad.sign.orders.size() == 1);
  CHECK(rule_of(refusal([&] { finish_sign_order(town.project, by("Ben"), bad.sign.orders[0].id, parse_date("2020-12-31"), "", ""); })) == "sign.dates");
  SignInspection again = seen("2021-06-01");
  again.next_due = parse_date("2021-12-01");
  inspect_sign(town.project, by("Ben"), "P-1", again);
  REQUIRE(sign_tasks(town.project, parse_date("2021-12-02")).size() == 1);
  CHECK(sign_tasks(town.project, parse_date("2021-12-02"))[0].overdue);
  CHECK(sign_tasks(town.project, parse_date("2021-05-31")).empty());
  take_down_sign(town.project, by("Ben"), "P-1", parse_date("2022-01-01"));
  CHECK(sign_tasks(town.project, midsummer).empty());
  CHECK(all_signs(town.project).at(0).removed == parse_date("2022-01-01"));
  CHECK(all_signs(town.project).at(0).orders.at(0).done.has_value());
  CHECK(rule_of(refusal([&] { inspect_sign(town.project, by("Ben"), "P-1", seen("2022-02-01")); })) == "sign.removed");
  CHECK(rule_of(refusal([&] { take_down_sign(town.project, by("Ben"), "P-1", midsummer); })) == "sign.removed");
  CHECK(town.project.verify_audit().empty());
}

TEST_CASE("an officer of a division may change what lies on its ground, also where the record has no division for it") {
  const Site site{GENERATE(Engine::spatialite, Engine::postgis)};
  Town town{site};
  std::vector<PlaceRecord> places{town.street("东街", 0.5, 0.5), town.street("西街", 1.5, 0.5)};
  for (PlaceRecord& place : places) place.divisions.clear();
  record_places(town.project, by("Ben"), places);
  const auto division = [&](const char* code) { return town.project.divisions(on("2024-01-01")).find_code(code)->id; };
  appoint_officer(town.project, by("Ada"), {0, "Ada", "manager", {}, 0, {}, {parse_date("2020-01-01"), open_end}});
  appoint_officer(town.project, by("Ada"), {0, "Mei", "registrar", division("330381001"), 0, {}, {parse_date("2020-01-01"), open_end}});
  const PlaceAmendment amendment{.day = midsummer, .codes = {{0, "wikidata", "Q1", {}}}};
  CHECK(amend_place(town.project, by("Mei"), places[0].id, amendment).revision > 0);
  CHECK(rule_of(refusal([&] { amend_place(town.project, by("Mei"), places[1].id, amendment); })) == "officer.not_entitled");
}
