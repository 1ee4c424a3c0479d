// SPDX-License-Identifier: Apache-2.0
/// Code points in UTF-8 that is known to be well-formed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace merestone::search {

/// No syllable of Pinyin has more letters: zhuang.
inline constexpr std::size_t longest_syllable = 6;

/// The code point that begins at `at`, and `at` moved behind it. A broken sequence at the end reads as what is there.
inline char32_t next_character(const char*& at, const char* end) noexcept {
  const auto first = static_cast<unsigned char>(*at++);
  if (first < 0x80) return first;
  const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  char32_t c = first & (0x3FU >> more);
  for (int i = 0; i < more && at < end && (static_cast<unsigned char>(*at) & 0xC0U) == 0x80U; ++i) {
    c = (c << 6) | (static_cast<unsigned char>(*at++) & 0x3FU);
  }
  return c;
}

inline void append_character(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
  } else if (c < 0x10000) {
    text += {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  } else {
    text += {static_cast<char>(0xF0 | (c >> 18)), static_cast<char>(0x80 | ((c >> 12) & 0x3F)),
             static_cast<char>(0x80 | ((c >> 6) & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  }
}

inline std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (const char *at = text.data(), *end = at + text.size(); at < end;) characters += next_character(at, end);
  return characters;
}

inline std::string text_of(std::u32string_view characters) {
  std::string text;
  for (const char32_t c : characters) append_character(text, c);
  return text;
}

inline std::size_t count_characters(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return count;
}

/// Han ideographs: the scripts whose characters are read as one syllable each.
constexpr bool is_han(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007 ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

constexpr bool is_letter_of_pinyin(char32_t c) noexcept { return c >= U'a' && c <= U'z'; }

}  // namespace merestone::search
