// SPDX-License-Identifier: Apache-2.0
#include "cli/report/document.hpp"
#include "cli/report/inspection_report.hpp"
#include "cli/report/line_sheet.hpp"
#include "cli/report/report_files.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

Monument stone(std::int64_t id, const char* number) {
  Monument monument;
  monument.id = {id};
  monument.number = number;
  return monument;
}

/// Of two monuments and one segment: the first monument was found moved off its inscription, the second is still to be seen.
InspectionReport half_done() {
  InspectionReport report;
  report.name = "鄂湘线";
  report.left = "Left County";
  report.right = "Right County";
  report.inspection.local_id = "2026-1";
  InspectionStep planned, met;
  planned.on = parse_date("2026-03-01");
  planned.due_on = parse_date("2026-11-30");
  met.state = InspectionState::joint_meeting_1;
  met.on = parse_date("2026-04-02");
  met.left_by = "A. Left";
  met.right_by = "B. Right";
  report.inspection.steps = {planned, met};
  Observation seen;
  seen.on = parse_date("2026-05-06");
  seen.state = SeenAs::damaged;
  seen.observer = "C. Walker";
  seen.inscription = "faded";
  seen.witnesses = 2;
  seen.issue = Issue::repair;
  RepairOrder repair;
  repair.ordered_on = parse_date("2026-05-07");
  report.stones = {{{stone(1, "4243001Q"), {}, {}}, seen, {repair}}, {{stone(2, "4243002Q"), {}, {}}, {}, {}}};
  Segment segment;
  segment.ordinal = 1;
  segment.carrier = Carrier::watercourse;
  segment.feature = "青溪河";
  SegmentCheck check;
  check.on = parse_date("2026-05-06");
  check.state = SegmentSeen::feature_moved;
  check.issue = Issue::re_survey;
  report.pieces = {{segment, "4243001Q", "4243002Q", check}};
  return report;
}

bool says(const std::string& text, const char* what) { return text.find(what) != std::string::npos; }

}  // namespace

TEST_CASE("an inspection report says what was found at every monument and segment, and what is still to be seen") {
  const InspectionReport report = half_done();
  CHECK(report.not_seen() == 1);
  CHECK(report.open_repairs() == 1);
  const std::string text = to_text(compose_inspection(report, Phrases{"en"}));
  for (const char* what : {"鄂湘线", "4243001Q", "damaged", "repair ordered 2026-05-07", "faded", "4243002Q", "not seen yet", "青溪河",
                           "feature moved", "survey anew", "first joint meeting", "A. Left, B. Right", "Not complete"}) {
    CAPTURE(what);
    CHECK(says(text, what));
  }
  const std::string chinese = to_text(compose_inspection(report, Phrases{"zh"}));
  for (const char* what : {"联合检查报告", "损坏", "尚未检查", "依托物变动", "重测", "第一次联席会议"}) {
    CAPTURE(what);
    CHECK(says(chinese, what));
  }
}

TEST_CASE("an inspection that has seen everything says nothing of open work") {
  InspectionReport report = half_done();
  report.stones.pop_back();
  report.stones.front().repairs.front().done_on = parse_date("2026-06-01");
  CHECK(report.not_seen() == 0);
  CHECK(report.open_repairs() == 0);
  const std::string text = to_text(compose_inspection(report, Phrases{"en"}));
  CHECK_FALSE(says(text, "Not complete"));
  CHECK(says(text, "repaired 2026-06-01"));
}

TEST_CASE("what is due follows the law of the country") {
  for (const char* language : {"en", "zh", "fr"}) {
    const Phrases phrases{language};
    const std::string by_law = to_text(compose_due({{}, 2027, {}, 5}, phrases));
    const std::string without = to_text(compose_due({{}, 2027, {}, 0}, phrases));
    CHECK(says(by_law, "5"));
    CHECK(says(without, phrases.text("due-no-rule").c_str()));
    CHECK_FALSE(says(by_law, "{years}"));
  }
}
