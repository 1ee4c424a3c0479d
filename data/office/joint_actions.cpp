// SPDX-License-Identifier: Apache-2.0
#include "data/db/refusal.hpp"
#include "data/office/burial_case_act.hpp"
#include "data/office/refuse_errors.hpp"

#include <algorithm>
#include <map>

namespace merestone {
namespace {

std::vector<BurialCase> cases_of(Connection& connection, Revision revision, const std::vector<std::string>& numbers) {
  std::map<std::string, BurialCase> by_number;
  for (Kept<BurialCase>& kept : read_burial_cases(connection, revision)) by_number.emplace(kept.fact.number, std::move(kept.fact));
  std::vector<BurialCase> cases;
  for (const std::string& number : numbers) {
    const auto found = by_number.find(number);
    if (found == by_number.end()) refuse(Fault::missing, "enforcement.not_found", "no such case", {{"number", number}});
    cases.push_back(found->second);
  }
  return cases;
}

}  // namespace

Revision plan_joint_action(Project& project, const ActInfo& info, JointAction action, const std::vector<std::string>& numbers, Date today) {
  return attempted(project, "burials.joint_plan", info, [&] {
    Connection& connection = project.connection();
    Transaction transaction{connection};
    ActRecord act{connection, "burials.joint_plan", info.author, info.reason};
    for (const auto& [fact, other] : read_joint_actions(connection, act.before())) {
      if (other.title == action.title) refuse(Fault::conflict, "joint.title_held", "a title in use", {{"title", action.title}, {"day", to_string(other.day)}});
    }
    const std::vector<BurialCase> cases = cases_of(connection, act.before(), numbers);
    const CountryPack pack = enforcement_pack(project);
    const EnforcementRules& rules = cases.empty() ? pack.enforcement.front() : rules_with(pack, cases.front().rules);
    refuse_errors(check_joint_action(rules, action, cases, today), "the action cannot be planned");
    for (const BurialCase& one : cases) action.cases.push_back(one.id);
    action.document = act.add(info.document);
    add_joint_action(act.writer(), action);
    act.tell("joint_action", action.title);
    const Revision revision = act.close();
    transaction.commit();
    return revision;
  });
}

BurialReceipt carry_out(Project& project, const ActInfo& info, const std::string& title, Date day, std::optional<Date> look_again, Date today) {
  return attempted(project, "burials.joint_done", info, [&] {
    Connection& connection = project.connection();
    Transaction transaction{connection};
    ActRecord act{connection, "burials.joint_done", info.author, info.reason};
    std::vector<Kept<JointAction>> actions = read_joint_actions(connection, act.before());
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const auto& kept) { return kept.fact.title == title; });
    if (found == actions.end()) refuse(Fault::missing, "joint.unknown", "no such action", {{"title", title}});
    JointAction& action = found->fact;
    if (action.carried_out) refuse(Fault::conflict, "joint.done", "carried out already", {{"title", title}, {"day", to_string(action.day)}});
    const DocumentId document = act.add(info.document);
    const CountryPack pack = enforcement_pack(project);
    std::string lead;
    for (const JointActionBody& body : action.bodies) {
      if (body.lead) lead = body.body;
    }
    std::vector<Finding> findings;
    for (Kept<BurialCase>& kept : read_burial_cases(connection, act.before())) {
      BurialCase& one = kept.fact;
      if (std::find(action.cases.begin(), action.cases.end(), one.id) == action.cases.end()) continue;
      BurialAct step;
      step.state = "joint_enforcement";
      step.day = day;
      step.body = lead;
      step.due = look_again;
      step.document = document;
      const auto wrong = check_act(rules_with(pack, one.rules), pack.calendar, one, step, today);
      findings.insert(findings.end(), wrong.begin(), wrong.end());
      add_burial_act(act.writer(), one.id, step);
    }
    refuse_errors(findings, "a case of the action cannot be enforced");
    action.carried_out = true;
    action.day = day;
    if (document.value != 0) action.document = document;
    act.writer().supersede("joint_action", {found->number});
    add_joint_action(act.writer(), action);
    act.tell("joint_action", title);
    const Revision revision = act.close();
    transaction.commit();
    return BurialReceipt{revision, std::move(findings)};
  });
}

std::vector<JointAction> joint_actions(const Project& project, Revision revision) {
  std::vector<JointAction> actions;
  for (auto& kept : read_joint_actions(project.connection(), project.known(revision))) actions.push_back(std::move(kept.fact));
  return actions;
}

}  // namespace merestone
