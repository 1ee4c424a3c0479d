// SPDX-License-Identifier: Apache-2.0
#include "data/store/inspection_store.hpp"

#include "data/store/optional_values.hpp"
#include "data/store/statement.hpp"

namespace merestone {

std::vector<Inspection> read_inspections(Connection& connection, Revision revision) {
  const Value known[] = {revision};
  std::vector<Inspection> inspections;
  connection.query(statement("inspection_list", connection.engine()), known, [&](const Row& row) {
    inspections.push_back({.id = {row.integer(0)}, .local_id = std::string{row.text(2)}, .line = {row.integer(1)},
                           .kind = term_at<InspectionKind>(row, 3), .reason = std::string{row.text(4)}, .steps = {}});
  });
  auto inspection = inspections.begin();  // both lists are in the order of the inspections' ids
  connection.query(statement("inspection_step_list", connection.engine()), known, [&](const Row& row) {
    const InspectionId id{row.integer(1)};
    while (inspection != inspections.end() && inspection->id < id) ++inspection;
    if (inspection == inspections.end() || inspection->id != id) return;
    inspection->steps.push_back({.inspection = id, .state = term_at<InspectionState>(row, 3), .on = parse_date(row.text(4)),
                                 .due_on = day_at(row, 5), .lead = {row.integer(2)}, .left_by = std::string{row.text(6)},
                                 .right_by = std::string{row.text(7)}, .document = std::string{row.text(8)},
                                 .note = std::string{row.text(9)}});
  });
  return inspections;
}

std::vector<SegmentCheck> read_segment_checks(Connection& connection, Revision revision) {
  const Value known[] = {revision};
  std::vector<SegmentCheck> checks;
  connection.query(statement("segment_check_list", connection.engine()), known, [&](const Row& row) {
    checks.push_back({.inspection = {row.integer(1)}, .segment = {row.integer(2)}, .on = parse_date(row.text(3)),
                      .state = term_at<SegmentSeen>(row, 4), .issue = term_at<Issue>(row, 5),
                      .note = std::string{row.text(6)}});
  });
  return checks;
}

void add_inspections(FactWriter& writer, std::span<Inspection> inspections) {
  auto rows = writer.rows("inspection");
  for (Inspection& i : inspections) {
    i.id = {writer.next("inspection")};
    rows.add({i.id.value, i.line.value, writer.revision(), i.local_id, to_text(i.kind), i.reason});
  }
  rows.finish();
}

void add_inspection_steps(FactWriter& writer, std::span<const InspectionStep> steps) {
  auto rows = writer.rows("inspection_step");
  for (const InspectionStep& s : steps) {
    const std::string day = to_string(s.on);
    const DayValue due{s.due_on};
    rows.add({writer.next("inspection_step"), s.inspection.value, value_of(s.lead), writer.revision(), to_text(s.state), day,
              due.value(), s.left_by, s.right_by, s.document, s.note});
  }
  rows.finish();
}

void add_segment_checks(FactWriter& writer, std::span<const SegmentCheck> checks) {
  auto rows = writer.rows("segment_check");
  for (const SegmentCheck& c : checks) {
    const std::string day = to_string(c.on);
    rows.add({writer.next("segment_check"), c.inspection.value, c.segment.value, writer.revision(), day, to_text(c.state),
              to_text(c.issue), c.note});
  }
  rows.finish();
}

}  // namespace merestone
