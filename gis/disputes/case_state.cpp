// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/case_state.hpp"

#include "gis/base/list.hpp"

#include <algorithm>
#include <array>

namespace merestone {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view state, const std::array<std::string_view, N>& states) {
  return std::find(states.begin(), states.end(), state) != states.end();
}

/// Where a suspended case stood.
std::string left_at(CaseHistory history) {
  for (auto step = history.rbegin(); step != history.rend(); ++step) {
    if (step->state != case_state::suspended) return step->state;
  }
  return {};
}

Finding finding(const char* rule, const CaseStep& next, std::vector<std::pair<std::string, std::string>> facts) {
  Finding found;
  found.rule = rule;
  found.subject.field = "state";
  found.facts = std::move(facts);
  found.facts.emplace_back("state", next.state);
  found.facts.emplace_back("day", to_string(next.day));
  return found;
}

}  // namespace

CasePhase phase_of(std::string_view state) {
  constexpr std::array<std::string_view, 3> ends{"closed", case_state::withdrawn, case_state::not_our_procedure};
  constexpr std::array<std::string_view, 6> outcomes{"agreed", "decided", case_state::approval_awaited, "surveyed", "filed", "published"};
  if (is_one_of(state, ends)) return CasePhase::ended;
  return is_one_of(state, outcomes) ? CasePhase::outcome : CasePhase::open;
}

std::string state_of(CaseHistory history) { return history.empty() ? "" : history.back().state; }

std::optional<Date> day_of_state(CaseHistory history, std::string_view state) {
  for (auto step = history.rbegin(); step != history.rend(); ++step) {
    if (step->state == state) return step->day;
  }
  return {};
}

std::optional<Date> day_taken_up_again(CaseHistory history) {
  for (std::size_t i = history.size(); i-- > 1;) {
    if (phase_of(history[i].state) == CasePhase::open && phase_of(history[i - 1].state) != CasePhase::open) return history[i].day;
  }
  return {};
}

std::optional<Date> stayed_since(CaseHistory history) {
  for (auto step = history.rbegin(); step != history.rend(); ++step) {
    if (step->state == case_state::appealed) return step->day;
    if (step->state != case_state::suspended) return {};
  }
  return {};
}

std::vector<std::string> next_states(const DisputeTemplate& procedure, CaseHistory history) {
  if (history.empty()) return procedure.steps.empty() ? std::vector<std::string>{} : std::vector{procedure.steps.front().id};
  const std::string now = state_of(history);
  if (now == case_state::withdrawn) return {procedure.step(case_state::reopened) ? std::string{case_state::reopened} : procedure.steps.front().id};
  std::vector<std::string> next;
  if (const ProcedureStep* step = procedure.step(now)) next = step->next;
  if (now == case_state::suspended) {
    const std::string left = left_at(history);
    std::erase_if(next, [&](const std::string& state) { return state != left && phase_of(state) != CasePhase::ended; });
  }
  if (phase_of(now) == CasePhase::open) next.emplace_back(case_state::withdrawn);
  return next;
}

std::vector<Finding> check_step(const DisputeTemplate& procedure, CaseHistory history, const CaseStep& next, Date today) {
  std::vector<Finding> findings;
  const std::vector<std::string> allowed = next_states(procedure, history);
  const std::string now = state_of(history);
  if (std::find(allowed.begin(), allowed.end(), next.state) == allowed.end()) {
    std::string list;
    for (const std::string& state : allowed) list += (list.empty() ? "" : ", ") + state;
    const bool ended = phase_of(now) == CasePhase::ended;
    findings.push_back(finding(ended ? (allowed.empty() ? "dispute.ended_for_good" : "dispute.ended") : "dispute.out_of_order", next,
                               {{"now", now}, {"allowed", list.empty() ? "–" : list}}));
  }
  name_states(findings, procedure);
  for (Finding& found : check_days(procedure, next, history, today)) findings.push_back(std::move(found));
  return findings;
}

