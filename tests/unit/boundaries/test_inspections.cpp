// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/inspection.hpp"
#include "gis/boundaries/legal_line.hpp"
#include "gis/boundaries/monument.hpp"
#include "gis/boundaries/upkeep.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

namespace {

using enum InspectionState;

InspectionStep step(InspectionState state, const char* day) {
  InspectionStep s;
  s.state = state;
  s.on = parse_date(day);
  s.lead = {3};
  s.left_by = "Wang";
  s.right_by = "Li";
  s.document = "3/2025";
  return s;
}

Inspection taken(std::initializer_list<InspectionState> states) {
  Inspection inspection{{1}, "2025-1", {7}, InspectionKind::regular, "", {}};
  for (const InspectionState state : states) inspection.steps.push_back(step(state, "2025-03-01"));
  return inspection;
}

}  // namespace

TEST_CASE("an inspection goes from plan to filing, issues only where there are some") {
  Inspection inspection = taken({});
  for (const InspectionState state : {planned, lead_named, joint_meeting_1, desk_check, field_check, issues, joint_meeting_2, report_signed, filed}) {
    CHECK(check_step(inspection, step(state, "2025-03-01"), {}).empty());
    inspection.steps.push_back(step(state, "2025-03-01"));
  }
  CHECK(rules_of(check_step(inspection, step(planned, "2025-04-01"), {})) == std::vector<std::string>{"inspection.wrong_step"});
  CHECK(check_step(taken({planned, lead_named, joint_meeting_1, desk_check, field_check}), step(joint_meeting_2, "2025-04-01"), {}).empty());
  CHECK(rules_of(check_step(taken({planned}), step(field_check, "2025-04-01"), {})) == std::vector<std::string>{"inspection.wrong_step"});
}

TEST_CASE("a step says who was there, and comes after the one before") {
  InspectionStep meeting = step(joint_meeting_1, "2025-02-01");
  meeting.right_by.clear();
  CHECK(rules_of(check_step(taken({planned, lead_named}), meeting, {})) ==
        std::vector<std::string>{"inspection.step_before_last", "inspection.one_sided"});
  InspectionStep lead = step(lead_named, "2025-04-01");
  lead.lead = {};
  CHECK(rules_of(check_step(taken({planned}), lead, {})) == std::vector<std::string>{"inspection.no_lead"});
  Inspection special = taken({});
  special.kind = InspectionKind::special;
  CHECK(rules_of(check_step(special, step(planned, "2025-04-01"), {})) == std::vector<std::string>{"inspection.no_reason"});
}

TEST_CASE("the field check is left when every monument and segment was seen") {
  const Inspection inspection = taken({planned, lead_named, joint_meeting_1, desk_check, field_check});
  const InspectionRecord record{{"5253001Q"}, {2, 3}, 0};
  const auto findings = check_step(inspection, step(joint_meeting_2, "2025-04-01"), record);
  CHECK(rules_of(findings) == std::vector<std::string>{"inspection.not_all_seen"});
}

TEST_CASE("filing has a number, and open repairs are told") {
  const Inspection inspection = taken({planned, lead_named, joint_meeting_1, desk_check, field_check, joint_meeting_2, report_signed});
  InspectionStep filing = step(filed, "2025-05-01");
  filing.document.clear();
  const auto findings = check_step(inspection, filing, {{}, {}, 2});
  CHECK(rules_of(findings) == std::vector<std::string>{"inspection.no_filing", "inspection.open_repairs"});
  CHECK(findings[1].severity == Severity::warning);
}

TEST_CASE("BL-10: due five years after the last filing, else after the line was made public") {
  Inspection done = taken({planned});
  done.steps.push_back(step(filed, "2021-06-30"));
  Inspection special = done;
  special.kind = InspectionKind::special;
  special.steps.back().on = parse_date("2024-01-01");
  const auto due = due_of({7}, {{done, special}}, parse_date("2001-01-01"));
  CHECK(due.last_filed == parse_date("2021-06-30"));
  CHECK(due.due == parse_date("2026-06-30"));
  CHECK_FALSE(due.overdue(parse_date("2026-06-30")));
  CHECK(due.overdue(parse_date("2026-07-01")));
  CHECK(due_of({8}, {{done}}, parse_date("2001-03-01")).due == parse_date("2006-03-01"));
  CHECK_FALSE(due_of({8}, {{done}}, {}).due);
  CHECK(years_after(parse_date("2024-02-29"), 5) == parse_date("2029-02-28"));
}

