// SPDX-License-Identifier: Apache-2.0
/// Acceptance scenario 15 of domain.md §9.1 and the upkeep of lines: projects across them, patrols, peaceful boundaries.
#include "tests/scenarios/border.hpp"

#include <algorithm>

using namespace merestone;
using namespace merestone::test;

TEST_CASE("scenario 15: due five years after the last filing, with kilometres and monuments") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Border border{place};
  record_monuments(border.project, by("Ada"), {border.stone("5253001Q", 0.5, 1), border.stone("5253002Q", 1.5, 1)}, provincial);
  CHECK(border.desk().due(border.line).due == parse_date("2006-09-01"));  // five years after it was made public
  CHECK(border.desk().due(border.line).overdue(parse_date("2026-01-01")));

  std::vector<StepFiling> steps{step(border, "2021-1", InspectionState::planned, "2021-01-10"),
                                step(border, "2021-1", InspectionState::lead_named, "2021-02-01"),
                                step(border, "2021-1", InspectionState::joint_meeting_1, "2021-03-01"),
                                step(border, "2021-1", InspectionState::desk_check, "2021-03-10"),
                                step(border, "2021-1", InspectionState::field_check, "2021-04-01")};
  take_steps(border.project, by("Ada"), steps);
  const StepFiling meeting = step(border, "2021-1", InspectionState::joint_meeting_2, "2021-05-01");
  CHECK(rule_of(refusal([&] { take_steps(border.project, by("Ada"), {meeting}); })) == "inspection.not_all_seen");

  std::vector<Observation> seen;
  for (const Monument& m : border.desk().monuments_on(border.line)) {
    seen.emplace_back();
    seen.back().monument = m.id;
    seen.back().inspection = border.desk().inspections[0].id;
    seen.back().on = parse_date("2021-04-03");
    seen.back().inscription = "repainted";
    seen.back().witnesses = 3;
  }
  CHECK(record_observations(border.project, by("Ada"), seen, parse_date("2021-04-10")).findings.empty());
  take_steps(border.project, by("Ada"), {meeting, step(border, "2021-1", InspectionState::report_signed, "2021-06-01"),
                                         step(border, "2021-1", InspectionState::filed, "2021-06-30")});
  const LineDesk desk = border.desk();
  REQUIRE(desk.inspections.size() == 1);
  CHECK(desk.inspections[0].steps.size() == 8);
  CHECK(desk.inspections[0].steps[1].lead == border.north);
  CHECK(desk.inspections[0].steps.back().document == "9/2021");
  CHECK(desk.observations[0].witnesses == 3);
  const Due due = desk.due(border.line);
  CHECK(due.last_filed == parse_date("2021-06-30"));
  CHECK(due.due == parse_date("2026-06-30"));
  CHECK_FALSE(due.overdue(parse_date("2026-06-30")));
  CHECK(due.overdue(parse_date("2026-07-01")));
  CHECK(line_ground(border.project, border.line, on("2026-01-01")).length_m == Approx(222'605).margin(5));
  CHECK(border.project.verify_audit().empty());
}

TEST_CASE("BL-08: a road across the line alerts, patrols and risks are kept") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Border border{place};
  LineProject road;
  road.title = "Ring road";
  road.begins_on = parse_date("2026-06-01");
  road.path = {from_degrees(0.3, 0.5), from_degrees(0.3, 1.5)};
  road.consents = {{border.north, parse_date("2026-01-05"), "1/2026"}};
  const auto outcome = record_line_project(border.project, by("Ben"), road, parse_date("2026-02-01"));
  REQUIRE(outcome.crossings.size() == 1);
  CHECK(outcome.crossings[0].at == std::vector<Position>{from_degrees(0.3, 1)});
  CHECK(rules_of(outcome.findings) == std::vector<std::string>{"building.crosses", "building.needs_consent"});
  CHECK(outcome.findings[1].facts[1].second == "Southshire");
  const auto consent = [&](DivisionId side, const char* day, const char* today) {
    return record_consent(border.project, by("Ben"), outcome.id, {side, parse_date(day), "2/2026"}, parse_date(today));
  };
  const DivisionId elsewhere = border.desk().divisions.find_code("T") ? border.desk().divisions.find_code("T")->id : DivisionId{};
  CHECK(rule_of(refusal([&] { consent(elsewhere, "2026-03-01", "2026-03-01"); })) == "building.foreign_consent");
  CHECK(rule_of(refusal([&] { consent(border.north, "2026-03-01", "2026-03-01"); })) == "building.consented_already");
  CHECK(rule_of(refusal([&] { consent(border.south, "2026-03-02", "2026-03-01"); })) == "building.consent_in_future");
  const auto standing = [&] {
    const LineDesk desk = border.desk();
    auto all = stand_projects(border.project, desk, desk.lines);
    REQUIRE(all.size() == 1);
    REQUIRE(all[0].crossings.size() == 1);
    CHECK(all[0].crossings[0].line == border.line);
    return all[0].missing;
  };
  REQUIRE(standing().size() == 1);
  CHECK(standing()[0].name == "Southshire");
  CHECK(consent(border.south, "2026-03-01", "2026-03-01").findings.empty());  // nobody's is missing now
  CHECK(standing().empty());
  CHECK(stand_projects(border.project, border.desk(), {})[0].crossings.empty());
  REQUIRE(border.desk().projects.size() == 1);
  CHECK(border.desk().projects[0].consents.size() == 2);
  road.path = {from_degrees(0.3, 0.5), from_degrees(0.6, 0.5)};
  CHECK(record_line_project(border.project, by("Ben"), road, parse_date("2026-02-01")).findings.empty());
  road.path = {from_degrees(0.3, 0.5)};
  CHECK(rule_of(refusal([&] { record_line_project(border.project, by("Ben"), road, parse_date("2026-02-01")); })) == "building.incomplete");

  const std::vector<Patrol> patrols{{border.line, {}, {}, parse_date("2026-01-15"), "Zhou", "monthly", 10, "quiet"}};
  record_patrols(border.project, by("Ben"), patrols);
  HiddenRisk risk;
  risk.local_id = "Y1";
  risk.line = border.line;
  risk.type = RiskType::water;
  risk.severity = 3;
  risk.found_on = parse_date("2026-01-15");
  risk.position = from_degrees(0.5, 1);
  record_risks(border.project, by("Ben"), {risk});
  risk.closed_on = parse_date("2026-01-10");
  CHECK(rule_of(refusal([&] { record_risks(border.project, by("Ben"), {risk}); })) == "risk.closed_before_found");
  risk.closed_on = parse_date("2026-02-10");
  record_risks(border.project, by("Ben"), {risk});
  const LineDesk desk = border.desk();
  REQUIRE(desk.patrols.size() == 1);
  CHECK(desk.patrols[0].by == "Zhou");
  REQUIRE(desk.risks.size() == 1);  // one risk, in its last version
  CHECK(desk.risks[0].closed_on == parse_date("2026-02-10"));
  CHECK(desk.risks[0].position == from_degrees(0.5, 1));
  CHECK(border.project.verify_audit().empty());
}

