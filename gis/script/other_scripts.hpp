// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace merestone {

/// Latin letters for text of another script than Han.
struct Transliteration {
  std::string text;    ///< empty where there is none
  std::string scheme;  ///< "icu:Cyrl"; "as-written" for Latin text
  std::string script;  ///< of the first letter that is not Latin, ISO 15924: "Tibt"; "Latn" when there is none
};

/// By ICU's transliterators. Nothing for scripts that ICU leaves alone or turns by halves (Tibetan, Mongolian, Yi, Arabic
/// letters of Uyghur and Kazakh, …): their stored official spelling is asked for, none is invented. `language` is BCP 47.
Transliteration transliterated(std::string_view text, std::string_view language);

}  // namespace merestone