TEST_CASE("BL-01: a settled line has an approval and an agreement") {
  LineRecord record;
  record.status = LineStatus::settled_demarcated;
  CHECK(rules_of(check_record(record, nullptr, nullptr)) ==
        std::vector<std::string>{"boundary.no_approval", "boundary.no_approval", "boundary.no_approval", "boundary.no_agreement", "boundary.not_published", "boundary.no_accuracy"});
  record.approving_body = "State Council";
  record.published_on = parse_date("2001-01-01");
  record.annex_scale = 50'000;
  Document agreement{}, approval{};
  agreement.title = "Agreement";
  agreement.issued = parse_date("2000-02-01");
  approval.number = "1/2000";
  approval.issued = parse_date("2000-06-01");
  CHECK(check_record(record, &agreement, &approval).empty());
  CHECK(accuracy_of(record) == Approx(5));
  approval.issued = parse_date("1999-06-01");
  CHECK(rules_of(check_record(record, &agreement, &approval)) == std::vector<std::string>{"boundary.dates_out_of_order"});
  record.status = LineStatus::disputed;
  CHECK(check_record(record, nullptr, nullptr).empty());
}

TEST_CASE("BL-14: a settled line is made public, and the record says until then that it was not") {
  LineRecord record;
  record.status = LineStatus::settled_demarcated;
  record.approving_body = "State Council";
  record.annex_scale = 50'000;
  Document agreement{}, approval{};
  agreement.title = "Agreement";
  agreement.issued = parse_date("2000-02-01");
  approval.number = "1/2000";
  approval.issued = parse_date("2000-06-01");
  CHECK(rules_of(check_record(record, &agreement, &approval)) == std::vector<std::string>{"boundary.not_published"});
  record.published_on = parse_date("2000-05-31");  // before it was approved
  CHECK(rules_of(check_record(record, &agreement, &approval)) == std::vector<std::string>{"boundary.dates_out_of_order"});
  record.published_on = parse_date("2000-09-01");
  CHECK(check_record(record, &agreement, &approval).empty());
  record.published_on.reset();
  record.status = LineStatus::undetermined;  // nothing to publish
  CHECK(check_record(record, &agreement, &approval).empty());
}

TEST_CASE("a line is called by its name in either order") {
  const std::vector<std::string> left{"石台县", "石台"}, right{"青阳县", "青阳"};
  CHECK(in_other_order("青阳石台线", left, right) == "石台青阳线");
  CHECK(in_other_order("石台青阳线", left, right) == "青阳石台线");
  CHECK(in_other_order("长江线", left, right).empty());
  LineRecord record;
  record.code = "4243";
  record.name = "鄂湘线";
  record.other_name = "湘鄂线";
  CHECK(further_names(record, "鄂湘线") == std::vector<std::string>{"湘鄂线"});
  CHECK(further_names(record, "湘鄂线") == std::vector<std::string>{"鄂湘线"});
  CHECK(further_names(record, "三峡线") == std::vector<std::string>{"鄂湘线", "湘鄂线"});
  record.other_name = record.name;
  CHECK(further_names(record, "鄂湘线").empty());
  record.other_name = "湘鄂线";
  CHECK(is_called(record, "湘鄂线"));
  CHECK(is_called(record, "4243"));
  CHECK_FALSE(is_called(record, ""));
}

TEST_CASE("BL-08: both sides consent before a project begins") {
  LineProject bridge{{}, "Bridge", "", parse_date("2025-05-01"), {}, "", {{{3}, parse_date("2025-04-01"), "1"}, {{4}, parse_date("2025-06-01"), "2"}}};
  const std::vector<ConsentingSide> sides{{{3}, "Qingyang"}, {{4}, "Shitai"}};
  const auto before = check_consents(bridge, sides, parse_date("2025-04-15"));
  REQUIRE(before.size() == 1);
  CHECK(before[0].severity == Severity::warning);
  CHECK(before[0].facts[1].second == "Shitai");
  CHECK(check_consents(bridge, sides, parse_date("2025-07-01"))[0].severity == Severity::error);
  const auto missing = missing_consents(bridge, sides);  // a consent after work began is none
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].division == DivisionId{4});
  bridge.begins_on.reset();
  CHECK(missing_consents(bridge, sides).empty());
}

