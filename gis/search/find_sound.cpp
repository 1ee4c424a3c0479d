// SPDX-License-Identifier: Apache-2.0
#include "gis/search/characters.hpp"
#include "gis/search/sounds.hpp"

#include <algorithm>
#include <set>

namespace merestone::search {
namespace {

using Pattern = SoundLayers::Pattern;
using Element = SoundLayers::Element;

bool is_text(const Pattern& pattern) {
  return std::all_of(pattern.begin(), pattern.end(), [](const Element& e) { return e.character != 0; });
}

/// Keys that begin with the whole syllables that the pattern begins with: all of them where it begins with none.
Range sounding(const Index& index, const Pattern& pattern) {
  Range range = index.sounds.all();
  bool any = false;
  for (std::size_t depth = 0; depth < pattern.size(); ++depth) {
    const Element& element = pattern[depth];
    if (!element.whole || element.character != 0 || element.codes.size() != 1 || element.codes.front().size() != 1) break;
    range = with_code(index, range, depth, element.codes.front());
    any = true;
  }
  return any ? range : Range{0, 0xFFFFFFFF};
}

/// Keys whose syllables begin with the pattern's first letters, each looked at; or those that begin with its first
/// characters, where they are fewer.
void take_mixed(Gathering& into, Layer layer, const Pattern& pattern, bool whole) {
  const Index& index = into.index;
  std::string lead;
  for (const Element& element : pattern) {
    if (element.character == 0) break;
    append_character(lead, element.character);
  }
  Range by_letters = index.letters.all();
  std::size_t depth = 0;
  for (; depth < pattern.size() && pattern[depth].letter != 0; ++depth) {
    const int letter = static_cast<unsigned char>(pattern[depth].letter);
    by_letters = between(index.letters, by_letters, letter, letter + 1, [&](std::uint32_t start) {
      const int code = code_at(index, start, depth);
      return code < 0 ? -1 : static_cast<int>(static_cast<unsigned char>(index.first_letter(code)));
    });
  }
  if (whole && depth == pattern.size())
    by_letters = between(index.letters, by_letters, -1, 0, [&](std::uint32_t start) { return code_at(index, start, depth); });
  const Range by_text = lead.empty() ? Range{0, 0xFFFFFFFF} : narrowed(index, index.starts, index.starts.all(), 0, lead);
  std::vector<std::uint16_t> codes;
  const auto match = [&](std::uint32_t start, std::uint32_t offset) -> std::optional<Matched> {
    if (start != offset || !index.reading(start, codes) || codes.size() < pattern.size()) return {};
    if (whole && codes.size() != pattern.size()) return {};
    const auto text = index.text_from(start);
    const char *at = text.data(), *end = at + text.size();
    for (std::size_t i = 0; i < pattern.size(); ++i)
      if (!fits(pattern[i], next_character(at, end), codes[i])) return {};
    return Matched{0, static_cast<std::uint32_t>(at - text.data())};
  };
  const bool text_first = by_text.size() < by_letters.size();
  const Range by_sound = sounding(index, pattern);
  if (by_sound.size() < std::min(by_text.size(), by_letters.size())) {
    const Range range[] = {by_sound};
    return into.take(layer, index.sounds, range, match);
  }
  const Range range[] = {text_first ? by_text : by_letters};
  into.take(layer, text_first ? index.starts : index.letters, range, match);
}

}  // namespace

SoundLayers::SoundLayers(const Index& index, std::u32string_view text, const Language& language) : index_{index}, text_{text} {
  patterns_ = patterns_of(index, text);
  std::erase_if(patterns_, is_text);  // the text layers have those
  const auto codes_of = [&](char32_t c) {
    std::set<std::uint32_t> codes;
    if (const int usual = index.usual_code(c); usual >= 0) codes.insert(static_cast<std::uint32_t>(usual));
    if (is_han(c) && language.readings) {
      for (const auto& reading : language.readings(c))
        if (const int code = index.code_of(reading); code >= 0) codes.insert(static_cast<std::uint32_t>(code));
    }
    Codes each;
    for (const auto code : codes) each.push_back({code, code + 1});
    return each;
  };
  for (Pattern& pattern : patterns_)
    if (pattern.front().character != 0) pattern.front().codes = codes_of(pattern.front().character);
  if (!std::any_of(text.begin(), text.end(), is_han) || text.size() > 60) return;
  for (const char32_t c : text) {
    homophone_.push_back({.codes = codes_of(c), .whole = true});
    if (homophone_.back().codes.empty()) {
      homophone_.clear();
      return;
    }
  }
}

void SoundLayers::exact(Gathering& into) const {
  for (const Pattern& pattern : patterns_)
    if (is_full(pattern) && all_whole(pattern)) take_sounds(into, Layer::sound, pattern, true);
}

void SoundLayers::beginnings(Gathering& into) const {
  for (const Pattern& pattern : patterns_) {
    if (is_full(pattern)) take_sounds(into, Layer::sound_beginning, pattern, false);
    else if (is_letters(pattern)) take_mixed(into, Layer::letters, pattern, true);
    else if (!no_characters(pattern)) take_mixed(into, Layer::mixed, pattern, false);
  }
  // "shijiazhuan": the last whole syllable may be the beginning of a longer one.
  for (const Pattern& pattern : patterns_) {
    if (!is_full(pattern) || !all_whole(pattern) || pattern.back().codes.empty()) continue;
    Pattern longer = pattern;
    const auto begun = index_.codes_beginning(index_.syllables()[pattern.back().codes.front().lo]);
    if (begun.size() < 2) continue;
    longer.back().codes = {begun};
    longer.back().whole = false;
    take_sounds(into, Layer::sound_beginning, longer, false);
  }
}

void SoundLayers::letters(Gathering& into) const {
  std::size_t shortened = 0;
  for (const Pattern& pattern : patterns_) {
    if (is_letters(pattern)) take_mixed(into, Layer::letters_beginning, pattern, false);
    else if (!is_full(pattern) && no_characters(pattern) && ++shortened <= 3) take_mixed(into, Layer::shortened, pattern, false);
  }
  if (!homophone_.empty()) take_sounds(into, Layer::homophone, homophone_, true);
}

void SoundLayers::homophone_beginnings(Gathering& into) const {
  if (homophone_.size() > 1) take_sounds(into, Layer::homophone_beginning, homophone_, false);
}

}  // namespace merestone::search
