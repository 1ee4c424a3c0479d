// SPDX-License-Identifier: Apache-2.0
/// Whether a quarrel is a boundary dispute at all (domain.md §4.1): the first question of every case, answered by the
/// questions of the procedure's template.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/divisions/division.hpp"
#include "gis/law/procedure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// What the parties quarrel about.
enum class Matter {
  line,       ///< where one government's area ends and the other's begins
  ownership,  ///< whose land, forest or grassland it is
};

struct TriageFacts {
  Matter matter = Matter::line;
  std::vector<Level> party_levels{};  ///< one for each party
  bool neighbours = true;             ///< the parties' areas touch
  /// Who approved the line, where one has been delimited or confirmed (1989 Art. 4; 2002 Regulations Art. 15).
  std::string approving_body{};
  std::string approval{};             ///< number or title of the document that did
  std::vector<std::string> yes{};     ///< further questions of the template that were answered yes, by their ids
  std::string undelimited{};          ///< why a line that is settled on record is not where they quarrel; empty: it is
};

enum class TriageResult { dispute, settled_line, not_our_procedure };
std::string_view word_of(TriageResult result);

/// `reasons` are notes for the parties: what was found, and where to go.
///   dispute.not_our_procedure  a question of the template was answered so; where the matter goes instead
///   dispute.settled_line       BL-13: the approving body decides where its line runs, from the agreement
///   dispute.not_governments    a party is no government of a level that this procedure is for
///   dispute.unequal_levels     the parties are governments of different levels
///   dispute.not_neighbours     the parties' areas do not touch
struct Triage {
  TriageResult result = TriageResult::dispute;
  std::vector<Finding> reasons;
};
Triage triage(const TriageFacts& facts, const DisputeTemplate& procedure);

/// dispute.unknown_question: an answer to a question that the procedure does not ask, or that `approving_body` answers.
std::vector<Finding> check_answers(const TriageFacts& facts, const DisputeTemplate& procedure);

}  // namespace merestone
