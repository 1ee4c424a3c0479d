// SPDX-License-Identifier: Apache-2.0
/// Joint inspections of lines (联合检查, Regs 2002 Art. 12, domain.md §3.6): every five years, and at any time after a
/// disaster or when a river or road moved.
#pragma once

#include "gis/boundaries/segment.hpp"

namespace merestone {

/// One step of an inspection, as taken.
struct InspectionStep {
  InspectionId inspection;
  InspectionState state = InspectionState::planned;
  Date on{};
  std::optional<Date> due_on;      ///< with `planned`
  DivisionId lead;                 ///< with `lead_named`
  std::string left_by, right_by;   ///< who was there for each side
  std::string document;            ///< number of the filing
  std::string note;
};

struct Inspection {
  InspectionId id;
  std::string local_id;            ///< the office's own number
  BoundaryLineId line;
  InspectionKind kind = InspectionKind::regular;
  std::string reason;              ///< of a special one
  std::vector<InspectionStep> steps;  ///< in the order taken
  std::optional<InspectionState> state() const {
    return steps.empty() ? std::nullopt : std::optional{steps.back().state};
  }
};

/// How a segment was found; how monuments were found is an Observation.
struct SegmentCheck {
  InspectionId inspection;
  SegmentId segment;
  Date on{};
  SegmentSeen state = SegmentSeen::as_agreed;
  Issue issue = Issue::none;
  std::string note;
};

/// What an inspection has to look at and has looked at, point by point and segment by segment.
struct InspectionRecord {
  std::vector<std::string> unseen_monuments;    ///< numbers
  std::vector<std::int64_t> unseen_segments;    ///< ordinals
  std::size_t open_issues = 0;                  ///< repairs that are ordered and not done
};

/// Whether `step` may follow. Errors: inspection.wrong_step (naming what may), inspection.step_before_last,
/// inspection.no_reason, inspection.no_lead, inspection.one_sided (a meeting or a signature without both sides),
/// inspection.not_all_seen (past the field check), inspection.no_filing. inspection.open_repairs is a warning at filing.
std::vector<Finding> check_step(const Inspection& inspection, const InspectionStep& step, const InspectionRecord& record);

/// What a step or a check may not be on this line and today. Errors: inspection.in_future; inspection.foreign_lead, where the
/// side that leads is neither of the line's.
std::vector<Finding> check_step_setting(const Inspection& inspection, const InspectionStep& step, const BoundaryLine& line, Date today);

/// Whether a segment may be recorded as seen. Errors: inspection.in_future, inspection.over (signed or filed),
/// inspection.before_plan, inspection.foreign_segment (`of_line`: the line that the segment is of).
std::vector<Finding> check_segment_check(const Inspection& inspection, const SegmentCheck& check, BoundaryLineId of_line, Date today);

/// `years` on, the same day of the month; 28 February where there is no 29th.
Date years_after(Date day, int years);

/// When a line is to be inspected next.
struct Due {
  std::optional<Date> last_filed;  ///< of the last regular inspection; else
  std::optional<Date> since;       ///< the day from which the first period counts: publication, approval or agreement
  std::optional<Date> due;         ///< none where neither is known
  bool overdue(Date today) const { return due && *due < today; }
};

/// @param years from the country pack; five in China (BL-10)
Due due_of(BoundaryLineId line, std::span<const Inspection> inspections, std::optional<Date> since, int years = 5);

}  // namespace merestone
