// SPDX-License-Identifier: Apache-2.0
/// Capacity plans and suitable ground on paper and screen: each figure stands beside its bar, not under it.
#include "cli/report/cemetery_plan.hpp"
#include "cli/report/document.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/suitability_sheet.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

CemeteryPlan plan() {
  CemeteryPlan made;
  made.head.on = parse_date("2025-01-01");
  made.name = "Aldham";
  FacilityUse use;
  use.planned = 1000, use.used = 615, use.available = 385, use.used_share = 0.615;
  made.facilities = {{.name = "Hill", .kind = "cemetery", .use = use}, {.name = "Dale", .kind = "cemetery", .use = use}};
  made.all = use;
  return made;
}

SuitabilitySheet suitable() {
  SuitabilitySheet made;
  made.head.on = made.law_day = parse_date("2025-01-01");
  made.name = "Aldham";
  Candidate one;
  one.middle = from_degrees(112, 31);
  one.area_m2 = 190'000, one.score = 0.85;
  made.found.candidates = {one};
  made.divisions = {"Northfield"};
  return made;
}

/// Rows with a bar whose last cell has words that the bar would cover.
int covered(const ReportDocument& document) {
  int rows = 0, found = 0;
  const auto look = [&](const ReportRow& row) {
    if (!row.bar) return;
    ++rows;
    found += !row.cells.back().text.empty();
  };
  for (const auto& block : document.blocks) {
    const auto* const table = std::get_if<Table>(&block);
    if (!table) continue;
    for (const ReportRow& row : table->rows) {
      look(row);
      CHECK(row.cells.size() == table->columns.size());
    }
    if (table->total) look(*table->total);
  }
  REQUIRE(rows > 0);
  return found;
}

}  // namespace

TEST_CASE("the shares of a capacity plan and the scores of suitable ground can be read beside their bars") {
  const Phrases phrases{"en"};
  const ReportDocument capacity = compose_cemetery_plan(plan(), phrases), ground = compose_suitability(suitable(), phrases);
  CHECK(covered(capacity) == 0);
  CHECK(covered(ground) == 0);
  CHECK(to_html(capacity).find("61.5") != std::string::npos);
  CHECK(to_html(ground).find("0.85") != std::string::npos);
}
