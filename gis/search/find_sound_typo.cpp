// SPDX-License-Identifier: Apache-2.0
#include "gis/search/characters.hpp"
#include "gis/search/sounds.hpp"

#include <algorithm>

namespace merestone::search {
namespace {

using Pattern = SoundLayers::Pattern;
using Element = SoundLayers::Element;

/// How many letters of `text` are `syllable` with exactly one mistake in it; 0 where it is not.
std::size_t one_off(std::string_view syllable, std::string_view text, std::size_t taken) {
  if (taken > text.size() || taken == 0) return 0;
  text = text.substr(0, taken);
  std::size_t front = 0, back = 0;
  const std::size_t shorter = std::min(syllable.size(), taken);
  while (front < shorter && syllable[front] == text[front]) ++front;
  while (back < shorter - front && syllable[syllable.size() - 1 - back] == text[taken - 1 - back]) ++back;
  const std::size_t other = syllable.size() - front - back, mine = taken - front - back;
  if (other <= 1 && mine <= 1 && other + mine > 0) return taken;  // one wrong, missing or too many
  return other == 2 && mine == 2 && syllable[front] == text[front + 1] && syllable[front + 1] == text[front] ? taken : 0;
}

/// Keys by pinyin with one mistake, syllable by syllable.
class PinyinTypos {
 public:
  explicit PinyinTypos(const Index& index) : index_{index}, letters_{index.codes_beginning("a").lo, index.codes_beginning("z").hi} {}

  void run(std::string_view text, bool mistaken) { walk(text, index_.sounds.all(), 0, mistaken); }

  std::vector<Range> beginnings, wholes;

 private:
  void walk(std::string_view text, Range range, std::size_t depth, bool mistaken) {
    if (range.empty()) return;
    if (text.empty()) {
      if (!mistaken) return;
      beginnings.push_back(range);
      const Range whole = between(index_.sounds, range, -1, 0, [&](std::uint32_t start) { return code_at(index_, start, depth); });
      if (!whole.empty()) wholes.push_back(whole);
      return;
    }
    for (std::size_t length = 1; length <= std::min<std::size_t>(6, text.size()); ++length) {
      const int code = index_.code_of(text.substr(0, length));
      if (code < 0) continue;
      const Range codes{static_cast<std::uint32_t>(code), static_cast<std::uint32_t>(code) + 1};
      walk(text.substr(length), with_code(index_, range, depth, codes), depth + 1, mistaken);
    }
    if (mistaken) {
      if (text.size() < 6 && depth > 0) {  // the last syllable may not be typed to its end
        const Range begun = with_code(index_, range, depth, index_.codes_beginning(text));
        if (!begun.empty()) beginnings.push_back(begun);
      }
      return;
    }
    for (std::uint32_t code = letters_.lo; code < letters_.hi; ++code) {
      const auto syllable = index_.syllables()[code];
      if (syllable.size() == 1 && text.size() > 1) continue;  // "a", "e", "o" are like anything
      for (std::size_t taken = syllable.size() - (syllable.size() > 1); taken <= syllable.size() + 1; ++taken) {
        if (one_off(syllable, text, taken) == 0) continue;
        walk(text.substr(taken), with_code(index_, range, depth, {code, code + 1}), depth + 1, true);
      }
    }
  }

  const Index& index_;
  const Range letters_;
};

/// Each syllable of homophones, or one that is easily taken for it.
Pattern confused(const Index& index, const Pattern& pattern) {
  Pattern wider = pattern;
  for (Element& element : wider) {
    SoundLayers::Codes more;
    for (const Range& codes : element.codes) {
      for (const auto& syllable : confused_with(index.syllables()[codes.lo]))
        if (const int code = index.code_of(syllable); code >= 0)
          more.push_back({static_cast<std::uint32_t>(code), static_cast<std::uint32_t>(code) + 1});
    }
    element.codes = std::move(more);
  }
  return wider;
}

}  // namespace

void SoundLayers::typos(Gathering& into) const {
  std::vector<Pattern> alike;
  const bool typed = std::any_of(text_.begin(), text_.end(), is_letter_of_pinyin);
  if (typed) {
    for (Pattern& pattern : patterns_of(index_, text_, true))
      if (is_full(pattern)) alike.push_back(std::move(pattern));
  }
  if (!homophone_.empty()) alike.push_back(confused(index_, homophone_));
  PinyinTypos typos{index_};
  const bool letters = typed && text_.size() >= 4 && text_.size() <= 40 && std::all_of(text_.begin(), text_.end(), is_letter_of_pinyin);
  if (letters) {
    std::string text;
    for (const char32_t c : text_) text += static_cast<char>(c);
    typos.run(text, false);
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {  // exchanged across the border of two syllables
      std::swap(text[i], text[i + 1]);
      typos.run(text, true);
      std::swap(text[i], text[i + 1]);
    }
  }
  const auto match = [&](std::uint32_t start, std::uint32_t) {
    return Matched{0, static_cast<std::uint32_t>(index_.text_from(start).size())};
  };
  for (const Pattern& pattern : alike) take_sounds(into, Layer::sound_typo, pattern, true);
  into.take(Layer::sound_typo, index_.sounds, typos.wholes, match);
  into.close_tier();
  if (into.full()) return;
  for (const Pattern& pattern : alike)
    if (pattern.size() > 1) take_sounds(into, Layer::sound_typo, pattern, false);
  into.take(Layer::sound_typo, index_.sounds, typos.beginnings, match);
}

}  // namespace merestone::search
