// SPDX-License-Identifier: Apache-2.0
#include "data/db/erasure.hpp"

#include "data/db/refusal.hpp"
#include "data/db/spatialite.hpp"
#include "data/db/write_ahead.hpp"

namespace merestone {

void forget_overwritten(Connection& connection) {
  if (connection.engine() != Engine::spatialite) return;
  sqlite3* const db = static_cast<SpatialiteConnection&>(connection).handle();
  if (in_write_ahead(db) && !empty_write_ahead(db)) refuse(Fault::unavailable, "store.still_read", "the log cannot be emptied");
}

}  // namespace merestone
