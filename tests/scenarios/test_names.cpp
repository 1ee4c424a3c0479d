// SPDX-License-Identifier: Apache-2.0
/// Acceptance scenarios 1 to 6 of the names officer (domain.md §9.1), through the acts of the office.
#include "data/office/changes.hpp"
#include "data/office/name_acts.hpp"
#include "data/office/name_workflow.hpp"
#include "tests/contract/town.hpp"
#include "tests/support/findings.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

namespace {

const Date the_day = parse_date("2024-06-30");
const ActingBody county{"瑞安市人民政府", "government", 3}, housing{"瑞安市住房和城乡建设局", "department", 3}, names_office{"瑞安市民政局", "names_department", 3},
    prefecture{"温州市人民政府", "government", 2};

ActInfo act(const char* document = "", const char* issued = "2024-01-01") {
  ActInfo info{"Mei", "test", {}, {}};
  if (*document) info.document = {{}, "decree", document, "瑞政发〔2024〕1号", "瑞安市人民政府", parse_date(issued), "", ""};
  return info;
}

/// A county town under the law of China, with its divisions on record.
struct Office {
  explicit Office(const Site& place) : project{place.create({"cn"})} {
    adopt_county_town(project);
    for (const DivisionState& state : project.divisions(on("2020-01-01")).all()) {
      if (state.code == "330381001") town = state.id;
      if (state.code == "330381") city = state.id;
    }
  }

  NameApplication street(const char* name, const char* area = "安阳建成区", const char* day = "2024-02-01") const {
    NameApplication a;
    a.kind = "street";
    a.text = name;
    a.language = "zh";
    a.class_code = "23";
    a.division = town;
    a.location = "东起安阳桥，西至东门";
    a.built_up_area = area;
    a.applicant = "瑞安市民政局";
    a.applied = parse_date(day);
    return a;
  }
  NameActed apply(const char* number, const NameApplication& draft, std::vector<Attachment> attached = {}) {
    return apply_for_name(project, act(), draft, attached, {number, latest_revision, the_day});
  }
  NameActed step(const char* number, const char* state, const char* day, ActingBody body = {}, ActingBody receiver = {},
                 std::vector<Attachment> attached = {}) {
    StepTaken taken;
    taken.state = state;
    taken.day = parse_date(day);
    taken.body = std::move(body);
    taken.receiver = std::move(receiver);
    taken.attached = std::move(attached);
    return take_step(project, act(), {number, latest_revision, the_day}, taken);
  }
  void to_submitted(const char* number, const char* day) {
    for (const char* state : {"accepted", "evaluated", "submitted"}) step(number, state, day, names_office);
  }
  std::vector<NameTask> due(const char* day) const {
    auto tasks = name_tasks(project, parse_date(day));
    std::erase_if(tasks, [](const NameTask& t) { return t.done.has_value(); });
    return tasks;
  }

  Project project;
  DivisionId town, city;
};

}  // namespace

