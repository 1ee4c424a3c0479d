// SPDX-License-Identifier: Apache-2.0
#include "gis/script/han.hpp"
#include "gis/script/syllable.hpp"
#include "gis/search/characters.hpp"
#include "gis/search/writing.hpp"

#include <unicode/normalizer2.h>

#include <algorithm>

namespace merestone::search {
namespace {

/// "Lǘ Shílǐ’pù" → "lv shili pu": without tones, ü as "v", anything that is no letter as one space.
std::string typed(std::string_view reading) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return {};
  const auto text = nfd->normalize(icu::UnicodeString::fromUTF8({reading.data(), static_cast<std::int32_t>(reading.size())}).foldCase(), error);
  if (U_FAILURE(error)) return {};
  std::string out;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(text.char32At(i));
    if (c == U'\u0308' && !out.empty() && out.back() == 'u') out.back() = 'v';
    else if (c >= U'\u0300' && c <= U'\u036F') continue;
    else if (is_han(c)) return {};
    else if (c >= U'a' && c <= U'z') out += static_cast<char>(c);
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

bool is_syllable(std::string_view letters) { return parse_syllable(std::string{letters} + '1').has_value(); }

bool is_read_so(char32_t character, std::string_view letters) {
  const auto readings = readings_of(character);
  return std::any_of(readings.begin(), readings.end(), [&](Syllable s) {
    std::string known{letters_of(s)};
    if (const auto mark = known.find("ü"); mark != std::string::npos) known.replace(mark, std::string_view{"ü"}.size(), "v");
    return known == letters;
  });
}

/// Every way to divide a reading among characters; the one in which most are read as dictionaries know them is kept, when
/// half of them are: "cenghe" is no ce-ng-he.
class Dividing {
 public:
  Dividing(std::u32string_view characters, std::string_view letters)
      : characters_{characters}, letters_{letters}, failed_(characters.size() * (letters.size() + 1)), syllables_(characters.size()) {}

  /// None where there is no way.
  std::vector<std::string> best() {
    go(0, 0, 0);
    const auto han = std::count_if(characters_.begin(), characters_.end(), [](char32_t c) { return is_han(c); });
    return usual_ * 2 < han ? std::vector<std::string>{} : best_;
  }

 private:
  static constexpr std::size_t most_steps = 20'000;  ///< then the best so far does

  bool go(std::size_t character, std::size_t at, int usual) {
    while (at < letters_.size() && letters_[at] == ' ') ++at;
    if (character == characters_.size()) {
      if (at < letters_.size()) return false;
      if (usual > usual_) {
        usual_ = usual;
        best_ = syllables_;
      }
      return true;
    }
    const std::size_t state = character * (letters_.size() + 1) + at;
    if (failed_[state] || ++steps_ > most_steps) return false;
    bool any = false;
    const char32_t c = characters_[character];
    std::string& mine = syllables_[character];
    if (!is_han(c)) {
      mine.clear();
      append_character(mine, c);
      const bool written = at < letters_.size() && c == static_cast<unsigned char>(letters_[at]);
      any = go(character + 1, written ? at + 1 : at, usual);
    } else {
      for (std::size_t length = 1; length <= longest_syllable && at + length <= letters_.size() && letters_[at + length - 1] != ' '; ++length) {
        const auto letters = letters_.substr(at, length);
        if (!is_syllable(letters)) continue;
        mine = letters;
        any = go(character + 1, at + length, usual + (is_read_so(c, letters) ? 1 : 0)) || any;
      }
    }
    if (!any) failed_[state] = true;
    return any;
  }

  const std::u32string_view characters_;
  const std::string_view letters_;
  std::vector<bool> failed_;
  std::vector<std::string> syllables_, best_;
  int usual_ = -1;
  std::size_t steps_ = 0;
};

}  // namespace

void read_as(Entry& entry, std::string_view reading) {
  if (entry.syllables.empty()) return;
  const std::string letters = typed(reading);
  const std::u32string characters = characters_of(entry.key);
  if (letters.empty() || characters.size() != entry.syllables.size()) return;
  if (auto found = Dividing{characters, letters}.best(); !found.empty()) entry.syllables = std::move(found);
}

}  // namespace merestone::search
