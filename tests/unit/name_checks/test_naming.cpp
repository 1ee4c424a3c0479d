// SPDX-License-Identifier: Apache-2.0
#include "gis/names/checks/memory_names.hpp"
#include "gis/names/checks/naming.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace merestone {
namespace {

NamingRules rules() {
  NamingRules rules;
  rules.standard_characters = true;
  rules.famous_kept = true;
  rules.protected_needs_plan = true;
  rules.facilities = {"24"};
  rules.spelling = {{"street", {"23"}}, {"division", {"21"}}, {"settlement", {"22200"}}, {"natural", {"1"}}, {"facility", {"24"}}, {"residence", {"22100"}}};
  rules.unique = {
      {.law = "PN-07", .from_level = 1, .to_level = 3, .scope = ScopeKind::nation},
      {.law = "PN-08a", .from_level = 4, .to_level = 4, .scope = ScopeKind::division, .scope_level = 1},
      {.law = "PN-08b", .classes = {"22200"}, .scope = ScopeKind::division, .scope_level = 3},
      {.law = "PN-08c", .classes = {"23"}, .scope = ScopeKind::built_up_area, .wider_level = 3},
      {.law = "PN-07", .classes = {"1"}, .famous_only = true, .scope = ScopeKind::nation}};
  rules.lists = {{.id = "leaders", .law = "PN-04", .outcome = NamingOutcome::block, .anywhere = true, .names = {"毛泽东"}},
                 {.id = "persons", .law = "PN-04", .outcome = NamingOutcome::warn, .anywhere = true, .names = {"雷锋", "孙悟空"}},
                 {.id = "foreign", .law = "PN-05", .outcome = NamingOutcome::warn, .anywhere = true, .names = {"威尼斯"}},
                 {.id = "companies", .law = "PN-06", .outcome = NamingOutcome::warn, .anywhere = true, .names = {"万达"}},
                 {.id = "wording", .law = "PN-01", .outcome = NamingOutcome::review, .anywhere = true, .names = {"皇"}}};
  rules.generics = {{.terms = {"大道"}, .classes = {"23"}, .least_length_m = 2000},
                    {.terms = {"路", "街"}, .classes = {"23"}},
                    {.terms = {"大厦"}, .classes = {"22"}, .least_floor_area_m2 = 10'000, .least_storeys = 10},
                    {.terms = {"广场"}, .classes = {"23", "26"}, .least_area_m2 = 10000},
                    {.terms = {"岛"}, .classes = {"1"}}};
  return rules;
}

NamingRequest street(std::string text) {
  return {.text = std::move(text), .class_code = "23400", .within = {{1, "13", "河北省"}, {3, "130104", "桥西区"}}, .built_up_area = "west"};
}

/// 1 to 4: streets of two built-up areas of one county; 5, 6: villages; 7: a county; 8: a township.
const MemoryNames& on_record() {
  static const NamingRules built = rules();
  static const MemoryNames names{{{1, "朝阳路", {}, "23400", 0, "130104001", {}, "west"},
                                  {2, "向阳街", {}, "23400", 0, "130104002", {}, "east"},
                                  {3, "建设路", {}, "23400", 0, "130104001", {}, "west"},
                                  {4, "长乐路", "chang2 le4 lu4", "23400", 0, "130104001", {}, "west"},
                                  {5, "王庄", {}, "22200", 0, "130104003", {}, {}},
                                  {6, "李庄", {}, "22200", 0, "130105001", {}, {}},
                                  {7, "朝阳县", {}, "", 3, "211321", {}, {}},
                                  {8, "向阳乡", {}, "", 4, "130105200", {}, {}}},
                                 built};
  return names;
}

std::vector<NamingFinding> check(const NamingRequest& request) { return check_naming(request, rules(), on_record().lookup()); }

const NamingFinding* find(const std::vector<NamingFinding>& findings, std::string_view rule) {
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const NamingFinding& each) { return each.finding.rule == rule; });
  return found == findings.end() ? nullptr : &*found;
}

