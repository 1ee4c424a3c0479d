// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/line_columns.hpp"

namespace merestone::exchange {

/// Headings of tables on graves, burial facilities and features of the land, in English and Chinese (data/sample/FORMATS.md).
std::span<const CommonNames> burial_column_names();

}  // namespace merestone::exchange
