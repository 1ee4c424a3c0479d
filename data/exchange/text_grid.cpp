// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/text_grid.hpp"

#include "data/exchange/encoding.hpp"
#include "data/exchange/problems.hpp"
#include "gis/base/text.hpp"

#include <algorithm>

namespace merestone::exchange {
namespace {

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

/// U+FF10 to U+FF19, which look like digits in Chinese type and compare as something else.
bool has_full_width_digit(std::string_view text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto last = static_cast<unsigned char>(text[i + 2]);
    if (text.substr(i, 2) == "\xEF\xBC" && last >= 0x90 && last <= 0x99) return true;
  }
  return false;
}

const char* word_for(Mojibake mojibake) {
  switch (mojibake) {
    case Mojibake::latin:
      return "UTF-8 read as Windows-1252";
    case Mojibake::chinese:
      return "UTF-8 read as GBK";
    default:
      return "U+FFFD";
  }
}

}  // namespace

TextGrid::TextGrid(std::vector<Slot> slots, std::size_t columns_in_file)
    : slots_{std::move(slots)}, slot_of_column_(columns_in_file, none) {
  for (std::size_t slot = 0; slot < slots_.size(); ++slot) slot_of_column_[slots_[slot].index] = slot;
}

void TextGrid::add(wire::Cursor& record) {
  const std::size_t row = cells_.size();
  cells_.resize(row + slots_.size());
  for (const std::size_t slot : slot_of_column_) {
    const std::string_view raw = record.text();
    if (slot != none) cells_[row + slot] = trimmed(raw);
  }
}

std::size_t TextGrid::slot_of(std::string_view field) const {
  for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
    if (slots_[slot].field == field) return slot;
  }
  return none;
}

const std::string& TextGrid::text(std::size_t record, std::string_view field) const {
  static const std::string nothing;
  const std::size_t slot = slot_of(field);
  return slot == none ? nothing : text(record, slot);
}

void TextGrid::decode(const std::string& encoding, bool certain, Problems& problems) {
  const Decoder decoder{encoding};
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    auto text = decoder.decode(cells_[i]);
    if (text) {
      cells_[i] = std::move(*text);
      continue;
    }
    if (!certain) return report_unclear(problems);
    const Slot& slot = slots_[i % slots_.size()];
    problems.error("import.not_in_encoding", i / slots_.size() + 1, slot.column,
                   {{"encoding", encoding}, {"likely", likely_encoding({cells_[i]})}});
    cells_[i].clear();
  }
}

void TextGrid::report_unclear(Problems& problems) const {
  const std::vector<std::string_view> all(cells_.begin(), cells_.end());
  const auto bad = std::find_if(cells_.begin(), cells_.end(), [](const std::string& text) { return !is_utf8(text); });
  const auto at = static_cast<std::size_t>(bad - cells_.begin());
  problems.error("import.encoding_unclear", at / slots_.size() + 1, slots_[at % slots_.size()].column,
                 {{"likely", likely_encoding(all)}});
  problems.stop_if_wrong();
}

void TextGrid::judge(Problems& problems) const {
  constexpr std::size_t longest = 1000;
  for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
    std::vector<std::string_view> column;
    for (std::size_t record = 0; record < size(); ++record) {
      const std::string& value = text(record, slot);
      column.push_back(value);
      if (has_control_character(value)) problems.error("import.control_character", record + 1, slots_[slot].column);
      if (value.size() > longest) problems.error("import.text_too_long", record + 1, slots_[slot].column);
      const bool is_code = slots_[slot].field == "code" || slots_[slot].field == "parent";
      if (is_code && has_full_width_digit(value)) {
        problems.error("import.full_width_digits", record + 1, slots_[slot].column, {{"value", value}});
      }
    }
    std::size_t example = 0;
    const Mojibake mojibake = find_mojibake(column, &example);
    if (mojibake != Mojibake::none) {
      problems.error("import.mojibake", example + 1, slots_[slot].column,
                     {{"value", presentable(column[example])}, {"how", word_for(mojibake)}});
    }
  }
}

}  // namespace merestone::exchange
