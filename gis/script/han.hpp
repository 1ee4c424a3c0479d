// SPDX-License-Identifier: Apache-2.0
/// What is known of single Han characters: readings (Unicode Han database), the simplified or usual form (OpenCC),
/// the level in the table of standard characters (通用规范汉字表, 2013). Tables are built on first use, in about 3 ms.
#pragma once

#include "gis/script/syllable.hpp"

#include <cstdint>
#include <span>

namespace merestone {

/// How far a reading can be trusted. Nothing below `sure` is used without a person's confirmation.
enum class Surety : std::uint8_t {
  none,     ///< no reading: not Han, or in no table
  guess,    ///< several readings are alive; this is the most usual one
  letters,  ///< the readings that come into question differ in tone alone
  sure,     ///< one reading, or settled by the lexicon of place names
};

struct HanCharacter {
  char32_t simplified = 0;      ///< the character it folds into; itself when it is no variant
  std::uint8_t level = 0;       ///< 1 to 3 in the table of standard characters; 0 outside
  Surety surety = Surety::none; ///< of the first reading, where no word decides
  std::uint16_t list = 0;       ///< of its readings
};

/// Whether the character is a Han ideograph: a name is judged and read by these alone.
constexpr bool is_han(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF) || c == 0x3007 ||
         (c >= 0xF900 && c <= 0xFAFF);
}

/// Constant time. A character of no table is its own simplified form and has no reading.
HanCharacter han(char32_t character);

/// All readings, the one usual in place names first.
std::span<const Syllable> readings_of(char32_t character);

/// The form that variants share: traditional → simplified, 邨 → 村, 沢 → 泽.
inline char32_t simplified(char32_t character) { return is_han(character) ? han(character).simplified : character; }

/// 1, 2, 3, or 0 for a character outside the table of 8,105.
inline int standard_level(char32_t character) { return han(character).level; }

}  // namespace merestone
