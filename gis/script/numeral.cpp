// SPDX-License-Identifier: Apache-2.0
#include "gis/script/numeral.hpp"

namespace merestone {
namespace {

int digit_of(char32_t c) {
  constexpr std::u32string_view digits = U"零一二三四五六七八九";
  if (c == U'〇') return 0;
  if (c == U'两') return 2;
  const auto at = digits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

int unit_of(char32_t c) { return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0; }

int plain_digit(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return -1;
}

std::optional<int> plain_number(std::u32string_view text) {
  int value = 0;
  for (const char32_t c : text) {
    if (plain_digit(c) < 0 || value > 100'000) return {};
    value = value * 10 + plain_digit(c);
  }
  return value;
}

}  // namespace

bool is_numeral(char32_t c) { return digit_of(c) >= 0 || unit_of(c) > 0 || plain_digit(c) >= 0 || c == U'廿' || c == U'卅'; }

std::optional<int> number_of(std::u32string_view text) {
  if (text.empty()) return {};
  if (plain_digit(text.front()) >= 0) return plain_number(text);
  int value = 0;
  int digit = -1;          // waiting for its unit
  int last_unit = 10'000;  // units must fall
  bool zero = false;
  bool bare = false;       // 一百二 says 120 or 102
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c == U'廿' || c == U'卅') {
      if (i != 0) return {};
      value = c == U'廿' ? 20 : 30;
      last_unit = 10;
    } else if (const int unit = unit_of(c); unit > 0) {
      if (unit >= last_unit || (digit < 0 && (unit != 10 || i != 0))) return {};
      value += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
      last_unit = unit;
      zero = bare = false;
    } else {
      const int next = digit_of(c);
      if (next < 0 || digit >= 0) return {};
      if (next == 0 && (zero || last_unit <= 10 || i == 0)) return {};
      if (next != 0 && !zero && last_unit > 10 && last_unit < 10'000) bare = true;
      zero = next == 0;
      digit = zero ? -1 : next;
    }
  }
  if (zero || bare) return {};
  return value + (digit > 0 ? digit : 0);
}

}  // namespace merestone
