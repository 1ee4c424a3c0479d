// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/joint_action.hpp"

#include "gis/burials/case_steps.hpp"

#include <algorithm>
#include <set>

namespace merestone {

std::vector<Finding> check_joint_action(const EnforcementRules& rules, const JointAction& action, std::span<const BurialCase> cases, Date today) {
  std::vector<Finding> findings;
  const auto tell = [&](const char* rule, const std::string& record, std::vector<std::pair<std::string, std::string>> facts) {
    facts.emplace_back("title", action.title);
    findings.push_back({.rule = rule, .subject = {{}, record, {}}, .facts = std::move(facts)});
  };
  std::set<std::string> bodies;
  std::string known;
  for (const EnforcementBody& body : rules.bodies) known += (known.empty() ? "" : ", ") + body.id;
  for (const JointActionBody& each : action.bodies) {
    if (!bodies.insert(each.body).second) tell("joint.body_twice", "", {{"body", each.body}});
    if (rules.body(each.body) == nullptr) tell("joint.unknown_body", "", {{"body", each.body}, {"known", known}});
  }
  if (bodies.size() < 2) tell("joint.few_bodies", "", {{"count", std::to_string(bodies.size())}});
  const auto leads = std::count_if(action.bodies.begin(), action.bodies.end(), [](const JointActionBody& each) { return each.lead; });
  if (leads != 1) tell("joint.lead", "", {{"count", std::to_string(leads)}});
  if (cases.empty()) tell("joint.no_cases", "", {});
  for (const BurialCase& one : cases) {
    const std::vector<std::string> next = next_states(rules, one.acts);
    if (std::find(next.begin(), next.end(), "joint_enforcement") == next.end()) {
      tell("joint.not_ready", one.number, {{"case", one.number}, {"state", one.state()}});
    }
  }
  if (action.carried_out && action.day > today) tell("joint.in_future", "", {{"day", to_string(action.day)}, {"today", to_string(today)}});
  return findings;
}

}  // namespace merestone
