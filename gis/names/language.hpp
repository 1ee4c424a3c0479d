// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/law/name_rules.hpp"

#include <string>
#include <string_view>

namespace merestone {

/// The three letters of ISO 639-3 for a BCP 47 tag: "zho" for "zh-Hant", "uig" for "ug"; empty for "und" and for tags
/// that no three letters are known for.
std::string three_letters_of(std::string_view language);

/// ISO 15924 code of the script that most letters of a text are written in: "Hani", "Latn", "Arab"; empty
/// for a text without letters. Of Han characters it does not say whether they are the traditional or simplified ones.
std::string script_of(std::string_view text);

/// The language in which the pack takes a text to be where nobody says, by its script; "und" where the pack has none for it.
std::string usual_language(const NameRules& rules, std::string_view text);

}  // namespace merestone
