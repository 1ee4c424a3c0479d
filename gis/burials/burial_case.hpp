// SPDX-License-Identifier: Apache-2.0
/// A case against a grave outside the law, from the lead to its closing (domain.md §5.5). It names no person: owners,
/// families and complainants stand apart, where they can be erased (gis/burials/person.hpp).
#pragma once

#include "gis/base/as_of.hpp"
#include "gis/base/finding.hpp"
#include "gis/base/id.hpp"
#include "gis/burials/grave.hpp"
#include "gis/law/enforcement_rules.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone {

using BurialCaseId = Id<struct BurialCaseTag>;

/// Where a case comes from.
inline constexpr std::array<std::string_view, 4> lead_sources{"patrol", "complaint", "imagery", "other_department"};

/// One thing that a case went through. Its state is that of the last.
struct BurialAct {
  std::string state;               ///< id of a step of the rules
  Date day{};                      ///< of a notice: the day of its service, from which its times run
  std::string body{};              ///< who acted
  std::string receiver{};          ///< body that a case is transferred to
  std::string outcome{};           ///< of a closed case
  std::optional<Date> due{};       ///< named in the act: correct by, come forward by, look again by
  std::vector<std::string> corrections{};  ///< ordered by a notice; done, where corrected, enforced or re-checked
  DocumentId document{};
  std::string note{};              ///< what was seen and done; never of persons
};
using BurialActs = std::span<const BurialAct>;  ///< oldest first

struct BurialCase {
  BurialCaseId id;
  std::string number;            ///< of the office
  GraveId grave;
  std::string source{};          ///< one of lead_sources
  std::string judged_by{};       ///< id of the rules of the day on which the grave was built; empty: none hold then
  std::string rules{};           ///< id of the rules that its steps follow
  std::string grave_class{};     ///< "hardened_oversize", as found on site
  std::string land_class{};
  Told owner_known = Told::unknown; ///< unknown: nobody has asked yet
  std::vector<std::string> zones{};  ///< ids of the siting rules that the grave breaks
  std::vector<BurialAct> acts{};
  std::vector<std::string> photos{};  ///< phases of the photos on file: "before", "after"
  Revision revision = 0;         ///< last act that wrote about the case; who edits says which he saw

  std::string state() const { return acts.empty() ? "" : acts.back().state; }
  Date found() const { return acts.empty() ? Date{} : acts.front().day; }
};

/// A protected grave is no case: that it was looked at and stays is on record (Art. 10; scenario 22).
struct KeptGrave {
  GraveId grave;
  Date day{};
  std::string reason{};
  DocumentId document{};
};

/// The rules that a grave is judged by, which was built in a period of which both ends may be guesses: those of its day
/// (domain.md §5.1). enforcement.rules_straddle (warning): the period has days of two sets; the earlier one is taken, which
/// the party could go by. enforcement.no_rules_then (warning): none held. enforcement.without_text (warning): the articles
/// were not at hand when the set was made.
struct JudgedBy {
  const EnforcementRules* rules = nullptr;
  std::vector<Finding> findings{};
};
JudgedBy judged_by(const std::vector<EnforcementRules>& sets, Date built_from, Date built_until);

}  // namespace merestone
