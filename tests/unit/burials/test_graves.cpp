// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/grave_counts.hpp"
#include "gis/burials/grave_types.hpp"

using namespace merestone;

namespace {

GraveTypeRule oversize() {
  GraveTypeRule rule;
  rule.id = "hardened_oversize";
  rule.valid.from = parse_date("1997-07-21");
  rule.outside_facility = true;
  rule.hardened = true;
  rule.with_remains = true;
  rule.single_m2 = 4;
  rule.double_m2 = 6;
  return rule;
}

GraveTypeRule living() {
  GraveTypeRule rule;
  rule.id = "living";
  rule.outside_facility = true;
  rule.with_remains = false;
  return rule;
}

GraveTypeRule scattered() {
  GraveTypeRule rule;
  rule.id = "scattered";
  rule.outside_facility = true;
  return rule;
}

/// 5.2 m² and annexes of 1.8 m², for two.
Grave double_tomb() {
  Grave grave;
  grave.local_id = "g-1";
  grave.area_m2 = 5.2;
  grave.annex_m2 = 1.8;
  grave.hardened = Told::yes;
  grave.remains = 2;
  grave.built_from = parse_date("2016-01-01");
  grave.built_until = parse_date("2017-12-31");
  grave.first_seen = parse_date("2018-03-11");
  return grave;
}

std::vector<std::string> ids(const std::vector<GraveType>& types) {
  std::vector<std::string> ids;
  for (const GraveType& type : types) ids.push_back(type.rule->id);
  return ids;
}

const std::vector<GraveTypeRule> rules{living(), oversize(), scattered()};
const Date day = parse_date("2020-01-01");

}  // namespace

TEST_CASE("a hardened double tomb of 7 m² with annexes is a hardened oversize grave, and says why") {
  const auto typing = types_of(double_tomb(), {}, rules, day);
  CHECK(ids(typing.types) == std::vector<std::string>{"hardened_oversize", "scattered"});
  REQUIRE(typing.called() != nullptr);
  CHECK(typing.called()->id == "hardened_oversize");
  const auto& reasons = typing.types.front().reasons;
  REQUIRE(reasons.size() == 3);
  CHECK(reasons[0].rule == "grave.is_outside");
  CHECK(reasons[1].rule == "grave.is_hardened");
  CHECK(reasons[2].rule == "grave.is_over_area");
  CHECK(reasons[2].facts == std::vector<std::pair<std::string, std::string>>{{"area_m2", "7"}, {"limit_m2", "6"}, {"remains", "2"}});
}

TEST_CASE("the limit is that of the number buried: 4 m² for one, 6 m² for two, more only where the law says so") {
  Grave grave = double_tomb();
  grave.annex_m2 = 0.8;  // 6 m² together: not more than 6
  CHECK(ids(types_of(grave, {}, rules, day).types) == std::vector<std::string>{"scattered"});
  grave.remains = 1;
  CHECK(ids(types_of(grave, {}, rules, day).types) == std::vector<std::string>{"hardened_oversize", "scattered"});
  CHECK(oversize().limit_m2(4) == 6);
  GraveTypeRule hunan = oversize();
  hunan.extra_m2 = 2;
  CHECK(hunan.limit_m2(4) == 10);
}

TEST_CASE("a grave without remains was built for the living; one in a cemetery is none of these") {
  Grave grave = double_tomb();
  grave.remains = 0;
  CHECK(types_of(grave, {}, rules, day).called()->id == "living");
  GraveSetting in_cemetery;
  in_cemetery.in_facility = true;
  CHECK(types_of(grave, in_cemetery, rules, day).types.empty());
}

TEST_CASE("what is not known is not guessed: the type stays open, and says what to find out") {
  Grave grave = double_tomb();
  grave.hardened = Told::unknown;
  grave.remains.reset();
  grave.annex_m2 = 0;  // 5.2 m²: too much for one, not for two
  const auto typing = types_of(grave, {}, rules, day);
  CHECK(ids(typing.types) == std::vector<std::string>{"scattered"});
  REQUIRE(ids(typing.open) == std::vector<std::string>{"living", "hardened_oversize"});
  CHECK(typing.open[0].unknown == std::vector<std::string>{"remains"});
  CHECK(typing.open[1].unknown == std::vector<std::string>{"hardened", "remains", "remains"});
}

TEST_CASE("a grave is judged by the rules of its date and place") {
  const Grave grave = double_tomb();
  CHECK(act_day(grave, day) == parse_date("2017-12-31"));
  CHECK(types_of(grave, {}, rules, parse_date("1990-01-01")).types.size() == 1);  // before the regulations: scattered alone has no dates
  GraveTypeRule local = oversize();
  local.jurisdiction = "3501";
  GraveSetting there;
  there.codes = {"350121004", "350121", "3501"};
  CHECK(types_of(grave, {}, std::vector{local}, day).types.empty());
  CHECK(types_of(grave, there, std::vector{local}, day).types.size() == 1);
}

TEST_CASE("zone, form, clan and rebuilding are conditions like others") {
  GraveTypeRule rule;
  rule.id = "clan_house";
  rule.in_zone = true;
  rule.clan = true;
  rule.forms = {"house"};
  rule.rebuilt_after = parse_date("2000-01-01");
  Grave grave = double_tomb();
  GraveSetting setting;
  CHECK(types_of(grave, setting, std::vector{rule}, day).types.empty());
  CHECK(types_of(grave, setting, std::vector{rule}, day).open.front().unknown == std::vector<std::string>{"zones", "clan", "form"});
  grave.clan = Told::yes;
  grave.form = GraveForm::house;
  setting.in_zone = true;
  CHECK(types_of(grave, setting, std::vector{rule}, day).types.front().reasons.size() == 4);
  grave.built_from = parse_date("1999-01-01");
  CHECK(types_of(grave, setting, std::vector{rule}, day).types.empty());
}

