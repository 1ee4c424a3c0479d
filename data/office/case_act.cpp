// SPDX-License-Identifier: Apache-2.0
#include "data/office/case_act.hpp"

#include "data/db/refusal.hpp"

#include <algorithm>

namespace merestone {

void refuse_errors(const std::vector<Finding>& findings, const char* what, Fault fault) {
  const bool any = std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
  if (any) throw Error{fault, what, findings};
}

Kept<DisputeCase> find_case(Connection& connection, const std::string& number, Revision revision) {
  for (Kept<DisputeCase>& one : read_cases(connection, revision)) {
    if (one.fact.number == number) return std::move(one);
  }
  refuse(Fault::missing, "dispute.not_found", "no such case", {{"number", number}});
}

CaseAct::CaseAct(Project& project, const ActInfo& info, const char* name, const CaseKey& key)
    : connection_{project.connection()},
      transaction_{connection_},
      record_{connection_, name, info.author, info.reason},
      case_{find_case(connection_, key.number, record_.before())},
      procedure_{find_procedure(project, case_.fact.procedure)},
      today_{key.today} {
  if (case_.fact.revision > key.seen) {
    refuse(Fault::conflict, "dispute.stale", "somebody else wrote about the case meanwhile",
           {{"revision", std::to_string(case_.fact.revision)}, {"seen", std::to_string(key.seen)}});
  }
  record_.tell("case", key.number);
  document_ = record_.add(info.document);
}

void CaseAct::step(const CaseStep& step) {
  const auto findings = check_step(procedure_, case_.fact.steps, step, today_);
  const bool ended = phase_of(case_.fact.state()) == CasePhase::ended;
  refuse_errors(findings, "the case cannot take this step", ended ? Fault::conflict : Fault::invalid);
  add_step(writer(), case_.fact.dispute, step);
  case_.fact.steps.push_back(step);
  record_.tell("state", step.state);
}

void CaseAct::refuse_now(const char* rule, const char* what, std::vector<std::pair<std::string, std::string>> facts) const {
  std::vector<Finding> refused{{.rule = rule, .facts = std::move(facts)}};
  refused[0].facts.emplace_back("now", the_case().state());
  name_states(refused, procedure_);
  throw Error{Fault::conflict, what, refused};
}

void CaseAct::refuse_ended(const char* what, const std::string& allowed) const { refuse_now("dispute.ended", what, {{"allowed", allowed}}); }

Revision CaseAct::commit() {
  const Revision revision = record_.close();
  transaction_.commit();
  return revision;
}

}  // namespace merestone
