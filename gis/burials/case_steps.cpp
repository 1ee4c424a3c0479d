// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/case_steps.hpp"

#include "gis/base/list.hpp"

#include <algorithm>

namespace merestone {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

bool among(const std::vector<std::string>& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

std::string listed(const std::vector<std::string>& words) { return words.empty() ? "–" : joined(words, ", "); }

class StepCheck {
 public:
  StepCheck(const EnforcementRules& rules, const WorkingCalendar& calendar, const BurialCase& one, const BurialAct& act)
      : rules_{rules}, calendar_{calendar}, case_{one}, act_{act} {}

  std::vector<Finding> run(Date today) {
    const EnforcementStep* step = rules_.step(act_.state);
    if (step == nullptr) {
      std::vector<std::string> known;
      for (const EnforcementStep& each : rules_.steps) known.push_back(each.step.id);
      tell("enforcement.unknown_step", {{"known", listed(known)}, {"rules", rules_.id}});
      return std::move(findings_);
    }
    check_order();
    if (!step->bodies.empty() && !among(step->bodies, act_.body)) {
      tell("enforcement.not_competent", {{"body", act_.body.empty() ? "–" : act_.body}, {"competent", listed(step->bodies)}});
    }
    for (const std::string& need : step->needs) {
      if (!has(need)) lacks(need);
    }
    check_days(today);
    check_notice();
    check_waits();
    check_land(*step);
    return std::move(findings_);
  }

 private:
  void tell(const char* rule, Facts facts, Severity severity = Severity::error) {
    Finding found;
    found.rule = rule;
    found.severity = severity;
    found.subject.record = case_.number;
    found.subject.field = "state";
    found.facts = std::move(facts);
    found.facts.emplace_back("state", act_.state);
    found.facts.emplace_back("day", to_string(act_.day));
    const EnforcementStep* step = rules_.step(act_.state);
    say(found.facts, "state", step ? &step->step.words : nullptr);
    findings_.push_back(std::move(found));
  }

  /// An id with the law's words for it, where it has some.
  static void say(Facts& facts, const std::string& name, const Wording* words) {
    if (words == nullptr) return;
    facts.emplace_back(name + "_en", words->en);
    facts.emplace_back(name + "_zh", words->zh);
  }

  void lacks(const std::string& need) { tell("enforcement.needs", {{"need", need}}); }

  const EnforcementClock* clock(const std::string& id) const {
    const auto law = std::find_if(rules_.clocks.begin(), rules_.clocks.end(), [&](const EnforcementClock& c) { return c.id == id; });
    return law == rules_.clocks.end() ? nullptr : &*law;
  }

  void check_order() {
    const std::vector<std::string> allowed = next_states(rules_, case_.acts);
    if (!among(allowed, act_.state)) tell("enforcement.out_of_order", {{"now", case_.acts.empty() ? "–" : case_.state()}, {"allowed", listed(allowed)}});
  }

  bool has(const std::string& need) const {
    if (need == "class") return !case_.grave_class.empty();
    if (need == "land_class") return !case_.land_class.empty();
    if (need == "owner") return case_.owner_known != Told::unknown;
    if (need == "position") return case_.grave.value != 0;  // graves have one, with its accuracy
    if (need == "photo") return has_photo();
    if (need == "document") return act_.document.value != 0;
    if (need == "due") return act_.due.has_value();
    if (need == "receiver") return !act_.receiver.empty();
    if (need == "correction") return !act_.corrections.empty();
    return need == "outcome" && rules_.outcome(act_.outcome) != nullptr;
  }

  /// A re-check needs one from after; every other step any.
  bool has_photo() const { return act_.state == "recheck" ? among(case_.photos, "after") : !case_.photos.empty(); }

  void check_days(Date today) {
    if (!case_.acts.empty() && act_.day < case_.acts.back().day) {
      tell("enforcement.dates", {{"before", case_.state()}, {"before_day", to_string(case_.acts.back().day)}});
    }
    if (act_.day > today) tell("enforcement.in_future", {{"today", to_string(today)}});
  }

  void check_notice() {
    int days = 0;
    for (const std::string& id : act_.corrections) {
      const CorrectionForm* form = rules_.correction(id);
      if (form == nullptr) lacks("correction");
      else days = std::max(days, form->days);
    }
    if (!act_.due || act_.corrections.empty() || act_.state != "notice") return;
    const Date least = act_.day + std::chrono::days{days};
    if (*act_.due < least) {
      tell("enforcement.due_too_short", {{"due", to_string(*act_.due)}, {"least", to_string(least)}, {"days", std::to_string(days)}});
    }
  }

  void check_waits() {
    const Earliest earliest = earliest_entry(rules_, calendar_, case_.acts, act_.state);
    if (!earliest.missing.empty()) {
      Facts facts{{"clock", earliest.missing}};
      if (const EnforcementClock* law = clock(earliest.missing)) say(facts, "clock", &law->words);
      tell("enforcement.not_begun", std::move(facts));
    }
    if (std::none_of(earliest.waits.begin(), earliest.waits.end(), [&](const CaseClock& w) { return w.holds_on(act_.day); })) return;
    Date possible{};
    for (const CaseClock& wait : earliest.waits) possible = std::max(possible, wait.due + std::chrono::days{1});
    for (const CaseClock& wait : earliest.waits) {
      if (!wait.holds_on(act_.day)) continue;
      const EnforcementClock* const law = clock(wait.clock);
      Facts facts{{"clock", wait.clock}, {"since", to_string(wait.since)}, {"until", to_string(wait.due)}, {"possible", to_string(possible)},
                  {"source", law->source}};
      say(facts, "clock", &law->words);
      tell("enforcement.wait", std::move(facts));
    }
  }

  void check_land(const EnforcementStep& step) {
    std::vector<std::string> competent;
    for (const EnforcementBody& body : rules_.bodies) {
      if (body.any_land || among(body.land_classes, case_.land_class)) competent.push_back(body.id);
    }
    if (!act_.receiver.empty() && !among(competent, act_.receiver)) {
      tell("enforcement.receiver", {{"receiver", act_.receiver}, {"land_class", case_.land_class}, {"competent", listed(competent)}});
    }
    if (act_.state != "filed" || case_.land_class.empty()) return;
    const std::string acting = act_.body.empty() && !step.bodies.empty() ? step.bodies.front() : act_.body;
    std::vector<std::string> own;
    for (const EnforcementBody& body : rules_.bodies) {
      if (among(body.land_classes, case_.land_class)) own.push_back(body.id);
    }
    if (!own.empty() && !among(own, acting)) {
      tell("enforcement.others_land", {{"land_class", case_.land_class}, {"competent", listed(own)}, {"body", acting}}, Severity::warning);
    }
  }

  const EnforcementRules& rules_;
  const WorkingCalendar& calendar_;
  const BurialCase& case_;
  const BurialAct& act_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<std::string> next_states(const EnforcementRules& rules, BurialActs acts) {
  if (acts.empty()) return rules.steps.empty() ? std::vector<std::string>{} : std::vector{rules.steps.front().step.id};
  const EnforcementStep* now = rules.step(acts.back().state);
  return now == nullptr ? std::vector<std::string>{} : now->step.next;
}

bool has_ended(const EnforcementRules& rules, const BurialCase& one) {
  const EnforcementStep* now = rules.step(one.state());
  return now != nullptr && now->ends;
}

std::vector<Finding> check_act(const EnforcementRules& rules, const WorkingCalendar& calendar, const BurialCase& one, const BurialAct& act,
                               Date today) {
  return StepCheck{rules, calendar, one, act}.run(today);
}

}  // namespace merestone
