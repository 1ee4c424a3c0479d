// SPDX-License-Identifier: Apache-2.0
/// The comparison sheet: every line with its number on the map and in the tables, figures by party, rules in words.
#include "cli/report/comparison.hpp"
#include "cli/report/document.hpp"
#include "cli/report/phrases.hpp"
#include "cli/report/report_files.hpp"
#include "gis/proposals/family.hpp"
#include "tests/support/text.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

Polyline line(std::initializer_list<std::pair<double, double>> positions) {
  Polyline path;
  for (const auto& [lon, lat] : positions) path.push_back(from_degrees(lon, lat));
  return path;
}

const Polyline west_wants = line({{1, 1}, {1.2, 1.5}, {1, 2}});
const Polyline east_wants = line({{1, 1}, {0.9, 1.5}, {1, 2}});
const Polyline now = line({{1, 1}, {1, 2}});

/// A wants the border farther east, B farther west; the equidistant line moves Upper Mill to A.
ComparisonReport report() {
  ComparisonReport report;
  report.a = {{1}, "A", "3401", "West"};
  report.b = {{2}, "B", "3402", "East"};
  report.base.parties = {report.a, report.b};
  report.base.the_case.title = "The valley";
  report.base.the_case.number = "2020-1";
  report.base.on = parse_date("2020-06-01");
  report.base.map.grounds.push_back({SheetGround::Role::neighbour, "A West", {{line({{0, 1}, {1, 1}, {1, 2}, {0, 2}}), {}}}});
  report.sigma_m = 50;
  const ContestedBand band = band_between(west_wants, east_wants);
  std::vector<ImpactLayer> layers{{"places", "people", {{"Upper Mill", from_degrees(1.03, 1.5), 300, true}}, {}, {}},
                                  {"hazard:flood:2", "", {}, {}, {{{line({{1, 1.4}, {1.1, 1.4}, {1.1, 1.6}, {1, 1.6}}), {}}}}},
                                  {"facility:cemetery", "used", {{"Old plots", from_degrees(1.1, 1.5), 40, false}}, {}, {}}};
  const ImpactGround ground{ground_of(band), layers};
  report.whole = ground.on(ground.within(), {}, 0);
  ComparisonSetting setting;
  setting.in_force = now;
  setting.claim_sigma_m = 50;
  const LineFamily family{band};
  const auto add = [&](ComparisonRow::Kind kind, const Proposal& proposal, std::int64_t opinion) {
    ComparisonRow& row = report.rows.emplace_back();
    row.kind = kind;
    row.opinion = opinion;
    row.method = row.title = proposal.method;
    row.parameters = proposal.parameters;
    row.results = proposal.results;
    row.data = {{"claim A", std::string(64, 'c'), "2020-06-01"}};
    row.author = "Ada";
    row.recorded_at = "2020-06-01T10:00:00Z";
    row.revision = opinion > 0 ? 12 : 0;
    row.line = proposal.line;
    row.figures = figures_of(band, proposal.line, proposal.method, ground, setting);
  };
  Proposal claim;
  claim.line = west_wants;
  add(ComparisonRow::Kind::claim_a, claim, 0);
  claim.line = east_wants;
  add(ComparisonRow::Kind::claim_b, claim, 0);
  claim.line = now;
  add(ComparisonRow::Kind::in_force, claim, 0);
  add(ComparisonRow::Kind::proposal, equidistant_line(family), 7);
  Proposal weighted = weighted_line(family, 0.3);
  weighted.parameters = {{"t", "0.3"}};
  add(ComparisonRow::Kind::proposal, weighted, 8);
  add_proposals(report);
  return report;
}

}  // namespace

TEST_CASE("lines, figures by party, villages by name and rules stand on the sheet, in both languages") {
  const ComparisonReport sheet = report();
  const std::string english = comparison_bytes(sheet, "en", "txt");
  for (const char* part : {"Comparison of proposals", "Claim of A", "Claim of B", "Line in force", "Equidistant line", "Weighted line",
                           "Upper Mill (B → A)", "Flood, severity 2", "40 in use", "0.3 of the way from the claim of A",
                           "Made by Ada", "line opinion 7", "cccccccccccc"}) {
    INFO(part);
    CHECK(has(english, part));
  }
  const std::string chinese = comparison_bytes(sheet, "zh", "txt");
  for (const char* part : {"界线方案比较表", "A方主张线", "现行界线", "等距线", "Upper Mill（B→A）", "洪水（2 级）", "所用数据"}) {
    INFO(part);
    CHECK(has(chinese, part));
  }
  CHECK(has(comparison_bytes(sheet, "en", "html"), "<table"));
  CHECK(comparison_bytes(sheet, "zh", "pdf").starts_with("%PDF"));
  CHECK(comparison_bytes(sheet, "zh", "pdf") == comparison_bytes(sheet, "zh", "pdf"));
}

TEST_CASE("the map carries the proposals with the numbers of the tables; claims and the line in force have none") {
  const ComparisonReport sheet = report();
  std::vector<int> numbers;
  for (const SheetLine& drawn : sheet.base.map.lines) numbers.push_back(drawn.proposal);
  CHECK(numbers == std::vector<int>{1, 2});
  REQUIRE(sheet.base.map.markers.size() == 2);
  CHECK(sheet.base.map.markers[0].label == "1");
  CHECK(sheet.base.map.markers[0].position != sheet.base.map.markers[1].position);
}

TEST_CASE("a natural village that changes sides is flagged") {
  const ReportDocument document = compose(report(), "en");
  bool flagged = false;
  for (const Block& block : document.blocks) {
    if (const auto* table = std::get_if<Table>(&block)) {
      for (const ReportRow& row : table->rows) {
        for (const Cell& cell : row.cells) flagged |= cell.flagged && has(cell.text, "Upper Mill");
      }
    }
  }
  CHECK(flagged);
}

TEST_CASE("every method has a name and a rule in both languages") {
  for (const char* language : {"en", "zh"}) {
    const Phrases phrases{language};
    for (const char* method : {"", "equidistant", "weighted", "equal_area", "share_of_area", "equal_people", "share_of_people", "ridge",
                               "watercourse", "least_cost", "parallel", "meridian", "geodesic", "rhumb", "simplified"}) {
      INFO(language << " " << method);
      CHECK(!phrases.text("method-" + std::string{method}).empty());
      CHECK(!phrases.text("rule-" + std::string{method}).empty());
    }
  }
}
