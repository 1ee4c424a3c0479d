// SPDX-License-Identifier: Apache-2.0
/// Han text → syllables. Words of the place-name lexicon go before single characters, longest first, and each syllable
/// says how sure it is: a reading that rests on frequency alone is marked, never passed off as known.
#pragma once

#include "gis/script/han.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// One character of a name and how it is read.
struct ReadCharacter {
  char32_t character = 0;
  Syllable syllable{};
  Surety surety = Surety::none;  ///< none for a character that is not Han
  bool by_word = false;          ///< decided by a word of the lexicon
};

/// Reads `text`, one entry per character. `division` is the code of a division that holds the place ("110105", "11");
/// with it, words and readings of its province are used (十里堡 in Beijing is Shilipu) and those of others are not;
/// without it they are used and marked unsure. Traditional characters are read as the simplified word.
/// Writes into `out` (cleared first): no allocation once it is large enough.
void read_name(std::string_view text, std::string_view division, std::vector<ReadCharacter>& out);

inline std::vector<ReadCharacter> read_name(std::string_view text, std::string_view division = {}) {
  std::vector<ReadCharacter> out;
  read_name(text, division, out);
  return out;
}

/// The least sure of all Han characters; `sure` for a text without any.
Surety surety_of(const std::vector<ReadCharacter>& reading);

/// What people type to find a name by its sound, all lower case: letters of all syllables joined ("shijiazhuang"), and
/// the first letter of each ("sjz"). Letters and digits that are not Han are taken over, folded, in both; ü is v.
struct SoundKeys {
  std::string letters;
  std::string initials;
};
void sound_keys(const std::vector<ReadCharacter>& reading, SoundKeys& out);

}  // namespace merestone
