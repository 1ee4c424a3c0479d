// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace merestone {

/// The sentences of one rule, with {facts} in braces.
struct RuleWords {
  std::string_view rule;
  std::string_view english;
  std::string_view chinese;
};

/// All rules of all `cli/words/*.tsv` files, sorted by rule, each once.
/// @throws std::logic_error where a file breaks the form: a mistake of ours that any test finds.
std::span<const RuleWords> catalogue();

/// Nothing for a rule that has no words.
const RuleWords* words_of(std::string_view rule);

}  // namespace merestone
