// SPDX-License-Identifier: Apache-2.0
#include "gis/relief/event.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace merestone {
namespace {

template <class List>
std::string ids_of(const List& list) {
  std::string ids;
  for (const auto& each : list) ids += (ids.empty() ? "" : ", ") + each.id;
  return ids;
}

Moment first_of(const std::vector<Moment>& moments) { return *std::min_element(moments.begin(), moments.end()); }

}  // namespace

std::vector<Finding> event_findings(const DisasterEvent& event, const EventRules& rules) {
  std::vector<Finding> findings;
  const auto tell = [&](const char* rule, const char* field, std::vector<std::pair<std::string, std::string>> facts) {
    facts.emplace_back("event", event.local_id);
    findings.push_back({.rule = rule, .subject = {{}, event.local_id, field}, .facts = std::move(facts)});
  };
  if (!rules.hazards.empty() && rules.hazard(event.hazard) == nullptr) {
    tell("event.unknown_hazard", "hazard", {{"value", event.hazard.empty() ? "–" : event.hazard}, {"words", ids_of(rules.hazards)}});
  }
  const bool known = std::any_of(rules.severities.begin(), rules.severities.end(), [&](const ReliefWord& w) { return w.id == event.severity; });
  if (!event.severity.empty() && !rules.severities.empty() && !known) {
    tell("event.unknown_severity", "severity", {{"value", event.severity}, {"words", ids_of(rules.severities)}});
  }
  if (event.ended && *event.ended < event.started) {
    tell("event.ends_before_it_starts", "end", {{"started", to_string(event.started)}, {"ended", to_string(*event.ended)}});
  }
  return findings;
}

std::vector<StandingFigure> standing(std::span<const EventFigure> figures, const EventRules& rules, const std::string& stage, std::optional<Moment> until) {
  const auto order_of_indicator = [&](const std::string& id) {
    const IndicatorRule* rule = find_indicator(rules.losses, id);
    return rule ? rule - rules.losses.data() : std::ptrdiff_t{1} << 20;
  };
  std::map<std::tuple<DivisionId, std::ptrdiff_t, std::string>, const EventFigure*> last;
  const int most = stage.empty() ? static_cast<int>(rules.stages.size()) : rules.order_of(stage);
  for (const EventFigure& f : figures) {
    if (rules.order_of(f.stage) > most || (until && f.as_of > *until)) continue;
    const EventFigure*& held = last[{f.division, order_of_indicator(f.indicator), f.indicator}];
    const bool later = held == nullptr || std::pair{f.as_of, rules.order_of(f.stage)} >= std::pair{held->as_of, rules.order_of(held->stage)};
    if (later) held = &f;
  }
  std::vector<StandingFigure> result;
  for (const auto& [key, f] : last) result.push_back({f->division, f->indicator, f->value, f->stage, f->as_of});
  return result;
}

std::vector<ReportDue> reports_due(const DisasterEvent& event, std::span<const EventFigure> figures, const EventRules& rules, Moment now) {
  std::map<std::string, std::vector<Moment>> reported;
  std::optional<Moment> last;
  for (const EventFigure& f : figures) {
    reported[f.stage].push_back(f.as_of);
    if (!last || f.as_of > *last) last = f.as_of;
  }
  const bool finished = !rules.stages.empty() && reported.count(rules.stages.back().id) > 0;
  std::vector<ReportDue> due;
  for (const ReportStage& stage : rules.stages) {
    if (stage.within_hours <= 0) continue;
    const auto done = reported.find(stage.id);
    std::optional<Moment> starts;
    if (stage.after == "start") starts = event.started;
    if (stage.after == "end") starts = event.ended;
    // Asked for again after every report, until the final one.
    if (stage.after == "last" && last && !finished) starts = last;
    if (!starts) continue;
    ReportDue one{stage.id, *starts + std::chrono::hours{stage.within_hours}, {}, false};
    if (done != reported.end() && stage.after != "last") one.done = first_of(done->second);
    one.overdue = one.done ? *one.done > one.due : now > one.due;
    due.push_back(std::move(one));
  }
  return due;
}

}  // namespace merestone
