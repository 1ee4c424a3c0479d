// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/line_columns.hpp"

namespace merestone::exchange {

/// Headings of tables of place names: our own fields, and those of the census form 地名登记表.
std::span<const CommonNames> name_column_names();

}  // namespace merestone::exchange
