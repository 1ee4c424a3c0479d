// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/triage.hpp"

#include "gis/base/list.hpp"

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

constexpr std::string_view settled_line = "settled_line";

bool is_yes(const TriageQuestion& question, const TriageFacts& facts) {
  if (question.id == settled_line) return !facts.approving_body.empty();
  if (question.id == "ownership" && facts.matter == Matter::ownership) return true;
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

std::vector<Finding> check_answers(const TriageFacts& facts, const DisputeTemplate& procedure) {
  std::vector<std::string> asked;
  for (const TriageQuestion& question : procedure.triage) {
    if (question.id != settled_line) asked.push_back(question.id);
  }
  std::vector<Finding> found;
  for (const std::string& id : facts.yes) {
    if (std::find(asked.begin(), asked.end(), id) != asked.end()) continue;
    found.push_back({.rule = "dispute.unknown_question", .subject = {{}, {}, "yes"},
                     .facts = {{"question", id}, {"procedure", procedure.id}, {"known", joined(asked, ", ")}}});
  }
  return found;
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
