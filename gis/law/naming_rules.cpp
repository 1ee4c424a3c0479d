// SPDX-License-Identifier: Apache-2.0
#include "gis/law/naming_rules.hpp"

#include <algorithm>

namespace merestone {
namespace {

constexpr const char* outcome_words[] = {"note", "review", "warn", "block"};

}  // namespace

const char* word_of(NamingOutcome outcome) { return outcome_words[static_cast<std::size_t>(outcome)]; }

std::optional<NamingOutcome> naming_outcome(std::string_view word) {
  for (std::size_t i = 0; i < std::size(outcome_words); ++i) {
    if (word == outcome_words[i]) return static_cast<NamingOutcome>(i);
  }
  return {};
}

bool in_classes(std::string_view class_code, const std::vector<std::string>& classes) {
  return classes.empty() || std::any_of(classes.begin(), classes.end(), [&](const std::string& begin) { return class_code.starts_with(begin); });
}

std::string_view NamingRules::spelling_of(std::string_view class_code) const {
  std::string_view found = "other";
  std::size_t length = 0;
  for (const SpellingRule& rule : spelling) {
    for (const std::string& begin : rule.classes) {
      if (begin.size() > length && class_code.starts_with(begin)) {
        found = rule.spelling;
        length = begin.size();
      }
    }
  }
  return found;
}

}  // namespace merestone