TEST_CASE("scenario 1: 向阳路 where there are 朝阳路 and, in another built-up area, 向阳街") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Office office{place};
  std::vector<PlaceRecord> records(2);
  for (std::size_t i = 0; i < 2; ++i) {
    PlaceName name;
    name.text = i == 0 ? "朝阳路" : "向阳街";
    name.language = "zh";
    name.source = "census";
    records[i].names = {name};
    records[i].classes = {{0, "cn-18521", "23"}};
    records[i].divisions = {{0, office.town, PlaceRelation::in, {}}};
    records[i].attributes = {};
  }
  records[0].attributes = {{0, "built_up_area", "安阳建成区"}};
  records[1].attributes = {{0, "built_up_area", "塘下建成区"}};
  record_places(office.project, act("census"), records);
  const NameActed taken = office.apply("2024-1", office.street("向阳路"));
  // Alike in another built-up area: told, and nothing to be lifted. 朝阳路 sounds otherwise: nothing at all.
  const auto about = [&](const char* other) {
    return std::find_if(taken.findings.begin(), taken.findings.end(), [&](const Finding& f) {
      return f.rule.starts_with("naming.") && std::any_of(f.facts.begin(), f.facts.end(), [&](const auto& fact) { return fact.second.find(other) != std::string::npos; });
    });
  };
  REQUIRE(about("向阳街") != taken.findings.end());
  CHECK(about("向阳街")->severity == Severity::note);
  CHECK(about("朝阳路") == taken.findings.end());
  CHECK(taken.application.findings.size() >= 1);  // on file
  // The name that is on its way stands against the next one already; in another built-up area it does not.
  const Error refused = refusal([&] { office.apply("2024-2", office.street("向阳路")); });
  CHECK(std::any_of(refused.findings().begin(), refused.findings().end(), [](const Finding& f) { return f.severity == Severity::error && f.rule.starts_with("naming."); }));
  office.apply("2024-3", office.street("向阳路", "塘下建成区"));
  // A homophone in the same area: a warning, and no approval without a reason.
  office.apply("2024-4", office.street("象羊路"));
  office.to_submitted("2024-4", "2024-02-20");
  StepTaken approval;
  approval.state = "approved";
  approval.day = parse_date("2024-03-01");
  approval.body = county;
  const ApplicationKey key{"2024-4", latest_revision, the_day};
  const Error unreasoned = refusal([&] { take_step(office.project, act(), key, approval); });
  std::string warned;
  for (const Finding& f : unreasoned.findings()) {
    if (f.severity == Severity::warning && f.rule.starts_with("naming.")) approval.reasons[warned = f.rule] = "因地名审定";
  }
  REQUIRE_FALSE(warned.empty());
  take_step(office.project, act(), key, approval);
  const auto on_file = find_application(office.project, "2024-4").findings;
  CHECK(std::any_of(on_file.begin(), on_file.end(), [&](const ApplicationFinding& f) { return f.stage == "approved" && f.finding.rule == warned && f.reason == "因地名审定"; }));
  CHECK(office.project.verify_audit().empty());
}

TEST_CASE("scenario 2: approved on 1 March and nothing filed by the 17th: both clocks are overdue") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Office office{place};
  office.apply("2024-1", office.street("建设路"));
  office.to_submitted("2024-1", "2024-02-20");
  office.step("2024-1", "approved", "2024-03-01", county);
  const auto in_time = office.due("2024-03-16");
  REQUIRE(in_time.size() == 2);
  CHECK(std::none_of(in_time.begin(), in_time.end(), [](const NameTask& t) { return t.overdue; }));
  const auto late = office.due("2024-03-17");
  REQUIRE(late.size() == 2);
  for (const NameTask& task : late) {
    CHECK(task.overdue);
    CHECK(to_string(task.due) == "2024-03-16");
    CHECK(task.number == "2024-1");
  }
  CHECK(late[0].clock != late[1].clock);
  CHECK(office.project.verify_audit().empty());
}

TEST_CASE("scenario 3: a building approved by the housing department is announced within 15 days of the filing") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Office office{place};
  NameApplication building = office.street("丹枫苑");
  building.kind = "building";
  building.class_code = "22100";
  building.spelling = "Danfeng Yuan";
  office.apply("2024-2", building);
  office.to_submitted("2024-2", "2024-02-20");
  // The housing department asks the names department first (Art. 12(6)); without its answer there is no approval.
  CHECK(rule_of(refusal([&] { office.step("2024-2", "approved", "2024-03-05", housing); })) == "name.document_missing");
  CHECK(rule_of(refusal([&] { office.step("2024-2", "approved", "2024-03-05", county, {}, {{"consultation", {{}, "", "复函", "", "", {}, "", ""}}}); })) ==
        "name.not_competent");
  office.step("2024-2", "approved", "2024-03-05", housing, {}, {{"consultation", {{}, "", "复函", "", "", {}, "", ""}}});
  const auto before = office.due("2024-03-06");
  REQUIRE(before.size() == 1);  // no announcement clock before the filing
  CHECK(before[0].clock == "name_filing");
  office.step("2024-2", "filed", "2024-03-10", housing, names_office);
  const auto after = office.due("2024-03-11");
  REQUIRE(after.size() == 1);
  CHECK(after[0].clock == "name_announcement_other");
  CHECK(to_string(after[0].due) == "2024-03-25");

  const NameActed announced = office.step("2024-2", "announced", "2024-03-20", names_office);
  CHECK(announced.findings.empty());  // PN-22: everything that an announcement must say is there
  CHECK(announced.application.state() == "in_force");
  CHECK(office.due("2024-04-30").empty());
  const PlaceRecord record = find_place(office.project, "丹枫苑");
  REQUIRE(record.names.size() == 1);
  CHECK(record.names[0].status == NameStatus::in_force);
  CHECK(to_string(record.names[0].valid) == "2024-03-20/..");
  CHECK(record.names[0].spellings.at(0).text == "Danfeng Yuan");
  REQUIRE(record.codes.size() == 1);
  CHECK(record.codes[0].code == "33038100122100000001");  // PN-30, as in the sample of the rule
  CHECK(office.project.places(on("2024-03-20")).size() == 1);
  CHECK(office.project.places(on("2024-03-19")).empty());
  CHECK(office.project.verify_audit().empty());
}

