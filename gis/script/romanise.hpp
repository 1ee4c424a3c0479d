// SPDX-License-Identifier: Apache-2.0
/// Roman spelling of place names. Chinese names by the rules of 1984 (汉语地名的汉语拼音字母拼写规则, 84中地字第17号; PN-40 to
/// PN-51), names of minority languages by the official table, other scripts by ICU where it knows them. A proposal for an
/// officer: what rests on doubt is said, and the confirmed spelling is stored with the name.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/script/name_parts.hpp"
#include "gis/script/reading.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

struct SpellingRequest {
  std::string_view text;
  SpellingClass which = SpellingClass::other;
  std::string_view division{};          ///< code of a division that holds the place, for readings of its province
  std::string_view language = "zh";     ///< BCP 47; Han characters are read as Chinese only for zh
  std::vector<Syllable> confirmed{};    ///< readings that a person has confirmed, one for each character that is Han; may be empty
};

/// One word of the spelling.
struct SpelledPart {
  std::string text;      ///< "海峡"
  std::string spelling;  ///< "Haixia"
  std::string toned;     ///< "Hǎixiá"
  PartRole role = PartRole::specific;
};

struct RomanSpelling {
  std::vector<SpelledPart> parts;
  std::string spelling;         ///< "Taiwan Haixia"; empty where there is no romanisation
  std::string toned;            ///< "Táiwān Hǎixiá" (PN-51: both are stored)
  std::string scheme;           ///< "pinyin-1984", "minority-1976", "icu:Cyrillic-Latin" …; empty without spelling
  std::string source_language;  ///< BCP 47: "zh", "ug" for Ürümqi
  Surety surety = Surety::sure;
  std::vector<Finding> findings;  ///< why it is spelled so (notes), and what is unsure (warnings): romanise.*
};

RomanSpelling romanise(const SpellingRequest& request);

/// How an official table spells the whole of `name` from another language than Chinese; nothing for other names, and for
/// those that only places in certain provinces bear when `division` is not in one of them.
struct SourceSpelling {
  std::string spelling;
  std::string language;
};
std::optional<SourceSpelling> source_spelling(std::string_view name, std::string_view division = {});

}  // namespace merestone
