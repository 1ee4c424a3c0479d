// SPDX-License-Identifier: Apache-2.0
#include "gis/script/syllable.hpp"

#include "gis/script/tables.hpp"
#include "gis/script/utf8.hpp"

#include <algorithm>
#include <unordered_map>

namespace merestone {
namespace {

/// Each vowel with its four marks.
constexpr std::u32string_view marked[] = {U"aāáǎà", U"oōóǒò", U"eēéěè", U"iīíǐì", U"uūúǔù", U"üǖǘǚǜ"};

std::u32string_view row_of(char32_t letter) {
  for (const auto row : marked) {
    if (row.front() == letter) return row;
  }
  return {};
}

/// a and e always bear the mark, then the o of ou and uo; else the last vowel (iu, ui).
std::size_t mark_position(std::u32string_view letters) {
  for (const char32_t first : {U'a', U'e', U'o'}) {
    if (const auto at = letters.find(first); at != std::u32string_view::npos) return at;
  }
  return letters.find_last_of(U"iuü");
}

const std::unordered_map<std::string_view, std::uint16_t>& numbers() {
  static const auto built = [] {
    std::unordered_map<std::string_view, std::uint16_t> map;
    const auto& letters = script::tables().letters;
    for (std::size_t i = 1; i < letters.size(); ++i) map.emplace(letters[i], static_cast<std::uint16_t>(i));
    return map;
  }();
  return built;
}

}  // namespace

std::string_view letters_of(Syllable syllable) { return script::tables().letters[syllable.letters]; }

std::string with_tone(std::string_view letters, int tone) {
  std::u32string text = characters_of(letters);
  const std::size_t at = mark_position(text);
  if (tone < 1 || tone > 4 || at == std::u32string::npos) return std::string{letters};
  text[at] = row_of(text[at])[static_cast<std::size_t>(tone)];
  return utf8(text);
}

std::string toned(Syllable syllable) { return with_tone(letters_of(syllable), syllable.tone); }

std::optional<Syllable> parse_syllable(std::string_view numbered) {
  if (numbered.empty() || numbered.back() < '1' || numbered.back() > '5') return {};
  std::string letters{numbered.substr(0, numbered.size() - 1)};
  if (const auto v = letters.find('v'); v != std::string::npos) letters.replace(v, 1, "ü");
  const auto found = numbers().find(letters);
  if (found == numbers().end()) return {};
  return Syllable{found->second, static_cast<std::uint8_t>(numbered.back() - '0')};
}

}  // namespace merestone
