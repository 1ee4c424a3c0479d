// SPDX-License-Identifier: Apache-2.0
/// What the program tells, in the reader's language: sentences of cli/words/told.tsv, labels of cli/words/terms.tsv.
#pragma once

#include "cli/words/words.hpp"
#include "gis/base/date.hpp"
#include "gis/law/country_pack.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

using ToldFacts = std::vector<std::pair<std::string, std::string>>;

/// A line and its facts.
struct ToldLine {
  const char* rule;
  ToldFacts facts{};
};

/// The sentence of a rule with its facts filled in.
std::string told(const char* rule, Language language, ToldFacts facts = {});
/// The same as a line of its own on standard output.
void tell(const char* rule, Language language, ToldFacts facts = {});
/// Rules of the sentences for one of something, and for more, with their {count}.
struct ToldNoun {
  const char* one;
  const char* more;
};
std::string told_count(std::size_t count, ToldNoun what, Language language);

/// What sheets call an id of the core: "dispute-mode", "decision" is 裁决. English lines tell the id itself.
std::string sheet_word(const char* family, std::string_view id, Language language);
/// "{a}, {b}" or "{a}、{b}".
std::string told_list(const std::vector<std::string>& parts, Language language);

/// in_words() in the reader's language.
std::string told_period(const Period& period, Language language);

/// What the first pack that knows a kind of division calls it; null where none does.
const Wording* kind_wording(std::span<const CountryPack> packs, const std::string& id);

/// "  reading   Dōngshān": a label and what stands behind it; nothing where that is empty.
void print_labelled(const char* label, const std::string& text, Language language, int indent = 2);

}  // namespace merestone
