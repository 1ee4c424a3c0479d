// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/case_clock.hpp"

#include <algorithm>

namespace merestone {
namespace {

bool names(const std::vector<std::string>& states, std::string_view state) {
  return std::find(states.begin(), states.end(), state) != states.end();
}

/// How a clock ran: from the act with this number on.
struct Run {
  CaseClock clock;
  std::size_t started_by = 0;
};

std::optional<Run> run_of(const EnforcementClock& law, const WorkingCalendar& calendar, BurialActs acts, const std::vector<Run>& earlier) {
  Run run;
  run.clock = {law.id, law.kind, {}, {}, {}, false};
  if (!law.after.empty()) {
    bool begun = false;
    for (const Run& other : earlier) {
      if (!names(law.after, other.clock.clock)) continue;
      run.clock.since = begun ? std::max(run.clock.since, other.clock.due) : other.clock.due;
      run.started_by = begun ? std::max(run.started_by, other.started_by) : other.started_by;
      begun = true;
    }
    if (!begun) return {};
  } else {
    const auto last = std::find_if(acts.rbegin(), acts.rend(), [&](const BurialAct& act) { return names(law.from, act.state); });
    if (last == acts.rend()) return {};
    run.started_by = static_cast<std::size_t>(acts.rend() - last) - 1;
    run.clock.since = last->day;
    if (law.given && !last->due) return {};
    if (law.given) run.clock.due = *last->due;
  }
  if (!law.given) run.clock.due = due_on(law.allowed, run.clock.since, calendar);
  for (std::size_t i = run.started_by + 1; i < acts.size() && !run.clock.stopped; ++i) {
    if (names(law.stops, acts[i].state)) run.clock.stopped = acts[i].day;
  }
  return run;
}

std::vector<Run> runs(const EnforcementRules& rules, const WorkingCalendar& calendar, BurialActs acts) {
  std::vector<Run> all;
  for (const EnforcementClock& law : rules.clocks) {
    if (auto run = run_of(law, calendar, acts, all)) all.push_back(std::move(*run));
  }
  return all;
}

}  // namespace

std::vector<CaseClock> case_clocks(const EnforcementRules& rules, const WorkingCalendar& calendar, BurialActs acts, Date today) {
  const EnforcementStep* now = acts.empty() ? nullptr : rules.step(acts.back().state);
  std::vector<CaseClock> clocks;
  for (Run& run : runs(rules, calendar, acts)) {
    CaseClock& clock = run.clock;
    if (!clock.stopped && now != nullptr && now->ends) clock.stopped = acts.back().day;
    clock.overdue = clock.kind == EnforcementClock::Kind::deadline && clock.due < clock.stopped.value_or(today);
    clocks.push_back(std::move(clock));
  }
  return clocks;
}

Earliest earliest_entry(const EnforcementRules& rules, const WorkingCalendar& calendar, BurialActs acts, std::string_view state) {
  Earliest earliest;
  earliest.day = acts.empty() ? Date{} : acts.back().day;
  const std::vector<Run> all = runs(rules, calendar, acts);
  for (const EnforcementClock& law : rules.clocks) {
    if (law.kind != EnforcementClock::Kind::wait || !names(law.blocks, state)) continue;
    const auto run = std::find_if(all.begin(), all.end(), [&](const Run& r) { return r.clock.clock == law.id; });
    if (run == all.end()) {
      if (law.required) earliest.missing = law.id;
      continue;
    }
    if (run->clock.stopped) continue;
    earliest.waits.push_back(run->clock);
    if (earliest.day) earliest.day = std::max(*earliest.day, run->clock.due + std::chrono::days{1});
  }
  if (!earliest.missing.empty()) earliest.day.reset();
  return earliest;
}

}  // namespace merestone
