// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/burial_cases.hpp"
#include "data/store/burial_case_store.hpp"

namespace merestone {

/// Records of graves as acts need them, of all times up to a revision.
struct GraveRecord {
  std::vector<Grave> graves;
  std::vector<GraveProtection> protections;

  const Grave* find(GraveId id, Date day) const;             ///< its version of the day, else the last; null for none
  const Grave* find(std::string_view local_id, Date day) const;
};
GraveRecord grave_record(Connection& connection, Revision revision);

/// An act about one case, under way in a transaction of its own.
class BurialCaseAct {
 public:
  /// Finds the case, and refuses an editor who has not seen its last revision.
  BurialCaseAct(Project& project, const ActInfo& info, const char* name, const BurialCaseKey& key);

  BurialCase& the_case() { return case_.fact; }
  FactWriter& writer() { return record_.writer(); }
  ActRecord& record() { return record_; }
  DocumentId document() const { return document_; }
  const Grave& grave(Date day) const;
  Date today() const { return today_; }

  /// Checks photos and records them; they count for a step that follows.
  void add(const std::vector<CasePhoto>& photos);
  /// A further version of the case, as it stands now.
  void rewrite();
  /// Checks a step and records it. @throws with everything that is wrong.
  void step(const BurialAct& act);
  BurialReceipt commit();

 private:
  Connection& connection_;
  Transaction transaction_;
  ActRecord record_;
  Kept<BurialCase> case_;
  CountryPack pack_;
  EnforcementRules rules_;
  GraveRecord graves_;
  DocumentId document_;
  Date today_;
  std::vector<Finding> findings_;
};

/// @throws Error missing enforcement.not_found.
Kept<BurialCase> burial_case_with(Connection& connection, const std::string& number, Revision revision);
/// The set that a case follows. @throws Error missing enforcement.no_rules where the pack has it no longer.
const EnforcementRules& rules_with(const CountryPack& pack, const std::string& id);

}  // namespace merestone
