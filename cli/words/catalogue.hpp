// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace merestone {

/// The sentences of one rule, with facts in braces: {name}, or {body@body} where a term stands for the id that is the fact.
struct RuleWords {
  std::string_view rule;
  std::string_view english;
  std::string_view chinese;
};

/// All rules of all `cli/words/*.tsv` files but terms.tsv, sorted by rule, each once.
/// @throws std::logic_error where a file breaks the form: a mistake of ours that any test finds.
std::span<const RuleWords> catalogue();

/// Nothing for a rule that has no words.
const RuleWords* words_of(std::string_view rule);

/// What people call an id that the core knows: "body.names_department".
struct TermWords {
  std::string_view id;  ///< vocabulary and id within it, with a dot between
  std::string_view english;
  std::string_view chinese;
};

/// All of `cli/words/terms.tsv`, sorted by id, each once.
/// @throws std::logic_error as catalogue()
std::span<const TermWords> terms();

/// Nothing for what is no term of the vocabulary.
const TermWords* term_of(std::string_view vocabulary, std::string_view id);

}  // namespace merestone
