// SPDX-License-Identifier: Apache-2.0
#include "gis/names/language.hpp"

#include "gis/script/utf8.hpp"

#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include <map>

namespace merestone {

std::string three_letters_of(std::string_view language) {
  const std::string primary{language.substr(0, language.find('-'))};
  if (primary.empty() || primary == "und") return {};
  return uloc_getISO3Language(primary.c_str());
}

std::string script_of(std::string_view text) {
  std::map<UScriptCode, int> letters;
  for (const char32_t c : characters_of(text)) {
    UErrorCode failed = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &failed);
    if (U_SUCCESS(failed) && script != USCRIPT_COMMON && script != USCRIPT_INHERITED) ++letters[script];
  }
  const char* most = "";
  int count = 0;
  for (const auto& [script, number] : letters) {
    if (number <= count) continue;
    most = uscript_getShortName(script);
    count = number;
  }
  return most;
}

std::string usual_language(const NameRules& rules, std::string_view text) {
  const std::string script = script_of(text);
  for (const ScriptLanguage& each : rules.languages) {
    if (each.script == script) return each.language;
  }
  return "und";
}

}  // namespace merestone
