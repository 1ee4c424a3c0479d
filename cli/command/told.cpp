// SPDX-License-Identifier: Apache-2.0
#include "cli/command/told.hpp"

#include "cli/report/phrases.hpp"
#include "gis/base/list.hpp"

#include <fmt/core.h>

namespace merestone {

std::string told(const char* rule, Language language, ToldFacts facts) {
  return sentence({.rule = rule, .severity = Severity::note, .facts = std::move(facts)}, language);
}

void tell(const char* rule, Language language, ToldFacts facts) { fmt::print("{}\n", told(rule, language, std::move(facts))); }

std::string told_count(std::size_t count, ToldNoun what, Language language) {
  return told(count == 1 ? what.one : what.more, language, {{"count", std::to_string(count)}});
}

std::string sheet_word(const char* family, std::string_view id, Language language) {
  if (language == Language::english) return std::string{id};
  static const Phrases chinese{"zh"};
  const std::string key = std::string{family} + "-" + std::string{id};
  return chinese.knows(key) ? chinese.text(key) : std::string{id};
}

std::string told_list(const std::vector<std::string>& parts, Language language) {
  return joined(parts, language == Language::chinese ? "、" : ", ");
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
