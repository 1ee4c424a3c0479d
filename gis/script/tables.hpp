// SPDX-License-Identifier: Apache-2.0
/// The tables behind this folder, parsed from data/ once. For the folder's own use.
#pragma once

#include "gis/script/han.hpp"

#include <array>
#include <bitset>
#include <memory>
#include <string>
#include <vector>

namespace merestone::script {

/// By the first two digits of a division code.
using Provinces = std::bitset<100>;

/// A word of the lexicon: one of the readings that the same characters may have.
struct Word {
  std::vector<Syllable> syllables;
  Provinces provinces;    ///< none set: everywhere
  bool settled = true;
  bool first = false;     ///< holds at the beginning of a name only
  std::uint32_t next = 0; ///< another reading of the same characters; 0 for none
};

/// Words by their characters, a step per character.
class WordTree {
 public:
  static constexpr std::uint32_t root = 0;

  WordTree() : slots_(1U << 12U), words_(1), at_node_(1) {}
  void add(std::u32string_view characters, Word word);
  /// The node behind `character`; 0 when no word goes on so.
  std::uint32_t step(std::uint32_t node, char32_t character) const noexcept;
  /// The first word that ends at `node`; 0 for none.
  std::uint32_t word_at(std::uint32_t node) const noexcept { return at_node_[node]; }
  const Word& word(std::uint32_t number) const noexcept { return words_[number]; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t node = 0;
  };
  std::size_t slot_of(std::uint64_t key) const noexcept;
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::vector<Word> words_;
  std::vector<std::uint32_t> at_node_;
};

struct Tables {
  using Page = std::array<HanCharacter, 256>;
  static constexpr std::size_t page_count = 0x324;

  std::vector<std::string> letters;          ///< by Syllable::letters; the first is empty
  std::vector<std::vector<Syllable>> lists;  ///< by HanCharacter::list; the first is empty
  std::array<std::unique_ptr<Page>, page_count> pages;
  WordTree words;

  const HanCharacter* find(char32_t c) const noexcept {
    const std::size_t page = c >> 8;
    return page < page_count && pages[page] != nullptr ? &(*pages[page])[c & 0xFF] : nullptr;
  }
};

/// Built on the first call, by whichever thread comes first.
const Tables& tables();

/// A character as words of the lexicon spell it: a standard character stays, a variant becomes its simplified form.
inline char32_t word_form(char32_t c, const HanCharacter& record) noexcept { return record.level != 0 || record.simplified == 0 ? c : record.simplified; }

}  // namespace merestone::script
