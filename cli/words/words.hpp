// SPDX-License-Identifier: Apache-2.0
/// Findings in words: made here and nowhere else, in the reader's language.
#pragma once

#include "gis/base/finding.hpp"

#include <string>
#include <string_view>

namespace merestone {

enum class Language { english, chinese };

/// "zh", "zh_CN.UTF-8", "zh-Hant" → chinese; everything else → english.
Language language_of(std::string_view tag);

/// What is wrong and what to do, facts filled in: "The code 49007 stands twice; …".
/// A rule without words gives its id and its facts, so nothing is ever lost.
std::string sentence(const Finding& finding, Language language);

/// Where it stands: "communes.geojson, record 17, field code, at 5.54554 45.71359"; empty when nothing is known.
std::string where(const Finding& finding, Language language);

/// "error: communes.geojson, record 17: The code 49007 stands twice; …".
std::string in_words(const Finding& finding, Language language);

/// What the vocabulary of cli/words/terms.tsv calls an id; the id itself where it knows none.
std::string_view term_word(std::string_view vocabulary, std::string_view id, Language language);

std::string severity_word(Severity severity, Language language);

}  // namespace merestone