TEST_CASE("BL-08: a consent that comes after work began is kept, and said to be late") {
  const Site place{Engine::spatialite};
  Border border{place};
  LineProject weir;
  weir.title = "Weir";
  weir.begins_on = parse_date("2026-01-10");
  weir.path = {from_degrees(0.3, 0.5), from_degrees(0.3, 1.5)};
  const auto outcome = record_line_project(border.project, by("Ben"), weir, parse_date("2026-01-05"));
  const auto late = record_consent(border.project, by("Ben"), outcome.id, {border.north, parse_date("2026-02-01"), ""}, parse_date("2026-02-01"));
  CHECK(rules_of(late.findings) == std::vector<std::string>{"building.late_consent", "building.needs_consent", "building.needs_consent"});
  CHECK(late.findings[2].severity == Severity::error);  // nobody of the south was asked, and work goes on
  CHECK(rule_of(refusal([&] { record_consent(border.project, by("Ben"), {99}, {border.north, parse_date("2026-02-01"), ""}, parse_date("2026-02-01")); })) ==
        "building.unknown");
}

TEST_CASE("a peaceful boundary (domain.md §3.7): what neighbours do is logged, both sides take part, and what is due again is told") {
  const Site place{GENERATE(Engine::spatialite, Engine::postgis)};
  Border border{place};
  const auto log = [&](std::vector<PeaceEntry> entries) { return record_peace(border.project, by("Ben"), entries, parse_date("2026-03-01")); };
  PeaceEntry meeting{border.line, PeaceActivity::meeting, parse_date("2025-02-10"), "Zhou", "", 0, parse_date("2026-02-10"), "3/2025", ""};
  CHECK(rule_of(refusal([&] { log({meeting}); })) == "peace.one_sided");
  meeting.right_by = "Wu";
  PeaceEntry wrong = meeting;
  wrong.next_on = parse_date("2025-02-10");
  CHECK(rule_of(refusal([&] { log({meeting, wrong}); })) == "peace.next_before");
  wrong.next_on.reset();
  wrong.on = parse_date("2026-03-02");
  CHECK(rule_of(refusal([&] { log({wrong}); })) == "peace.in_future");
  CHECK(border.desk().peace.empty());  // nothing of what was refused

  const PeaceEntry screening{border.line, PeaceActivity::screening, parse_date("2025-06-01"), "Zhou", "", 0, {}, "", "nothing found"};
  CHECK(log({meeting, screening}).findings.empty());
  const PeaceEntry appraisal{border.line, PeaceActivity::appraisal, parse_date("2025-12-31"), "", "", 1, {}, "", "a quarrel about water"};
  CHECK(rules_of(log({appraisal}).findings) == std::vector<std::string>{"peace.vetoed"});  // incidents veto it: kept, and said
  auto desk = border.desk("2026-03-01");
  REQUIRE(desk.peace.size() == 3);
  CHECK(desk.peace[0].right_by == "Wu");
  CHECK(due_again(desk.peace, parse_date("2026-02-09")).empty());
  const auto due = due_again(desk.peace, desk.as_of.day);
  REQUIRE(due.size() == 1);
  CHECK(due[0].activity == PeaceActivity::meeting);
  meeting.on = parse_date("2026-02-20");
  meeting.next_on = parse_date("2027-02-20");
  log({meeting});
  CHECK(due_again(border.desk("2026-03-01").peace, parse_date("2026-03-01")).empty());
  CHECK(border.project.verify_audit().empty());
}
