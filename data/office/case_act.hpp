// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/disputes.hpp"
#include "data/store/case_store.hpp"

namespace merestone {

/// @throws Error invalid with the findings when one of them is an error.
void refuse_errors(const std::vector<Finding>& findings, const char* what, Fault fault = Fault::invalid);

/// An act about one case, under way in a transaction of its own.
class CaseAct {
 public:
  /// Finds the case, and refuses an editor who has not seen its last revision.
  CaseAct(Project& project, const ActInfo& info, const char* name, const CaseKey& key);

  const DisputeCase& the_case() const { return case_.fact; }
  std::int64_t case_fact() const { return case_.number; }
  const DisputeTemplate& procedure() const { return procedure_; }
  ActRecord& record() { return record_; }
  FactWriter& writer() { return record_.writer(); }
  Revision before() const { return record_.before(); }
  Connection& connection() { return connection_; }
  DocumentId document() { return document_; }
  Date today() const { return today_; }

  /// Checks a step and records it; findings of all steps of one act are thrown together.
  void step(const CaseStep& step);
  Revision commit();
  /// @throws conflict `rule`, with the state that the case stands at.
  [[noreturn]] void refuse_now(const char* rule, const char* what, std::vector<std::pair<std::string, std::string>> facts = {}) const;
  /// @throws conflict dispute.ended; `allowed` are the states that may follow.
  [[noreturn]] void refuse_ended(const char* what, const std::string& allowed) const;

 private:
  Connection& connection_;
  Transaction transaction_;
  ActRecord record_;
  Kept<DisputeCase> case_;
  DisputeTemplate procedure_;
  DocumentId document_;
  Date today_;
};

/// The case with that number. @throws missing dispute.not_found.
Kept<DisputeCase> find_case(Connection& connection, const std::string& number, Revision revision);

}  // namespace merestone
