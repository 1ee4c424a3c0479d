// SPDX-License-Identifier: Apache-2.0
/// How boundary disputes are handled, as a law lays it down: a template that a case follows (domain.md §4).
#pragma once

#include "gis/base/date.hpp"
#include "gis/law/clock.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// A question to be answered before a case is taken, in order; the first that is answered yes decides.
struct TriageQuestion {
  std::string id;
  Wording words{};
  std::string outcome{};  ///< "procedure", "approving_body", "not_our_procedure"
  Wording refer_to{};     ///< where the matter goes instead; empty when it stays
  std::string source{};
};

/// A state of a case and what is done in it.
struct ProcedureStep {
  std::string id;                   ///< "negotiating"
  Wording words{};
  Wording decider{};                ///< who acts
  Wording output{};                 ///< what must come of it
  std::optional<Span> limit{};      ///< time allowed; none: the law sets none, the office may
  std::string limit_from{};         ///< id of the step whose beginning starts the time; empty: this one
  std::vector<std::string> next{};  ///< steps that may follow; none: the case is over
  std::string source{};
};

/// Who must be told of a settlement, by level of the parties.
struct FilingRule {
  int level = 0;
  Wording with{};
};

enum class EvidenceWeight { decisive, reference, inadmissible };

struct EvidenceItem {
  std::string id;            ///< "A5"
  Wording words{};
  bool needs_seal = false;   ///< without a seal it warns
  bool both_sides = false;   ///< counts only when both parties confirmed it
  bool before_dispute = false;  ///< counts only when dated before the dispute arose
};

/// A class of evidence and when it counts.
struct EvidenceTier {
  std::string id;  ///< "A"
  Wording words{};
  EvidenceWeight weight = EvidenceWeight::inadmissible;
  std::optional<Date> not_before{};   ///< dated earlier it does not count
  bool before_dispute = false;        ///< must be dated before the dispute arose
  std::vector<EvidenceItem> items{};  ///< none: whatever is in no other tier
  std::string source{};
};

struct DisputeTemplate {
  std::string id;  ///< "cn-1989"
  Wording words{};
  int from_level = 0;  ///< parties may be governments of these levels
  int to_level = 0;
  std::vector<TriageQuestion> triage{};
  std::vector<ProcedureStep> steps{};  ///< the first is where a case begins
  std::vector<EvidenceTier> tiers{};
  std::vector<FilingRule> filing{};
  bool village_needs_approval = false;  ///< a natural village that changes sides needs a change of divisions first
  std::vector<Wording> standstill{};    ///< what the parties must not do while the case is open
  std::string source{};
  const ProcedureStep* step(std::string_view id) const;
  const EvidenceTier* tier(std::string_view id) const;
};

}  // namespace merestone
