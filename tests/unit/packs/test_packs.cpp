// SPDX-License-Identifier: Apache-2.0
#include "data/packs/change_document.hpp"
#include "data/packs/packs.hpp"
#include "gis/base/error.hpp"
#include "gis/law/pattern.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <set>

using namespace merestone;

namespace {

std::string rule(const CountryPack& pack, const char* system, const CodeGiven& given) {
  const auto found = check_code(*pack.code_system(system), given);
  return found.empty() ? "" : found.front().rule;
}

std::set<std::string> rules_of(const std::vector<PackFile>& files) {
  try {
    read_pack(files);
  } catch (const Error& error) {
    std::set<std::string> rules;
    for (const Finding& finding : error.findings()) rules.insert(finding.rule + " " + finding.subject.field);
    return rules;
  }
  return {};
}

using Rules = std::set<std::string>;

}  // namespace

TEST_CASE("every pack that comes with the program is whole") {
  for (const std::string& id : built_in_packs()) {
    INFO(id);
    const CountryPack pack = load_pack(id);
    CHECK(pack.id == id);
    CHECK(pack.change(ChangeKind::establish) != nullptr);
  }
  CHECK(load_pack("neutral").code_systems.empty());
}

TEST_CASE("cn: AD-01 to AD-06 as data") {
  const CountryPack cn = load_pack("cn");
  CHECK(cn.code_system("gb2260")->reuse == CodeReuse::never);  // AD-05
  CHECK(cn.change(ChangeKind::change_superior)->code == CodeEffect::replaced);  // AD-03
  CHECK(cn.change(ChangeKind::rename)->code == CodeEffect::kept);  // AD-04
  CHECK(cn.change(ChangeKind::rename)->specific_term_only);
  CHECK(cn.change(ChangeKind::renumber) == nullptr);  // code 27 has no twin
  CHECK(cn.kind("subdistrict")->area == AreaKind::dispatched);
  CHECK(fits(cn.document_pattern, "国函〔2011〕84号"));
  REQUIRE(cn.clocks.size() == 5);
  CHECK(cn.clocks[0].allowed.months == 12);
  CHECK(cn.clocks[0].extension.months == 6);
  CHECK(cn.clocks[1].allowed.months == 1);
  // AD-01: who sets codes is told with the day by which it has to be done.
  CHECK(cn.clocks[1].stops == "code_published");
  for (const char* authority : {"民政部", "省级民政部门"}) CHECK(cn.clocks[1].words.zh.find(authority) != std::string::npos);
}

TEST_CASE("cn: codes of every level, by edition") {
  const CountryPack cn = load_pack("cn");
  const Date old = parse_date("2011-08-22"), now = parse_date("2019-01-01");
  const auto county = [&](const char* code, const char* kind, const char* superior, int level, Date day) {
    return rule(cn, "gb2260", {.code = code, .level = 3, .kind = kind, .day = day, .superior_code = superior, .superior_level = level});
  };
  CHECK(county("340181", "county_city", "340100", 2, old).empty());
  CHECK(county("340225", "county", "340200", 2, old).empty());
  CHECK(county("340225", "county", "340100", 2, old) == "code.superior");
  CHECK(county("340281", "district", "340200", 2, old) == "code.range");
  CHECK(county("370116", "district", "370100", 2, now).empty());
  CHECK(county("370101", "district", "370100", 2, now) == "code.roll_up");
  CHECK(county("340155", "district", "340100", 2, old) == "code.range");  // 51–80 came with the amendment of 2017
  CHECK(county("340155", "district", "340100", 2, now).empty());
  CHECK(county("429004", "county_city", "420000", 1, now).empty());  // directly under the province
  CHECK(county("110112", "district", "110000", 1, now).empty());
  CHECK(county("420704", "district", "420000", 1, now) == "code.superior");
  CHECK(rule(cn, "gb2260", {.code = "371200", .level = 2, .kind = "prefecture_city", .day = now, .superior_code = "370000", .superior_level = 1}).empty());
  CHECK(rule(cn, "gb2260", {.code = "379000", .level = 2, .kind = "prefecture_city", .day = now, .superior_code = "370000", .superior_level = 1}) == "code.roll_up");
  CHECK(rule(cn, "gb2260", {.code = "340523103", .level = 4, .kind = "town", .day = now, .superior_code = "340523", .superior_level = 3}).empty());
  CHECK(rule(cn, "gb2260", {.code = "340523103", .level = 4, .kind = "township", .day = now, .superior_code = "340523", .superior_level = 3}) == "code.range");
  CHECK(rule(cn, "gb2260", {.code = "441900101", .level = 4, .kind = "town", .day = now, .superior_code = "441900", .superior_level = 2}) == "");
  CHECK(rule(cn, "gb2260", {.code = "340523103201", .level = 5, .kind = "villagers_committee", .day = now, .superior_code = "340523103", .superior_level = 4}).empty());
}

