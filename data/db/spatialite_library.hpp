// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <memory>

namespace merestone {

/// SpatiaLite's SQL functions on one connection. The library is loaded when first needed: only the making and
/// migrating of a project call its functions, and loading it costs more than a whole query (measured: 23 ms of a
/// 50 ms budget). Must outlive the connection.
class SpatialiteFunctions {
 public:
  /// @throws Error unavailable store.no_spatialite when the library is not installed.
  explicit SpatialiteFunctions(sqlite3* db);

 private:
  std::unique_ptr<void, void (*)(const void*)> cache_;
};

}  // namespace merestone
