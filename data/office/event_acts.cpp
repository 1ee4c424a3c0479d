// SPDX-License-Identifier: Apache-2.0
#include "data/office/relief_acts.hpp"

#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/store/event_store.hpp"

#include <algorithm>

namespace merestone {
namespace {

std::optional<Kept<DisasterEvent>> kept_event(const Project& project, const std::string& local_id, Revision revision) {
  for (Kept<DisasterEvent>& kept : read_events(project.connection(), project.known(revision))) {
    if (kept.fact.local_id == local_id) return std::move(kept);
  }
  return {};
}

Kept<DisasterEvent> needed_event(const Project& project, const std::string& local_id, Revision revision = latest_revision) {
  if (auto kept = kept_event(project, local_id, revision)) return std::move(*kept);
  refuse(Fault::missing, "event.unknown", "no such event", {{"event", local_id}});
}

JudgedReports judged(const Project& project, const DisasterEvent& event, const std::vector<DeliveredReport>& reports, const std::string& file) {
  const ReliefRules rules = relief_rules(project);
  JudgedReports result = judge_reports(event, reports, event_figures(project, event.id), rules.events, project.division_facts(), file);
  refuse_errors(result.findings, "the reports are refused");
  return result;
}

ReportsOutcome outcome_of(JudgedReports& result) { return {0, result.figures.size(), result.same, std::move(result.findings)}; }

}  // namespace

std::vector<DisasterEvent> events_of(const Project& project, Revision revision) {
  std::vector<DisasterEvent> events;
  for (Kept<DisasterEvent>& kept : read_events(project.connection(), project.known(revision))) events.push_back(std::move(kept.fact));
  std::stable_sort(events.begin(), events.end(), [](const DisasterEvent& a, const DisasterEvent& b) { return a.started < b.started; });
  return events;
}

DisasterEvent find_event(const Project& project, const std::string& local_id, Revision revision) {
  return needed_event(project, local_id, revision).fact;
}

std::vector<EventFigure> event_figures(const Project& project, EventId event, Revision revision) {
  return read_event_figures(project.connection(), project.known(revision), event);
}

Revision open_event(Project& project, const ActInfo& info, const DisasterEvent& event) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "events.open", info.author, info.reason};
  if (kept_event(project, event.local_id, act.before())) refuse(Fault::conflict, "event.known", "known already", {{"event", event.local_id}});
  refuse_errors(event_findings(event, relief_rules(project).events), "the event is refused");
  add_event(act.writer(), event, act.add(info.document));
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

Revision update_event(Project& project, const ActInfo& info, const DisasterEvent& event) {
  Transaction transaction{project.connection()};
  ActRecord act{project.connection(), "events.update", info.author, info.reason};
  const Kept<DisasterEvent> held = needed_event(project, event.local_id, act.before());
  refuse_errors(event_findings(event, relief_rules(project).events), "the event is refused");
  DisasterEvent next = event;
  next.id = held.fact.id;
  const DocumentId document = act.add(info.document);
  act.writer().supersede("disaster_event", {held.number});
  add_event(act.writer(), next, document);
  const Revision revision = act.close();
  transaction.commit();
  return revision;
}

ReportsOutcome check_reports(const Project& project, const std::string& event, const std::vector<DeliveredReport>& reports, const std::string& file) {
  JudgedReports result = judged(project, find_event(project, event), reports, file);
  return outcome_of(result);
}

ReportsOutcome record_reports(Project& project, const ActInfo& info, const std::string& event, const std::vector<DeliveredReport>& reports) {
  Transaction transaction{project.connection()};
  JudgedReports result = judged(project, find_event(project, event), reports, info.document.title);
  if (result.figures.empty()) return outcome_of(result);
  ActRecord act{project.connection(), "events.report", info.author, info.reason};
  const DocumentId document = act.add(info.document);
  add_event_figures(act.writer(), result.figures, document);
  ReportsOutcome outcome = outcome_of(result);
  outcome.revision = act.close();
  transaction.commit();
  return outcome;
}

Bulletin event_bulletin(const Project& project, const DisasterEvent& event, const BulletinQuestion& question, Revision revision) {
  const Revision last = project.known(revision);
  DivisionFacts facts = project.division_facts(last);
  ChangeRecord changes = project.changes(last);
  facts.successions = std::move(changes.successions);  // in the order that the shares speak of
  return bulletin_of(event, event_figures(project, event.id, last), relief_rules(project).events, facts, changes.shares, question);
}

std::vector<ReliefTask> relief_tasks(const Project& project, Date day) {
  const ReliefRules rules = relief_rules(project);
  std::vector<ReliefTask> tasks;
  const auto depots = depots_on(project, {day});
  const auto lots = stock_on(project, {day});
  for (const ExpiryTask& task : expiries(lots, rules.depots, day)) {
    const StockLot& lot = lots[task.lot];
    const auto depot = std::find_if(depots.begin(), depots.end(), [&](const Depot& d) { return d.id == lot.depot; });
    const std::string where = depot == depots.end() ? "" : depot->name + " ";
    tasks.push_back({task.due, task.overdue, {}, ReliefTask::Kind::expiring_stock, {}, where + lot.item});
  }
  const Moment end_of_day = Moment{day} + std::chrono::hours{24} - std::chrono::minutes{1};
  for (const DisasterEvent& event : events_of(project)) {
    for (const ReportDue& due : reports_due(event, event_figures(project, event.id), rules.events, end_of_day)) {
      const ReportStage* stage = rules.events.stage(due.stage);
      const std::optional<Date> done = due.done ? std::optional{day_of(*due.done)} : std::nullopt;
      tasks.push_back({day_of(due.due), due.overdue, done, ReliefTask::Kind::report, stage->words, event.local_id + " " + event.name});
    }
  }
  return tasks;
}

}  // namespace merestone
