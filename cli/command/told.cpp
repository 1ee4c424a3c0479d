// SPDX-License-Identifier: Apache-2.0
#include "cli/command/told.hpp"

#include <fmt/core.h>

namespace merestone {

std::string told(const char* rule, Language language, std::vector<std::pair<std::string, std::string>> facts) {
  return sentence({.rule = rule, .severity = Severity::note, .facts = std::move(facts)}, language);
}

std::string told_period(const Period& period, Language language) {
  const bool begins = period.from != unknown_start, ends = period.until != open_end;
  const std::string from = to_string(period.from), last = to_string(period.until - std::chrono::days{1});
  if (begins && ends) return told("told.from_to", language, {{"from", from}, {"to", last}});
  if (begins) return told("told.since", language, {{"from", from}});
  return ends ? told("told.until", language, {{"to", last}}) : told("told.always", language);
}

const Wording* kind_wording(std::span<const CountryPack> packs, const std::string& id) {
  for (const CountryPack& pack : packs) {
    if (const DivisionKind* kind = pack.kind(id)) return &kind->words;
  }
  return nullptr;
}

void print_labelled(const char* label, const std::string& text, Language language, int indent) {
  if (!text.empty()) fmt::print("{:{}}{:<9} {}\n", "", indent, term_word("shown", label, language), text);
}

}  // namespace merestone