TEST_CASE("scenario 4: a lane on the protection list is not renamed before a protection plan is attached") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Office office{place};
  PlaceRecord lane;
  lane.local_id = "L-1";
  PlaceName name;
  name.text = "忠义街";
  name.language = "zh";
  name.source = "census";
  lane.names = {name};
  lane.divisions = {{0, office.town, PlaceRelation::in, {}}};
  std::vector<PlaceRecord> records{lane};
  record_places(office.project, act("census"), records);
  protect_name(office.project, act("地名保护名录"), records[0].id, {0, {}, "历史地名", "街名", parse_date("2023-05-01"), "", {}});

  NameApplication rename = office.street("东安街");
  rename.act = NameAct::rename;
  rename.place = records[0].id;
  const Revision before = office.project.summary().revision;
  const Error refused = refusal([&] { office.apply("2024-3", rename); });
  CHECK(rule_of(refused) == "name.protected");
  CHECK(office.project.summary().revision == before);
  CHECK(office.project.attempts().back().act == "names.apply");
  CHECK(rule_of(refusal([&] { rename_place(office.project, act("批复"), {records[0].id, {}, name, parse_date("2024-03-01")}); })) == "name.protected");

  office.apply("2024-3", rename, {{"protection_plan", {{}, "", "忠义街地名保护方案", "", "", {}, "", ""}, Content{"text/plain", "plan"}}});
  office.to_submitted("2024-3", "2024-02-20");
  office.step("2024-3", "approved", "2024-03-01", county);
  office.step("2024-3", "announced", "2024-03-05", names_office);
  const PlaceRecord now = find_place(office.project, "L-1");
  CHECK(now.name_on(parse_date("2024-03-04"))->text == "忠义街");
  CHECK(now.name_on(parse_date("2024-03-05"))->text == "东安街");
  const auto former = std::find_if(now.names.begin(), now.names.end(), [](const PlaceName& n) { return n.kind == NameKind::former; });
  REQUIRE(former != now.names.end());
  CHECK(former->text == "忠义街");
  REQUIRE(now.replacements.size() == 1);  // linked both ways
  CHECK(now.name(now.replacements[0].name)->text == "东安街");
  CHECK(now.name(now.replacements[0].former)->text == "忠义街");
  CHECK(now.protections.at(0).plan.value != 0);
  CHECK(office.project.verify_audit().empty());
}

TEST_CASE("scenario 5: a spelling from the source language is stored, never derived") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Office office{place};
  std::vector<PlaceRecord> records(1);
  PlaceName name;
  name.text = "乌鲁木齐";
  name.language = "zh";
  name.source = "census";
  records[0].names = {name};
  record_places(office.project, act("census"), records);
  spell_name(office.project, act(), records[0].id, {}, {0, "Ürümqi", "Latn", "SASM/GNC", "ug", Certainty::confirmed, "gazetteer"});
  spell_name(office.project, act(), records[0].id, {}, {0, "ئۈرۈمچى", "Arab", "", "ug", Certainty::confirmed, "gazetteer"});
  const auto spelled = find_place(office.project, "乌鲁木齐").names.at(0).spellings;
  REQUIRE(spelled.size() == 2);
  CHECK(spelled[0].text == "Ürümqi");
  CHECK(spelled[0].source_language == "ug");
  CHECK(rule_of(refusal([&] { spell_name(office.project, act(), records[0].id, {}, {0, "x", "latin", "", "", Certainty::confirmed, ""}); })) == "name.script");
}

