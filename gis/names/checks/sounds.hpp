// SPDX-License-Identifier: Apache-2.0
/// How names sound alike: in three strengths, over all readings that come into question.
#pragma once

#include "gis/script/name_parts.hpp"
#include "gis/script/syllable.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// A name with its readings, ready to be compared: folded, simplified, the generic term split off.
struct SoundOfName {
  std::string key;                         ///< folded
  std::string specific;                    ///< folded
  std::string generic;                     ///< folded; empty where there is none
  std::vector<std::string> letters;        ///< toneless, "xiangyanglu": one for each way to read it, at most 16
  std::vector<std::string> toned;          ///< with digits, "xiang4yang2lu4"
  std::vector<std::string> specific_letters;
  bool sure = true;                        ///< read in one way only
};

/// `reading` is confirmed; else every reading that is not ruled out counts.
SoundOfName sound_of(std::string_view text, SpellingClass which, std::string_view division = {}, const std::vector<Syllable>& reading = {});

/// "xiang4 yang2 lu4" → syllables; empty when one of them is none.
std::vector<Syllable> parse_reading(std::string_view numbered);

/// The syllables of the Han characters of a name as its reading is written, "Chánglè Lù"; none where the two do not go together.
std::vector<Syllable> confirmed_syllables(std::string_view text, std::string_view reading);
/// The same as parse_reading() takes it.
std::string numbered_reading(std::string_view text, std::string_view reading);

enum class Likeness {
  specific_sound,  ///< the specific terms have the same letters, the generic terms differ
  sound,           ///< the same letters
  toned_sound,     ///< the same letters and tones
  same,            ///< the same name
};

/// The strongest likeness of two names; nothing when they are unlike.
std::optional<Likeness> likeness(const SoundOfName& a, const SoundOfName& b);

}  // namespace merestone
