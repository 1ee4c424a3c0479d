// SPDX-License-Identifier: Apache-2.0
#include "cli/report/dispute_report.hpp"

#include "cli/report/document.hpp"
#include "cli/report/report_files.hpp"
#include "gis/geodesy/measure.hpp"
#include "tests/support/text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <regex>

using namespace merestone;
using namespace merestone::test;

namespace {

constexpr Wide square_metre = 1'000'000'000'000;

Polygon square(double west) {
  const auto at = [&](double lon, double lat) { return from_degrees(west + lon, lat); };
  return {{at(0, 0), at(0.1, 0), at(0.1, 0.1), at(0, 0.1)}, {}};
}

/// Two counties and the meadow between them, which is West's on the ground.
DisputeReport meadow() {
  DisputeReport report;
  report.office = "Survey Office";
  report.audit_head = "0123456789abcdef";
  report.on = parse_date("2024-01-01");
  report.revision = 9;
  report.procedure.words = {"The law", "办法"};
  report.procedure.steps = {{.id = "reported", .words = {"reported", "已报告"}}, {.id = "negotiating", .words = {"negotiating", "协商"}}};
  report.the_case.number = "2020-1";
  report.the_case.title = "The meadow";
  report.the_case.reported = parse_date("2020-01-10");
  report.the_case.steps = {{"reported", parse_date("2020-01-10"), {}, "West reports"}, {"negotiating", parse_date("2020-03-01"), DocumentId{4}, ""}};
  report.documents = {{DocumentId{4}, "record", "Minutes", "M/7", "", parse_date("2020-03-01"), "", ""}};
  report.parties = {{DivisionId{1}, "A", "a1", "East"}, {DivisionId{2}, "B", "b2", "West"}};
  report.contested = {{square(1), Wide{5'000'000} * square_metre, {DivisionId{2}, DivisionId{1}}, {DivisionId{1}, DivisionId{2}}, {}, "AB"},
                      {square(2), Wide{1'000'000} * square_metre, {DivisionId{1}, DivisionId{2}}, {DivisionId{1}, DivisionId{2}}, {}, "AB"}};
  report.villages = {{"Mill", from_degrees(1.05, 0.05), "AB"}, {"Ford", from_degrees(2.05, 0.05), "AB"}};
  DisputeReport::Piece map;
  map.evidence.party = DivisionId{2};
  map.evidence.item = "A5";
  map.evidence.proves = "the meadow is West's";
  map.evidence.objection = "no seal";
  map.evidence.finding = "of no weight";
  map.document.title = "Map of 1985";
  map.best = "X";
  map.findings = {{.rule = "evidence.unsealed_map", .facts = {{"item", "A5"}}}};
  report.evidence = {map};
  return report;
}

void settle(DisputeReport& report) {
  Outcome outcome;
  outcome.decided = outcome.effective = parse_date("2021-05-01");
  outcome.document = DocumentId{4};
  outcome.obligations = "The ford stays open";
  outcome.signatories = {{"Ann", "head", DivisionId{1}, parse_date("2021-05-01")}, {"Bo", "head", DivisionId{2}, parse_date("2021-05-01")}};
  report.outcome = outcome;
  report.ground_until = outcome.effective;
  report.line = {from_degrees(1, 0), from_degrees(1.1, 0.1)};
  report.points = {{"1", from_degrees(1, 0), "single"}, {"2", from_degrees(1.1, 0.1), "single"}};
  report.gains_um2 = {Wide{1'000'000} * square_metre, Wide{-1'000'000} * square_metre};
}

std::string told(const DisputeReport& report, DisputeReportKind kind, const char* language = "en") {
  return dispute_report_bytes(report, kind, language, "txt");
}

}  // namespace

TEST_CASE("a dossier tells how the case went, what each side says, and who lives on contested ground") {
  const std::string text = told(meadow(), DisputeReportKind::dossier);
  for (const char* words : {"The meadow", "M/7", "West reports", "X at best", "Proves: the meadow is West's", "The other side: no seal",
                            "Mediator: of no weight", "Check: A map without seal", "6.0000", "Mill, Ford"}) {
    CHECK(has(text, words));
  }
  const std::string chinese = told(meadow(), DisputeReportKind::dossier, "zh");
  for (const char* words : {"协商", "对方意见：no seal", "争议区内的自然村", "Mill、Ford"}) CHECK(has(chinese, words));
}

