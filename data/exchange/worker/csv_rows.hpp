// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace merestone::worker {

/// Something about one record that the program has words for.
struct Complaint {
  std::string rule;
  std::uint64_t record = 0;  ///< counted from 1
  std::string detail;
};

/// GDAL fills short rows and drops what is too much, in silence. This tells of both: import.row_width for rows with
/// more or fewer values than the heading, import.unclosed_quote for a quote that is never closed.
/// @throws Failure import.no_separator when the heading has one value only.
std::vector<Complaint> check_csv_rows(const std::string& path);

}  // namespace merestone::worker