TEST_CASE("words of terms read back, in Chinese too") {
  for (int i = 0; i <= static_cast<int>(LineStatus::abolished); ++i) {
    const auto status = static_cast<LineStatus>(i);
    CHECK(from_text<LineStatus>(to_text(status)) == status);
  }
  CHECK(to_text(MonumentKind::twin) == "double");
  CHECK(from_text<MonumentKind>("双立") == MonumentKind::twin);
  CHECK(from_text<InspectionState>("备案") == filed);
  CHECK(from_text<Carrier>("分水岭") == Carrier::ridge);
  CHECK_FALSE(from_text<Carrier>(""));
  CHECK_FALSE(from_text<Carrier>("|"));
}

TEST_CASE("what has not happened yet, or belongs to another line, is no part of an inspection") {
  const Date now = parse_date("2026-03-01");
  BoundaryLine line;
  line.id = {1}, line.left = {3}, line.right = {4};
  Inspection inspection{{1}, "2026-1", {1}, InspectionKind::regular, "", {}};
  InspectionStep taken;
  taken.state = InspectionState::lead_named, taken.on = parse_date("2026-02-01"), taken.lead = {3};
  CHECK(check_step_setting(inspection, taken, line, now).empty());
  taken.lead = {5};
  CHECK(rules_of(check_step_setting(inspection, taken, line, now)) == std::vector<std::string>{"inspection.foreign_lead"});
  taken.lead = {4}, taken.on = parse_date("2026-03-02");
  CHECK(rules_of(check_step_setting(inspection, taken, line, now)) == std::vector<std::string>{"inspection.in_future"});

  inspection.steps.push_back({});
  inspection.steps.back().state = InspectionState::field_check, inspection.steps.back().on = parse_date("2026-02-01");
  SegmentCheck check;
  check.on = parse_date("2026-02-10");
  CHECK(check_segment_check(inspection, check, {1}, now).empty());
  CHECK(rules_of(check_segment_check(inspection, check, {2}, now)) == std::vector<std::string>{"inspection.foreign_segment"});
  check.on = parse_date("2026-01-10");
  CHECK(rules_of(check_segment_check(inspection, check, {1}, now)) == std::vector<std::string>{"inspection.before_plan"});
  check.on = parse_date("2026-03-10");
  CHECK(rules_of(check_segment_check(inspection, check, {1}, now)) == std::vector<std::string>{"inspection.in_future"});
  inspection.steps.back().state = InspectionState::filed;
  check.on = parse_date("2026-02-10");
  CHECK(rules_of(check_segment_check(inspection, check, {1}, now)) == std::vector<std::string>{"inspection.over"});

  CHECK(rules_of(check_patrol({{1}, {}, {}, parse_date("2026-03-02"), "Li", "", 0, ""}, "x", now)) == std::vector<std::string>{"patrol.in_future"});
  HiddenRisk risk;
  risk.found_on = parse_date("2026-02-01"), risk.closed_on = parse_date("2026-04-01");
  CHECK(rules_of(check_risk(risk, now)) == std::vector<std::string>{"risk.in_future"});
}

TEST_CASE("BL-04: a repair is for the two divisions of the line") {
  BoundaryLine line;
  line.id = {1}, line.left = {3}, line.right = {4};
  RepairOrder order;
  order.managing = {3}, order.neighbour = {5}, order.ordered_on = parse_date("2026-01-10");
  const BoundaryLine lines[] = {line};
  CHECK(rules_of(check_repair_setting(order, "1", lines, parse_date("2026-02-01"))) == std::vector<std::string>{"repair.foreign_side"});
  order.neighbour = {4}, order.done_on = parse_date("2026-02-02");
  CHECK(rules_of(check_repair_setting(order, "1", lines, parse_date("2026-02-01"))) == std::vector<std::string>{"repair.in_future"});
  CHECK(check_repair_setting(order, "1", lines, parse_date("2026-02-02")).empty());
}