bool says(const std::vector<NamingFinding>& findings, std::string_view rule, NamingOutcome outcome, std::string_view law) {
  const NamingFinding* found = find(findings, rule);
  return found != nullptr && found->outcome == outcome && found->law == law;
}

}  // namespace

TEST_CASE("scenario 1: 向阳路 beside 朝阳路, with 向阳街 in another built-up area, is only noted") {
  const auto findings = check(street("向阳路"));
  CHECK(outcome_of(findings) == NamingOutcome::note);
  const NamingFinding* elsewhere = find(findings, "naming.like_elsewhere");
  REQUIRE(elsewhere != nullptr);
  CHECK(elsewhere->places == std::vector<std::int64_t>{2});
  CHECK(find(findings, "naming.duplicate") == nullptr);

  SECTION("the same name inside the same built-up area blocks") {
    const auto again = check(street("朝阳路"));
    CHECK(outcome_of(again) == NamingOutcome::block);
    CHECK(again.front().finding.rule == "naming.duplicate");
    CHECK(again.front().law == "PN-08c");
    CHECK(again.front().finding.severity == Severity::error);
  }
}

TEST_CASE("PN-08c: homophones in three strengths") {
  CHECK(says(check(street("见设路")), "naming.homophone_toned", NamingOutcome::warn, "PN-08c"));
  CHECK(says(check(street("坚设路")), "naming.homophone", NamingOutcome::warn, "PN-08c"));
  CHECK(says(check(street("建设街")), "naming.same_specific", NamingOutcome::note, "PN-08c"));
  CHECK(outcome_of(check(street("和平路"))) == NamingOutcome::note);
}

TEST_CASE("traditional and full-width writing does not hide a duplicate") {
  CHECK(says(check(street("朝陽路")), "naming.duplicate", NamingOutcome::block, "PN-08c"));
  CHECK(find(check(street("朝陽路")), "naming.variant_character") != nullptr);
}

TEST_CASE("an unsure reading is compared in every way it can be read") {
  // 乐 of a new name is lè or yuè: both stand against what is on record.
  const auto findings = check(street("昌乐路"));
  CHECK(find(findings, "naming.homophone") != nullptr);  // cháng and chāng
  const auto unsure = check(street("苌乐路"));
  CHECK(find(unsure, "naming.unsure_reading") != nullptr);
  CHECK(find(unsure, "naming.homophone_toned") != nullptr);
}

TEST_CASE("PN-08b: villages are compared inside their county") {
  const auto village = [](std::string text, std::string county) {
    return check({.text = std::move(text), .class_code = "22200", .within = {{1, "13", ""}, {3, std::move(county), ""}}});
  };
  CHECK(says(village("王庄", "130104"), "naming.duplicate", NamingOutcome::block, "PN-08b"));
  CHECK(outcome_of(village("王庄", "130105")) == NamingOutcome::note);
  CHECK(outcome_of(village("李庄", "130104")) == NamingOutcome::note);
}

TEST_CASE("PN-08b: a village of the scope is told of once, not once more as one beyond it; PN-42: its name asks for no generic term") {
  NamingRules wider = rules();
  wider.unique[2].wider_level = 2;
  wider.generics.push_back({.terms = {"湾", "山"}, .classes = {"1"}});
  const MemoryNames names{{{1, "王庄", {}, "22200", 0, "130104003", {"130104", "130100"}, {}}, {2, "王庄", {}, "22200", 0, "130105001", {"130105", "130100"}, {}}}, wider};
  const auto findings = check_naming({.text = "王庄", .class_code = "22200", .within = {{2, "130100", ""}, {3, "130104", ""}}}, wider, names.lookup());
  CHECK(std::count_if(findings.begin(), findings.end(), [](const NamingFinding& f) { return !f.places.empty(); }) == 2);
  REQUIRE(find(findings, "naming.duplicate") != nullptr);
  CHECK(find(findings, "naming.duplicate")->places == std::vector<std::int64_t>{1});
  REQUIRE(find(findings, "naming.elsewhere") != nullptr);
  CHECK(find(findings, "naming.elsewhere")->places == std::vector<std::int64_t>{2});
  const auto bay = check_naming({.text = "董家湾", .class_code = "22200", .within = {{3, "130104", ""}}}, wider, names.lookup());
  CHECK(find(bay, "naming.generic_class") == nullptr);
}