void name_states(std::span<Finding> findings, const DisputeTemplate& procedure) {
  const auto words = [&](const std::string& state) {
    const ProcedureStep* step = procedure.step(state);
    return step != nullptr && !step->words.zh.empty() ? step->words.zh : state;
  };
  for (Finding& found : findings) {
    for (const char* name : {"now", "state", "before", "allowed"}) {
      const auto named = [&](const std::string& key) { return std::ranges::find(found.facts, key, &std::pair<std::string, std::string>::first); };
      const std::string key = std::string{name} + "_zh";
      if (named(name) == found.facts.end() || named(key) != found.facts.end()) continue;
      std::vector<std::string> said;
      for (const std::string& state : parted(named(name)->second, ',')) said.push_back(words(state));
      found.facts.emplace_back(key, joined(said, ", "));
    }
  }
}

std::vector<Finding> check_days(const DisputeTemplate& procedure, const CaseStep& next, CaseHistory history, Date today) {
  std::vector<Finding> findings;
  if (!history.empty() && next.day < history.back().day) {
    findings.push_back(finding("dispute.dates", next, {{"before", state_of(history)}, {"before_day", to_string(history.back().day)}}));
  }
  if (next.day > today) findings.push_back(finding("dispute.in_future", next, {{"today", to_string(today)}}));
  name_states(findings, procedure);
  return findings;
}

std::vector<Finding> check_bare_step(const DisputeTemplate& procedure, const CaseStep& step, std::string_view triage, bool has_outcome) {
  std::vector<Finding> findings;
  const auto find = [&](const char* rule, std::vector<std::pair<std::string, std::string>> facts = {}) { findings.push_back(finding(rule, step, std::move(facts))); };
  if (step.state == "surveyed") find("dispute.own_act", {{"act", "survey"}});
  else if (step.state == "filed") find("dispute.own_act", {{"act", "file"}});
  else if (triage.empty() && (step.state == "accepted" || step.state == case_state::not_our_procedure)) find("dispute.own_act", {{"act", "triage"}});
  else if ((step.state == "agreed" || step.state == "decided") && step.document.value == 0) find("dispute.no_document");
  else if (step.state == "published" && !has_outcome) find("dispute.no_outcome");
  name_states(findings, procedure);
  return findings;
}

std::vector<DueStep> due_steps(const DisputeTemplate& procedure, const WorkingCalendar& calendar,
                               std::span<const OfficeClock> office, CaseHistory history, Date today) {
  std::vector<DueStep> due;
  for (std::size_t i = 0; i < history.size(); ++i) {
    const CaseStep& step = history[i];
    if (step.state == case_state::suspended) continue;
    const auto of_office = std::find_if(office.begin(), office.end(), [&](const OfficeClock& clock) {
      return clock.procedure == procedure.id && clock.state == step.state;
    });
    const ProcedureStep* law = procedure.step(step.state);
    const bool limited = law && law->limit && !law->limit->empty();
    if (of_office == office.end() && !limited) continue;
    const bool resumed = i > 0 && history[i - 1].state == case_state::suspended;
    if (resumed && !due.empty() && due.back().state == step.state && !due.back().left) {
      due.back().due += step.day - history[i - 1].day;
    } else {
      DueStep next{step.state, step.day, {}, of_office != office.end(), {}, false};
      if (next.by_office) {
        const DayCount counted = law && law->limit ? law->limit->count : DayCount::calendar;
        next.due = due_on({0, of_office->days, counted}, step.day, calendar);
      } else {
        const auto start = law->limit_from.empty() ? std::nullopt : day_of_state(history.first(i + 1), law->limit_from);
        next.due = due_on(*law->limit, start.value_or(step.day), calendar);
      }
      due.push_back(std::move(next));
    }
    const bool on_hold = i + 1 < history.size() && history[i + 1].state == case_state::suspended;
    if (i + 1 < history.size() && !on_hold) due.back().left = history[i + 1].day;
    if (on_hold && i + 2 == history.size()) {  // suspended still: what was left of the time stays
      due.back().due += std::max(std::chrono::days{0}, today - history[i + 1].day);
    }
    if (on_hold && i + 2 < history.size() && history[i + 2].state != step.state) due.back().left = history[i + 2].day;
  }
  for (DueStep& step : due) step.overdue = step.left ? *step.left > step.due : today > step.due;
  return due;
}

}  // namespace merestone