TEST_CASE("scenario 6: a sign with a retired name gets a work order, and the record of names stays as it is") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Office office{place};
  PlaceRecord road;
  PlaceName name;
  name.text = "东方红路";
  name.language = "zh";
  name.source = "census";
  name.valid = *parse_edtf("1967/..");
  road.names = {name};
  std::vector<PlaceRecord> records{road};
  record_places(office.project, act("census"), records);
  Sign sign;
  sign.number = "P-17";
  sign.place = records[0].id;
  sign.installed = parse_date("2010-01-01");
  CHECK(put_up_sign(office.project, act(), sign).done.findings.empty());
  name.text = "东山路";
  rename_place(office.project, act("批复"), {records[0].id, {}, name, parse_date("2020-01-01")});

  const auto names_before = find_place(office.project, "东山路").names;
  const SignActed seen = inspect_sign(office.project, act(), "P-17", {0, {}, parse_date("2024-05-01"), SignCondition::ok, "东方红路", "Mei", "", {}});
  CHECK(rules_of(seen.done.findings) == std::vector<std::string>{"sign.retired_name"});
  REQUIRE(seen.sign.orders.size() == 1);
  CHECK(seen.sign.orders[0].reason == "sign.retired_name");
  const auto names_after = find_place(office.project, "东山路").names;
  REQUIRE(names_after.size() == names_before.size());
  for (std::size_t i = 0; i < names_after.size(); ++i) CHECK(names_after[i].fact == names_before[i].fact);
  // Seen again, it gets no second order; once done the sign is right.
  CHECK(inspect_sign(office.project, act(), "P-17", {0, {}, parse_date("2024-05-02"), SignCondition::ok, "东方红路", "Mei", "", {}}).sign.orders.size() == 1);
  const SignActed done = finish_sign_order(office.project, act(), seen.sign.orders[0].id, parse_date("2024-05-20"), "works", "东山路");
  CHECK(done.done.findings.empty());
  CHECK(all_signs(office.project).at(0).text_now() == "东山路");
  CHECK(office.project.verify_audit().empty());
}

TEST_CASE("what is returned, refused or out of order: every way of the procedure") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Office office{place};
  office.apply("2024-4", office.street("解放路"));
  CHECK(rule_of(refusal([&] { office.apply("2024-4", office.street("人民路")); })) == "name.number_held");
  CHECK(rule_of(refusal([&] { office.step("2024-4", "approved", "2024-02-02", county); })) == "name.out_of_order");
  CHECK(rule_of(refusal([&] { office.step("2024-4", "accepted", "2024-01-02"); })) == "name.dates");
  CHECK(rule_of(refusal([&] { office.step("2024-4", "accepted", "2024-07-01"); })) == "name.in_future");
  CHECK(rule_of(refusal([&] { office.step("2024-9", "accepted", "2024-02-02"); })) == "name.no_application");
  office.step("2024-4", "returned", "2024-02-02", names_office);
  office.step("2024-4", "applied", "2024-02-05");
  const Revision seen = find_application(office.project, "2024-4").revision;
  office.to_submitted("2024-4", "2024-02-20");
  StepTaken late;
  late.state = "approved";
  late.day = parse_date("2024-03-01");
  late.body = county;
  CHECK(rule_of(refusal([&] { take_step(office.project, act(), {"2024-4", seen, the_day}, late); })) == "name.stale");
  // Trying leaves nothing.
  CHECK(take_step(office.project, act(), {"2024-4", latest_revision, the_day, Carry::try_only}, late).revision == 0);
  CHECK(find_application(office.project, "2024-4").state() == "submitted");
  office.step("2024-4", "approved", "2024-03-01", county);
  // A filing with the wrong receiver is taken down with a warning, may be returned, and then counts as not made (Art. 13).
  CHECK(rules_of(office.step("2024-4", "filed", "2024-03-05", county, {"另一县", "government", 3}).findings).back() == "name.filing_receiver");
  office.step("2024-4", "filing_returned", "2024-03-08", prefecture);
  CHECK(office.due("2024-03-17").size() == 2);
  office.step("2024-4", "filed", "2024-03-18", county, prefecture);
  office.step("2024-4", "announced", "2024-03-20", names_office);
  const auto all = name_tasks(office.project, the_day);
  CHECK(std::all_of(all.begin(), all.end(), [](const NameTask& t) { return t.done.has_value(); }));
  CHECK(std::count_if(all.begin(), all.end(), [](const NameTask& t) { return t.overdue; }) == 2);  // both were late
  office.apply("2024-5", office.street("幸福路"));
  office.step("2024-5", "accepted", "2024-02-10");
  office.step("2024-5", "rejected", "2024-02-12", county);
  CHECK(rule_of(refusal([&] { office.step("2024-5", "accepted", "2024-02-13"); })) == "name.out_of_order");
  CHECK(find_places(office.project, "幸福路").empty());
  CHECK(office.project.verify_audit().empty());
}