TEST_CASE("zero new graves: stock and new ones by the baseline, the unclear apart, none counted twice") {
  const Date baseline = parse_date("2024-12-31");
  const auto grave = [](std::int64_t village, const char* from, const char* until, const char* seen) {
    Grave g;
    g.village = {village};
    if (*from) g.built_from = parse_date(from);
    if (*until) g.built_until = parse_date(until);
    if (*seen) g.first_seen = parse_date(seen);
    return g;
  };
  std::vector<Grave> graves{grave(1, "2016-01-01", "2017-12-31", ""), grave(1, "2025-03-01", "2025-03-31", "2025-04-20"),
                            grave(1, "2024-06-01", "2025-06-01", "2025-07-01"), grave(2, "", "", ""),
                            grave(2, "2020-01-01", "2026-01-01", "2022-05-01")};
  CHECK(built_when(graves[1], baseline) == BuiltWhen::after);
  graves.push_back(graves[0]);
  graves.back().valid.until = parse_date("2025-05-05");  // levelled since
  const auto counts = count_graves(graves, baseline, parse_date("2025-12-31"));
  REQUIRE(counts.size() == 2);
  CHECK(counts[0] == GraveCount{{1}, 1, 1, 1, 0, 1});
  CHECK(counts[1] == GraveCount{{2}, 1, 0, 0, 1, 0});
  CHECK(count_graves(graves, baseline, baseline)[0].stock == 2);  // as of the baseline both of the old ones stood
}

TEST_CASE("words of forms are read in both languages, and other words are none") {
  CHECK(burial_term<Told>("是") == Told::yes);
  CHECK(burial_term<GraveForm>("椅子坟") == GraveForm::chair);
  CHECK(burial_term<ProtectionKind>("烈士") == ProtectionKind::martyr);
  CHECK(!burial_term<Told>("maybe"));
  for (const GraveForm form : {GraveForm::unknown, GraveForm::mound, GraveForm::stone, GraveForm::chair, GraveForm::house, GraveForm::vault, GraveForm::levelled}) {
    CHECK(burial_term<GraveForm>(to_text(form)) == form);
  }
}

TEST_CASE("a grave is protected while its entry holds") {
  const std::vector<GraveProtection> list{{{7}, ProtectionKind::heritage, "名录", "12", {parse_date("2012-01-01"), parse_date("2020-01-01")}, 0}};
  CHECK(protection_of(list, {7}, parse_date("2019-12-31")) == &list[0]);
  CHECK(protection_of(list, {7}, parse_date("2020-01-01")) == nullptr);
  CHECK(protection_of(list, {8}, parse_date("2019-12-31")) == nullptr);
}

TEST_CASE("each condition that a type rests on is a reason of its own") {
  GraveTypeRule all;
  all.id = "all";
  all.outside_facility = all.in_zone = all.clan = true;
  all.hardened = false;
  all.with_remains = false;
  all.forms = {"house"};
  all.rebuilt_after = parse_date("2010-01-01");
  Grave grave = double_tomb();
  grave.hardened = Told::no;
  grave.remains = 0;
  grave.clan = Told::yes;
  grave.form = GraveForm::house;
  grave.rebuilt = parse_date("2015-01-01");
  const std::vector<GraveTypeRule> one{all};
  const GraveTyping typing = types_of(grave, {{}, false, true}, one, day);
  REQUIRE(typing.types.size() == 1);
  std::vector<std::string> reasons;
  for (const Finding& reason : typing.types[0].reasons) reasons.push_back(reason.rule);
  CHECK(reasons == std::vector<std::string>{"grave.is_outside", "grave.is_in_zone", "grave.is_not_hardened", "grave.is_of_clan", "grave.is_for_the_living",
                                            "grave.is_of_form", "grave.is_rebuilt"});
}

TEST_CASE("a gravestone is measured against the limit of the narrowest jurisdiction on that day") {
  BurialRules law;
  law.stone_limits = {{"", 1.5, {}, "country"}, {"44", 1, {parse_date("2010-01-01"), open_end}, "province"}};
  const BurialRules* const packs[] = {&law};
  Grave grave = double_tomb();
  const auto judged = [&](const std::vector<std::string>& codes, const char* on = "2020-01-01") { return stone_findings(grave, codes, packs, parse_date(on)); };
  CHECK(judged({"440785100", "440785", "44"}).empty());  // nobody measured it
  grave.stone_height_m = 1.2;
  const auto found = judged({"440785100", "440785", "44"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "grave.stone_too_high");
  CHECK(found[0].facts == std::vector<std::pair<std::string, std::string>>{{"number", "g-1"}, {"height_m", "1.2"}, {"limit_m", "1"}, {"source", "province"}});
  CHECK(judged({"440785100"}, "2009-12-31").empty());  // 1.5 m held then
  CHECK(judged({"510100"}).empty());
  grave.stone_height_m = 1;
  CHECK(judged({"440785100"}).empty());  // as high as it may be
  CHECK(judged({}).empty());             // in no division: nobody's limit
}
