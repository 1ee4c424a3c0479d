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

/// A line and its facts.
struct ToldLine {
  const char* rule;
  std::vector<std::pair<std::string, std::string>> facts{};
};

/// The sentence of a rule with its facts filled in.
std::string told(const char* rule, Language language, std::vector<std::pair<std::string, std::string>> facts = {});

/// in_words() in the reader's language.
std::string told_period(const Period& period, Language language);

/// What the first pack that knows a kind of division calls it; null where none does.
const Wording* kind_wording(std::span<const CountryPack> packs, const std::string& id);

/// "  reading   Dōngshān": a label and what stands behind it; nothing where that is empty.
void print_labelled(const char* label, const std::string& text, Language language, int indent = 2);

}  // namespace merestone