TEST_CASE("ch, ph, fr: other codes, other laws") {
  const CountryPack ch = load_pack("ch"), ph = load_pack("ph"), fr = load_pack("fr");
  CHECK(ch.code_system("bfs")->reuse == CodeReuse::warned);
  CHECK(ch.change(ChangeKind::renumber) != nullptr);
  CHECK(rule(ch, "bfs", {.code = "27", .level = 1}) == "code.pattern");
  CHECK(rule(ch, "bfs", {.code = "261", .level = 3}).empty());
  const Date before = parse_date("2020-01-01"), after = parse_date("2022-01-01");
  CHECK(rule(ph, "psgc", {.code = "051700000", .level = 2, .day = before, .superior_code = "050000000", .superior_level = 1}).empty());
  CHECK(rule(ph, "psgc", {.code = "0501700000", .level = 2, .day = after, .superior_code = "0500000000", .superior_level = 1}).empty());
  CHECK(rule(ph, "psgc", {.code = "051700000", .level = 2, .day = after}) == "code.length");
  CHECK(rule(fr, "insee", {.code = "2A004", .level = 4}).empty());
  CHECK(rule(fr, "insee", {.code = "97101", .level = 4}).empty());
  CHECK(rule(fr, "insee", {.code = "4900", .level = 4}) == "code.pattern");
}

TEST_CASE("cn: PN-01 to PN-11 as data") {
  const NamingRules naming = load_pack("cn").naming;
  const auto law = [&](std::string_view code) {
    for (const UniquenessRule& rule : naming.unique) {
      if (!rule.classes.empty() && in_classes(code, rule.classes)) return rule.law;
    }
    return std::string{};
  };
  CHECK(law("22200") == "PN-08b");
  CHECK(law("23400") == "PN-08c");
  CHECK(law("22100") == "PN-08d");
  CHECK(naming.unique.front().famous_only);
  CHECK(naming.spelling_of("22200") == "settlement");
  CHECK(naming.spelling_of("22100") == "residence");
  CHECK(naming.spelling_of("23400") == "street");
  CHECK(naming.spelling_of("") == "other");
  CHECK(naming.standard_characters);
  for (const NamingList& list : naming.lists) CHECK_FALSE(list.names.empty());
  CHECK(load_pack("fr").naming.empty());  // France names by other rules
}

TEST_CASE("dispute templates, evidence tiers and monument numbers are in the pack") {
  const CountryPack cn = load_pack("cn"), ph = load_pack("ph");
  const DisputeTemplate* procedure = cn.dispute("cn-1989");
  REQUIRE(procedure != nullptr);
  CHECK(procedure->steps.front().id == "reported");
  CHECK_FALSE(procedure->step("negotiating")->limit);  // BD-01: the law sets no time
  CHECK(procedure->tier("A")->items.size() == 5);
  CHECK(procedure->tier("A")->items[4].needs_seal);
  CHECK(procedure->tier("B")->before_dispute);
  CHECK(procedure->village_needs_approval);
  CHECK(ph.dispute("ph-lgc118")->step("amicable")->limit->days == 60);
  CHECK(ph.dispute("ph-lgc118")->step("trial")->limit->days == 60);
  const CountryPack ch = load_pack("ch"), fr = load_pack("fr");
  CHECK(ch.dispute("ch-cantons")->step("decided")->next == std::vector<std::string>{"surveyed"});  // the Federal Supreme Court is the only instance
  CHECK(ch.dispute("ch-communes")->from_level == 3);
  CHECK(fr.dispute("fr-l2112-1")->step("appealed") == nullptr);  // an action at court alone stays nothing
  CHECK(fr.dispute("fr-l2112-1")->tier("A")->items[0].both_sides);
  for (const CountryPack* pack : {&ch, &fr})
    for (const DisputeTemplate& dispute : pack->disputes) {
      CHECK(dispute.steps.front().id == "reported");
      CHECK(dispute.step("surveyed") != nullptr);
    }
  CHECK(cn.monuments(1)->number == "{line}{serial:3}{type}");
  CHECK(cn.monuments(1)->single == "Q");
  CHECK(cn.lines.witnesses == 3);
  CHECK(cn.lines.inspection_years == 5);
}