TEST_CASE("two records of one place become one, and both are found from each other") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Office office{place};
  std::vector<PlaceRecord> records(2);
  for (std::size_t i = 0; i < 2; ++i) {
    PlaceName name;
    name.text = i == 0 ? "飞云江" : "飞云江水道";
    name.language = "zh";
    name.source = "census";
    records[i].local_id = i == 0 ? "W-1" : "W-2";
    records[i].names = {name};
    records[i].codes = {{0, "geonames", i == 0 ? "1" : "2", {}}};
    records[i].classes = {{0, "cn-18521", i == 0 ? "12" : "23"}, {0, "inspire", "hydrography"}};
  }
  record_places(office.project, act("census"), records);
  const auto merged = merge_places(office.project, act("note"), records[1].id, records[0].id, parse_date("2024-01-01"));
  CHECK(rules_of(merged.findings) == std::vector<std::string>{"name.classes_differ"});  // they are merged all the same
  const PlaceRecord stays = find_place(office.project, "W-1"), gone = find_place(office.project, "W-2");
  CHECK(stays.names.size() == 2);
  CHECK(stays.names[1].kind == NameKind::variant);
  CHECK(stays.names[1].text == "飞云江水道");
  CHECK(stays.codes.size() == 2);
  CHECK(gone.valid.until == parse_date("2024-01-01"));
  REQUIRE(stays.links.size() == 1);
  REQUIRE(gone.links.size() == 1);
  CHECK(gone.links[0].other == stays.id);
  CHECK(gone.replacements.size() == 1);
  CHECK(stays.replacements.size() == 1);
  CHECK(rule_of(refusal([&] { merge_places(office.project, act(), records[1].id, records[0].id, parse_date("2024-02-01")); })) == "name.merged_already");
  CHECK(rule_of(refusal([&] { merge_places(office.project, act(), records[0].id, records[0].id, parse_date("2024-02-01")); })) == "name.same_place");
  abolish_name(office.project, act("批复"), records[0].id, {}, parse_date("2024-05-01"), true);
  const PlaceRecord ended = find_place(office.project, "W-1");
  CHECK(ended.valid.until == parse_date("2024-05-01"));
  CHECK(std::none_of(ended.names.begin(), ended.names.end(), [](const PlaceName& n) {
    return n.kind == NameKind::official && n.days().contains(parse_date("2024-05-01"));
  }));
  CHECK(office.project.verify_audit().empty());
}

