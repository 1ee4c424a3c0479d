// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

namespace merestone {

/// A table as it stands: of each record the text of the columns asked for. What they mean the caller knows.
/// @throws Error as reading.hpp says, import.missing_column for a column that is not there among them.
using TableRow = std::map<std::string, std::string, std::less<>>;
std::vector<TableRow> read_rows(const std::string& path, const std::vector<std::string>& columns);

}  // namespace merestone
