// SPDX-License-Identifier: Apache-2.0
#include "gis/script/other_scripts.hpp"

#include "gis/script/utf8.hpp"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <memory>

namespace merestone {
namespace {

/// Scripts that ICU 72 turns into Latin in whole.
constexpr std::array known = {USCRIPT_CYRILLIC, USCRIPT_GREEK,    USCRIPT_ARMENIAN, USCRIPT_GEORGIAN, USCRIPT_HEBREW,   USCRIPT_ARABIC,
                              USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HANGUL,   USCRIPT_THAI,     USCRIPT_DEVANAGARI, USCRIPT_BENGALI,
                              USCRIPT_GURMUKHI, USCRIPT_GUJARATI, USCRIPT_TAMIL,    USCRIPT_TELUGU,   USCRIPT_KANNADA,  USCRIPT_MALAYALAM,
                              USCRIPT_BOPOMOFO, USCRIPT_ETHIOPIC};
/// Written in Arabic letters, some of which ICU does not know.
constexpr std::u32string_view beyond_arabic = U"ەۆۇۈۋېڭھۅۉۊ";

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

/// Of the first letter that is neither Latin nor common to scripts.
UScriptCode foreign_script(std::u32string_view text) {
  for (const char32_t c : text) {
    const UScriptCode script = script_of(c);
    if (script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED) return script;
  }
  return USCRIPT_LATIN;
}

bool is_known(std::u32string_view text, std::string_view language) {
  for (const std::string_view each : {"ug", "kk-Arab", "ky-Arab", "ku", "ckb"}) {
    if (language == each || (language.starts_with(each) && language.size() > each.size() && language[each.size()] == '-')) {
      if (foreign_script(text) == USCRIPT_ARABIC) return false;
    }
  }
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    const UScriptCode script = script_of(c);
    if (script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) return true;
    return std::find(known.begin(), known.end(), script) != known.end() && beyond_arabic.find(c) == std::u32string_view::npos;
  });
}

std::string by_icu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_latin{
      icu::Transliterator::createInstance("Any-Latin; NFC; Any-Title", UTRANS_FORWARD, status)};
  if (U_FAILURE(status) != 0) return {};
  auto latin = icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
  to_latin->transliterate(latin);
  std::string out;
  latin.toUTF8String(out);
  return out;
}

}  // namespace

Transliteration transliterated(std::string_view text, std::string_view language) {
  const std::u32string characters = characters_of(text);
  const UScriptCode script = foreign_script(characters);
  Transliteration out;
  out.script = uscript_getShortName(script);
  if (script == USCRIPT_LATIN) {
    out.text = text;
    out.scheme = "as-written";
  } else if (is_known(characters, language)) {
    out.text = by_icu(text);
    out.scheme = "icu:" + out.script;
    if (foreign_script(characters_of(out.text)) != USCRIPT_LATIN) out.text.clear();  // turned by halves
  }
  if (out.text.empty()) out.scheme.clear();
  return out;
}

}  // namespace merestone
