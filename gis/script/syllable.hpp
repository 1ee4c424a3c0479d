// SPDX-License-Identifier: Apache-2.0
/// Syllables of Hanyu Pinyin: letters and a tone, small enough to keep millions of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// Letters by their number in the table of all syllables (see letters_of); 0 is no syllable.
struct Syllable {
  std::uint16_t letters = 0;
  std::uint8_t tone = 0;  ///< 1 to 4; 5 is the neutral tone; 0 for no syllable

  friend bool operator==(const Syllable&, const Syllable&) = default;
};

/// "lü", "zhuang": lower case, ü kept; empty for no syllable. The view lives as long as the program.
std::string_view letters_of(Syllable syllable);

/// "lǜ", "zhuāng": the mark on a, e, or the o of ou, else on the last vowel; none for the neutral tone.
std::string toned(Syllable syllable);

/// The syllable written with its tone as a digit: "lü4", also "lv4"; nothing for what no character is read as.
std::optional<Syllable> parse_syllable(std::string_view numbered);

/// A reading as it is written, "Chánglè Lù", as `count` syllables, those without a mark in the neutral tone; none where it is
/// not so many.
std::vector<Syllable> parse_reading_with_marks(std::string_view reading, std::size_t count);

/// Puts the mark of `tone` on toneless letters; those without a vowel stay as they are.
std::string with_tone(std::string_view letters, int tone);

}  // namespace merestone
