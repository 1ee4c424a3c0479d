// SPDX-License-Identifier: Apache-2.0
/// Words for the enumerators of a field, as they are written and as forms in use write them. For this folder only.
#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace merestone::word_table {

/// `text` is what is written; the Chinese words, with | between, are read as well.
template <class Term>
struct Word {
  Term term;
  std::string_view text;
  std::string_view chinese;
};

// Tables are in the order of the enumerators.

template <class Term, std::size_t n>
std::string_view text_in(const Word<Term> (&words)[n], Term term) {
  return words[static_cast<std::size_t>(term)].text;
}

inline bool among(std::string_view word, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const std::size_t end = std::min(alternatives.find('|'), alternatives.size());
    if (alternatives.substr(0, end) == word) return true;
    alternatives.remove_prefix(std::min(end + 1, alternatives.size()));
  }
  return false;
}

template <class Term, std::size_t n>
std::optional<Term> term_in(const Word<Term> (&words)[n], std::string_view word) {
  const auto at = std::find_if(std::begin(words), std::end(words), [&](const Word<Term>& w) {
    return w.text == word || among(word, w.chinese);
  });
  if (at == std::end(words)) return {};
  return at->term;
}

template <class Term, std::size_t n>
std::string all_in(const Word<Term> (&words)[n]) {
  std::string all;
  for (const Word<Term>& word : words) all.append(all.empty() ? "" : ", ").append(word.text);
  return all;
}

}  // namespace merestone::word_table
