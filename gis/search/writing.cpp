// SPDX-License-Identifier: Apache-2.0
#include "gis/search/writing.hpp"

#include "gis/script/fold.hpp"
#include "gis/script/reading.hpp"
#include "gis/search/characters.hpp"

#include <algorithm>

namespace merestone::search {
namespace {

/// As it is typed: "v" for ü.
void append_typed(std::string& out, Syllable syllable) {
  const auto letters = letters_of(syllable);
  const auto mark = letters.find("ü");
  out += letters.substr(0, mark);
  if (mark == std::string_view::npos) return;
  out += 'v';
  out += letters.substr(mark + std::string_view{"ü"}.size());
}

}  // namespace

void write_keys(Entry& entry, std::string_view division) {
  thread_local std::vector<ReadCharacter> reading;
  entry.key.clear();
  fold_into(entry.text, entry.key);
  entry.syllables.clear();
  bool han = false;
  for (const char *at = entry.key.data(), *end = at + entry.key.size(); at < end && !han;) han = search::is_han(next_character(at, end));
  if (!han) return;
  read_name(entry.key, division, reading);
  entry.syllables.resize(reading.size());
  for (std::size_t i = 0; i < reading.size(); ++i) {
    if (reading[i].syllable.letters != 0) append_typed(entry.syllables[i], reading[i].syllable);
    else append_character(entry.syllables[i], reading[i].character);
  }
}

const Language& common_language() {
  static const Language language{
      [](std::string_view text) { return folded(text); },
      [](char32_t c) {
        std::vector<std::string> typed;
        for (const Syllable syllable : readings_of(c)) {
          typed.emplace_back();
          append_typed(typed.back(), syllable);
        }
        std::sort(typed.begin(), typed.end());
        typed.erase(std::unique(typed.begin(), typed.end()), typed.end());
        return typed;
      }};
  return language;
}

}  // namespace merestone::search
