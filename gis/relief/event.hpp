// SPDX-License-Identifier: Apache-2.0
/// A disaster and what was reported of it (domain.md §6, DR-02): by township, in stages. A later report stands in place of
/// an earlier one; none is ever edited.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/divisions/change.hpp"
#include "gis/geometry/area.hpp"
#include "gis/law/relief_rules.hpp"
#include "gis/relief/moment.hpp"

#include <span>
#include <string>
#include <vector>

namespace merestone {

using EventId = Id<struct EventTag>;

struct DisasterEvent {
  EventId id{};
  std::string local_id{};   ///< the office's own number
  std::string hazard{};
  std::string name{};
  std::string severity{};   ///< warning or response level; empty: none
  Moment started{};
  std::optional<Moment> ended{};
  MultiPolygon area{};      ///< empty: not drawn
};

/// One figure of one report.
struct EventFigure {
  EventId event{};
  DivisionId division{};
  std::string stage{};
  Moment as_of{};
  std::string indicator{};
  double value = 0;
  std::string source{};
};

/// As a table has it.
struct DeliveredReport {
  std::string event{};  ///< the office's number
  std::string hazard{}; ///< empty: not said
  std::string stage{};
  Moment as_of{};
  std::string code{};
  std::string indicator{};
  double value = 0;
  std::string source{};
  std::size_t record = 0;
};

/// What is wrong with an event itself. Errors: event.unknown_hazard, event.unknown_severity, event.ends_before_it_starts.
std::vector<Finding> event_findings(const DisasterEvent& event, const EventRules& rules);

struct JudgedReports {
  std::vector<EventFigure> figures;  ///< new ones
  std::size_t same = 0;              ///< that are on record as they are
  std::vector<Finding> findings;
};

/// Holds reports of one event against its rules, the divisions of its first day and what is on record. Errors:
/// event.other_event, event.other_hazard, event.unknown_stage, event.unknown_indicator, event.negative, event.not_whole,
/// event.unknown_division, event.not_that_day, event.before_start, event.reported_twice, event.reported_already (a report is
/// not edited: send a later one), event.stage_order (an earlier stage after a later one), event.parts_exceed (DR-02: parts
/// more than their parent), event.order (as dead over affected), event.sum_differs (a county and its townships in one
/// delivery). Warnings: event.falls (less than the report before), event.late (past the clock of the stage).
JudgedReports judge_reports(const DisasterEvent& event, std::span<const DeliveredReport> delivered, std::span<const EventFigure> on_record,
                            const EventRules& rules, const DivisionFacts& facts, const std::string& file);

/// What stands for a division: of each indicator the last figure by time, then stage.
struct StandingFigure {
  DivisionId division{};
  std::string indicator{};
  double value = 0;
  std::string stage{};
  Moment as_of{};
};
/// Up to and with `stage` (empty: all) and `until` (none: all); by division, then indicator in the order of the rules.
std::vector<StandingFigure> standing(std::span<const EventFigure> figures, const EventRules& rules, const std::string& stage = {},
                                     std::optional<Moment> until = {});

/// A report that must be in.
struct ReportDue {
  std::string stage{};
  Moment due{};
  std::optional<Moment> done{};
  bool overdue = false;  ///< not done in time
};
/// Clocks that run: the first report after the start; the next update until there is a final one; the final one after the end.
std::vector<ReportDue> reports_due(const DisasterEvent& event, std::span<const EventFigure> figures, const EventRules& rules, Moment now);

}  // namespace merestone
