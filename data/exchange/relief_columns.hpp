// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/exchange/line_columns.hpp"

namespace merestone::exchange {

/// Headings of tables of figures, shelters, depots, stock and event reports, in English and Chinese.
std::span<const CommonNames> relief_column_names();

}  // namespace merestone::exchange
