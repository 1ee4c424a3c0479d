// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/columns.hpp"
#include "data/exchange/wire.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone::exchange {

/// The text of the mapped columns, record by record.
class TextGrid {
 public:
  TextGrid(std::vector<Slot> slots, std::size_t columns_in_file);

  /// Takes the values of one record off the wire, as they stand in the file.
  void add(wire::Cursor& record);

  std::size_t size() const { return slots_.empty() ? 0 : cells_.size() / slots_.size(); }
  const std::vector<Slot>& slots() const { return slots_; }
  bool has(std::string_view field) const { return slot_of(field) != none; }
  /// Trimmed; empty where the record has no value or the file no such column.
  const std::string& text(std::size_t record, std::string_view field) const;
  const std::string& text(std::size_t record, std::size_t slot) const { return cells_[record * slots_.size() + slot]; }

  /// Turns all text into UTF-8. `certain`: the encoding is known, so each value that does not fit is reported as
  /// import.not_in_encoding; else one such value makes all of it import.encoding_unclear.
  void decode(const std::string& encoding, bool certain, Problems& problems);
  /// Reports import.mojibake, import.control_character, import.text_too_long, import.full_width_digits.
  void judge(Problems& problems) const;

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t slot_of(std::string_view field) const;
  void report_unclear(Problems& problems) const;

  std::vector<Slot> slots_;
  std::vector<std::size_t> slot_of_column_;
  std::vector<std::string> cells_;
};

}  // namespace merestone::exchange