TEST_CASE("PN-07, PN-08a: counties in the nation, townships in their province") {
  const auto division = [](std::string text, int level, std::string province) {
    return check({.text = std::move(text), .level = level, .within = {{1, std::move(province), ""}}});
  };
  CHECK(says(division("朝阳县", 3, "13"), "naming.duplicate", NamingOutcome::block, "PN-07"));
  CHECK(says(division("潮阳县", 3, "44"), "naming.homophone_toned", NamingOutcome::warn, "PN-07"));
  CHECK(says(division("朝阳区", 3, "11"), "naming.same_specific", NamingOutcome::note, "PN-07"));
  CHECK(says(division("向阳乡", 4, "13"), "naming.duplicate", NamingOutcome::block, "PN-08a"));
  CHECK(outcome_of(division("向阳乡", 4, "41")) == NamingOutcome::note);
}

TEST_CASE("a scope is known by the superiors on record, else by the beginning of the code") {
  const LikeName entrusted{.place = 1, .text = "王庄", .class_code = "22200", .division = "429004", .superiors = {"420000"}};
  CHECK(in_question(entrusted, {.scope = {ScopeKind::division, "420000"}}));
  CHECK_FALSE(in_question(entrusted, {.scope = {ScopeKind::division, "4290"}}));
  CHECK(in_question({.place = 1, .text = "王庄", .division = "429004"}, {.scope = {ScopeKind::division, "42"}}));
}

TEST_CASE("a place does not stand against itself") {
  auto request = street("朝阳路");
  request.place = 1;
  CHECK(find(check(request), "naming.duplicate") == nullptr);
}

TEST_CASE("where the scope is not on record, that is said and nothing passes for checked") {
  auto request = street("新华路");
  request.built_up_area.clear();
  CHECK(says(check(request), "naming.no_scope", NamingOutcome::warn, "PN-08c"));
}

TEST_CASE("PN-03: rare characters need a reason, others than standard ones block") {
  CHECK(says(check(street("㵐路")), "naming.rare_character", NamingOutcome::warn, "PN-03"));
  CHECK(says(check(street("衚路")), "naming.variant_character", NamingOutcome::block, "PN-03"));
  CHECK(says(check(street("䶮路")), "naming.rare_character", NamingOutcome::warn, "PN-03") != says(check(street("䶮路")), "naming.outside_table", NamingOutcome::block, "PN-03"));
  CHECK(find(check(street("人民路")), "naming.rare_character") == nullptr);
}

TEST_CASE("PN-04, PN-05, PN-06, PN-01: names by list, with the exemption and its reason") {
  CHECK(says(check(street("毛泽东路")), "naming.listed", NamingOutcome::block, "PN-04"));
  CHECK(says(check(street("雷锋路")), "naming.listed", NamingOutcome::warn, "PN-04"));
  CHECK(says(check(street("威尼斯路")), "naming.listed", NamingOutcome::warn, "PN-05"));
  CHECK(says(check(street("万达路")), "naming.listed", NamingOutcome::warn, "PN-06"));
  CHECK(says(check(street("皇家路")), "naming.word", NamingOutcome::review, "PN-01"));
  CHECK(says(check(street("CBD路")), "naming.foreign_form", NamingOutcome::warn, "PN-05"));

  auto exempted = street("万达路");
  exempted.exempted = {{"PN-06", "万达 is the old name of the village, recorded since 1936"}};
  const auto findings = check(exempted);
  const NamingFinding* listed = find(findings, "naming.listed");
  REQUIRE(listed != nullptr);
  CHECK(listed->outcome == NamingOutcome::note);
  CHECK(listed->finding.facts.back().first == "exempted");

  auto leader = street("毛泽东路");
  leader.exempted = {{"PN-04", "any"}};
  CHECK(outcome_of(check(leader)) == NamingOutcome::block);
}