TEST_CASE("a bad pack is refused with everything that is wrong in it") {
  const PackFile head{"pack.json", R"({"id": "x", "words": {"en": "X", "zh": "某"}})"};
  CHECK(rules_of({head}).empty());
  CHECK(rules_of({}) == Rules{"pack.missing_file "});
  CHECK(rules_of({{"pack.json", "{"}}) == Rules{"json.malformed "});
  CHECK(rules_of({{"pack.json", "[]"}}) .contains("json.bad_field "));
  CHECK(rules_of({{"pack.json", R"({"id": 7, "word": 1})"}}) ==
        Rules{"json.bad_field /id", "json.missing_field /words", "json.unknown_field /word"});
  CHECK(rules_of({head, {"divisions.json", R"({"levels": [{"level": 1, "words": {"en": "one", "zh": ""}}],
        "kinds": [{"id": "k", "level": 2, "words": {"en": "k", "zh": "k"}}, {"id": "k", "level": 1, "words": {"en": "k", "zh": "k"}}]})"}}) ==
        Rules{"pack.no_words divisions/levels/1", "pack.unknown_id divisions/kinds/k/level", "pack.twice divisions/kinds"});
  CHECK(rules_of({head, {"changes.json", R"({"kinds": [{"kind": "marry", "words": {"en": "m", "zh": "m"}, "code": "given"}]})"}}) ==
        Rules{"json.bad_field /kinds/1/kind"});
  CHECK(rules_of({head, {"lines.json", R"({"monuments": [{"level": 1, "number": "{line}", "twins": ["A"]}]})"}}) ==
        Rules{"pack.bad_value lines/monuments/1/number", "pack.bad_value lines/monuments/1/twins"});
  CHECK(rules_of({head, {"names.json", R"({"kinds": [{"id": "street", "words": {"en": "s", "zh": "s"}, "approvers": [
        {"body": "government", "by": {"en": "g", "zh": "g"}, "file_with": "next_higher_government"},
        {"body": "goverment", "by": {"en": "g", "zh": "g"}, "file_with": "next_higher"}]}]})"}}) ==
        Rules{"pack.no_word names/kinds/street/approvers/2/body", "pack.no_word names/kinds/street/approvers/2/file_with"});
  CHECK(rules_of({head, {"codes.json", R"({"systems": [{"id": "s", "words": {"en": "s", "zh": "s"}, "reuse": "never",
        "editions": [{"id": "1", "levels": [{"level": 1, "length": 2, "pattern": "([", "ranges": [{"digits": "9-01"}]}]}]}]})"}}) ==
        Rules{"pack.bad_value codes/s/1/1/pattern", "pack.bad_value codes/s/1/1/ranges"});
}

TEST_CASE("an office may bring a pack of its own, as a folder") {
  const auto folder = std::filesystem::temp_directory_path() / "merestone-own-pack";
  std::filesystem::create_directories(folder);
  std::ofstream{folder / "pack.json"} << R"({"id": "own", "words": {"en": "Ours", "zh": "本单位"}})";
  CHECK(load_pack(folder.string()).id == "own");
  std::filesystem::remove_all(folder);
  try {
    load_pack("atlantis");
    FAIL("nothing was refused");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::missing);
    CHECK(error.findings().front().rule == "pack.unknown");
  }
}

namespace {

/// A change with one act that has `drawn` beside its territory.
std::string change_with(const std::string& drawn) {
  return R"({"title": "T", "effective": "2020-01-01", "acts": [{"act": "boundary", "code": "1", "territory": [{"to": "2"}], )" + drawn + "}]}";
}

std::set<std::string> wrong_in(const std::string& drawn) {
  try {
    read_change("change.json", change_with(drawn));
  } catch (const Error& error) {
    std::set<std::string> rules;
    for (const Finding& finding : error.findings()) rules.insert(finding.rule + " " + finding.subject.field);
    return rules;
  }
  return {};
}

}  // namespace

TEST_CASE("a change draws lines and areas as GeoJSON") {
  const auto read = read_change("change.json", change_with(R"("lines": [{"left": "2", "right": "1", "geometry":
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[1, 2], [1.5, 2.5, 80]]}},
        {"type": "Feature", "properties": {}, "geometry": {"type": "MultiLineString", "coordinates": [[[3, 4], [5, 6]]]}}]}}],
    "areas": [{"to": "2", "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}])"));
  const ChangeAct& act = read.plan.acts.at(0);
  REQUIRE(act.lines.size() == 2);
  CHECK(act.lines[0].path == Polyline{from_degrees(1, 2), from_degrees(1.5, 2.5)});
  CHECK(act.lines[1].left == "2");
  CHECK(act.lines[1].right == "1");
  REQUIRE(act.areas.size() == 1);
  CHECK(act.areas[0].area.at(0).outer.size() == 3);  // the last position is the first
}

TEST_CASE("what a change draws wrongly is named by its field") {
  CHECK(wrong_in(R"("lines": [{"left": "2", "right": "1"}])") == Rules{"json.missing_field /acts/1/lines/1/file"});
  CHECK(wrong_in(R"("lines": [{"left": "2", "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}}])") ==
        Rules{"json.missing_field /acts/1/lines/1/right"});
  for (const char* geometry : {R"({"type": "Point", "coordinates": [1, 2]})", R"({"type": "LineString", "coordinates": [[1, 2]]})",
                               R"({"type": "LineString", "coordinates": [[1, 2], [1, 91]]})", R"({"type": "LineString", "coordinates": [[1, 2], ["x", 1]]})",
                               R"({"type": "FeatureCollection", "features": []})", R"({"type": "Feature", "geometry": null})", "7"}) {
    CHECK(wrong_in(std::string{R"("lines": [{"left": "2", "right": "1", "geometry": )"} + geometry + "}]") == Rules{"json.bad_field /acts/1/lines/1/geometry"});
  }
  CHECK(wrong_in(R"("areas": [{"to": "2", "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}}])") ==
        Rules{"json.bad_field /acts/1/areas/1/geometry"});  // not closed
  CHECK(wrong_in(R"("areas": [{"to": "2", "file": "nowhere.geojson"}])") == Rules{"json.bad_field /acts/1/areas/1/file"});
}
