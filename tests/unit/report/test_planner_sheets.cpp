// SPDX-License-Identifier: Apache-2.0
/// Capacity plans, siting opinions and suitable ground on paper and screen: each figure stands beside its bar, not under it,
/// and what the law asks stands beside what was found.
#include "cli/report/burial_parts.hpp"
#include "cli/report/cemetery_plan.hpp"
#include "cli/report/document.hpp"
#include "cli/report/report_files.hpp"
#include "cli/report/siting_opinion.hpp"
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

TEST_CASE("a capacity plan says of each facility for how long it gives plots, how green it is, and what is asked") {
  CemeteryPlan made = plan();
  PlannedFacility& hill = made.facilities[0];
  hill.term_years = 50, hill.cover_percent = 62.5;
  hill.most_term_years = 20, hill.least_cover_percent = 75, hill.least_green_percent = 40, hill.limit_source = "DB34/T 4180-2022";
  hill.term_kept = false, hill.green_kept = false;
  const std::string sheet = to_html(compose_cemetery_plan(made, Phrases{"en"}));
  CHECK(sheet.find("given for too long, too little greenery") != std::string::npos);
  CHECK(sheet.find("62.5") != std::string::npos);
  CHECK(sheet.find("at most 20 years, " + asked_greenery(75, 40, Phrases{"en"}) + " (DB34/T 4180-2022)") != std::string::npos);
  CHECK(sheet.find("no limit set") != std::string::npos);  // of the other
  CHECK(written(made, Phrases{"en"}, "csv").find("50,62.5,,no,no") != std::string::npos);
}

TEST_CASE("a siting opinion tells the limits of what is built there, and how high the stone of a grave stands") {
  SitingOpinion opinion;
  opinion.head.on = opinion.law_day = parse_date("2025-01-01");
  opinion.name = "g-1";
  CHECK(to_html(compose_siting_opinion(opinion, Phrases{"en"})).find("Gravestone") == std::string::npos);
  SitingOpinion::Limit stone;
  stone.most = 0.8, stone.found = 1.25, stone.source = "decree 10";
  CHECK(stone.exceeded());
  opinion.limits.push_back(stone);
  opinion.kept_by = "heritage · list 3";
  const std::string sheet = to_html(compose_siting_opinion(opinion, Phrases{"en"}));
  for (const char* words : {"Gravestone above the ground", "at most 0.80 m", "1.25 m", "decree 10", "This grave is kept", "heritage · list 3"}) {
    CHECK(sheet.find(words) != std::string::npos);
  }
}