TEST_CASE("a change of divisions carries its names in the same act") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Office office{place};
  const auto named = [](const char* id, const char* text) {
    PlaceRecord record;
    PlaceName name;
    name.text = text;
    name.language = "zh";
    name.source = "census";
    record.local_id = id;
    record.names = {name};
    return record;
  };
  PlaceRecord city = named("C-1", "瑞安市"), town = named("T-1", "安阳街道"), estate = named("E-1", "丹枫苑");
  city.names[0].specific = "瑞安";
  city.names[0].generic = "市";
  city.divisions = {{0, office.city, PlaceRelation::stands_for, {}}};
  town.divisions = {{0, office.town, PlaceRelation::stands_for, {}}};
  estate.divisions = {{0, office.town, PlaceRelation::in, {}}};
  estate.codes = {{0, "cn-place", "33038100122100000001", {}}};
  std::vector<PlaceRecord> records{city, town, estate};
  record_places(office.project, act("census"), records);
  const Revision before = office.project.summary().revision;

  ChangePlan plan{.title = "瑞安市更名", .authority = "国务院", .dates = {.approved = parse_date("2024-03-01"), .effective = parse_date("2024-04-01")}};
  plan.acts = {{.kind = ChangeKind::rename, .code = "330381", .name = "新瑞市", .language = "zh"}};
  const ActInfo decree{"Mei", "decree", {{}, "decree", plan.title, "国函〔2024〕9号", "国务院", parse_date("2024-03-01"), "", ""}, {}};
  const ChangeReceipt renamed = change_divisions(office.project, decree, plan, "gb2260");
  CHECK(office.project.summary().revision == before + 1);  // one act
  CHECK(rules_of(renamed.findings) == std::vector<std::string>{"name.carried"});
  const PlaceRecord of_city = find_place(office.project, "C-1");
  CHECK(of_city.name_on(parse_date("2024-03-31"))->text == "瑞安市");
  const PlaceName& now = *of_city.name_on(parse_date("2024-04-01"));
  CHECK(now.text == "新瑞市");
  CHECK(now.specific == "新瑞");
  CHECK(now.decision.value != 0);
  REQUIRE(of_city.replacements.size() == 1);
  CHECK(of_city.replacements[0].reason == "division");

  plan.title = "撤销安阳街道";
  plan.dates = {.approved = parse_date("2024-04-10"), .effective = parse_date("2024-05-01")};
  plan.acts = {{.kind = ChangeKind::abolish, .code = "330381001", .territory = {{"330381002"}}}};
  change_divisions(office.project, decree, plan, "gb2260");
  const PlaceRecord of_town = find_place(office.project, "T-1"), of_estate = find_place(office.project, "E-1");
  CHECK(of_town.valid.until == parse_date("2024-05-01"));
  CHECK(of_estate.name_on(parse_date("2024-05-01"))->text == "丹枫苑");
  REQUIRE(of_estate.divisions.size() == 2);
  CHECK(of_estate.divisions[0].valid.until == parse_date("2024-05-01"));
  CHECK(office.project.divisions(on("2024-05-01")).find(of_estate.divisions[1].division)->code == "330381002");
  REQUIRE(of_estate.codes.size() == 2);  // PN-30: the code of before, and the one of now
  CHECK(of_estate.codes[0].valid.until == parse_date("2024-05-01"));
  CHECK(of_estate.codes[1].code == "33038100222100000001");

  // A new division gets its place and its name in the act that establishes it, where its kin are on record as places.
  PlaceRecord prefecture_place = named("P-1", "温州市");
  prefecture_place.divisions = {{0, office.project.divisions(on("2024-05-01")).find_code("330300")->id, PlaceRelation::stands_for, {}}};
  std::vector<PlaceRecord> more{prefecture_place};
  record_places(office.project, act("census"), more);
  plan.title = "设立乐清市";
  plan.dates = {.approved = parse_date("2024-05-10"), .effective = parse_date("2024-06-01")};
  plan.acts = {{.kind = ChangeKind::establish, .code = "330382", .name = "乐清市", .language = "zh", .division_kind = "county_city", .superior = "330300"}};
  const ChangeReceipt founded = change_divisions(office.project, decree, plan, "gb2260");
  const PlaceRecord of_new = find_place(office.project, "乐清市");
  CHECK(of_new.names.at(0).status == NameStatus::in_force);
  CHECK(of_new.names.at(0).decision.value != 0);
  CHECK(of_new.valid.from == parse_date("2024-06-01"));
  CHECK(of_new.divisions.at(0).relation == PlaceRelation::stands_for);
  CHECK(office.project.divisions(on("2024-06-01")).find(of_new.divisions[0].division)->code == "330382");
  CHECK(office.project.verify_audit().empty());
}
