// SPDX-License-Identifier: Apache-2.0
#include "data/office/history_matching.hpp"

#include "data/db/refusal.hpp"

#include <algorithm>

namespace merestone {
namespace {

[[noreturn]] void refuse_code(const DivisionCode& code, const std::string& name) {
  refuse(Fault::conflict, "store.code_held", "the history divides or joins divisions on record: " + code.code,
         {{"code", code.code}, {"name", name}, {"from", to_string(code.valid.from)}, {"until", to_string(code.valid.until)}});
}

}  // namespace

std::vector<DivisionId> match_histories(const std::vector<DeliveredState>& states, const HistoryReading& reading,
                                        const KnownDivisions& known, const std::string& code_system) {
  std::unordered_map<std::string, std::vector<std::size_t>> by_code;
  std::vector<std::size_t> history_of(states.size());
  for (std::size_t h = 0; h < reading.histories.size(); ++h) {
    for (const std::size_t s : reading.histories[h].states) history_of[s] = h;
  }
  for (std::size_t s = 0; s < states.size(); ++s) by_code[states[s].code].push_back(s);

  std::vector<DivisionId> matched(reading.histories.size());
  std::unordered_map<DivisionId, std::size_t> history_of_division;
  for (const Kept<DivisionCode>& kept : known.facts().codes) {
    const DivisionCode& code = kept.fact;
    const auto candidates = by_code.find(code.code);
    if (code.system != code_system || candidates == by_code.end()) continue;
    const Level level = known.level(code.division, code.valid);
    const std::size_t* first = nullptr;
    for (const std::size_t& s : candidates->second) {
      if (states[s].level != level || !states[s].valid.overlaps(code.valid)) continue;
      if (!first || states[s].valid.from < states[*first].valid.from) first = &s;
    }
    if (!first) continue;
    const std::size_t history = history_of[*first];
    const bool two_divisions = matched[history].value != 0 && matched[history] != code.division;
    const bool two_histories = history_of_division.try_emplace(code.division, history).first->second != history;
    if (two_divisions || two_histories) refuse_code(code, known.name(code.division, code.valid.from));
    matched[history] = code.division;
  }
  return matched;
}

StatedFacts stated_facts(const std::vector<DeliveredState>& states, const DivisionHistory& history,
                         DivisionId division, const std::string& code_system, DocumentId document) {
  StatedFacts facts;
  for (const std::size_t i : history.states) {
    const DeliveredState& state = states[i];
    if (!facts.versions.empty() && facts.versions.back().level == state.level && facts.versions.back().kind == state.kind) {
      facts.versions.back().valid.until = state.valid.until;
    } else {
      facts.versions.push_back({division, state.level, state.kind, state.valid, document});
    }
    if (!facts.codes.empty() && facts.codes.back().code == state.code) {
      facts.codes.back().valid.until = state.valid.until;
    } else {
      facts.codes.push_back({division, code_system, state.code, state.valid});
    }
    if (!facts.names.empty() && facts.names.back().text == state.name) {
      facts.names.back().valid.until = state.valid.until;
    } else {
      facts.names.push_back({division, state.name, "und", "official", state.valid});
    }
  }
  facts.life = {states[history.states.front()].valid.from, states[history.states.back()].valid.until};
  return facts;
}

}  // namespace merestone
