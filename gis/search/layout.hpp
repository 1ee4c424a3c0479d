// SPDX-License-Identifier: Apache-2.0
/// The bytes of a search index: a head, then sections that are used where they lie, so that a file is mapped and ready.
///
///     "MERENAME" | version | byte order | sections | label | names | keys | {offset, size, hash} … | hash of the head
///
/// pool      records of keys, best first. A record: 00, the folded key, and then, each where there is one,
///           01 and its reading (two bytes a syllable, 14 bits); 02 and a form in which it is shown, for each that
///           differs from the key; at last 03 and four bytes: the number of the first name with this key.
///           So a smaller offset is a better name, whatever the order in which offsets are listed.
/// starts    offsets of keys, alphabetic; words: of later words; inner: of all other characters. See Ranked for
///           how these and the following orders lie
/// sounds    offsets of keys with a reading, by syllables; letters: the same by the first letters of syllables
/// inner_sounds  offsets of later characters of keys with a reading, by their syllable and then by the first letters of
///           those behind it: one order for pinyin and for first letters in the midst of a name
/// rows      names in the order of their keys, as bits: see Row; by_division, by_cell: their numbers in other orders
/// Everything is little-endian.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone::search {

inline constexpr std::uint32_t layout_version = 4;

enum class Section : std::uint32_t {
  pool, starts, words, inner, sounds, letters, inner_sounds,
  rows, fields, samples, syllables, readings, types, statuses, periods, divisions, by_division, by_cell,
  code_text, code_blocks, code_names, count
};
inline constexpr auto section_count = static_cast<std::size_t>(Section::count);

/// Bytes that end the text of a key in the pool.
inline constexpr char before_key = 0, before_reading = 1, before_form = 2, before_number = 3;
/// Nothing below this belongs to a key.
inline constexpr unsigned char least_letter = 0x20;

/// Puts sections one behind the other.
class LayoutWriter {
 public:
  LayoutWriter();
  void add(Section section, std::span<const std::byte> bytes);
  template <class T>
  void add(Section section, const std::vector<T>& values) {
    add(section, std::as_bytes(std::span{values}));
  }
  /// `label` says of what the index is one, at most 200 bytes.
  std::vector<std::byte> finish(std::string_view label, std::uint64_t names, std::uint64_t keys);

 private:
  struct Place {
    std::uint64_t offset = 0, size = 0, hash = 0;
  };
  std::vector<std::byte> out_;
  std::array<Place, section_count> places_{};
};

/// The sections of bytes that outlive it.
class Layout {
 public:
  /// Looks at the head only. @throws Error{Fault::invalid} search.bad_index for bytes that are no index of this
  /// version, are cut short, or have a damaged head.
  explicit Layout(std::span<const std::byte> bytes);

  std::span<const std::byte> bytes(Section section) const;
  template <class T>
  std::span<const T> values(Section section) const {
    const auto found = bytes(section);
    return {reinterpret_cast<const T*>(found.data()), found.size() / sizeof(T)};  // sections begin at multiples of 8
  }
  std::string_view label() const noexcept { return label_; }
  std::uint64_t names() const noexcept { return names_; }
  std::uint64_t keys() const noexcept { return keys_; }
  /// Whether every section is as it was written: reads everything.
  bool intact() const;

 private:
  std::span<const std::byte> all_;
  std::string_view label_;
  std::uint64_t names_ = 0, keys_ = 0;
};

}  // namespace merestone::search
