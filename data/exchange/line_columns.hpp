// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace merestone::exchange {

/// A field of ours and the headings it commonly has, in lower case without blanks, hyphens, underscores and points; the
/// surest first.
struct CommonNames {
  std::string_view field;
  std::vector<std::string_view> columns;
};

/// Headings of tables on lines, monuments and inspections, in English and Chinese (data/sample/FORMATS.md).
std::span<const CommonNames> line_column_names();

}  // namespace merestone::exchange
