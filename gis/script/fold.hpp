// SPDX-License-Identifier: Apache-2.0
/// A name → its search key: two names with one key are the same to somebody who searches.
#pragma once

#include <string>
#include <string_view>

namespace merestone {

/// Appends the key of `text` to `out`. Unicode NFKC and case folding; full width → half width; traditional, Japanese and
/// other variants → the simplified character; Latin, Greek and Cyrillic without diacritics, ø đ ł ß æ œ þ ð ħ ı too;
/// Arabic and Hebrew without vowel points; all brackets as ( ), apostrophes dropped, dashes and middle dots as a space,
/// white space as one space, none at the ends; invisible format characters dropped. Idempotent: the key of a key is the key.
/// Bytes that are no UTF-8 become U+FFFD. Han and ASCII text is folded by table alone, without a call of ICU.
void fold_into(std::string_view text, std::string& out);

inline std::string folded(std::string_view text) {
  std::string out;
  fold_into(text, out);
  return out;
}

}  // namespace merestone
