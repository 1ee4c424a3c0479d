// SPDX-License-Identifier: Apache-2.0
/// What a dispute came to (domain.md §4.3 steps 5 to 8, §4.4), and what an outcome must bring before it has effect.
#pragma once

#include "gis/disputes/case_state.hpp"
#include "gis/geometry/position.hpp"

#include <cstdint>

namespace merestone {

enum class OutcomeMode {
  agreement,        ///< of the parties alone (Art. 11)
  mediation,        ///< agreed before a mediator (Art. 13)
  decision,         ///< of the upper government
  division_change,  ///< the line stays, a division's area changes (Art. 3)
};
std::string_view word_of(OutcomeMode mode);
std::optional<OutcomeMode> outcome_mode(std::string_view word);

struct Signatory {
  std::string name;
  std::string capacity;  ///< "deputy county head"
  DivisionId party;      ///< for whom; no id for a mediator or witness
  Date signed_on{};
};

/// A natural village whose ground changes hands: the legal effect waits for the approval of a division change (Art. 14).
struct MovedVillage {
  std::string name;
  Position position{};
  DivisionId from;
  DivisionId to;
};

/// A turning point of the agreed line, and the monument planned there.
struct TurningPoint {
  std::string number;    ///< of the monument; empty for a point without one
  Position position{};
  std::string monument;  ///< "single", "double", "triple"; empty: none
};

/// One report of the outcome to an authority that keeps it (Art. 16).
struct Filing {
  std::string recipient;
  Date filed{};
  std::string receipt{};
  DocumentId document{};
};

struct Outcome {
  DisputeId dispute;
  OutcomeMode mode = OutcomeMode::agreement;
  DocumentId document;
  Date decided{};                     ///< last signature, or issue of the decision
  Date effective{};                   ///< from then on the new line holds
  DocumentId approval{};              ///< of the division change; no id where none is needed
  std::optional<Date> approved{};
  std::string map_title{};            ///< of the annex map; of the stamped map once surveyed (Art. 15)
  std::int64_t map_scale = 0;
  DocumentId survey{};                ///< the joint survey whose map has replaced the annex map
  std::string obligations{};          ///< rights of use, passage, water
  std::string archive{};              ///< archive code
  std::vector<Signatory> signatories{};
  std::vector<MovedVillage> moved{};
  std::vector<TurningPoint> points{};
};

/// Why an outcome may not be recorded for a case that went through `history`:
///   dispute.ended             the case has ended: there is nothing to settle
///   dispute.out_of_order      the mode does not fit the state (a decision needs mediation before it)
///   dispute.no_document       neither agreement nor decision to rest on
///   dispute.unsigned          an agreement without a signature for each party; names the party's id
///   dispute.not_a_party       somebody signs for a division that is no party
///   dispute.dates             signed, decided, approved and effective days do not follow each other
///   dispute.in_future         decided on a day that has not come
///   dispute.approval_needed   villages change sides and no approval is at hand (scenario 18); names them
std::vector<Finding> check_outcome(const Outcome& outcome, const DisputeTemplate& procedure, CaseHistory history,
                                   std::span<const DivisionId> parties, Date today);

/// The state that an outcome brings a case to: "agreed" or "decided".
std::string outcome_state(OutcomeMode mode, const DisputeTemplate& procedure, CaseHistory history);

/// Just the last rule: whether effect must wait. Nothing where the procedure asks for no approval.
std::vector<Finding> approval_findings(const Outcome& outcome, const DisputeTemplate& procedure);

}  // namespace merestone
