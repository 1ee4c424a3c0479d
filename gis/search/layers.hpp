// SPDX-License-Identifier: Apache-2.0
/// The layers of search, each for one index. Private to find().
#pragma once

#include "gis/search/gathering.hpp"

#include <string>
#include <vector>

namespace merestone::search {

/// Where a folded text stands in the orders of an index.
class TextLayers {
 public:
  TextLayers(const Index& index, std::string_view key);
  void exact(Gathering& into) const;
  void beginnings(Gathering& into) const;  ///< of names and of words
  void parts(Gathering& into) const;

 private:
  bool by_filter(Gathering& into, std::uint32_t longest, int tier) const;
  const Index& index_;
  std::string_view key_;
  Range exact_, beginning_, word_, inner_;
};

/// Names that `text` reaches with one character wrong, missing, too many, or two neighbours exchanged.
void find_typos(Gathering& into, std::u32string_view text);

/// A text as syllables, characters and first letters.
class SoundLayers {
 public:
  /// `text` is folded. `readings`: see Language; for characters that no name of the index has.
  SoundLayers(const Index& index, std::u32string_view text, const Language& language);
  void exact(Gathering& into) const;
  void beginnings(Gathering& into) const;   ///< also all first letters, and mixed
  void letters(Gathering& into) const;      ///< first letters of the beginning; homophones
  void homophone_beginnings(Gathering& into) const;
  void parts(Gathering& into) const;        ///< syllables inside a name, and what characters stand among them
  void letter_parts(Gathering& into) const; ///< first letters inside a name
  /// Consonants alone: hardly a word with a mistake in it.
  bool only_initials() const;
  void typos(Gathering& into) const;        ///< in pinyin, and sounds that are easily confused

  /// A stretch of syllables by number, both of them for ü.
  using Codes = std::vector<Range>;
  struct Element {
    char32_t character = 0;  ///< must be this one; else any that is read so:
    Codes codes{};           ///< of a character in front: how it may be read
    bool whole = false;      ///< a full syllable, not the beginning of one
    char letter = 0;         ///< the first of its reading; 0 where that is not known
  };
  using Pattern = std::vector<Element>;

 private:
  const Index& index_;
  std::u32string text_;
  std::vector<Pattern> patterns_;   ///< best first
  Pattern homophone_;               ///< empty where there is none
};

/// Ways to take a text apart into syllables, first letters and characters: the fewest parts first, at most eight.
/// `loose`: each syllable stands also for those that it is easily taken for, and may be none itself ("zuang").
std::vector<SoundLayers::Pattern> patterns_of(const Index& index, std::u32string_view text, bool loose = false);
/// False for a letter that names are written with ("B区") and that is a syllable of its own there, but none of pinyin.
bool is_spoken(std::string_view syllable);
/// Keys in the order of sounds that begin with the pattern; `whole`: that are no longer.
std::vector<Range> sound_ranges(const Index& index, const SoundLayers::Pattern& pattern, bool whole);
/// Syllables that are easily taken for this one, itself first.
std::vector<std::string> confused_with(std::string_view syllable);

void find_codes(Gathering& into, std::string_view text, bool whole);
/// "广东广州", "Kelburn Wellington": one part names a division, which any of the sources may know, the other what lies in it.
void find_contained(Gathering& into, std::string_view key, const Language& language, std::span<const Source> sources);

}  // namespace merestone::search
