// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/search/entry.hpp"
#include "gis/search/layout.hpp"
#include "gis/search/ranked.hpp"
#include "gis/search/row.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace merestone::search {

/// A view of the bytes of an index, which outlive it and are never written. Opening reads the head and the short lists;
/// reading is thread-safe. Bytes that are not as they were written give wrong answers, never a read outside of them.
class Index {
 public:
  /// @throws Error{Fault::invalid} search.bad_index: see Layout.
  explicit Index(std::span<const std::byte> bytes);

  Ranked starts, words, inner, sounds, letters, inner_sounds;  ///< values are offsets in the pool

  std::size_t names() const noexcept { return layout_.names(); }
  const Layout& layout() const noexcept { return layout_; }

  // The pool. `start` is the offset of a key, `offset` that of any character inside one.
  unsigned char byte(std::size_t offset) const noexcept {
    return offset < pool_.size() ? static_cast<unsigned char>(pool_[offset]) : 0;
  }
  std::uint32_t start_of(std::uint32_t offset) const noexcept;
  std::string_view text_from(std::uint32_t offset) const noexcept;
  std::uint32_t first_name(std::uint32_t start) const noexcept;
  /// Form `form` of a key as it is shown; 0 is the key.
  std::string_view shown(std::uint32_t start, std::uint32_t form) const noexcept;
  /// Syllables of the key; false where it has no reading.
  bool reading(std::uint32_t start, std::vector<std::uint16_t>& codes) const;

  // Names.
  const RowReader& rows() const noexcept { return rows_; }
  std::uint32_t start_of_name(std::uint32_t name) const noexcept;
  const std::vector<std::string_view>& types() const noexcept { return types_; }
  const std::vector<std::string_view>& statuses() const noexcept { return statuses_; }
  const std::vector<Period>& periods() const noexcept { return periods_; }
  std::span<const std::uint32_t> divisions() const noexcept { return divisions_; }
  const Ranked& by_division() const noexcept { return by_division_; }  ///< names that lie in one, by its number
  const Ranked& by_cell() const noexcept { return by_cell_; }          ///< names with a position, by cell_of()

  // Syllables, in alphabetical order.
  const std::vector<std::string_view>& syllables() const noexcept { return syllables_; }
  int code_of(std::string_view syllable) const noexcept;             ///< -1 for none
  Range codes_beginning(std::string_view letters) const noexcept;    ///< of syllables that begin so
  char first_letter(int code) const noexcept {
    const auto number = static_cast<std::size_t>(code);
    return code < 0 || number >= syllables_.size() || syllables_[number].empty() ? '\0' : syllables_[number].front();
  }
  int usual_code(char32_t c) const noexcept;                         ///< -1 where nothing is known

  // Codes.
  std::size_t codes() const noexcept { return code_names_.size(); }
  std::string code(std::size_t number) const;
  const Ranked& code_names() const noexcept { return code_names_; }  ///< names in the order of their codes

 private:
  Layout layout_;
  std::span<const char> pool_;
  RowReader rows_;
  std::span<const std::uint32_t> samples_, divisions_, code_blocks_;
  std::span<const char> code_text_;
  Ranked code_names_, by_division_, by_cell_;
  std::vector<std::string_view> types_, statuses_, syllables_;
  std::vector<Period> periods_;
  std::vector<std::uint16_t> usual_;                        ///< of the first plane: code + 1
  std::unordered_map<char32_t, std::uint16_t> usual_rare_;  ///< of the others
};

/// Entries of `range`, all equal in their first `depth` bytes, that go on with `more`.
Range narrowed(const Index& index, const Ranked& order, Range range, std::size_t depth, std::string_view more);
/// Entries of `range` that end after `depth` bytes.
Range ended(const Index& index, const Ranked& order, Range range, std::size_t depth);

}  // namespace merestone::search
