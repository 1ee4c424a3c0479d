// SPDX-License-Identifier: Apache-2.0
/// Sheets of the planner: figures in classes, shelters and stock, a bulletin.
#include "cli/report/csv.hpp"
#include "cli/report/document.hpp"
#include "cli/report/event_bulletin.hpp"
#include "cli/report/exposure_sheet.hpp"
#include "cli/report/indicator_sheet.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/shelter_sheet.hpp"
#include "tests/support/text.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

const SheetHead head{"岚泽市", "Merestone", "2025-01-02T00:00:00Z", std::string(64, 'a'), parse_date("2024-12-31"), 7};

/// Two districts, one with a rate of 104 %, and three years of them.
IndicatorSheet rates() {
  IndicatorRecord record;
  record.rules = {{.id = "deaths", .words = {"deaths", "死亡人数"}, .unit = {"people", "人"}, .whole = true},
                  {.id = "cremated", .words = {"cremated remains", "火化遗体"}, .unit = {"remains", "具"}, .whole = true},
                  {.id = "cremation_rate", .words = {"cremation rate", "火化率"}, .unit = {"%", "%"}, .sum = SumRule::rate, .numerator = "cremated",
                   .denominator = "deaths", .scale = 100, .over = {"compare the place of cremation", "请核对火化地"}}};
  for (const std::int64_t n : {1, 2, 3}) {
    record.facts.versions.push_back({DivisionId{n}, 3, "district", {}});
    record.facts.codes.push_back({DivisionId{n}, "test", "99010" + std::to_string(n), {}});
  }
  for (const int year : {2022, 2023, 2024}) {
    record.values.push_back({DivisionId{1}, "deaths", year, 250, "yearbook"});
    record.values.push_back({DivisionId{1}, "cremated", year, 252.0 + 4 * (year - 2022), "yearbook"});
    record.values.push_back({DivisionId{2}, "deaths", year, 100, "yearbook"});
    record.values.push_back({DivisionId{2}, "cremated", year, 40, "yearbook"});
  }
  IndicatorSheet sheet;
  sheet.head = head;
  sheet.thematic = thematic_of(record, {.figures = {"cremation_rate", 2024, 3, {}}, .classes = 2});
  sheet.place = "岚泽市", sheet.level = "县级单位";
  sheet.names = {"东区", "西县", "=北县"}, sheet.codes = {"990101", "990102", "990103"};
  sheet.numerator = record.rules[1].words, sheet.denominator = record.rules[0].words;
  return sheet;
}

}  // namespace

TEST_CASE("a rate stands with both counts by name, over 100 % in full and flagged, with the reason; no data is told apart") {
  const IndicatorSheet sheet = rates();
  const std::string zh = to_text(compose_indicator_sheet(sheet, Phrases{"zh"})), en = to_text(compose_indicator_sheet(sheet, Phrases{"en"}));
  for (const char* part : {"火化率", "104", "260", "250", "死亡人数", "火化遗体", "请核对火化地", "无数据", "泰尔-森", "自然断点", "2024年12月31日"}) {
    INFO(part);
    CHECK(has(zh, part));
  }
  for (const char* part : {"cremation rate", "cremated remains over deaths", "compare the place of cremation", "no data", "natural breaks", "+1.60"}) {
    INFO(part);
    CHECK(has(en, part));
  }
  bool flagged = false;
  for (const Block& block : compose_indicator_sheet(sheet, Phrases{"en"}).blocks) {
    if (const auto* table = std::get_if<Table>(&block)) flagged = flagged || table->rows[0].cells[1].flagged;
  }
  CHECK(flagged);
  CHECK(written(sheet, Phrases{"zh"}, "pdf").starts_with("%PDF"));
  CHECK(written(sheet, Phrases{"zh"}, "html") == written(sheet, Phrases{"zh"}, "html"));
}

TEST_CASE("CSV is for machines: a mark, points in numbers, quotes, and no formula that a table program would run") {
  const std::string csv = written(rates(), Phrases{"en"}, "csv");
  CHECK(csv.starts_with("\xEF\xBB\xBF" "code,name,year,indicator,value"));
  CHECK(has(csv, "990101,东区,2024,cremation_rate,104,%,260,250,cremated,deaths,"));
  CHECK(has(csv, "'=北县"));
  CHECK(to_csv({{"a,b", "say \"x\"", "-1.5"}}) == "\xEF\xBB\xBF\"a,b\",\"say \"\"x\"\"\",-1.5\r\n");
}

