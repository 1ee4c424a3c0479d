// SPDX-License-Identifier: Apache-2.0
#include "gis/search/index.hpp"

#include "gis/search/cells.hpp"
#include "gis/search/characters.hpp"

#include <algorithm>
#include <cstring>

namespace merestone::search {
namespace {

std::vector<std::string_view> list_of(std::span<const char> texts) {
  std::vector<std::string_view> list;
  for (std::size_t at = 0; at < texts.size();) {
    const std::string_view text{texts.data() + at, strnlen(texts.data() + at, texts.size() - at)};
    list.push_back(text);
    at += text.size() + 1;
  }
  return list;
}

/// Less, equal or more as the entry at `offset` stands before, at or behind all that begin with `more`.
int compare(const Index& index, std::size_t offset, std::string_view more) noexcept {
  for (std::size_t i = 0; i < more.size(); ++i) {
    auto mine = index.byte(offset + i);
    if (mine < least_letter) mine = 0;
    const auto its = static_cast<unsigned char>(more[i]);
    if (mine != its) return mine < its ? -1 : 1;
  }
  return 0;
}

}  // namespace

Index::Index(std::span<const std::byte> bytes) : layout_{bytes} {
  const auto order = [&](Section section) { return Ranked{layout_.bytes(section)}; };
  starts = order(Section::starts);
  words = order(Section::words);
  inner = order(Section::inner);
  sounds = order(Section::sounds);
  letters = order(Section::letters);
  inner_sounds = order(Section::inner_sounds);
  code_names_ = order(Section::code_names);
  by_division_ = order(Section::by_division);
  by_cell_ = order(Section::by_cell);
  pool_ = layout_.values<char>(Section::pool);
  if (const auto fields = layout_.values<RowFields>(Section::fields); !fields.empty() && fields.front().sound())
    rows_ = RowReader{layout_.bytes(Section::rows), fields.front()};
  samples_ = layout_.values<std::uint32_t>(Section::samples);
  divisions_ = layout_.values<std::uint32_t>(Section::divisions);
  code_blocks_ = layout_.values<std::uint32_t>(Section::code_blocks);
  code_text_ = layout_.values<char>(Section::code_text);
  types_ = list_of(layout_.values<char>(Section::types));
  statuses_ = list_of(layout_.values<char>(Section::statuses));
  syllables_ = list_of(layout_.values<char>(Section::syllables));
  for (const auto text : list_of(layout_.values<char>(Section::periods))) {
    if (text.size() == 20) periods_.push_back({parse_date(text.substr(0, 10)), parse_date(text.substr(10))});
  }
  usual_.assign(1U << 16, 0);
  const auto readings = layout_.values<std::uint32_t>(Section::readings);
  for (std::size_t i = 0; i + 1 < readings.size(); i += 2) {
    if (readings[i + 1] >= syllables_.size()) continue;
    if (readings[i] < usual_.size()) usual_[readings[i]] = static_cast<std::uint16_t>(readings[i + 1] + 1);
    else usual_rare_[readings[i]] = static_cast<std::uint16_t>(readings[i + 1] + 1);
  }
}

std::uint32_t Index::start_of(std::uint32_t offset) const noexcept {
  while (offset > 0 && byte(offset - 1) >= least_letter) --offset;
  return offset;
}

std::string_view Index::text_from(std::uint32_t offset) const noexcept {
  std::size_t end = offset;
  while (byte(end) >= least_letter) ++end;
  return offset < pool_.size() ? std::string_view{pool_.data() + offset, end - offset} : std::string_view{};
}

std::uint32_t Index::first_name(std::uint32_t start) const noexcept {
  std::size_t at = start;
  while (at + 4 < pool_.size() && pool_[at] != before_number) ++at;
  std::uint32_t number = 0;
  if (at + 4 < pool_.size()) std::memcpy(&number, pool_.data() + at + 1, sizeof number);
  return number;
}

std::string_view Index::shown(std::uint32_t start, std::uint32_t form) const noexcept {
  if (form == 0) return text_from(start);
  for (std::size_t at = start; at + 4 < pool_.size() && pool_[at] != before_number; ++at) {
    if (pool_[at] == before_form && --form == 0) return text_from(static_cast<std::uint32_t>(at + 1));
  }
  return {};
}

bool Index::reading(std::uint32_t start, std::vector<std::uint16_t>& codes) const {
  codes.clear();
  const auto text = text_from(start);
  std::size_t at = start + text.size();
  if (byte(at) == before_reading) {
    for (++at; byte(at) >= 0x80 && byte(at + 1) >= 0x80; at += 2)
      codes.push_back(static_cast<std::uint16_t>(((byte(at) & 0x7FU) << 7) | (byte(at + 1) & 0x7FU)));
    return !codes.empty();
  }
  bool han = false;
  for (const char *c = text.data(), *end = c + text.size(); c < end;) {
    const char32_t character = next_character(c, end);
    const int code = usual_code(character);
    if (code < 0) return codes.clear(), false;
    han = han || is_han(character);
    codes.push_back(static_cast<std::uint16_t>(code));
  }
  return han;
}

std::uint32_t Index::start_of_name(std::uint32_t name) const noexcept {
  if (name / name_sample >= samples_.size()) return 0;
  std::uint32_t start = samples_[name / name_sample];
  for (std::uint32_t at = name / name_sample * name_sample; at < name; ++at) {
    if (!rows_.last(at)) continue;
    std::size_t end = start;
    while (end + 6 < pool_.size() && pool_[end] != before_number) ++end;
    start = static_cast<std::uint32_t>(std::min(end + 6, pool_.size()));
  }
  return start;
}

int Index::code_of(std::string_view syllable) const noexcept {
  const auto at = std::lower_bound(syllables_.begin(), syllables_.end(), syllable);
  return at == syllables_.end() || *at != syllable ? -1 : static_cast<int>(at - syllables_.begin());
}

Range Index::codes_beginning(std::string_view beginning) const noexcept {
  const auto first = std::lower_bound(syllables_.begin(), syllables_.end(), beginning);
  const auto last = std::find_if_not(first, syllables_.end(), [&](std::string_view one) { return one.starts_with(beginning); });
  return {static_cast<std::uint32_t>(first - syllables_.begin()), static_cast<std::uint32_t>(last - syllables_.begin())};
}

int Index::usual_code(char32_t c) const noexcept {
  if (c < usual_.size()) return static_cast<int>(usual_[c]) - 1;
  const auto at = usual_rare_.find(c);
  return at == usual_rare_.end() ? -1 : static_cast<int>(at->second) - 1;
}

std::string Index::code(std::size_t number) const {
  std::string text;
  if (number / 16 >= code_blocks_.size()) return text;
  std::size_t at = code_blocks_[number / 16];
  for (std::size_t i = 0; i <= number % 16 && at + 2 <= code_text_.size(); ++i) {
    const auto shared = static_cast<unsigned char>(code_text_[at]), more = static_cast<unsigned char>(code_text_[at + 1]);
    at += 2;
    if (at + more > code_text_.size()) break;
    text.resize(std::min<std::size_t>(shared, text.size()));
    text.append(code_text_.data() + at, more);
    at += more;
  }
  return text;
}

Range narrowed(const Index& index, const Ranked& order, Range range, std::size_t depth, std::string_view more) {
  if (more.empty() || range.empty()) return range;
  const auto lo = order.first_not(range, [&](std::uint32_t at) { return compare(index, at + depth, more) < 0; });
  return {lo, order.first_not({lo, range.hi}, [&](std::uint32_t at) { return compare(index, at + depth, more) == 0; })};
}

Range ended(const Index& index, const Ranked& order, Range range, std::size_t depth) {
  return {range.lo, order.first_not(range, [&](std::uint32_t at) { return index.byte(at + depth) < least_letter; })};
}

}  // namespace merestone::search