TEST_CASE("PN-02: the generic term fits class and size") {
  auto avenue = street("人民大道");
  avenue.size.length_m = 600;
  CHECK(says(check(avenue), "naming.too_short", NamingOutcome::warn, "PN-02"));
  avenue.size.length_m = 2500;
  CHECK(find(check(avenue), "naming.too_short") == nullptr);
  CHECK(says(check(street("月亮岛")), "naming.generic_class", NamingOutcome::warn, "PN-02"));
  auto square = street("人民广场");
  square.size.area_m2 = 900;
  CHECK(says(check(square), "naming.too_small", NamingOutcome::warn, "PN-02"));
  auto tower = street("东山大厦");
  tower.class_code = "22190";
  CHECK(find(check(tower), "naming.little_floor") == nullptr);  // nobody said how large it is
  tower.size.floor_area_m2 = 4'000;
  CHECK(says(check(tower), "naming.little_floor", NamingOutcome::warn, "PN-02"));
  tower.size.storeys = 12;  // as much floor, or as many storeys
  CHECK(find(check(tower), "naming.little_floor") == nullptr);
  tower.size = {.storeys = 5};
  CHECK(says(check(tower), "naming.too_low", NamingOutcome::warn, "PN-02"));
  CHECK(says(check(street("向阳")), "naming.no_generic", NamingOutcome::warn, "PN-02"));
}

TEST_CASE("PN-09: no division is called after a famous feature, a heritage site, or one that reaches outside") {
  NameLookup lookup = on_record().lookup();
  lookup.notable = [](const std::string& key) {
    std::vector<NotableName> found;
    if (key == "泰山") found.push_back({"泰山", true, false, false});
    return found;
  };
  const auto findings = check_naming({.text = "泰山县", .level = 3, .within = {{1, "37", ""}}}, rules(), lookup);
  CHECK(says(findings, "naming.notable_feature", NamingOutcome::block, "PN-09"));
}

TEST_CASE("PN-10: a facility goes with the local place name") {
  NamingRequest dam{.text = "朝阳水库", .class_code = "24100", .local_names = {"王家沟", "李村"}};
  CHECK(says(check(dam), "naming.facility_local", NamingOutcome::warn, "PN-10"));
  dam.text = "王家沟水库";
  CHECK(find(check(dam), "naming.facility_local") == nullptr);
}

TEST_CASE("scenario 4, PN-11: a name on the protection list is not replaced without a plan") {
  auto lane = street("新风路");
  lane.former = "状元巷";
  lane.former_protected = true;
  CHECK(says(check(lane), "naming.protected", NamingOutcome::block, "PN-11"));
  lane.protection_plan = true;
  CHECK(find(check(lane), "naming.protected") == nullptr);
}

TEST_CASE("what is no text blocks, and nothing else is asked of it") {
  for (const std::string& text : {std::string(10'000, 'x'), std::string{"石\uE000路"}, std::string{"石\u202E路"}, std::string{"石😀路"}, std::string{"\xFF"}, std::string{}}) {
    const auto findings = check(street(text));
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.front().outcome == NamingOutcome::block);
    CHECK(findings.front().finding.rule.starts_with("script."));
  }
  CHECK(check(street("第１２路")).front().outcome == NamingOutcome::warn);
}

TEST_CASE("the gravest finding comes first") {
  auto request = street("雷锋路");
  request.former = "a";
  request.former_protected = true;
  const auto findings = check(request);
  CHECK(std::is_sorted(findings.begin(), findings.end(), [](const NamingFinding& a, const NamingFinding& b) { return a.outcome > b.outcome; }));
}

}  // namespace merestone