TEST_CASE("the sheet of shelters says what takes whom, what is left out and what a depot lacks") {
  ShelterSheet sheet;
  sheet.head = head;
  sheet.place = "岚泽市", sheet.hazard = {"flood", "洪涝"};
  sheet.rules.shelters.durations = {{"short", {"short", "短期"}, 14, 2, 1000}};
  sheet.rules.depots.needs = {{"tent", {"tents", "帐篷"}, {"tents", "顶"}, {}, 0.1}};
  Shelter dry, wet;
  for (Shelter* s : {&dry, &wet}) s->duration = "short", s->effective_area_m2 = 100, s->hazards = {"flood"};
  dry.name = "高地", dry.position = from_degrees(0, 0), wet.name = "河滩", wet.position = from_degrees(1, 0);
  HazardZone zone;
  zone.kind = "flood", zone.name = "洪泛区";
  zone.shape = {{{from_degrees(0.9, -1), from_degrees(2, -1), from_degrees(2, 1), from_degrees(0.9, 1)}, {}}};
  DivisionFacts facts;
  facts.versions.push_back({DivisionId{1}, 4, "town", {}});
  const DivisionRegister divisions{facts, head.on};
  sheet.shelters = {dry, wet};
  sheet.coverage = shelter_coverage(sheet.shelters, std::vector<DivisionId>{DivisionId{1}, DivisionId{1}}, std::vector<HazardZone>{zone},
                                    std::vector<SettledPlace>{{"村", from_degrees(0.001, 0), 70, DivisionId{1}}}, divisions, sheet.rules.shelters, {"flood", 4});
  sheet.names = {"镇"}, sheet.codes = {"1"};
  Depot depot;
  depot.name = "库", depot.covers_people = 100;
  sheet.depots = {{depot, stock_lines(depot, {}, sheet.rules.depots, head.on)}};
  const std::string zh = to_text(compose_shelter_sheet(sheet, Phrases{"zh"}));
  for (const char* part : {"避难场所", "洪涝", "位于风险区 洪泛区", "未计入", "直线（大地线）距离", "1,000米", "场所已满", "帐篷"}) {
    INFO(part);
    CHECK(has(zh, part));
  }
  CHECK(has(written(sheet, Phrases{"zh"}, "csv"), "1,镇,flood,70,50,50,50,20,0,1,2024-12-31"));
  const Thematic theme = gap_theme(sheet.coverage, head.on);
  CHECK(*theme.rows[0].figure.value == Approx(100.0 * 20 / 70));
  CHECK(theme.classes->uppers == std::vector<double>{10, 25, 50, 75, 100});
  CHECK(written(sheet, Phrases{"en"}, "pdf").starts_with("%PDF"));
}

TEST_CASE("a bulletin says the stage, what changed since the one before, and the same on later divisions with a note") {
  EventBulletin sheet;
  sheet.head = head;
  sheet.place = "岚泽市";
  sheet.rules.stages = {{"initial", {"initial report", "初报"}, 2, "start"}, {"final", {"final report", "核报"}, 0, ""}};
  sheet.rules.losses = {{.id = "affected", .words = {"affected people", "受灾人口"}, .unit = {"people", "人"}, .whole = true}};
  sheet.event.local_id = "灾-1", sheet.event.name = "七月洪水", sheet.event.hazard = "flood", sheet.event.started = *parse_moment("2022-07-15T07:00");
  DivisionFacts facts;
  const Date redrawn = parse_date("2024-01-01");
  facts.versions = {{DivisionId{1}, 4, "town", {unknown_start, redrawn}}, {DivisionId{2}, 4, "town", {redrawn, open_end}}, {DivisionId{3}, 4, "town", {redrawn, open_end}}};
  facts.names = {{DivisionId{1}, "老镇", "zh", "official", {unknown_start, redrawn}}, {DivisionId{2}, "东镇", "zh", "official", {redrawn, open_end}}};
  facts.successions = {{DivisionId{1}, DivisionId{2}, redrawn, "split"}, {DivisionId{1}, DivisionId{3}, redrawn, "split"}};
  const std::vector<SuccessionShare> shares{{0, {}, true, 0.6, 0.75}, {1, {}, true, 0.4, 0.25}};
  const std::vector<EventFigure> figures{{{}, DivisionId{1}, "initial", *parse_moment("2022-07-15T08:00"), "affected", 100, ""},
                                         {{}, DivisionId{1}, "final", *parse_moment("2022-08-15T08:00"), "affected", 160, ""}};
  sheet.then = {bulletin_of(sheet.event, figures, sheet.rules, facts, shares, {}), {"老镇"}, {"1"}};
  sheet.later = {bulletin_of(sheet.event, figures, sheet.rules, facts, shares, {{}, {}, 4, redrawn}), {"东镇", "西镇"}, {"2", "3"}};
  sheet.due = reports_due(sheet.event, figures, sheet.rules, *parse_moment("2022-09-01"));
  const std::string zh = to_text(compose_bulletin(sheet, Phrases{"zh"}));
  for (const char* part : {"灾情通报（核报）", "七月洪水", "受灾人口（人）", "160", "+60", "东镇", "120", "部分为推算", "75.00%", "初报"}) {
    INFO(part);
    CHECK(has(zh, part));
  }
  CHECK(has(written(sheet, Phrases{"zh"}, "csv"), "灾-1,final,2024-01-01,2,东镇,affected,120,75,120,"));
  CHECK(written(sheet, Phrases{"en"}, "pdf").starts_with("%PDF"));
  CHECK(written(sheet, Phrases{"en"}, "html") == written(sheet, Phrases{"en"}, "html"));
}

TEST_CASE("every row of exposure says how much nobody counted, and no cell is a formula") {
  ExposureSheet sheet;
  sheet.head = head, sheet.people_method = "places", sheet.of_people = 400, sheet.villages = 3, sheet.villages_uncounted = 1;
  sheet.lines = {{"B2", "=East", "flood", "high", "flood", 4, 1e6, 0.06, 0, {}}};
  const std::string csv = written(sheet, Phrases{"en"}, "csv");
  CHECK(has(csv, "people_unresolved_share,villages_uncounted,villages\r\n"));
  CHECK(has(csv, ",0.000000,1,3\r\n"));
  CHECK(has(csv, ",'=East,"));
}
