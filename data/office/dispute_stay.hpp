// SPDX-License-Identifier: Apache-2.0
/// An appeal keeps a decision from having effect until a court has spoken (domain.md §4.3, BD-01).
#pragma once

#include "data/office/case_act.hpp"

namespace merestone {

/// From `day` on the ground and the claims of the case are as they were before its outcome; that it held until then stays
/// on record, and so does the outcome, for a court to affirm: its line stands among the proposals. Tells
/// dispute.effect_stayed; nothing where no outcome is on record. @throws Error conflict redraw.built_upon when the ground
/// was changed since, by a survey say.
std::vector<Finding> stay_outcome(CaseAct& act, Date day);

/// Claims that rest since an outcome stand again from `day` on; those that do so.
std::vector<ClaimId> wake_claims(CaseAct& act, Date day);

/// The line of an outcome that an appeal stays; nothing where the outcome drew none.
std::optional<LineOpinion> stayed_line(CaseAct& act, DocumentId outcome);

}  // namespace merestone
