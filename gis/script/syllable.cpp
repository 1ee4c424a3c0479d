// SPDX-License-Identifier: Apache-2.0
#include "gis/script/syllable.hpp"

#include "gis/script/tables.hpp"
#include "gis/script/utf8.hpp"

#include <unicode/uchar.h>

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

/// A letter of a reading, and the tone that stands on it.
struct Marked {
  char32_t letter = 0;
  std::uint8_t tone = 0;
  bool begins = false;  ///< behind a space or an apostrophe
};

std::vector<Marked> marked_letters(std::string_view reading) {
  std::vector<Marked> out;
  bool begins = true;
  for (const char32_t written : characters_of(reading)) {
    Marked one{static_cast<char32_t>(u_tolower(static_cast<UChar32>(written))), 0, begins};
    for (const auto row : marked) {
      const auto tone = row.find(one.letter);
      if (tone == std::u32string_view::npos) continue;
      one.letter = row.front();
      one.tone = static_cast<std::uint8_t>(tone);
    }
    begins = !(one.letter >= U'a' && one.letter <= U'z') && one.letter != U'ü';
    if (!begins) out.push_back(one);
  }
  return out;
}

/// Divides letters into so many syllables, longer ones first.
class Dividing {
 public:
  explicit Dividing(const std::vector<Marked>& letters) : letters_{letters} {}

  bool into(std::size_t count, std::size_t at, std::vector<Syllable>& out) {
    if (at == letters_.size()) return out.size() == count;
    if (out.size() == count || ++steps_ > most_steps) return false;
    for (std::size_t length = std::min(longest, letters_.size() - at); length > 0; --length) {
      const auto syllable = at_once(at, length);
      if (!syllable) continue;
      out.push_back(*syllable);
      if (into(count, at + length, out)) return true;
      out.pop_back();
    }
    return false;
  }

 private:
  static constexpr std::size_t longest = 6, most_steps = 20'000;

  std::optional<Syllable> at_once(std::size_t at, std::size_t length) const {
    std::u32string text;
    std::uint8_t tone = 0;
    for (std::size_t i = at; i < at + length; ++i) {
      if ((i > at && letters_[i].begins) || (tone != 0 && letters_[i].tone != 0)) return {};
      text.push_back(letters_[i].letter);
      tone = std::max(tone, letters_[i].tone);
    }
    if (text.find_first_of(U"aeiouü") == std::u32string::npos) return {};  // 嗯 is in no name
    const auto found = numbers().find(utf8(text));
    if (found == numbers().end()) return {};
    return Syllable{found->second, tone == 0 ? std::uint8_t{5} : tone};
  }

  const std::vector<Marked>& letters_;
  std::size_t steps_ = 0;
};

}  // namespace

std::vector<Syllable> parse_reading_with_marks(std::string_view reading, std::size_t count) {
  const auto letters = marked_letters(reading);
  std::vector<Syllable> out;
  if (!Dividing{letters}.into(count, 0, out)) out.clear();
  return out;
}

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
