// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/triage.hpp"

#include <algorithm>
#include <functional>

namespace merestone {
namespace {

using FindingFacts = std::vector<std::pair<std::string, std::string>>;

Finding note(std::string rule, FindingFacts facts = {}) {
  Finding found;
  found.rule = std::move(rule);
  found.severity = Severity::note;
  found.facts = std::move(facts);
  return found;
}

/// A party that is no government of a level the procedure is for, or governments that do not face each other.
std::vector<Finding> about_parties(const TriageFacts& facts, const DisputeTemplate& procedure) {
  std::vector<Finding> found;
  const auto& levels = facts.party_levels;
  const auto alien = std::find_if(levels.begin(), levels.end(), [&](Level level) {
    return procedure.to_level != 0 && (level < procedure.from_level || level > procedure.to_level);
  });
  if (alien != levels.end()) found.push_back(note("dispute.not_governments", {{"level", std::to_string(*alien)}}));
  if (std::adjacent_find(levels.begin(), levels.end(), std::not_equal_to<>{}) != levels.end()) {
    found.push_back(note("dispute.unequal_levels"));
  }
  if (!facts.neighbours) found.push_back(note("dispute.not_neighbours"));
  return found;
}

bool is_yes(const TriageQuestion& question, const TriageFacts& facts) {
  if (question.id == "ownership") return facts.matter == Matter::ownership;
  if (question.id == "settled_line") return !facts.approving_body.empty();
  return std::find(facts.yes.begin(), facts.yes.end(), question.id) != facts.yes.end();
}

}  // namespace

std::string_view word_of(TriageResult result) {
  switch (result) {
    case TriageResult::dispute: return "dispute";
    case TriageResult::settled_line: return "settled_line";
    case TriageResult::not_our_procedure: break;
  }
  return "not_our_procedure";
}

Triage triage(const TriageFacts& facts, const DisputeTemplate& procedure) {
  Triage found;
  for (const TriageQuestion& question : procedure.triage) {
    if (!is_yes(question, facts) || question.outcome == "procedure") continue;
    if (question.outcome == "approving_body") {
      if (found.result == TriageResult::not_our_procedure) break;
      found.result = TriageResult::settled_line;
      found.reasons.push_back(note("dispute.settled_line", {{"body", facts.approving_body}, {"document", facts.approval}}));
      break;
    }
    found.result = TriageResult::not_our_procedure;
    found.reasons.push_back(note("dispute.not_our_procedure", {{"question", question.words.en},
                                                               {"question_zh", question.words.zh},
                                                               {"refer_to", question.refer_to.en},
                                                               {"refer_to_zh", question.refer_to.zh},
                                                               {"source", question.source}}));
    break;
  }
  if (found.result == TriageResult::settled_line) return found;
  for (Finding& reason : about_parties(facts, procedure)) {
    found.result = TriageResult::not_our_procedure;
    found.reasons.push_back(std::move(reason));
  }
  return found;
}

}  // namespace merestone
