// SPDX-License-Identifier: Apache-2.0
#include "gis/boundaries/inspection.hpp"

#include <algorithm>

namespace merestone {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

/// What may follow; the first is the usual way on. Issues are a step only where there are some.
std::vector<InspectionState> followers(std::optional<InspectionState> state) {
  using enum InspectionState;
  if (!state) return {planned};
  switch (*state) {
    case planned: return {lead_named};
    case lead_named: return {joint_meeting_1};
    case joint_meeting_1: return {desk_check};
    case desk_check: return {field_check};
    case field_check: return {issues, joint_meeting_2};
    case issues: return {joint_meeting_2};
    case joint_meeting_2: return {report_signed};
    case report_signed: return {filed};
    case filed: break;
  }
  return {};
}

bool needs_both_sides(InspectionState state) {
  return state == InspectionState::joint_meeting_1 || state == InspectionState::joint_meeting_2 ||
         state == InspectionState::report_signed;
}

std::string first_of(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 5); ++i) text += (i ? ", " : "") + names[i];
  return names.size() > 5 ? text + " …" : text;
}

Finding in_future(const Inspection& inspection, Date day, const char* field, Date today) {
  return {"inspection.in_future", Severity::error, {{}, inspection.local_id, field}, {},
          {{"inspection", inspection.local_id}, {"day", to_string(day)}, {"today", to_string(today)}}};
}

}  // namespace

std::vector<Finding> check_step_setting(const Inspection& inspection, const InspectionStep& step, const BoundaryLine& line, Date today) {
  std::vector<Finding> findings;
  if (step.on > today) findings.push_back(in_future(inspection, step.on, "on", today));
  if (step.lead.value != 0 && step.lead != line.left && step.lead != line.right) {
    findings.push_back({"inspection.foreign_lead", Severity::error, {{}, inspection.local_id, "lead"}, {}, {{"inspection", inspection.local_id}}});
  }
  return findings;
}

std::vector<Finding> check_segment_check(const Inspection& inspection, const SegmentCheck& check, BoundaryLineId of_line, Date today) {
  std::vector<Finding> findings;
  const auto add = [&](const char* rule, const char* field, Facts facts) {
    facts.emplace_back("inspection", inspection.local_id);
    findings.push_back({rule, Severity::error, {{}, inspection.local_id, field}, {}, std::move(facts)});
  };
  if (check.on > today) findings.push_back(in_future(inspection, check.on, "checked_on", today));
  const auto state = inspection.state();
  if (state && *state >= InspectionState::report_signed) add("inspection.over", "inspection", {{"state", std::string{to_text(*state)}}});
  if (!inspection.steps.empty() && check.on < inspection.steps.front().on) {
    add("inspection.before_plan", "checked_on", {{"day", to_string(check.on)}, {"planned", to_string(inspection.steps.front().on)}});
  }
  if (of_line != inspection.line) add("inspection.foreign_segment", "ordinal", {});
  return findings;
}

std::vector<Finding> check_step(const Inspection& inspection, const InspectionStep& step, const InspectionRecord& record) {
  std::vector<Finding> findings;
  const auto add = [&](const char* rule, const char* field, Facts facts = {}, Severity severity = Severity::error) {
    facts.emplace_back("inspection", inspection.local_id);
    facts.emplace_back("step", to_text(step.state));
    findings.push_back({rule, severity, {{}, inspection.local_id, field}, {}, std::move(facts)});
  };
  const auto state = inspection.state();
  const auto may = followers(state);
  if (std::find(may.begin(), may.end(), step.state) == may.end()) {
    std::string allowed;
    for (const InspectionState next : may) allowed.append(allowed.empty() ? "" : ", ").append(to_text(next));
    add("inspection.wrong_step", "step", {{"state", state ? std::string{to_text(*state)} : "-"}, {"allowed", allowed.empty() ? "-" : allowed}});
    return findings;
  }
  if (!inspection.steps.empty() && step.on < inspection.steps.back().on) {
    add("inspection.step_before_last", "on", {{"day", to_string(step.on)}, {"last", to_string(inspection.steps.back().on)}});
  }
  if (step.state == InspectionState::planned && inspection.kind == InspectionKind::special && inspection.reason.empty()) {
    add("inspection.no_reason", "reason");
  }
  if (step.state == InspectionState::lead_named && step.lead.value == 0) add("inspection.no_lead", "lead");
  if (needs_both_sides(step.state)) {
    if (step.left_by.empty()) add("inspection.one_sided", "left_by");
    if (step.right_by.empty()) add("inspection.one_sided", "right_by");
  }
  const bool past_the_field = state == InspectionState::field_check;
  if (past_the_field && (!record.unseen_monuments.empty() || !record.unseen_segments.empty())) {
    std::vector<std::string> segments;
    for (const std::int64_t ordinal : record.unseen_segments) segments.push_back(std::to_string(ordinal));
    add("inspection.not_all_seen", "step", {{"monuments", std::to_string(record.unseen_monuments.size())},
                                            {"numbers", first_of(record.unseen_monuments)},
                                            {"segments", std::to_string(segments.size())},
                                            {"ordinals", first_of(segments)}});
  }
  if (step.state == InspectionState::filed) {
    if (step.document.empty()) add("inspection.no_filing", "document");
    if (record.open_issues > 0) {
      add("inspection.open_repairs", "step", {{"count", std::to_string(record.open_issues)}}, Severity::warning);
    }
  }
  return findings;
}

Date years_after(Date day, int years) {
  std::chrono::year_month_day then{day};
  then += std::chrono::years{years};
  if (!then.ok()) then = then.year() / then.month() / std::chrono::last;
  return Date{then};
}

Due due_of(BoundaryLineId line, std::span<const Inspection> inspections, std::optional<Date> since, int years) {
  Due due{.last_filed = {}, .since = since, .due = {}};
  for (const Inspection& inspection : inspections) {
    if (inspection.line != line || inspection.kind != InspectionKind::regular) continue;
    for (const InspectionStep& step : inspection.steps) {
      if (step.state == InspectionState::filed && (!due.last_filed || *due.last_filed < step.on)) due.last_filed = step.on;
    }
  }
  const auto counted_from = due.last_filed ? due.last_filed : since;
  if (counted_from && years > 0) due.due = years_after(*counted_from, years);
  return due;
}

}  // namespace merestone
