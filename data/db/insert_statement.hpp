// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// The parts of "INSERT INTO table (column, …) VALUES ($1, …)".
struct InsertStatement {
  std::string table;
  std::vector<std::string> columns;
};

/// @throws std::logic_error for any other statement, and for parameters that are not $1, $2 … in order.
InsertStatement parse_insert(std::string_view sql);

}  // namespace merestone
