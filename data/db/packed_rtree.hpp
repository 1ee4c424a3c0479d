// SPDX-License-Identifier: Apache-2.0
/// Loads SQLite's R*Tree many times faster than row by row, into the same tables: nodes are packed along a
/// Hilbert curve and written whole, as GDAL does for GeoPackage. SQLite's own rtreecheck() accepts the result.
#pragma once

#include "data/db/sqlite.hpp"

namespace merestone {

/// A row's box as the R*Tree keeps it: single precision, rounded outwards.
struct IndexedBox {
  std::int64_t row = 0;
  float min_x = 0, max_x = 0, min_y = 0, max_y = 0;
};

/// Rounds outwards, so that the box still holds what it held.
IndexedBox indexed_box(std::int64_t row, double min_x, double min_y, double max_x, double max_y) noexcept;

/// Adds `boxes` to the R*Tree `index` (a plain identifier). Rebuilds it whole when they are many beside what it
/// holds. A transaction must be open; SQLite's defensive mode is left for the time of writing and set again.
void add_boxes(sqlite3* db, const std::string& index, std::vector<IndexedBox> boxes);

}  // namespace merestone
