// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace merestone {

/// 〇零一…九十百千, also 两廿卅.
bool is_numeral(char32_t character);

/// The number that a well-formed Chinese numeral or a run of digits says: 十二 → 12, 一百零五 → 105, １２ → 12. Nothing for
/// digits in a row, which name a day or a year (三八, 五一, 一二九), nor for anything else.
std::optional<int> number_of(std::u32string_view numeral);

}  // namespace merestone
