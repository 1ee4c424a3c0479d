// SPDX-License-Identifier: Apache-2.0
#include "gis/law/enforcement_rules.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace merestone {
namespace {

template <class List>
auto with_id(const List& list, std::string_view id) -> decltype(list.data()) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.id == id; });
  return found == list.end() ? nullptr : &*found;
}

class RulesCheck {
 public:
  RulesCheck(const EnforcementRules& rules, const std::string& pack, std::vector<Finding>& findings)
      : rules_{rules}, pack_{pack}, at_{"enforcement/" + rules.id}, findings_{findings} {}

  void run() {
    words(at_, rules_.words);
    words(at_ + "/law", rules_.law);
    if (rules_.least_public < 2) report("pack.bad_value", at_ + "/least_public", std::to_string(rules_.least_public));
    if (rules_.steps.empty()) report("pack.bad_value", at_ + "/steps", "0");
    named("bodies", rules_.bodies);
    named("clocks", rules_.clocks);
    named("corrections", rules_.corrections);
    named("outcomes", rules_.outcomes);
    check_steps();
    for (const EnforcementClock& clock : rules_.clocks) check_clock(clock);
    std::set<std::string> papers;
    for (const PaperTemplate& paper : rules_.papers) {
      words(at_ + "/papers/" + paper.id, paper.title);
      if (!papers.insert(paper.id).second) report("pack.twice", at_ + "/papers", paper.id);
      for (const Wording& paragraph : paper.paragraphs) words(at_ + "/papers/" + paper.id, paragraph);
    }
  }

 private:
  void report(const char* rule, const std::string& field, const std::string& value) {
    findings_.push_back({.rule = rule, .subject = {{}, pack_, field}, .facts = {{"pack", pack_}, {"field", field}, {"value", value}}});
  }
  void words(const std::string& field, const Wording& wording) {
    if (wording.en.empty() || wording.zh.empty()) report("pack.no_words", field, wording.en + wording.zh);
  }
  template <class List>
  void named(const std::string& what, const List& list) {
    std::set<std::string> seen;
    for (const auto& each : list) {
      words(at_ + "/" + what + "/" + each.id, each.words);
      if (!seen.insert(each.id).second) report("pack.twice", at_ + "/" + what, each.id);
    }
  }
  void known_states(const std::string& field, const std::vector<std::string>& states) {
    for (const std::string& state : states) {
      if (rules_.step(state) == nullptr) report("pack.unknown_id", field, state);
    }
  }

  void check_steps() {
    std::set<std::string> seen;
    for (const EnforcementStep& step : rules_.steps) {
      const std::string at = at_ + "/steps/" + step.step.id;
      words(at, step.step.words);
      if (!seen.insert(step.step.id).second) report("pack.twice", at_ + "/steps", step.step.id);
      known_states(at + "/next", step.step.next);
      for (const std::string& body : step.bodies) {
        if (rules_.body(body) == nullptr) report("pack.unknown_id", at + "/bodies", body);
      }
      for (const std::string& need : step.needs) {
        if (std::find(std::begin(enforcement_needs), std::end(enforcement_needs), need) == std::end(enforcement_needs)) {
          report("pack.unknown_id", at + "/needs", need);
        }
      }
      if (step.step.next.empty() && !step.ends) report("pack.bad_value", at + "/next", "");
    }
  }

  void check_clock(const EnforcementClock& clock) {
    const std::string at = at_ + "/clocks/" + clock.id;
    known_states(at + "/from", clock.from);
    known_states(at + "/blocks", clock.blocks);
    known_states(at + "/stops", clock.stops);
    for (const std::string& after : clock.after) {
      // Clocks that follow others stand below them, so none can wait for itself.
      const auto* earlier = with_id(rules_.clocks, after);
      if (earlier == nullptr || earlier >= &clock) report("pack.unknown_id", at + "/after", after);
    }
    if (clock.from.empty() == clock.after.empty()) report("pack.bad_value", at + "/from", "");
    if (clock.given == !clock.allowed.empty()) report("pack.bad_value", at + "/allowed", "");
    if (clock.kind == EnforcementClock::Kind::wait && clock.blocks.empty()) report("pack.bad_value", at + "/blocks", "");
    if (clock.kind == EnforcementClock::Kind::deadline && clock.stops.empty()) report("pack.bad_value", at + "/stops", "");
  }

  const EnforcementRules& rules_;
  const std::string& pack_;
  std::string at_;
  std::vector<Finding>& findings_;
};

}  // namespace

const EnforcementStep* EnforcementRules::step(std::string_view wanted) const {
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const EnforcementStep& s) { return s.step.id == wanted; });
  return found == steps.end() ? nullptr : &*found;
}
const EnforcementBody* EnforcementRules::body(std::string_view wanted) const { return with_id(bodies, wanted); }
const CorrectionForm* EnforcementRules::correction(std::string_view wanted) const { return with_id(corrections, wanted); }
const EnforcementOutcome* EnforcementRules::outcome(std::string_view wanted) const { return with_id(outcomes, wanted); }
const PaperTemplate* EnforcementRules::paper(std::string_view wanted) const { return with_id(papers, wanted); }

const EnforcementRules* rules_on(const std::vector<EnforcementRules>& sets, Date day) {
  const auto found = std::find_if(sets.begin(), sets.end(), [&](const EnforcementRules& set) { return set.valid.contains(day); });
  return found == sets.end() ? nullptr : &*found;
}

std::vector<Finding> check_enforcement(const std::vector<EnforcementRules>& sets, const std::string& pack) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    RulesCheck{sets[i], pack, findings}.run();
    for (std::size_t j = 0; j < i; ++j) {
      if (!sets[i].valid.overlaps(sets[j].valid)) continue;
      const std::string field = "enforcement/" + sets[i].id + "/from";
      findings.push_back({.rule = "pack.overlap",
                          .subject = {{}, pack, field},
                          .facts = {{"pack", pack}, {"field", field}, {"one", sets[j].id}, {"other", sets[i].id}}});
    }
  }
  return findings;
}

}  // namespace merestone
