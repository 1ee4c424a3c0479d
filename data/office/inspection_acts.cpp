// SPDX-License-Identifier: Apache-2.0
#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/monument_acts.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/inspection_store.hpp"
#include "data/store/legal_line_store.hpp"

#include <algorithm>

namespace merestone {
namespace {

/// Takes one step in the desk's picture of things, so that the next one of the same file is checked after it.
void take(LineDesk& desk, const StepFiling& filing, std::vector<Finding>& findings) {
  auto at = std::find_if(desk.inspections.begin(), desk.inspections.end(), [&](const Inspection& i) {
    return i.local_id == filing.local_id;
  });
  const bool fresh = at == desk.inspections.end();
  if (fresh) {
    if (filing.line.value == 0) {
      findings.push_back({"inspection.unknown", Severity::error, {{}, filing.local_id, "inspection"}, {}, {{"inspection", filing.local_id}}});
      return;
    }
    at = desk.inspections.insert(at, {{}, filing.local_id, filing.line, filing.kind, filing.reason, {}});
  }
  append(findings, check_step(*at, filing.step, desk.inspection_record(*at)));
  append(findings, check_step_setting(*at, filing.step, desk.line(at->line), today()));
  at->steps.push_back(filing.step);
}

}  // namespace

ActOutcome take_steps(Project& project, const ActInfo& info, const std::vector<StepFiling>& filings) {
  return attempted(project, "inspections.step", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "inspections.step", info.author, info.reason};
    ActOutcome outcome;
    Date last = unknown_start;
    for (const StepFiling& filing : filings) last = std::max(last, filing.step.on);
    LineDesk desk = line_desk(project, {std::max(last, today()), act.before()});
    for (const StepFiling& filing : filings) take(desk, filing, outcome.findings);
    refuse_errors(outcome.findings, "the steps were not recorded");
    act.add(info.document);
    std::vector<Inspection> fresh;
    for (const Inspection& i : desk.inspections) {
      if (i.id.value == 0) fresh.push_back(i);
    }
    add_inspections(act.writer(), fresh);
    std::vector<InspectionStep> steps;
    for (const StepFiling& filing : filings) {
      steps.push_back(filing.step);
      for (const std::vector<Inspection>* known : {&fresh, &desk.inspections}) {
        for (const Inspection& i : *known) {
          if (i.local_id == filing.local_id && i.id.value != 0) steps.back().inspection = i.id;
        }
      }
    }
    add_inspection_steps(act.writer(), steps);
    outcome.revision = act.close();
    transaction.commit();
    return outcome;
  });
}

ActOutcome record_segment_checks(Project& project, const ActInfo& info, std::vector<SegmentCheck> checks) {
  return attempted(project, "segments.check", info, [&] {
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "segments.check", info.author, info.reason};
    const LineDesk desk = line_desk(project, {today(), act.before()});
    const std::vector<Kept<Segment>> segments = read_segments(project.connection(), Window{act.before()});  // of all days
    std::vector<Finding> findings;
    for (const SegmentCheck& check : checks) {
      const auto inspection = std::find_if(desk.inspections.begin(), desk.inspections.end(), [&](const Inspection& i) { return i.id == check.inspection; });
      const auto of = std::find_if(segments.begin(), segments.end(), [&](const Kept<Segment>& k) { return k.fact.id == check.segment; });
      if (inspection == desk.inspections.end() || of == segments.end()) continue;  // the reader tells what is unknown
      append(findings, check_segment_check(*inspection, check, of->fact.line, today()));
    }
    refuse_errors(findings, "the checks were not recorded");
    act.add(info.document);
    add_segment_checks(act.writer(), checks);
    const Revision revision = act.close();
    transaction.commit();
    return ActOutcome{revision, {}};
  });
}

}  // namespace merestone
