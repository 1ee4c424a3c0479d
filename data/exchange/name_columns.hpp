// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/line_columns.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace merestone::exchange {

/// Headings of tables of place names: our own fields, and those of the census form 地名登记表.
std::span<const CommonNames> name_column_names();

/// The scheme of a column that spells the names of another one and gives none: "pinyin" of the language zh-Latn-pinyin.
std::optional<std::string> transcription_scheme(std::string_view language);

}  // namespace merestone::exchange
