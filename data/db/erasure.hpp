// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/db/connection.hpp"

namespace merestone {

/// To be called after an act that erases: what it overwrote lies in no file of the engine any more, as far as the engine
/// can tell. SpatiaLite's write-ahead log would keep it until the process ends. May be called again. @throws Error unavailable store.still_read while a reader keeps the log.
void forget_overwritten(Connection& connection);

}  // namespace merestone