TEST_CASE("scenario 17: ground that no party claims is told last, in words, and has a sign of its own on the map") {
  DisputeReport report = meadow();
  report.contested.push_back({square(3), Wide{2'000'000} * square_metre, {DivisionId{1}, DivisionId{2}}, {}, {}, ""});
  report.villages.push_back({"Weir", from_degrees(3.05, 0.05), ""});
  report.map.grounds.push_back({SheetGround::Role::unclaimed, "", {square(3)}});
  for (const auto& [language, word, why, sign] :
       {std::array{"en", "unclaimed", "nobody claims it", "Ground in dispute that no party claims"},
        std::array{"zh", "无人主张", "该部分无人主张", "争议中各方均未主张的区域"}}) {
    const std::string text = told(report, DisputeReportKind::contested, language);
    for (const char* words : {word, why, "2.0000", "8.0000", "Weir"}) CHECK(has(text, words));
    CHECK(text.find("6.0000") < text.find(word));
    const ReportDocument document = compose(report, DisputeReportKind::contested, language);
    bool signed_so = false;
    for (const Block& block : document.blocks) {
      if (const auto* plate = std::get_if<MapPlate>(&block))
        signed_so = std::ranges::any_of(plate->sheet.legend, [&](const LegendEntry& e) { return e.symbol == LegendEntry::Symbol::unclaimed && e.text == sign; });
    }
    CHECK(signed_so);
    CHECK_FALSE(has(told(meadow(), DisputeReportKind::contested, language), word));
  }
}

TEST_CASE("no report of a dispute names or draws one party before another but by letter") {
  for (const auto kind : {DisputeReportKind::dossier, DisputeReportKind::contested}) {
    DisputeReport report = meadow();
    report.evidence.clear();
    report.the_case.steps[0].note.clear();
    const std::string text = told(report, kind);
    CHECK(count_of(text, "East") == count_of(text, "West"));
  }
}

TEST_CASE("what the procedure is not for has no empty sections") {  // scenario 20
  DisputeReport report = meadow();
  report.contested.clear();
  report.villages.clear();
  report.evidence.clear();
  report.the_case.triage = "not_our_procedure";
  const ReportDocument document = compose(report, DisputeReportKind::dossier, "en");
  std::vector<std::string> headings;
  for (const Block& block : document.blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) headings.push_back(heading->anchor);
  }
  CHECK(headings == std::vector<std::string>{"dispute-parties", "dispute-steps"});
}

TEST_CASE("a settled case shows the ground as it was, who signed and what changed hands") {
  DisputeReport report = meadow();
  settle(report);
  const std::string text = told(report, DisputeReportKind::dossier);
  for (const char* words : {"has effect since 1 May 2021", "Minutes", "The ford stays open", "1.0000", "Ann", "planned, single"}) CHECK(has(text, words));

  const std::string agreement = told(report, DisputeReportKind::agreement);
  CHECK(has(agreement, "Boundary agreement"));
  CHECK(has(agreement, "Article 5. Rights and obligations of both sides: The ford stays open."));
  CHECK(has(agreement, "Signed by"));
  report.drafted = true;  // another line than that of the outcome is to be signed yet
  CHECK(has(told(report, DisputeReportKind::agreement), "Draft agreement"));
}

TEST_CASE("an agreement is signed before its annexes, and names the law once") {
  DisputeReport report = meadow();
  settle(report);
  report.drafted = true;
  report.procedure.source = "办法";
  const ReportDocument document = compose(report, DisputeReportKind::agreement, "zh");
  std::vector<std::string> headings;
  for (const Block& block : document.blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) headings.push_back(heading->anchor);
  }
  REQUIRE(headings.size() > 3);
  CHECK(headings.back() == "dispute-points");
  CHECK(std::ranges::count(headings, "dispute-signatures") == 1);
  CHECK(count_of(told(report, DisputeReportKind::agreement, "zh"), "办法") == 1);
}

TEST_CASE("what was decided is no agreement of the parties") {
  DisputeReport report = meadow();
  settle(report);
  report.outcome->mode = OutcomeMode::decision;
  report.outcome->signatories.clear();
  report.map.grounds.push_back({SheetGround::Role::disputed, "", {square(1)}});
  const std::string text = told(report, DisputeReportKind::agreement);
  CHECK(has(text, "Decision on the boundary"));
  CHECK(has(text, "fixed by Minutes"));
  CHECK(has(text, "effect from 1 May 2021"));
  CHECK(!has(text, "parties agree"));
  for (const auto kind : {DisputeReportKind::agreement, DisputeReportKind::dossier}) {
    CHECK(has(told(report, kind), "Line as decided"));
    CHECK(!has(told(report, kind), "Agreed line"));
  }
}

TEST_CASE("no key of words is left in a report of a dispute") {
  DisputeReport report = meadow();
  settle(report);
  for (const auto kind : {DisputeReportKind::dossier, DisputeReportKind::contested, DisputeReportKind::agreement}) {
    for (const char* language : {"en", "zh"}) {
      const std::string text = told(report, kind, language);
      CHECK(text.find("dispute-") == std::string::npos);
      CHECK(text.find('{') == std::string::npos);
    }
  }
}
